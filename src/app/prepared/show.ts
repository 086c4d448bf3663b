import { OWN } from '#casebook/own-id.ts';
import { languageOf, readAddress } from '../address.ts';
import { recalledLanguage, recalledTheme } from '../recalled.ts';
import { keptSitting } from '../storage.ts';

/** What the build prepared: a folder with the first screen of every case, `ID.LANGUAGE.html`, and the styles it needs. */
declare const PREPARED: { readonly folder: string; readonly styles: readonly string[] };
const { folder, styles } = PREPARED;
/** How what Svelte has rendered begins. */
const RENDERED = '<!--[';
const root = document.documentElement;

/**
 * A script of its own, which comes before the app: on a slow line a person reads the first question of a case, and may answer it, while the app
 * is on its way. Only where the app will begin with the very same: on a narrow window, with nothing kept of this case and nothing else asked for.
 */
async function show(): Promise<void> {
  const address = readAddress(location.hash);
  const [screen = '', id = '', ...more] = address.path;
  const asked = Object.keys(address.query).filter((name) => name !== 'l');
  if (screen !== 'play' || id.startsWith(OWN) || more.length + asked.length > 0) return;
  if (keptSitting(id) || !matchMedia('(max-width: 47.99rem)').matches) return;
  const language = recalledLanguage(languageOf(address));
  root.dataset['prepared'] = location.hash;
  const [page] = await Promise.all([fetch(`${folder}/${id}.${language}.html`), ...styles.map(styled)]);
  const html = await page.text();
  const app = document.getElementById('app');
  // A server may answer with its front page where there is no such case; and the app may have been faster.
  if (!page.ok || !html.startsWith(RENDERED) || !app || app.childElementCount > 0 || !isWanted()) return;
  root.lang = language;
  root.dataset['theme'] = recalledTheme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  root.dataset['screen'] = screen;
  app.innerHTML = html;
  // What is pressed before the app is there, the app does when it comes (take-over.ts).
  app.addEventListener('click', ({ target }) => {
    if (isWanted()) (target as Element).closest('button')?.setAttribute('data-pressed', '');
  });
}

/** Until the app is there. */
const isWanted = (): boolean => 'prepared' in root.dataset;

const styled = (href: string): Promise<unknown> =>
  new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: done, onerror: failed }));
  });

// Where it does not come, the app begins without.
show().catch(() => undefined);
