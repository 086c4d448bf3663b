import type { Case } from '#casebook/case.ts';
import { caseSummaries, formIds, formSummaries, loadFacts, loadForm, loadHeads } from '#casebook/index.ts';
import type { Policy } from '#casebook/policy.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import Chooser from '#ui/compare/Chooser.svelte';
import CompareScreen from '#ui/compare/CompareScreen.svelte';
import { beatsOf } from '#view/beats.ts';
import { type CompareSource, type Contract, isAssessable } from '#view/compare-bench.ts';
import { compareOf } from '#view/compare.ts';
import { benchOfCase, benchOfNothing, benchUnder } from '#view/lab-bench.ts';
import { labChoices } from '#view/lab.ts';
import { groundOf } from '#view/result-ground.ts';
import { compareWords } from '#words/compare.ts';
import { pick } from '#words/locale.svelte.ts';
import { allPolicies, caseScreen } from '../content.ts';
import { materialOf } from '../material.ts';
import type { Screen, Visit } from '../routes.ts';
import { stateLink } from '../state-link.ts';
import { today } from '../today.ts';

/**
 * 契約の比較: the chooser; with `c=CASE` contracts for that accident, with columns alone (`x`, `y`, `z`) an empty claim under these. The state
 * stands in the address.
 */
export async function load(visit: Visit): Promise<Screen | null> {
  if (visit.address.path.length > 1) return null;
  const { c, x } = visit.address.query;
  const found =
    c !== undefined ? await caseScreen(c, visit, (of) => caseCompare(of, visit)) : x === undefined ? null : await emptyCompare(visit);
  if (found) return found;
  const [cases, forms] = await Promise.all([caseSummaries(), formSummaries()]);
  return {
    name: 'compare',
    title: () => pick(compareWords).title,
    nav: 'lab',
    component: Chooser,
    props: { choices: labChoices(cases), forms, unknown: c !== undefined },
  };
}

/** The product forms as contracts. What a form is stands in its own note. */
const formContracts = async (): Promise<readonly Contract[]> => {
  const forms = await Promise.all((await formIds()).map(loadForm));
  return forms.flatMap((form) => (form ? [contrasting(form)] : []));
};
const contrasting = (policy: Policy): Contract => ({ policy, why: policy.basis.note ?? policy.title });

async function caseCompare(of: Case, visit: Visit): Promise<Screen> {
  const [material, forms] = await Promise.all([materialOf(of), formContracts()]);
  const { policy, other, facts } = material;
  const moment = endOn(of);
  const ground = groundOf({ ...material, moment, played: false });
  const items = { facts: {}, losses: claimOf(of, moment).losses };
  const also = other && of.alsoUnder ? [{ policy: other, why: ground.filled(of.alsoUnder.why) }] : [];
  // The contract beside the case's own begins as the case itself varies it.
  const varied = beatsOf(ground).find(({ changes }) => Object.keys(changes.schedule).length > 0)?.changes.schedule ?? {};
  return compareScreen(
    {
      id: of.id,
      title: of.title,
      version: of.version,
      base: { c: of.id },
      contracts: [{ policy, why: null }, ...also, ...forms.filter((form) => isAssessable(form.policy, items))],
      bench: (chosen) =>
        [policy, other].includes(chosen) ? benchOfCase(of, moment, chosen, facts) : benchUnder(of, moment, chosen, facts),
      start: {
        columns: [
          { contract: policy.id, schedule: {} },
          { contract: policy.id, schedule: varied },
        ],
        facts: {},
        amounts: {},
      },
    },
    visit,
  );
}

async function emptyCompare(visit: Visit): Promise<Screen> {
  const [policies, forms, facts, heads] = await Promise.all([allPolicies(), formContracts(), loadFacts(), loadHeads()]);
  const contracts = [...forms, ...policies.map(contrasting)];
  return compareScreen(
    {
      id: '',
      title: { ja: compareWords.ja.noCase, en: compareWords.en.noCase },
      version: 0,
      base: {},
      contracts,
      bench: (policy) => benchOfNothing(policy, facts, heads),
      start: { columns: contracts.slice(0, 2).map(({ policy }) => ({ contract: policy.id, schedule: {} })), facts: {}, amounts: {} },
    },
    visit,
  );
}

function compareScreen(source: CompareSource, visit: Visit): Screen {
  return {
    name: 'compare',
    title: () => pick(compareWords).of(pick(source.title)),
    nav: 'lab',
    component: CompareScreen,
    props: {
      compare: compareOf(source, visit.address.query),
      today: today(),
      onlink: stateLink(visit, ['c']),
    },
  };
}
