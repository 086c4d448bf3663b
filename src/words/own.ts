import type { Locale } from './locale.svelte.ts';
import { en } from './own.en.ts';
import { ja } from './own.ja.ts';
import { problemJa } from './japanese-problems.ts';

/** The dictionary of the screen for cases of one's own in both languages, for `pick`. */
export const ownWords: { readonly ja: typeof ja; readonly en: typeof ja } = { ja, en };

/** A sentence of the reader of case files in the language on screen; in English as it is, also where there is no Japanese for it. */
export const problemWords = (sentence: string, locale: Locale): string => (locale === 'ja' ? (problemJa(sentence) ?? sentence) : sentence);
