import type { Locale } from './locale.svelte.ts';

/** The language a person gets who has not chosen one: that of the browser where we speak it, Japanese otherwise. */
export function localeOf(languages: readonly string[]): Locale {
  const known = languages.map((tag) => tag.toLowerCase().slice(0, 2)).find((tag) => tag === 'ja' || tag === 'en');
  return known === 'en' ? 'en' : 'ja';
}
