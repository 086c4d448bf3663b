import { localeOf } from '#words/locale-of.ts';
import type { Locale } from '#words/locale.svelte.ts';
import { read } from './storage.ts';

/** The language to begin with: that of the address, of an earlier visit, of the browser. */
export function recalledLanguage(asked: Locale | undefined): Locale {
  const kept = read('language');
  return asked ?? (kept === 'ja' || kept === 'en' ? kept : localeOf(navigator.languages));
}

/** The brightness of an earlier visit; nothing where it was left to the device. */
export function recalledTheme(): 'light' | 'dark' | undefined {
  const kept = read('theme');
  return kept === 'light' || kept === 'dark' ? kept : undefined;
}
