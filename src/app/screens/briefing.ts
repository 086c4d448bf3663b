import type { Case } from '#casebook/case.ts';
import { loadFacts, loadPolicy } from '#casebook/index.ts';
import BriefingScreen from '#ui/briefing/BriefingScreen.svelte';
import { briefing, briefingLookup } from '#view/briefing.ts';
import { fill } from '#words/fill.ts';
import { type Both, locale, pick } from '#words/locale.svelte.ts';
import { caseScreen } from '../content.ts';
import type { Screen, Visit } from '../routes.ts';

/** 事案の表紙. */
export async function load(visit: Visit): Promise<Screen | null> {
  const [, id = '', ...more] = visit.address.path;
  return more.length === 0 ? caseScreen(id, visit, briefingOf) : null;
}

async function briefingOf(found: Case): Promise<Screen | null> {
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
