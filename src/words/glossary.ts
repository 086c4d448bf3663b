import { en } from './glossary.en.ts';
import { ja } from './glossary.ja.ts';

/** The dictionary of the glossary in both languages, for `pick`. */
export const glossaryText: { readonly ja: typeof ja; readonly en: typeof ja } = { ja, en };
