import { flushSync, hydrate, mount } from 'svelte';
import App from '../App.svelte';
import { readAddress } from '../address.ts';
import { screenAt } from '../routes.ts';
import { rewriteAddress } from '../scroll.ts';

const root = document.documentElement;

/** Whether a prepared screen is on the page or on its way to it: then the page says for which address (show.ts). */
export const isPrepared = (): boolean => 'prepared' in root.dataset;

/** Makes the prepared screen live, and does what was pressed on it meanwhile; where it has not come, or somebody has gone on, the app begins without. */
export async function takeOver(target: HTMLElement): Promise<void> {
  const { hash } = location;
  const first = await screenAt(readAddress(hash), rewriteAddress).catch(() => null);
  const { prepared } = root.dataset;
  delete root.dataset['prepared'];
  if (first === null || target.childElementCount === 0 || prepared !== hash || prepared !== location.hash) {
    target.replaceChildren();
    mount(App, { target });
    return;
  }
  const pressed = target.querySelectorAll<HTMLElement>('input:checked, [data-pressed]');
  hydrate(App, { target, props: { first } });
  flushSync();
  for (const control of pressed) {
    control.removeAttribute('data-pressed');
    control.click();
  }
}
