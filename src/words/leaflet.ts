import { en } from './leaflet.en.ts';
import { ja } from './leaflet.ja.ts';

/** The dictionary of the leave-behind in both languages, for `pick`. */
export const leafletWords: { readonly ja: typeof ja; readonly en: typeof ja } = { ja, en };
