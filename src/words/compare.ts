import { en } from './compare.en.ts';
import { ja } from './compare.ja.ts';

/** The dictionary of the comparison of contracts in both languages, for `pick`. */
export const compareWords: { readonly ja: typeof ja; readonly en: typeof ja } = { ja, en };
