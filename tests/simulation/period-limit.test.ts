import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, trace } from '#domain/assess.ts';
import { judge } from '#domain/policy/judge.ts';
import { withPeriodLimit } from '#simulation/period-limit.ts';
import { yearOf } from '#simulation/year.ts';
import { cases } from '../support/arbitrary.ts';
import { damages, familyA, familyD, leaf, wordingOf } from '../support/families.ts';

test('its names are not those of the wording, and no clause is said to cut', () => {
  const taken = wordingOf(leaf('period', { claimed: 'all' }), { periodLimit: 5 });
  const { wording, pool, entry } = withPeriodLimit(taken, 700);
  expect([pool, entry]).toEqual(['period-', 'periodLimit-']);
  expect(wording.schedule).toEqual({ periodLimit: 5, 'periodLimit-': 700 });
  expect(trace(compile(wording), { facts: {}, losses: [damages(1_000)] })).toMatchObject({
    paid: 700,
    items: [{ cuts: [{ cause: 'aggregate', amount: 300, clause: null, pool: 'period-' }] }],
  });
});

test('it is a sound wording, and the entry turns the amount', () => {
  for (const family of [familyA, familyD]) {
    const { wording, entry } = withPeriodLimit(family, 1_000_000);
    expect(judge(wording)).toEqual(judge(family));
    const claim = { facts: {}, losses: [damages(20_000_000)] };
    const paid = (yen: number) => trace(compile(wording), { ...claim, schedule: { [entry]: yen } });
    expect(paid(0)).toMatchObject({ paid: 0 });
    expect(paid(7)).toMatchObject({ paid: 7 });
  }
});

test('true of every wording: the claims of a year together receive at most the limit, what is left is what they did not receive', () => {
  let spent = 0;
  fc.assert(
    fc.property(cases({ clauses: 3, losses: 3 }), fc.nat(2_000_000), ({ wording: plain, claim }, most) => {
      const { wording, pool } = withPeriodLimit(plain, most);
      const reported = ['a', 'b', 'c'].map((id, i) => ({ id, on: `2026-0${String(i + 4)}-01`, facts: claim.facts, losses: claim.losses }));
      const year = yearOf(compile(wording), claim.schedule ?? {}, reported);
      if ('refused' in year) return;
      expect(year.totals.paid).toBeLessThanOrEqual(most);
      let left = most;
      for (const { leftAfter, assessment } of year.entries) {
        left -= assessment.paid;
        expect(leftAfter[pool]).toBe(left);
        expect(left).toBeGreaterThanOrEqual(0);
      }
      if (left === 0) spent++;
    }),
    { seed: 7, numRuns: 500 },
  );
  expect(spent).toBeGreaterThan(10);
});
