import { describe, expect, test } from 'vitest';
import type { ClauseUse } from '#casebook/pair.ts';
import { clauseTexts, type Policy } from '#casebook/policy.ts';
import { assess, compile } from '#domain/assess.ts';
import type { Assessment } from '#domain/assessment.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { policyFile, policyIds } from '#tools/library.ts';
import { moduleOf } from '#tools/yaml-plugin.ts';
import { clauseUse } from '#view/clause-use.ts';
import { caseAt, ids } from './result-support.ts';

const load = <T>(file: string, query = ''): T => {
  const made = moduleOf(file, query);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value as T;
};
const policies = policyIds().map((id) => load<Policy>(policyFile(id)));
const uses = new Map(policies.map(({ id }) => [id, load<ClauseUse>(policyFile(id), 'use')]));
const useOf = (policy: string): ClauseUse => uses.get(policy) ?? {};

/** The best way of every case that is read under the wording, assessed. */
const bestOf = (policy: Policy): ReadonlyMap<string, Assessment> => {
  const compiled = compile(policy.wording);
  return new Map(
    ids.flatMap((id): [string, Assessment][] => {
      const of = caseAt(id);
      const isOwn = of.policy === policy.id;
      if (!isOwn && of.alsoUnder?.policy !== policy.id) return [];
      const result = assess(compiled, claimOf(of, endOn(of), isOwn ? 'own' : 'other'));
      if ('refused' in result) throw new Error(result.refused);
      return [[id, result]];
    }),
  );
};

/** The ids of the cases that a list gives for a clause without a detour. */
const straight = (use: ClauseUse, clause: string, list: 'decided' | 'excepted'): readonly string[] =>
  (use[clause]?.[list] ?? []).filter(({ detour }) => !detour).map(({ id }) => id);

describe.each(policies.map((policy) => [policy.id, policy] as const))('where the clauses of %s mattered', (id, policy) => {
  const best = bestOf(policy);
  const use = useOf(id);
  const known = new Set(clauseTexts(policy).keys());

  test('is asked of its own clauses alone, and names each case once', () => {
    expect(Object.keys(use).length).toBeGreaterThan(20);
    expect(Object.keys(use).filter((clause) => !known.has(clause))).toEqual([]);
    for (const { decided, excepted, drills } of Object.values(use)) {
      for (const list of [decided, excepted, drills]) expect(new Set(list.map((link) => link.id)).size).toBe(list.length);
      for (const link of [...decided, ...excepted]) expect(best.has(link.id), link.id).toBe(true);
    }
  });

  test('holds every clause that cuts a yen on the best way of a case', () => {
    for (const [name, result] of best) {
      for (const { clause, amount } of result.items.flatMap(({ cuts }) => cuts)) {
        if (clause !== null && amount > 0) expect(straight(use, clause, 'decided'), `${name} ${clause}`).toContain(name);
      }
    }
  });

  test('holds a case without a detour only where the clause cut, was matched as met, or gave cover back', () => {
    for (const clause of known) {
      for (const name of straight(use, clause, 'decided')) {
        const result = best.get(name);
        const cut = result?.items.some(({ cuts }) => cuts.some((one) => one.clause === clause && one.amount > 0));
        const finding = result?.findings.find((one) => one.clause === clause);
        const matched =
          finding?.result === 'met' &&
          caseAt(name).matching.some(
            (match) => match.clause === clause && match.answer === 'met' && (match.under ?? caseAt(name).policy) === id,
          );
        const gaveBack = result?.findings.some(({ result: found, exceptedBy }) => found === 'excepted' && exceptedBy.includes(clause));
        const opened = (result?.open ?? 0) > 0;
        expect([cut, matched, gaveBack, opened].some(Boolean), `${name} ${clause}`).toBe(true);
      }
    }
  });

  test('names as excepted exactly the cases whose finding is so', () => {
    for (const clause of known) {
      const found = [...best].filter(([, { findings }]) => findings.some((one) => one.clause === clause && one.result === 'excepted'));
      expect(straight(use, clause, 'excepted').toSorted(), clause).toEqual(found.map(([name]) => name).toSorted());
    }
  });
});

test('one accident counts for each wording by itself', () => {
  // The employee who sold data: exclusion 2 of the one wording decides it, supervision under the other.
  expect(straight(useOf('plan-b'), 'PB-EX02', 'decided')).toContain('IT-04');
  expect(straight(useOf('it-liability'), 'IT-CARE', 'decided')).toContain('IT-04');
  expect(useOf('it-liability')['PB-EX02']).toBeUndefined();
});

test('an exclusion that is met but excepted stands apart from the exception that gave cover back', () => {
  expect(straight(useOf('plan-b'), 'PB-EX06', 'excepted')).toContain('PB-13');
  expect(straight(useOf('plan-b'), 'PB-EX06', 'decided')).not.toContain('PB-13');
  expect(straight(useOf('plan-b'), 'PB-EX06-ro', 'decided')).toContain('PB-13');
});

test('a duty that only a worse choice breaks is marked so', () => {
  // PB-06 pays ahead without consent on one of its ways, and on the best one not.
  const link = useOf('plan-b')['PB-DUTY-CONSENT']?.decided.find(({ id }) => id === 'PB-06');
  expect(link?.detour).toBe(true);
});

test('without cases nothing matters', () => {
  for (const policy of policies) expect(clauseUse(policy, [])).toEqual({});
});
