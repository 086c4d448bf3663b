import { setTheme, theme, type ThemeSetting } from '#ui/theme.svelte.ts';
import { type Locale, locale, localeOf, setLocale } from '#words/locale.svelte.ts';
import { keep, read } from './storage.ts';

/** The language and brightness to begin with: that of the address, of an earlier visit, of the browser. */
export function recallSettings(asked: Locale | undefined): void {
  const kept = read('language');
  setLocale(asked ?? (kept === 'ja' || kept === 'en' ? kept : localeOf(navigator.languages)));
  const bright = read('theme');
  if (bright === 'light' || bright === 'dark') setTheme(bright);
}

/** Switches the language and remembers it. */
export function chooseLanguage(next: Locale): void {
  setLocale(next);
  keep('language', next);
}

/** Switches the brightness and remembers it. */
export function chooseTheme(next: ThemeSetting): void {
  setTheme(next);
  keep('theme', next);
}

/** Writes language and brightness onto the page, where the style sheet and screen readers look for them. Call inside an effect. */
export function showSettings(): void {
  document.documentElement.lang = locale();
  document.documentElement.dataset['theme'] = theme();
}
