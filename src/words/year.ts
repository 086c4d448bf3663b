import { en } from './year.en.ts';
import { ja } from './year.ja.ts';

/** The dictionary of the policy year in both languages, for `pick`. */
export const yearWords: { readonly ja: typeof ja; readonly en: typeof ja } = { ja, en };
