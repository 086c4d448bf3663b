import type { Both, Locale } from './locale.svelte.ts';

/** Gives the words for a placeholder, such as `loss.gift` or `schedule.liabilityLimit`; undefined for one it does not know. */
export type Lookup = (name: string, locale: Locale) => string | undefined;

const PLACEHOLDER = /\{([^{}\s]+)\}/g;

/** A text of the content with its placeholders filled: plain text, never markup. An unknown placeholder is an error of the case file. */
export function fill(text: Both<string>, lookup: Lookup, locale: Locale): string {
  return text[locale].replace(PLACEHOLDER, (whole, name: string) => {
    const found = lookup(name, locale);
    if (found === undefined) throw new Error(`No value for the placeholder ${whole}.`);
    return found;
  });
}

/** The placeholders of a text, in the order written. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}
