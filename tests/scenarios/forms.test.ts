import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy } from '#casebook/policy.ts';
import { compile, trace } from '#domain/assess.ts';
import type { Loss } from '#domain/assessment.ts';
import type { Pool, Values, Wording } from '#domain/policy/wording.ts';
import { readForm } from '#tools/forms.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { readShelf } from '#tools/proving/shelf.ts';
import { formIds, policyIds, readGround, SCENARIOS } from '#tools/library.ts';
import { familyA, familyB, familyC, familyD, familyE, familyF, item, pay, percent, poolOf } from '../support/families.ts';

const ground = readGround();
if (!ground.ok) throw new Error('facts.yaml or general.yaml is refused');
const formAt = (id: string): Policy => {
  const read = readForm(id, SCENARIOS, ground.value);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

/** What a form calls the schedule entries of the wording in code. */
const NAMES: Readonly<Record<string, string>> = { limit: 'liabilityLimit' };
const called = (schedule: Values): Values => Object.fromEntries(Object.entries(schedule).map(([name, value]) => [NAMES[name] ?? name, value]));

const FORMS: readonly (readonly [string, Wording])[] = [
  ['form-a', familyA],
  ['form-b', familyB],
  ['form-c', familyC],
  ['form-d', familyD],
  ['form-e', familyE],
  ['form-f', familyF],
];

/** The wording in code with a franchise in the place of the deductible on damages. */
const asFranchise = (wording: Wording): Wording => {
  const turned = (pool: Pool): Pool => ({
    ...pool,
    ...(pool.of ? { of: pool.of.map(turned) } : {}),
    terms: pool.terms.map((term) => (term.kind === 'deductible' ? { kind: 'franchise', amount: term.amount } : term)),
  });
  return { ...wording, pool: turned(wording.pool) };
};

const amount = fc.oneof(fc.constantFrom(0, 1, 999_999, 1_000_000, 1_000_001, 100_000_000), fc.integer({ min: 0, max: 400_000_000 }));
const entries: Readonly<Record<string, fc.Arbitrary<number | { basisPoints: number }>>> = {
  limit: fc.constantFrom(1_000_000, 10_000_000, 50_000_000, 100_000_000),
  periodLimit: fc.constantFrom(1_000_000, 50_000_000, 100_000_000),
  deductible: fc.constantFrom(0, 100_000, 1_000_000, 10_000_000),
  costLimit: fc.constantFrom(0, 5_000_000, 30_000_000, 100_000_000),
  costDeductible: fc.constantFrom(0, 100_000, 5_000_000),
  share: fc.constantFrom(5000, 9000, 9500, 3333, 10_000).map((basisPoints) => ({ basisPoints })),
};
const SPENT = ['defence', 'gift', 'investigation', 'recovery', 'prevention', 'apology-ad', 'consulting', 'overtime', 'communication', 'mitigation', 'emergency', 'cooperation'];
const CLAIMED = ['damages', 'lost-profit', 'gift', 'apology-ad', 'investigation', 'consulting', 'overtime', 'communication', 'defence'];
const losses = fc
  .array(fc.tuple(fc.constantFrom(...CLAIMED.map((head) => ['claimed', head] as const), ...SPENT.map((head) => ['spent', head] as const)), amount, fc.integer({ min: 1, max: 60_000 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((list) => list.map(([[side, head], yen, count], i): Loss => item(`n${i}`, side, head, yen, head === 'gift' ? { count } : {})));

describe('the forms', () => {
  test('are the six families, and none of them is among the policies', () => {
    expect(formIds()).toEqual(FORMS.map(([id]) => id));
    expect(policyIds().filter((id) => formIds().includes(id))).toEqual([]);
  });

  test.each(FORMS)('%s: every amount is assumed, every clause rests on practice and has a question, and nothing decides coverage', (id) => {
    const form = formAt(id);
    expect(Object.values(form.schedule).map(({ from }) => from)).toEqual(Object.values(form.schedule).map(() => 'assumed'));
    expect(form.wording.clauses).toEqual([]);
    expect(form.clauses.filter(({ kind, source, ask }) => kind !== 'payment' || source.from !== 'practice' || !ask)).toEqual([]);
    const named = JSON.stringify([form.wording.pool, form.schedule]);
    expect(form.clauses.filter(({ general, id: clause }) => !general && !named.includes(`"${clause}"`))).toEqual([]);
    expect(form.basis.note?.ja).toContain('お金の計算だけ');
  });

  test.each(FORMS)('%s pays what the same family in code pays, pool by pool and item by item', (id, family) => {
    const form = formAt(id);
    const kinds = form.schedule['deductibleKind'] ? ['excess', 'franchise'] : [undefined];
    const schedules = fc.record(Object.fromEntries(Object.keys(family.schedule).map((name) => [name, entries[name] ?? expect.unreachable(name)])));
    fc.assert(
      fc.property(losses, schedules, fc.constantFrom(...kinds), (list, schedule, deductibleKind) => {
        const own = called(schedule);
        const told = pay(form.wording, list, { schedule: { ...own, ...(deductibleKind === undefined ? {} : { deductibleKind }) } });
        const coded = pay(deductibleKind === 'franchise' ? asFranchise(family) : family, list, { schedule });
        const seen = ({ paid, low, high, ownCost, pools, items }: typeof told) => ({
          figures: [paid, low, high, ownCost],
          pools: pools.map((pool) => [pool.pool, pool.loss, pool.result, pool.paid, pool.aggregateLeft]),
          items: items.map((one) => [one.id, one.pool, one.paid]),
        });
        expect(seen(told)).toEqual(seen(coded));
      }),
      { numRuns: 1000 },
    );
  });
});

test('the items of every case can be assessed under every form, those that no form takes as not covered', () => {
  for (const of of readShelf().cases) {
    const { losses } = claimOf(of, endOn(of));
    for (const [id] of FORMS) {
      const found = trace(compile(formAt(id).wording), { facts: {}, losses });
      expect('refused' in found ? [of.id, id, found.refused] : [], `${of.id} ${id}`).toEqual([]);
    }
  }
});

test.each(FORMS)('%s: what is no cost of a response or of restoring is not paid: own profit, ordinary pay, redoing the own work', (id) => {
  for (const head of ['lost-profit', 'base-pay', 'own-staff', 'rework']) expect(pay(formAt(id).wording, [item('own', 'spent', head, 10_000_000)]).paid, head).toBe(0);
});

const M = 1_000_000;
const damages = (yen: number): Loss => item('damages', 'claimed', 'damages', yen);
const spent = (head: string, yen: number, count?: number): Loss => item(`spent-${head}`, 'spent', head, yen, count === undefined ? {} : { count });

describe('by hand, in yen, each at its own figures', () => {
  const paid = (id: string, list: readonly Loss[], schedule: Values = {}): number => pay(formAt(id).wording, list, { schedule }).paid;

  test('A: min(max(L − d, 0), Λ) + F, and F × Λ ÷ L above the limit', () => {
    // 30M − 1M = 29M; 6M of defence whole: 35M
    expect(paid('form-a', [damages(30 * M), spent('defence', 6 * M)])).toBe(35 * M);
    // min(200M − 1M, 100M) = 100M; 6M × 100M ÷ 200M = 3M: 103M
    expect(paid('form-a', [damages(200 * M), spent('defence', 6 * M)])).toBe(103 * M);
  });

  test('A as a franchise: nothing up to it, everything above', () => {
    expect(paid('form-a', [damages(M)], { deductibleKind: 'franchise' })).toBe(0);
    expect(paid('form-a', [damages(M + 1)], { deductibleKind: 'franchise' })).toBe(M + 1);
  });

  test('B: min((L − d) × c, Λ): the ratio stops mattering where the limit bites', () => {
    // (51M − 1M) × 90 % = 45M
    expect(paid('form-b', [damages(51 * M)])).toBe(45 * M);
    // (201M − 1M) × 90 % = 180M > 100M
    expect(paid('form-b', [damages(201 * M)])).toBe(100 * M);
  });

  test('C: min((L + F − d) × c, Λ of the period)', () => {
    // (35M + 6M − 1M) × 95 % = 38M
    expect(paid('form-c', [damages(35 * M), spent('defence', 6 * M)])).toBe(38 * M);
    // 60M of the 100M are used: (80M − 1M) × 95 % = 75.05M > 40M
    expect(pay(formAt('form-c').wording, [damages(80 * M)], { used: { contract: 60 * M } }).paid).toBe(40 * M);
  });

  test('D: each cost × its ratio → its own sublimit → the cost limit; everything within the limit of liability', () => {
    // investigation min(20M, 50 % of 30M) = 15M; gift 10,000 × min(1,500, 1,000) = 10M × 90 % = 9M < min(10M, 20M); advertising 4M × 90 % = 3.6M
    expect(paid('form-d', [spent('investigation', 20 * M), spent('gift', 15 * M, 10_000), spent('apology-ad', 4 * M)])).toBe(27_600_000);
    // damages 101M − 1M = 100M and investigation 10M: 110M > 100M over the whole contract
    expect(paid('form-d', [damages(101 * M), spent('investigation', 10 * M)])).toBe(100 * M);
  });

  test('E: min(L + min(F, own limit) − d1, Λ1) + min(costs − d2, Λ2)', () => {
    // 20M + min(15M, 10M) − 1M = 29M; costs 5M − 0.1M = 4.9M
    expect(paid('form-e', [damages(20 * M), spent('defence', 15 * M), spent('apology-ad', 5 * M)])).toBe(33_900_000);
    // restoration min(8M, 10 % of 30M) = 3M, less 0.1M
    expect(paid('form-e', [spent('recovery', 8 * M)])).toBe(2_900_000);
  });

  test('F: min(recourse within 10 % + L + F − d, Λ) + min((C − d2) × 90 %, Λc), 500 yen a head', () => {
    // recourse min(25M, 10M) = 10M + 6M − 1M = 15M
    expect(paid('form-f', [item('r', 'claimed', 'gift', 25 * M, { count: 50_000 }), damages(6 * M)])).toBe(15 * M);
    // gifts 20,000 × min(1,000, 500) = 10M; (10M + 0.1M − 0.1M) × 90 % = 9M
    const found = pay(formAt('form-f').wording, [spent('gift', 20 * M, 20_000), spent('apology-ad', 100_000)]);
    expect(poolOf(found, 'gift').result).toBe(10 * M);
    expect(found.paid).toBe(9 * M);
  });

  test('the ratio of a form is a percentage that a control can turn', () => {
    expect(paid('form-b', [damages(51 * M)], { share: percent(50) })).toBe(25 * M);
  });
});
