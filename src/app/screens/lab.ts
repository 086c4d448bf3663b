import { caseSummaries, formSummaries, loadFacts, loadForm, loadGeneral, loadHeads, loadMoments, loadPolicy } from '#casebook/index.ts';
import type { Case } from '#casebook/case.ts';
import { momentsFor } from '#casebook/moment.ts';
import { endOn } from '#lifecycle/walk.ts';
import LabScreen from '#ui/lab/LabScreen.svelte';
import { beatsOf } from '#view/beats.ts';
import { benchOfCase, benchOfNothing, benchUnder } from '#view/lab-bench.ts';
import { compareHref, emptyLabHref, labHref, labsHref } from '#ui/links.ts';
import { type ContractChoices, labChoices, labOf, type LabSource, momentChoices, presetsOf } from '#view/lab.ts';
import { presetOf } from '#view/moment.ts';
import { groundOf } from '#view/result-ground.ts';
import { labWords } from '#words/lab.ts';
import { pick } from '#words/locale.svelte.ts';
import { allPolicies, caseScreen } from '../content.ts';
import type { Screen, Visit } from '../routes.ts';
import { stateLink } from '../state-link.ts';
import { today } from '../today.ts';

/**
 * 試算: the chooser; with `c=CASE` the lab of one case, with `p=CONTRACT` an empty claim under a contract or form, with both the items of the
 * case under that form. The state stands in the address.
 */
export async function load(visit: Visit): Promise<Screen | null> {
  if (visit.address.path.length > 1) return null;
  const { c, p } = visit.address.query;
  const found = c === undefined ? await emptyLab(p, visit) : await caseScreen(c, visit, (of) => caseLab(of, p, visit));
  return found ?? chooser(c !== undefined || p !== undefined);
}

/** The list of what one can start from. `unknown`: the address named something that is not there. */
async function chooser(unknown: boolean): Promise<Screen> {
  const [{ default: component }, cases, moments] = await Promise.all([import('#ui/lab/Chooser.svelte'), caseSummaries(), loadMoments()]);
  return {
    name: 'lab',
    title: () => pick(labWords).title,
    nav: 'lab',
    component,
    props: { choices: labChoices(cases), contracts: await contracts(), moments: momentChoices(moments), unknown },
  };
}

/** Every wording and form that one can start from without a case. */
async function contracts(): Promise<ContractChoices> {
  const [policies, forms] = await Promise.all([allPolicies(), formSummaries()]);
  return { policies: policies.map(({ id, title }) => ({ id, title })), forms };
}

async function emptyLab(p: string | undefined, visit: Visit): Promise<Screen | null> {
  const policy = p === undefined ? null : ((await loadPolicy(p)) ?? (await loadForm(p)));
  if (!policy) return null;
  const [facts, heads, { policies, forms }] = await Promise.all([loadFacts(), loadHeads(), contracts()]);
  const others = [...policies, ...forms].filter(({ id }) => id !== p).map(({ id, title }) => ({ href: emptyLabHref(id), title }));
  const { id, title } = policy;
  const bench = benchOfNothing(policy, facts, heads);
  const moments = momentsFor(await loadMoments(), { form: id });
  const presets = moments.map((moment) => presetOf(moment, bench, null, labsHref));
  return labScreen({ kind: 'empty', bench, id, title, version: 0, base: { p: id }, others, presets }, visit);
}

async function caseLab(of: Case, p: string | undefined, visit: Visit): Promise<Screen | null> {
  const [facts, general, own, forms] = await Promise.all([loadFacts(), loadGeneral(), loadPolicy(of.policy), formSummaries()]);
  if (!own) throw new Error(`the policy ${of.policy} of case ${of.id} is missing`);
  const [id, title, version, moment] = [of.id, of.title, of.version, endOn(of)] as const;
  const form = p === undefined ? null : await loadForm(p);
  if (form === null && p !== undefined && p !== own.id) return null;
  const others = [
    ...(form ? [{ href: labHref(id), title: own.title }] : []),
    ...forms.filter((one) => one.id !== p).map((one) => ({ href: labHref(id, one.id), title: one.title })),
  ];
  const rest = { id, title, version, others };
  if (form) {
    return labScreen(
      { ...rest, kind: 'form', bench: benchUnder(of, moment, form, facts), base: { c: id, p: form.id }, presets: [] },
      visit,
    );
  }
  const bench = benchOfCase(of, moment, own, facts);
  const second = of.alsoUnder ? await loadPolicy(of.alsoUnder.policy) : null;
  const other = second && benchOfCase(of, moment, second, facts);
  const beside = second ? compareHref(id, [own.id, second.id]) : labsHref;
  const moments = momentsFor(await loadMoments(), { case: id }).map((one) => presetOf(one, bench, other, beside));
  const beats = beatsOf(groundOf({ case: of, policy: own, facts, general, titles: {}, moment, played: false }));
  return labScreen({ ...rest, kind: 'case', bench, base: { c: id }, presets: presetsOf(moments, beats) }, visit);
}

function labScreen(source: LabSource, visit: Visit): Screen {
  const { title } = source;
  return {
    name: 'lab',
    title: () => pick(labWords).of(pick(title)),
    nav: 'lab',
    component: LabScreen,
    props: {
      lab: labOf(source, visit.address.query),
      today: today(),
      onlink: stateLink(visit, ['c', 'p']),
    },
  };
}
