import { setTheme, theme, type ThemeSetting } from '#ui/theme.svelte.ts';
import { type Locale, locale, setLocale } from '#words/locale.svelte.ts';
import { recalledLanguage, recalledTheme } from './recalled.ts';
import { keep } from './storage.ts';

/** Begins with the language and brightness of the address, of an earlier visit, of the browser. */
export function recallSettings(asked: Locale | undefined): void {
  setLocale(recalledLanguage(asked));
  setTheme(recalledTheme() ?? 'system');
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
