import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, trace } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import type { Amount, Pool, Term, Wording } from '#domain/policy/wording.ts';
import { curveOf } from '#simulation/curve.ts';
import { grid, sweepOf } from '#simulation/sweep.ts';
import { cases } from '../support/arbitrary.ts';

const entry = (name: string): Amount => ({ op: 'entry', name });
const wording = (pool: Pool): Wording => ({
  id: 'form',
  version: 1,
  rounding: 'down',
  facts: { leak: { type: 'yesno' } },
  schedule: { limit: 100_000_000, deductible: 1_000_000 },
  clauses: [{ id: 'LEAK', kind: 'trigger', when: { op: 'is', name: 'leak', values: [true] }, scope: {}, except: [] }],
  pool,
});
const deductible: Term = { kind: 'deductible', amount: entry('deductible'), clause: 'DED' };
const limit: Term = { kind: 'limit', amount: entry('limit'), clause: 'LIM' };
const simple = compile(wording({ id: 'all', takes: { claimed: 'all' }, terms: [deductible, limit] }));
/** 争訟費用の按分: the insured's defence is paid outside the limit, in the proportion of limit to damages. */
const proRated = compile(
  wording({
    id: 'all',
    terms: [],
    of: [
      { id: 'damages', takes: { claimed: 'all' }, terms: [limit] },
      {
        id: 'defence',
        takes: { spent: ['defence'] },
        terms: [{ kind: 'ratio', ratio: { of: entry('limit'), to: { op: 'loss', pool: 'damages' } }, clause: 'PRO' }],
      },
    ],
  }),
);
const claim = (amount: number, facts: Claim['facts'] = { leak: true }): Claim => ({
  facts,
  losses: [{ id: 'a', side: 'claimed', head: 'damages', amount }],
});

test('the curve bends exactly at the deductible and where the limit is reached', () => {
  const { kinks } = curveOf(simple, claim(50_000_000), 150_000_000);
  // up to 1,000,000 the deductible takes all; from 101,000,000 on (limit + deductible) the limit cuts
  expect(kinks.map(({ x, low, term, clause }) => [x, low, term, clause])).toEqual([
    [1_000_000, 0, 'deductible', 'DED'],
    [101_000_000, 100_000_000, 'limit', 'LIM'],
  ]);
});

test('what is owed keeps its share to the yen, however large the claim (BigInt)', () => {
  const yen = fc.integer({ min: 100_000_000, max: 100_000_000_000 });
  fc.assert(
    fc.property(fc.tuple(yen, yen), ([one, other]) => {
      const [amount, owed] = [Math.max(one, other), Math.min(one, other)];
      const part = {
        ...claim(amount),
        schedule: { limit: 10 ** 12, deductible: 0 },
        losses: [{ ...claim(amount).losses[0], owed }],
      } as Claim;
      for (const { x, low } of curveOf(simple, part, 2 * amount).points)
        expect(low).toBe(Number((BigInt(owed) * BigInt(x)) / BigInt(amount)));
    }),
    { seed: 12, numRuns: 200 },
  );
});

test('every point of the curve is what the assessment pays for that sum', () => {
  const { points } = curveOf(simple, claim(7_777_777), 150_000_000);
  expect(points.length).toBeGreaterThan(40);
  for (const { x, low, high } of points) {
    expect(low).toBe(Math.min(Math.max(x - 1_000_000, 0), 100_000_000));
    expect(high).toBe(low);
  }
});

test('under pro-rated defence costs the curve falls as damages rise', () => {
  const losses: Claim['losses'] = [
    { id: 'a', side: 'claimed', head: 'damages', amount: 100_000_000 },
    { id: 'f', side: 'spent', head: 'defence', amount: 10_000_000 },
  ];
  const at = (amount: number) =>
    trace(proRated, { facts: { leak: true }, losses: losses.map((one) => (one.id === 'a' ? { ...one, amount } : one)) });
  // at the limit 100 + 10; at twice the limit 100 + 10 × 100/200
  expect(at(100_000_000)).toMatchObject({ paid: 110_000_000 });
  expect(at(200_000_000)).toMatchObject({ paid: 105_000_000 });
  expect(curveOf(proRated, { facts: { leak: true }, losses }, 300_000_000).kinks.map(({ term }) => term)).toContain('limit');
});

test('an open question gives the curve a band', () => {
  const { points } = curveOf(simple, claim(10_000_000, {}), 20_000_000);
  const last = points.at(-1);
  expect(last).toEqual({ x: 20_000_000, low: 0, high: 19_000_000 });
});

test('a sweep gives the low of the assessment under each schedule', () => {
  for (const [form, facts] of [
    [simple, { leak: true }],
    [proRated, { leak: true }],
    [simple, {}],
  ] as const) {
    const losses: Claim['losses'] = [
      { id: 'a', side: 'claimed', head: 'damages', amount: 66_000_001 },
      { id: 'f', side: 'spent', head: 'defence', amount: 9_999_999 },
    ];
    const sweep = sweepOf(form, { facts, losses }, ['limit', 'deductible']);
    for (const most of [0, 1, 999_999, 30_000_000, 66_000_000, 1_000_000_000]) {
      for (const own of [0, 1, 500_000, 66_000_001]) {
        const traced = trace(form, { facts, losses, schedule: { limit: most, deductible: own } });
        sweep.set(0, most);
        sweep.set(1, own);
        expect([most, own, sweep.paid()]).toEqual([most, own, 'refused' in traced ? null : traced.low]);
      }
    }
  }
});

test('a grid holds its cells row by row', () => {
  const cells = grid(simple, claim(20_000_000), 'limit', [10_000_000, 100_000_000], 'deductible', [0, 5_000_000, 15_000_000]);
  expect([...cells]).toEqual([10_000_000, 10_000_000, 5_000_000, 20_000_000, 15_000_000, 5_000_000]);
});

test('a grid agrees with the assessment in every cell, for random policies, claims and contracts', () => {
  let cells = 0;
  fc.assert(
    fc.property(
      cases(),
      fc.array(fc.nat(3000), { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(3000), { minLength: 1, maxLength: 4 }),
      (one, rows, columns) => {
        const yen = Object.keys(one.wording.schedule).filter((name) => typeof one.wording.schedule[name] === 'number');
        const [row = 'limit', column = 'deductible'] = yen;
        const compiled = compile(one.wording);
        const got = grid(compiled, one.claim, row, rows, column, columns);
        rows.forEach((a, i) =>
          columns.forEach((b, j) => {
            const traced = trace(compiled, { ...one.claim, schedule: { ...one.claim.schedule, [row]: a, [column]: b } });
            if ('refused' in traced) return;
            cells++;
            expect(got[i * columns.length + j]).toBe(traced.low);
          }),
        );
      },
    ),
    { numRuns: 1500 },
  );
  console.log(`${cells} cells agree`);
  expect(cells).toBeGreaterThan(3000);
});
