import { drillSummaries, loadDrill } from '#casebook/drills.ts';
import { loadFacts, loadGeneral, loadPolicy } from '#casebook/index.ts';
import type { Policy } from '#casebook/policy.ts';
import DrillScreen from '#ui/drill/DrillScreen.svelte';
import { type DrillAnswers, resumable } from '#view/drill-answers.ts';
import { drillAfter } from '#view/drill-list.ts';
import { drillView } from '#view/drill.ts';
import { pick } from '#words/locale.svelte.ts';
import { keepDrill, keptDrill } from '../drills.ts';
import type { Screen, Visit } from '../routes.ts';

/** 練習: gone on with where it was left on this device. */
export async function load({ address }: Visit): Promise<Screen | null> {
  const [, id = '', ...more] = address.path;
  const drill = more.length === 0 ? await loadDrill(id) : null;
  if (!drill) return null;
  const wanted = [drill.policy, ...(drill.alsoUnder ? [drill.alsoUnder.policy] : [])];
  const [facts, general, ...found] = await Promise.all([loadFacts(), loadGeneral(), ...wanted.map(loadPolicy)]);
  const policies = Object.fromEntries(found.filter((one): one is Policy => one !== null).map((policy) => [policy.id, policy]));
  const source = { policies, facts, general, payment: general.payment };
  const kept = keptDrill(drill.id);
  const after = drillAfter(drillSummaries, drill.id);
  return {
    name: 'drill',
    title: () => pick(drill.title),
    nav: 'cases',
    component: DrillScreen,
    props: {
      view: (answers: DrillAnswers) => drillView(drill, answers, source),
      kept: kept.version === drill.version ? resumable(drill, kept.answers) : {},
      onkeep: (answers: DrillAnswers) =>
        keepDrill(drill.id, { version: drill.version, answers, done: Object.keys(answers).length === drill.situations.length }),
      after: after ? { id: after.id, title: after.title } : null,
    },
  };
}
