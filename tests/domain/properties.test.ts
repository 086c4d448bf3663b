import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, trace, type Traced } from '#domain/assess.ts';
import type { Claim, Loss } from '#domain/assessment.ts';
import type { Percent, Wording } from '#domain/policy/wording.ts';
import { cases } from '../support/arbitrary.ts';
import {
  aggregate,
  branch,
  damages,
  deductible,
  defence,
  familyA,
  familyB,
  familyC,
  familyD,
  familyE,
  familyF,
  is,
  item,
  leaf,
  limit,
  pay,
  percent,
  perHead,
  poolOf,
  ratio,
  seed000,
  seed002,
  wordingOf,
  yen,
} from '../support/families.ts';

const M = 1_000_000;
const FACTS = {
  leak: true,
  sameCause: true,
  systemStopped: true,
  nonPerformance: false,
  wrongdoer: 'none',
  guarantee: false,
  formalUseDate: '2026-01-01',
  incidentDate: '2026-07-14',
  paidWithoutConsent: false,
};
const families: readonly (readonly [string, Wording])[] = [
  ['A', familyA],
  ['B', familyB],
  ['C', familyC],
  ['D', familyD],
  ['E', familyE],
  ['F', familyF],
  ['seed 000', seed000],
  ['seed 002', seed002],
  ['seed 002 with the cost limit shared', { ...seed002, schedule: { ...seed002.schedule, costLimitShared: true } }],
  ['seed 000 with the defence inside', { ...seed000, schedule: { ...seed000.schedule, defence: 'inside' } }],
];

const amount = fc.oneof(
  fc.integer({ min: 0, max: 300 * M }),
  fc.integer({ min: 0, max: 300 }).map((n) => n * M),
);
const HEADS = ['damages', 'defence', 'lost-profit', 'gift', 'apology-ad', 'investigation', 'recovery', 'publicity', 'mitigation'];
const lossOf = fc
  .record({
    side: fc.constantFrom('claimed' as const, 'spent' as const),
    head: fc.constantFrom(...HEADS),
    amount,
    count: fc.integer({ min: 1, max: 50_000 }),
    owed: fc.nat(10),
  })
  .map(({ owed, ...one }): Omit<Loss, 'id'> => ({ ...one, owed: Math.floor((one.amount * owed) / 10) }));
const losses = fc.array(lossOf, { minLength: 1, maxLength: 6 }).map((list) => list.map((one, i): Loss => ({ id: `i${i}`, ...one })));
const paid = (wording: Wording, of: readonly Loss[], schedule: Claim['schedule'] = {}): number =>
  pay(wording, of, { facts: FACTS, schedule }).paid;
const traced = (wording: Wording, claim: Claim): Traced => {
  const found = trace(compile(wording), claim);
  if ('refused' in found) throw new Error(found.refused);
  return found;
};

