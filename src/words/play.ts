import { en } from './play.en.ts';
import { ja } from './play.ja.ts';

/** The dictionary of the play screen in both languages, for `pick`. */
export const playText: { readonly ja: typeof ja; readonly en: typeof ja } = { ja, en };
