import { render } from 'svelte/server';
import { caseIds } from '#casebook/index.ts';
import { type Locale, setLocale } from '#words/locale.svelte.ts';
import App from '../App.svelte';
import { screenAt } from '../routes.ts';

/** The first screen of every case in both languages, by the name of its file. Runs at build (src/tools/prepared.ts). */
export async function prepared(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const language of ['ja', 'en'] satisfies Locale[]) {
    setLocale(language);
    for (const id of await caseIds()) {
      const first = await screenAt({ path: ['play', id], query: {} }, () => undefined);
      pages.set(`${id}.${language}.html`, render(App, { props: { first } }).body);
    }
  }
  return pages;
}
