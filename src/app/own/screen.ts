import type { Case } from '#casebook/case.ts';
import OwnFrame from '#ui/own/OwnFrame.svelte';
import { shownText } from '#view/own-text.ts';
import type { Screen, Visit } from '../routes.ts';
import { check } from './checker.ts';
import { keptCase } from './kept.ts';

/**
 * A screen of a case that somebody wrote, marked as such. The kept text is read and checked anew each time: nothing else of it is trusted.
 * One that does not pass any more opens in the editor.
 */
export async function ownScreen(id: string, visit: Visit, screen: (of: Case) => Promise<Screen | null>): Promise<Screen | null> {
  const kept = keptCase(id);
  if (!kept) return null;
  const checked = await check(shownText(kept.text));
  if (typeof checked === 'string' || !checked.ok) {
    const { load } = await import('../screens/own.ts');
    return load({ ...visit, address: { path: ['own'], query: { ...visit.address.query, open: id } } });
  }
  const { case: of, japaneseOnly } = checked.value;
  const inner = await screen(of.id === id ? of : { ...of, id });
  if (!inner) return null;
  return { ...inner, component: OwnFrame, props: { id, japaneseOnly, component: inner.component, props: inner.props } };
}