describe('true of every policy', { timeout: 60_000 }, () => {
  test('never below nothing, never above what is owed, for the claim and for each item; what is left of an aggregate is never negative', () => {
    fc.assert(
      fc.property(cases(), ({ wording, claim }) => {
        const found = traced(wording, claim);
        const owed = claim.losses.map((loss) => loss.owed ?? loss.amount);
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(owed.reduce((a, b) => a + b, 0));
        found.items.forEach((one, i) => expect(one.paid >= 0 && one.paid <= (owed[i] as number)).toBe(true));
        for (const pool of found.pools) {
          expect(pool.result <= pool.loss && pool.paid <= pool.result).toBe(true);
          if (pool.aggregateLeft !== null) expect(pool.aggregateLeft).toBeGreaterThanOrEqual(0);
          pool.steps.forEach((step, i) => expect(step.before).toBe(i === 0 ? step.before : (pool.steps[i - 1]?.after as number)));
        }
      }),
      { seed: 31, numRuns: 1_000 },
    );
  });

  test('paid, own cost and what is not owed are together what was claimed', () => {
    fc.assert(
      fc.property(cases(), ({ wording, claim }) => {
        const found = traced(wording, claim);
        expect(found.paid + found.ownCost + found.notOwed).toBe(found.claimed);
      }),
      { seed: 32, numRuns: 1_000 },
    );
  });

  test('what was decided for one claim is kept only where it holds: after any other terms or facts each claim is assessed as by a wording made anew', () => {
    let kept = 0;
    fc.assert(
      fc.property(cases(), ({ wording, claim }) => {
        const compiled = compile(wording);
        const terms = Object.entries({ ...wording.schedule, ...claim.schedule }).map(([name, value]) => {
          const other = typeof value === 'number' ? value * 2 + 1 : typeof value === 'boolean' ? !value : value;
          return { ...claim, schedule: { ...claim.schedule, [name]: other } };
        });
        const facts = Object.keys(claim.facts).map((name) => ({ ...claim, facts: { ...claim.facts, [name]: undefined } }) as Claim);
        for (const next of [...terms, claim, ...facts, claim]) {
          const before = compiled.know(claim.facts, claim.schedule);
          expect(trace(compiled, next)).toEqual(trace(compile(wording), next));
          if (compiled.know(next.facts, next.schedule).findings === before.findings) kept++;
        }
      }),
      { seed: 46, numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(300);
  });

  test('without any loss nothing is paid', () => {
    fc.assert(
      fc.property(cases(), ({ wording, claim }) => {
        const nothing = claim.losses.map((loss) => ({ ...loss, amount: 0, owed: 0 }));
        expect(traced(wording, { ...claim, losses: nothing })).toMatchObject({ low: 0, high: 0, verdict: 'not-paid', open: 0 });
        expect(traced(wording, { ...claim, losses: [] })).toMatchObject({ low: 0, high: 0, verdict: 'not-paid' });
      }),
      { seed: 33, numRuns: 1_000 },
    );
  });

  test('the order of the items of one claim changes neither the total nor the range nor what any pool comes to', () => {
    fc.assert(
      fc.property(cases({ losses: 5 }), ({ wording, claim }) => {
        const list = claim.losses.map(({ claim: _, ...loss }) => loss);
        const [one, other] = [list, [...list].reverse()].map((of) => traced(wording, { ...claim, losses: of }));
        expect([other?.low, other?.high, other?.verdict]).toEqual([one?.low, one?.high, one?.verdict]);
        if (one?.low === one?.high && one?.open === 0)
          expect(other?.pools.map(({ result }) => result)).toEqual(one?.pools.map(({ result }) => result));
      }),
      { seed: 34, numRuns: 1_000 },
    );
  });

  test('splitting one claim into a series changes nothing', () => {
    fc.assert(
      fc.property(cases({ losses: 5 }), ({ wording, claim }) => {
        const series = {
          ...wording,
          clauses: [...wording.clauses, { id: 'S', kind: 'series' as const, when: { op: 'all' as const, of: [] }, scope: {}, except: [] }],
        };
        const one = claim.losses.map(({ claim: _, ...loss }) => loss);
        const split = claim.losses.map((loss, i) => ({ ...loss, claim: `claim ${i % 3}` }));
        const strip = ({ items, low, high, verdict }: Traced) => ({ items, low, high, verdict });
        expect(strip(traced(series, { ...claim, losses: split }))).toEqual(strip(traced(series, { ...claim, losses: one })));
      }),
      { seed: 35, numRuns: 500 },
    );
  });

  test('one item or two of the same side and head: it comes to the same, unless heads are counted or a duty is broken', () => {
    fc.assert(
      fc.property(cases({ losses: 4, unknown: 0 }), ({ wording, claim }) => {
        const written = JSON.stringify(wording);
        fc.pre(!written.includes('per-head') && !written.includes('breach'));
        const halves = claim.losses.flatMap(({ id, amount: of, owed = of, ...loss }) => {
          const [half, owedHalf] = [Math.floor(of / 2), Math.floor(owed / 2)];
          return [
            { ...loss, id: `${id}-1`, amount: half, owed: Math.min(half, owedHalf) },
            { ...loss, id: `${id}-2`, amount: of - half, owed: owed - Math.min(half, owedHalf) },
          ];
        });
        const [whole, split] = [traced(wording, claim), traced(wording, { ...claim, losses: halves })];
        expect([split.low, split.high]).toEqual([whole.low, whole.high]);
      }),
      { seed: 36, numRuns: 1_000 },
    );
  });
});

describe.each(families)('true of the family %s', { timeout: 60_000 }, (_, wording) => {
  const entries = Object.keys(wording.schedule).filter((name) => typeof wording.schedule[name] === 'number');
  const deductibles = entries.filter((name) => /deductible/i.test(name));
  const limits = entries.filter((name) => /limit/i.test(name));
  const shares = Object.keys(wording.schedule).filter((name) => typeof wording.schedule[name] === 'object');

  test('a larger deductible never pays more; a larger limit never pays less, with pro-rata and without', () => {
    fc.assert(
      fc.property(losses, amount, amount, amount, (of, a, b, d) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        const base = Object.fromEntries(deductibles.map((name) => [name, Math.floor(d / 20)]));
        for (const name of deductibles)
          expect(paid(wording, of, { [name]: large })).toBeLessThanOrEqual(paid(wording, of, { [name]: small }));
        for (const name of limits)
          expect(paid(wording, of, { ...base, [name]: large })).toBeGreaterThanOrEqual(paid(wording, of, { ...base, [name]: small }));
      }),
      { seed: 41, numRuns: 200 },
    );
  });

  test('a larger share never pays less', () => {
    fc.assert(
      fc.property(losses, fc.nat(10_000), fc.nat(10_000), (of, a, b) => {
        const [small, large]: Percent[] = [{ basisPoints: Math.min(a, b) }, { basisPoints: Math.max(a, b) }];
        for (const name of shares)
          expect(paid(wording, of, { [name]: large })).toBeGreaterThanOrEqual(paid(wording, of, { [name]: small }));
        expect(paid(wording, of)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 42, numRuns: 150 },
    );
  });

  test('reckoned in yen or in 万円, it comes to the same wherever no yen is broken', () => {
    fc.assert(
      fc.property(fc.array(lossOf, { minLength: 1, maxLength: 5 }), (list) => {
        // amounts of whole 10,000 units lose nothing to a ratio in basis points; the proportion of 争訟費用 is left out
        const of = list
          .filter(({ head }) => head !== 'defence')
          .map((one, i): Loss => ({
            ...one,
            id: `i${i}`,
            head: one.head === 'gift' ? 'publicity' : one.head,
            amount: Math.round(one.amount / M) * 100_000,
            owed: Math.round((one.owed ?? 0) / M) * 100_000,
          }));
        const scaled = (k: number) => {
          const schedule = Object.fromEntries(entries.map((name) => [name, (wording.schedule[name] as number) * k]));
          return pay(
            withYen(wording, k),
            of.map((one) => ({ ...one, amount: one.amount * k, owed: Math.min(one.amount, one.owed ?? one.amount) * k })),
            { facts: FACTS, schedule },
          ).paid;
        };
        expect(scaled(100)).toBe(scaled(1) * 100);
      }),
      { seed: 43, numRuns: 150 },
    );
  });
});

/** The same wording with every printed yen k times as large. */
const withYen = (wording: Wording, k: number): Wording =>
  JSON.parse(JSON.stringify(wording), (key, value: unknown) => (key === 'yen' ? (value as number) * k : value)) as Wording;

describe('tempting, and false: a concrete example of each', () => {
  test('“more damages pay at least as much”: under 争訟費用の按分 the total falls', () => {
    // limit 100, defence 30: damages 100 → 100 + 30 = 130; damages 300 → 100 + 10 = 110
    expect([100, 300].map((L) => paid(familyA, [damages(L), defence(30)]))).toEqual([130, 110]);
  });
  test('“the sections add up”: not under an overall aggregate', () => {
    const found = pay(familyD, [damages(90 * M), item('pr', 'spent', 'publicity', 30 * M)]);
    // 89.5M + 27M = 116.5M, but 100M over everything
    expect(poolOf(found, 'liability').result + poolOf(found, 'costs').result).toBe(116_500_000);
    expect(found.paid).toBe(100 * M);
  });
  test('“a larger deductible lowers what one bears oneself”: it raises it', () => {
    const own = (d: number) => pay(familyA, [damages(80)], { schedule: { deductible: d } }).ownCost;
    expect([0, 10, 30].map(own)).toEqual([0, 10, 30]);
  });
  test('“two claims pay at least as much as one”: the deductible is taken twice', () => {
    const policy = wordingOf(leaf('p', { claimed: 'all' }, [deductible(yen(100))]));
    expect(paid(policy, [damages(500)])).toBe(400);
    expect(paid(policy, [damages(250, { claim: 'a' }), damages(250, { id: 'b', claim: 'b' })])).toBe(300);
  });
  test('“two claims pay at most as much as one”: the limit is given twice', () => {
    const policy = wordingOf(leaf('p', { claimed: 'all' }, [limit(yen(300))]));
    expect(paid(policy, [damages(500)])).toBe(300);
    expect(paid(policy, [damages(250, { claim: 'a' }), damages(250, { id: 'b', claim: 'b' })])).toBe(500);
  });
  test('“an exclusion that applies pays less”: not where it takes damages out of the denominator', () => {
    const policy = (excluded: boolean): Wording => ({
      ...familyA,
      clauses: [{ id: 'EX', kind: 'exclusion', when: is('out', excluded), scope: { heads: ['penalty'] }, except: [] }],
      facts: { out: { type: 'yesno' } },
    });
    const of = [damages(100), item('x', 'claimed', 'penalty', 300), defence(30)];
    // 100 + 30 × 100 ÷ 400 = 107; with the penalty excluded 100 + 30 = 130
    expect([false, true].map((excluded) => pay(policy(excluded), of, { facts: { out: true } }).paid)).toEqual([107, 130]);
  });
  test('“the order of deductible and limit does not matter”', () => {
    const of = (first: 'deductible' | 'limit') => {
      const both = [deductible(yen(100)), limit(yen(300))];
      return paid(wordingOf(leaf('p', { claimed: 'all' }, first === 'limit' ? both.reverse() : both)), [damages(1000)]);
    };
    expect([of('deductible'), of('limit')]).toEqual([300, 200]);
  });
  test('“the order of the items changes no item”: the odd yen goes to the first of equals', () => {
    const policy = wordingOf(leaf('p', { claimed: 'all' }, [limit(yen(9))]));
    const [a, b] = [damages(5, { id: 'a' }), damages(5, { id: 'b' })];
    expect(pay(policy, [a, b]).items.map(({ id, paid: of }) => [id, of])).toEqual([
      ['a', 4],
      ['b', 5],
    ]);
    expect(pay(policy, [b, a]).items.map(({ id, paid: of }) => [id, of])).toEqual([
      ['b', 4],
      ['a', 5],
    ]);
  });
  test('“one item of 2,000 yen for two persons is two of 1,000”: a cap per head looks at each item', () => {
    const policy = wordingOf(leaf('p', { spent: ['gift'] }, [perHead(yen(500))]));
    const gift = (id: string, of: number, count: number) => item(id, 'spent', 'gift', of, { count });
    expect(paid(policy, [gift('g', 1000, 2)])).toBe(1000);
    expect(paid(policy, [gift('a', 200, 1), gift('b', 800, 1)])).toBe(700);
  });
  test('“whether a rider is bought never touches the rest”: an overall aggregate shares what there is', () => {
    const policy = wordingOf(
      branch(
        'c',
        [leaf('liability', { claimed: 'all' }), leaf('rider', { spent: 'all' }, [], { when: is('bought', true) })],
        [aggregate(yen(100))],
      ),
      { bought: true },
    );
    const of = [damages(100), item('x', 'spent', 'gift', 100)];
    expect(poolOf(pay(policy, of), 'liability').paid).toBe(50);
    expect(poolOf(pay(policy, of, { schedule: { bought: false } }), 'liability').paid).toBe(100);
  });
  test('“90 % of the sum is the sum of 90 % of each”: a pool is rounded once, not item by item', () => {
    // 3 × 5 = 15 × 0.9 = 13.5 → 13; each for itself 4.5 → 4, together 12
    const policy = wordingOf(leaf('p', { claimed: 'all' }, [ratio(percent(90))]));
    const five = (id: string) => damages(5, { id });
    expect(paid(policy, [five('a'), five('b'), five('c')])).toBe(13);
    expect(paid(policy, [five('a')])).toBe(4);
  });
});
