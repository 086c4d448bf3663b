import { en } from './lab.en.ts';
import { ja } from './lab.ja.ts';

/** The dictionary of the lab in both languages, for `pick`. */
export const labWords: { readonly ja: typeof ja; readonly en: typeof ja } = { ja, en };
