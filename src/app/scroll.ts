import { readAddress, writeAddress } from './address.ts';
import type { Rewrite } from './routes.ts';

/** Where a person stood in each entry of the history: how far down, and on which link. */
interface Place {
  readonly top: number;
  readonly href: string | null;
}

const places = new Map<string, Place>();
let entry = '';
let made = 0;

/** Remembers the place in the entry that is being left, and takes up the one the browser is at. True when we come back to it. */
export function enter(): boolean {
  if (entry !== '') places.set(entry, { top: scrollY, href: document.activeElement?.getAttribute('href') ?? null });
  const known = (history.state as { entry?: string } | null)?.entry;
  entry = known ?? `${Date.now().toString(36)}-${String(made++)}`;
  if (known === undefined) history.replaceState({ entry }, '');
  return known !== undefined && places.has(known);
}

/** After the screen is there: back to the old place, or to the heading at the top of a new one. */
export function settle(back: boolean): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  const place = back ? places.get(entry) : undefined;
  if (!place) {
    scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
    return;
  }
  const link = [...document.querySelectorAll<HTMLElement>('main a[href]')].find((a) => a.getAttribute('href') === place.href);
  (link ?? heading)?.focus({ preventScroll: true });
  scrollTo(0, place.top);
}

/** Changes the address of the entry we are at, without a new one. */
export const rewriteAddress: Rewrite = (change) => {
  history.replaceState({ entry }, '', writeAddress(change(readAddress(location.hash))));
};
