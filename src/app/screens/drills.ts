import { drillSummaries } from '#casebook/drills.ts';
import DrillList from '#ui/drill/DrillList.svelte';
import { drillGroups } from '#view/drill-list.ts';
import { drillWords } from '#words/drill.ts';
import { pick } from '#words/locale.svelte.ts';
import { keptDrill } from '../drills.ts';
import type { Screen, Visit } from '../routes.ts';

/** 練習一覧. */
export async function load({ address }: Visit): Promise<Screen | null> {
  if (address.path.length > 1) return null;
  const done = new Set(drillSummaries.map(({ id }) => id).filter((id) => keptDrill(id).done));
  return {
    name: 'drills',
    title: () => pick(drillWords).list,
    nav: 'cases',
    component: DrillList,
    props: { groups: drillGroups(drillSummaries, done) },
  };
}
