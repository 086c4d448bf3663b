import { loadCase, loadFacts, loadPolicy } from '#casebook/index.ts';
import BriefingScreen from '#ui/briefing/BriefingScreen.svelte';
import { briefing, briefingLookup } from '#view/briefing.ts';
import { fill } from '#words/fill.ts';
import { type Both, locale, pick } from '#words/locale.svelte.ts';
import type { Screen, Visit } from '../routes.ts';

/** 事案の表紙. */
export async function load({ address }: Visit): Promise<Screen | null> {
  const [, id = '', ...more] = address.path;
  const found = more.length === 0 ? await loadCase(id) : null;
  if (!found) return null;
  const [book, policy, other] = await Promise.all([
    loadFacts(),
    loadPolicy(found.policy),
    found.alsoUnder ? loadPolicy(found.alsoUnder.policy) : null,
  ]);
  if (!policy) return null;
  const lookup = briefingLookup(found, policy, book);
  return {
    name: 'case',
    title: () => pick(found.title),
    nav: 'cases',
    component: BriefingScreen,
    props: {
      briefing: briefing(found, policy, book, other ?? undefined),
      filled: (text: Both<string>) => fill(text, lookup, locale()),
    },
  };
}
