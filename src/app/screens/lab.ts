import { caseSummaries, loadCase, loadFacts, loadGeneral, loadPolicy } from '#casebook/index.ts';
import type { Case } from '#casebook/case.ts';
import { endOn } from '#lifecycle/walk.ts';
import Chooser from '#ui/lab/Chooser.svelte';
import LabScreen from '#ui/lab/LabScreen.svelte';
import { labChoices, labOf } from '#view/lab.ts';
import { labWords } from '#words/lab.ts';
import { pick } from '#words/locale.svelte.ts';
import type { Screen, Visit } from '../routes.ts';

/** 試算: the chooser, or with `c=CASE` the lab of one case. Its state stands in the address. */
export async function load(visit: Visit): Promise<Screen | null> {
  if (visit.address.path.length > 1) return null;
  const id = visit.address.query['c'];
  const of = id === undefined ? null : await loadCase(id);
  if (of) return labScreen(of, visit);
  return {
    name: 'lab',
    title: () => pick(labWords).title,
    nav: 'lab',
    component: Chooser,
    props: { choices: labChoices(await caseSummaries()), unknown: id !== undefined },
  };
}

async function labScreen(of: Case, { address, rewrite }: Visit): Promise<Screen> {
  const [policy, facts, general] = await Promise.all([loadPolicy(of.policy), loadFacts(), loadGeneral()]);
  if (!policy) throw new Error(`the policy ${of.policy} of case ${of.id} is missing`);
  const lab = labOf({ case: of, policy, facts, general, titles: {}, moment: endOn(of), played: false }, address.query);
  return {
    name: 'lab',
    title: () => pick(labWords).of(pick(of.title)),
    nav: 'lab',
    component: LabScreen,
    props: {
      lab,
      onlink: (link: Readonly<Record<string, string>>) =>
        rewrite(({ path, query }) => ({ path, query: { ...(query['l'] === undefined ? {} : { l: query['l'] }), ...link } })),
    },
  };
}
