import PolicyScreen from '#ui/policy/PolicyScreen.svelte';
import { clauseSections, clauseUse, policyOfClause } from '#view/policy-list.ts';
import { words } from '#words/locale.svelte.ts';
import { allCases, allPolicies } from '../content.ts';
import type { Screen, Visit } from '../routes.ts';

/** 約款ビューア: one wording at a time, perhaps at one of its clauses. */
export async function load({ address }: Visit): Promise<Screen | null> {
  const [, clause, ...more] = address.path;
  const [wordings, cases] = await Promise.all([allPolicies(), allCases()]);
  const asked = wordings.find((policy) => policy.id === address.query['p']);
  const holding = clause === undefined ? undefined : policyOfClause(asked ? [asked, ...wordings] : wordings, clause);
  const current = holding ?? asked ?? wordings[0];
  if (!current || more.length > 0) return null;
  const use = clauseUse(cases);
  return {
    name: 'policy',
    title: () => words().policy.title,
    nav: 'policy',
    component: PolicyScreen,
    props: {
      policies: wordings,
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
