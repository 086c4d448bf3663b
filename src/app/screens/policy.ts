import { formIds, loadForm } from '#casebook/index.ts';
import type { Policy } from '#casebook/policy.ts';
import { loadClauseUse, loadComparison } from '#casebook/pairs.ts';
import PolicyScreen from '#ui/policy/PolicyScreen.svelte';
import { clauseSections, policyOfClause } from '#view/policy-list.ts';
import { pick, words } from '#words/locale.svelte.ts';
import { policyWords } from '#words/policy.ts';
import { allPolicies } from '../content.ts';
import type { Screen, Visit } from '../routes.ts';

/** 約款ビューア: one wording at a time, perhaps at one of its clauses; with `p=compare`, what one has and the other lacks. */
export async function load({ address }: Visit): Promise<Screen | null> {
  const [, clause, ...more] = address.path;
  const wordings = await allPolicies();
  if (more.length > 0) return null;
  if (clause === undefined && address.query['p'] === 'compare') return comparison(wordings);
  const p = address.query['p'];
  const ours = wanted(wordings, clause, p);
  // What neither wording has may stand in one of the product forms.
  const isForm = clause === undefined ? p !== undefined && !ours.asked : !ours.holding;
  const forms = isForm ? (await Promise.all((await formIds()).map(loadForm))).filter((form) => form !== null) : [];
  const form = wanted(forms, clause, p);
  const [asked, holding] = [ours.asked ?? form.asked, ours.holding ?? form.holding];
  const current = holding ?? asked ?? wordings[0];
  if (!current) return null;
  const use = await loadClauseUse(current.id);
  return {
    name: 'policy',
    title: () => words().policy.title,
    nav: 'policy',
    component: PolicyScreen,
    props: {
      policies: wordings.includes(current) ? wordings : [...wordings, current],
      current: { ...current, note: current.basis.note },
      sections: (word: string) => clauseSections(current, use, word),
      chosen: holding ? clause : null,
      unknown: clause !== undefined && !holding,
    },
    arrived: () => {
      if (holding) document.getElementById(`clause-${String(clause)}`)?.scrollIntoView();
    },
  };
}

/** The policy that is asked for, and the one that prints the clause: the asked one before others. */
function wanted(policies: readonly Policy[], clause: string | undefined, p: string | undefined) {
  const asked = policies.find((policy) => policy.id === p);
  return { asked, holding: clause === undefined ? undefined : policyOfClause(asked ? [asked, ...policies] : policies, clause) };
}

async function comparison(policies: Awaited<ReturnType<typeof allPolicies>>): Promise<Screen | null> {
  const [found, { comparisonOf }, { default: CompareScreen }] = await Promise.all([
    loadComparison(),
    import('#view/comparison.ts'),
    import('#ui/policy/CompareScreen.svelte'),
  ]);
  if (!found) return null;
  return {
    name: 'compare',
    title: () => pick(policyWords).compare,
    nav: 'policy',
    component: CompareScreen,
    props: { policies, comparison: comparisonOf(found, policies) },
  };
}
