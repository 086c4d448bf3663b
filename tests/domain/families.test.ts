import { describe, expect, test } from 'vitest';
import {
  aggregate,
  all,
  branch,
  damages,
  deductible,
  defence,
  entry,
  familyA,
  familyB,
  familyC,
  familyD,
  familyE,
  familyF,
  franchise,
  is,
  item,
  leaf,
  least,
  limit,
  minus,
  pay,
  percent,
  percentOf,
  perHead,
  poolOf,
  ratio,
  result,
  seed000,
  seed002,
  wordingOf,
  yen,
} from '../support/families.ts';
import type { Pool, Term } from '#domain/policy/wording.ts';

const M = 1_000_000;
/** A policy of one pool that takes everything, with these terms. */
const terms = (...list: Term[]) => wordingOf(leaf('p', { claimed: 'all', spent: 'all' }, list));
const paidBy = (list: Term[], amount: number): number => pay(terms(...list), [damages(amount)]).paid;

describe('A. traditional: defence outside, pro-rated', () => {
  const of = (L: number, F: number, schedule = {}) => {
    const found = pay(familyA, [damages(L), defence(F)], { schedule });
    return { damages: poolOf(found, 'damages').paid, defence: poolOf(found, 'defence').paid };
  };
  test('no damages: the defence costs are paid whole, nothing is divided by zero', () => {
    expect(of(0, 30)).toEqual({ damages: 0, defence: 30 });
  });
  test('damages within the limit: less the deductible, defence whole and without deductible', () => {
    // 80 − 10 = 70
    expect(of(80, 30, { deductible: 10 })).toEqual({ damages: 70, defence: 30 });
    expect(of(100, 30, { deductible: 10 })).toEqual({ damages: 90, defence: 30 });
  });
  test('damages above the limit: the limit, and defence × limit ÷ gross damages', () => {
    // min(400, 100) = 100; 30 × 100 ÷ 400 = 7.5, rounded down
    expect(of(400, 30)).toEqual({ damages: 100, defence: 7 });
  });
  test('between limit and limit + deductible the damages paid are below the limit, yet the ratio already bites', () => {
    // 105 − 10 = 95 < 100; 30 × 100 ÷ 105 = 28.57…
    expect(of(105, 30, { deductible: 10 })).toEqual({ damages: 95, defence: 28 });
  });
  test('the total falls as the damages rise', () => {
    // 100 + 30 = 130 at 100; 100 + 15 = 115 at 200; 100 + 7 = 107 at 400
    const total = (L: number) => pay(familyA, [damages(L), defence(30)]).paid;
    expect([50, 100, 200, 400].map(total)).toEqual([80, 130, 115, 107]);
  });
  test('a 2億 claim settled at 1億 counts as 1億: the denominator is what is legally owed', () => {
    const found = pay(familyA, [damages(200, { owed: 100 }), defence(30)]);
    expect(found).toMatchObject({ paid: 130, notOwed: 100, ownCost: 0 });
  });
  test('mitigation, emergency and cooperation costs are paid in full beside the limit', () => {
    expect(pay(familyA, [damages(400), item('m', 'spent', 'mitigation', 55)], { schedule: { deductible: 10 } }).paid).toBe(155);
  });
});

describe('B. with a coinsurance between deductible and limit', () => {
  test.each([
    // (L − d) × c, at most Λ
    [500, 0, 90, 450],
    [500, 100, 90, 360], // 400 × 0.9
    [500, 100, 70, 280], // 400 × 0.7
    [500, 100, 29, 116], // 400 × 0.29
    [2000, 0, 90, 1000], // 1,800 → 1,000
    [50, 100, 90, 0],
  ])('damages %i, deductible %i, %i %%: %i', (L, d, c, paid) => {
    expect(pay(familyB, [damages(L)], { schedule: { deductible: d, share: percent(c) } }).paid).toBe(paid);
  });

  test('the clause caps the payment at Λ; the textbook caps the loss at u, so the payment at α(u − d)', () => {
    // Λ = u = 1,000, d = 0, c = α = 90 %, L = 2,000: clause 1,000, textbook 900
    expect(paidBy([deductible(yen(0)), ratio(percent(90)), limit(yen(1000))], 2000)).toBe(1000);
    expect(paidBy([limit(yen(1000)), deductible(yen(0)), ratio(percent(90))], 2000)).toBe(900);
    // with d = 100: clause min(1,900 × 0.9, 1,000) = 1,000; textbook (1,000 − 100) × 0.9 = 810
    expect(paidBy([deductible(yen(100)), ratio(percent(90)), limit(yen(1000))], 2000)).toBe(1000);
    expect(paidBy([limit(yen(1000)), deductible(yen(100)), ratio(percent(90))], 2000)).toBe(810);
  });
});

describe('C. combined: defence inside, one deductible, one ratio, one limit of the period', () => {
  test('(L + F − d) × 95 %', () => {
    // (20M + 5M − 1M) × 0.95 = 22.8M
    const found = pay(familyC, [damages(20 * M), defence(5 * M)]);
    expect(found.paid).toBe(22_800_000);
    expect(poolOf(found, 'contract').steps.map(({ term, before, after }) => [term, before, after])).toEqual([
      ['deductible', 25 * M, 24 * M],
      ['ratio', 24 * M, 22_800_000],
      ['aggregate', 22_800_000, 22_800_000],
    ]);
  });
  test('the limit of the period less what earlier claims received, and what is left of it', () => {
    const first = pay(familyC, [damages(30 * M)]);
    // (30M − 1M) × 0.95 = 27.55M; 50M − 27.55M = 22.45M left
    expect(poolOf(first, 'contract')).toMatchObject({ result: 27_550_000, aggregateLeft: 22_450_000 });
    const second = pay(familyC, [damages(30 * M)], { used: { contract: 27_550_000 } });
    expect(poolOf(second, 'contract')).toMatchObject({ result: 22_450_000, aggregateLeft: 0 });
    expect(second.items[0]?.cuts.at(-1)).toEqual({ cause: 'aggregate', amount: 5_100_000, clause: 'AGG', pool: 'contract' });
    // used up, or more than used up: nothing, never below zero
    expect(poolOf(pay(familyC, [damages(30 * M)], { used: { contract: 60 * M } }), 'contract')).toMatchObject({
      result: 0,
      aggregateLeft: 0,
    });
  });
});

describe('D. cyber with a cost table', () => {
  test('each cost × its ratio, then its own sublimit, then the cost limit; no deductible on costs', () => {
    const found = pay(familyD, [
      damages(40 * M),
      item('inv', 'spent', 'investigation', 18 * M), // sublimit 50 % of 30M = 15M
      item('gift', 'spent', 'gift', 12 * M, { count: 10_000 }), // 1,000 × 10,000 = 10M, × 90 % = 9M, sublimit min(10 % of 100M, 20M) = 10M
      item('pr', 'spent', 'publicity', 10 * M), // × 90 % = 9M
    ]);
    expect(['investigation', 'gift', 'publicity', 'costs', 'liability', 'contract'].map((id) => poolOf(found, id).result)).toEqual([
      15 * M,
      9 * M,
      9 * M,
      30 * M, // 33M → 30M
      39_500_000, // 40M − 0.5M
      69_500_000,
    ]);
    expect(found.items[2]?.cuts.map(({ cause, amount, clause }) => [cause, amount, clause])).toEqual([
      ['per-head', 2 * M, 'COST-HEAD'],
      ['ratio', 1 * M, null],
      ['limit', 818_182, 'COST-LIM'], // 3M × 9 ÷ 33 = 818,181.8…, largest remainder
    ]);
  });
  test('one aggregate over liability and costs: the sections do not add up', () => {
    const losses = [damages(90 * M), item('inv', 'spent', 'investigation', 20 * M), item('pr', 'spent', 'publicity', 20 * M)];
    const found = pay(familyD, losses);
    // 89.5M + min(15M + 18M, 30M) = 119.5M → 100M
    expect(poolOf(found, 'liability').result + poolOf(found, 'costs').result).toBe(119_500_000);
    expect(found.paid).toBe(100 * M);
    expect(poolOf(found, 'liability').paid + poolOf(found, 'costs').paid).toBe(100 * M);
    expect(pay(familyD, losses, { used: { contract: 70 * M } }).paid).toBe(30 * M);
  });
});

describe('E. leak and cyber: defence inside, a deductible for each section', () => {
  test('L + F − d1, at most Λ1; the suit has a sublimit of its own inside it', () => {
    // 30M + min(12M, 10M) − 1M = 39M
    expect(pay(familyE, [damages(30 * M), defence(12 * M)]).paid).toBe(39 * M);
    // 60M + 10M − 1M = 69M → 50M
    expect(pay(familyE, [damages(60 * M), defence(12 * M)]).paid).toBe(50 * M);
  });
  test('with defence inside, there is no pro-rata but erosion: the total never falls as damages rise', () => {
    const total = (L: number) => pay(familyE, [damages(L * M), defence(5 * M)]).paid;
    expect([0, 20, 46, 60, 600].map(total)).toEqual([4 * M, 24 * M, 50 * M, 50 * M, 50 * M]);
  });
  test('a second deductible on the costs, recovery inside the cost limit', () => {
    // recovery min(5M, 10 % of 20M) = 2M; 2M + 3M − 0.1M = 4.9M
    const found = pay(familyE, [item('r', 'spent', 'recovery', 5 * M), item('pr', 'spent', 'publicity', 3 * M)]);
    expect(found.paid).toBe(4_900_000);
    // costs over their cap: 2M + 25M − 0.1M → 20M
    expect(pay(familyE, [item('r', 'spent', 'recovery', 5 * M), item('pr', 'spent', 'publicity', 25 * M)]).paid).toBe(20 * M);
  });
});

describe('F. leak scheme of a chamber', () => {
  test('the principal’s recourse costs have a sublimit of 10 % inside the liability section', () => {
    // min(15M, 10M) + 20M + 2M − 0.1M = 31.9M
    const found = pay(familyF, [item('g', 'claimed', 'gift', 15 * M, { count: 30_000 }), damages(20 * M), defence(2 * M)]);
    expect(found.paid).toBe(31_900_000);
    expect(found.items[0]?.cuts[0]).toEqual({ cause: 'limit', amount: 5 * M, clause: 'RECOURSE', pool: 'recourse' });
  });
  test('own costs: 500 yen a head, then (C − d) × 90 %, then the limit', () => {
    // min(8M, 500 × 10,000) = 5M; (5M + 2M − 0.05M) × 0.9 = 6.255M
    const found = pay(familyF, [item('g', 'spent', 'gift', 8 * M, { count: 10_000 }), item('pr', 'spent', 'publicity', 2 * M)]);
    expect(found.paid).toBe(6_255_000);
    expect(poolOf(found, 'gift').steps).toEqual([{ term: 'per-head', amount: 500, before: 8 * M, after: 5 * M, clause: 'HEAD' }]);
  });
  test('the per-head cap bites on each item for itself', () => {
    // min(300, 500 × 1) + min(900, 500 × 1) = 800, not min(1,200, 1,000)
    const found = pay(familyF, [item('a', 'spent', 'gift', 300, { count: 1 }), item('b', 'spent', 'gift', 900, { count: 1 })], {
      schedule: { costDeductible: 0 },
    });
    expect(poolOf(found, 'gift').result).toBe(800);
    expect(found.items.map(({ cuts }) => cuts.filter(({ cause }) => cause === 'per-head').map(({ amount }) => amount))).toEqual([
      [],
      [400],
    ]);
  });
  test('the deductibles of the two sections are separate', () => {
    // 20M − 0.1M, and (1M − 0.05M) × 0.9 = 855,000
    expect(pay(familyF, [damages(20 * M), item('pr', 'spent', 'publicity', 1 * M)]).paid).toBe(19_900_000 + 855_000);
  });
});

describe('the order of the terms is the order in which they are written', () => {
  test('deductible before limit: min(L − d, Λ); limit before deductible: min(L, Λ) − d', () => {
    const [d, lambda] = [yen(100), yen(1000)];
    // L = 2,000: 1,000 or 900; L = 1,050: 950 or 900; L = 800: 700 either way
    expect([2000, 1050, 800].map((L) => paidBy([deductible(d), limit(lambda)], L))).toEqual([1000, 950, 700]);
    expect([2000, 1050, 800].map((L) => paidBy([limit(lambda), deductible(d)], L))).toEqual([900, 900, 700]);
  });
  test('the order can be an entry of the schedule', () => {
    const both = wordingOf(
      leaf('p', { claimed: 'all' }, [
        limit(yen(1000), { when: is('order', 'limit first') }),
        deductible(yen(100)),
        limit(yen(1000), { when: is('order', 'deductible first') }),
      ]),
      { order: 'deductible first' },
    );
    expect(pay(both, [damages(2000)]).paid).toBe(1000);
    expect(pay(both, [damages(2000)], { schedule: { order: 'limit first' } }).paid).toBe(900);
  });
  test('90 % and then the cap of 300, not the cap on the spending: 320 → 288, 400 → 300', () => {
    // if the cap came first: min(320, 300) × 0.9 = 270
    const [first, then] = [ratio(percent(90)), limit(yen(300))];
    expect([200, 320, 400].map((spent) => paidBy([first, then], spent))).toEqual([180, 288, 300]);
    expect([200, 320, 400].map((spent) => paidBy([then, first], spent))).toEqual([180, 270, 270]);
  });
  test('excess takes the deductible off; a franchise pays all above it and nothing up to it', () => {
    expect([99, 100, 101, 500].map((L) => paidBy([deductible(yen(100))], L))).toEqual([0, 0, 1, 400]);
    expect([99, 100, 101, 500].map((L) => paidBy([franchise(yen(100))], L))).toEqual([0, 0, 101, 500]);
  });
  test.each([
    [90, 1001, 900], // 900.9
    [70, 1001, 700], // 700.7
    [29, 1001, 290], // 290.29
  ])('%i %% of %i is %i: a rest of a yen is dropped', (points, L, paid) => {
    expect(paidBy([ratio(percent(points))], L)).toBe(paid);
  });
  test('the fraction is carried through the terms, only shown figures are rounded: 1,005 × 90 % × 90 % is 814, not 813', () => {
    // 1,005 × 0.9 = 904.5, × 0.9 = 814.05; rounded in between 904 × 0.9 = 813.6
    expect(paidBy([ratio(percent(90)), ratio(percent(90))], 1005)).toBe(814);
    const steps = poolOf(pay(terms(ratio(percent(90)), ratio(percent(90))), [damages(1005)]), 'p').steps;
    expect(steps.map(({ before, after }) => [before, after])).toEqual([
      [1005, 904],
      [904, 814],
    ]);
  });
});

describe('overlapping insurance', () => {
  test('the older clause shares by independent liability: a ratio of own to the sum of both', () => {
    // own 600, the other 300, loss 450: 450 × 600 ÷ 900 = 300
    const pool = leaf('p', { claimed: 'all' }, [ratio({ of: entry('own'), to: { op: 'sum', of: [entry('own'), entry('others')] } })]);
    expect(pay(wordingOf(pool, { own: 600, others: 300 }), [damages(450)]).paid).toBe(300);
    expect(pay(wordingOf(pool, { own: 600, others: 0 }), [damages(450)]).paid).toBe(450);
  });
  test('the modern clause pays the loss less what others paid, at most its own: a limit with minus', () => {
    const pool = leaf('p', { claimed: 'all' }, [limit(minus(yen(450), entry('othersPaid'))), limit(yen(400))]);
    expect(pay(wordingOf(pool, { othersPaid: 0 }), [damages(450)]).paid).toBe(400);
    expect(pay(wordingOf(pool, { othersPaid: 300 }), [damages(450)]).paid).toBe(150);
    expect(pay(wordingOf(pool, { othersPaid: 500 }), [damages(450)]).paid).toBe(0);
  });
  test('“the loss” can be what the pool holds: soFar less what others paid', () => {
    const pool = leaf('p', { claimed: 'all' }, [deductible(yen(50)), limit(minus({ op: 'soFar' }, entry('othersPaid')))]);
    // 450 − 50 = 400; 400 − 300 = 100
    expect(pay(wordingOf(pool, { othersPaid: 300 }), [damages(450)]).paid).toBe(100);
  });
});

describe('limits that depend on other amounts', () => {
  test('a sublimit that is a percentage of another limit, or the lower of two', () => {
    const of = (L: number, other: number) =>
      pay(wordingOf(leaf('p', { claimed: 'all' }, [limit(least(percentOf(10, entry('other')), yen(5 * M)))]), { other }), [damages(L)])
        .paid;
    expect(of(9 * M, 30 * M)).toBe(3 * M);
    expect(of(9 * M, 80 * M)).toBe(5 * M);
    expect(of(2 * M, 80 * M)).toBe(2 * M);
  });
  test('a cap shared by two pools: the second may use what the first left', () => {
    const pool = branch('c', [
      leaf('first', { claimed: 'all' }, [limit(yen(300))]),
      leaf('second', { spent: 'all' }, [limit(minus(yen(300), result('first')))]),
    ]);
    expect(pay(wordingOf(pool), [damages(200), item('s', 'spent', 'gift', 250)]).paid).toBe(300);
    expect(pay(wordingOf(pool), [damages(400), item('s', 'spent', 'gift', 250)]).paid).toBe(300);
    expect(pay(wordingOf(pool), [item('s', 'spent', 'gift', 250)]).paid).toBe(250);
  });
  test('a pool may ask for the result of one written after it', () => {
    const pool = branch('c', [
      leaf('second', { spent: 'all' }, [limit(minus(yen(300), result('first')))]),
      leaf('first', { claimed: 'all' }, [limit(yen(300))]),
    ]);
    expect(pay(wordingOf(pool), [damages(200), item('s', 'spent', 'gift', 250)]).paid).toBe(300);
  });
  test('each × count: 500 yen for each of 50,000 persons', () => {
    const pool = leaf('p', { claimed: 'all' }, [limit({ op: 'each', each: yen(500), count: entry('persons') })]);
    expect(pay(wordingOf(pool, { persons: 50_000 }), [damages(30 * M)]).paid).toBe(25 * M);
  });
});

describe('several claims', () => {
  const two = [damages(300, { id: 'a', claim: 'a' }), damages(500, { id: 'b', claim: 'b' })];
  const series = (pool: Pool, together: boolean) =>
    wordingOf(
      pool,
      {},
      {
        facts: { oneSeries: { type: 'yesno' } },
        clauses: [{ id: 'SERIES', kind: 'series', when: is('oneSeries', together), scope: {}, except: [] }],
      },
    );
  test('two claims: the deductible and the limit twice; one series: once', () => {
    const pool = leaf('p', { claimed: 'all' }, [deductible(yen(100)), limit(yen(350))]);
    // 300 − 100 = 200, 500 − 100 = 400 → 350: 550; as a series 800 − 100 = 700 → 350
    expect(pay(series(pool, false), two, { facts: { oneSeries: true } }).paid).toBe(550);
    expect(pay(series(pool, true), two, { facts: { oneSeries: true } }).paid).toBe(350);
  });
  test('the aggregate counts what the claims before it finally received, in the order listed', () => {
    const pool = leaf('p', { claimed: 'all' }, [aggregate(yen(600))]);
    const found = pay(wordingOf(pool), two, { used: { p: 100 } });
    // 600 − 100 = 500 left: 300, then 200
    expect(found.items.map(({ paid }) => paid)).toEqual([300, 200]);
    expect(found.pools.map(({ claim, result: after, aggregateLeft }) => [claim, after, aggregateLeft])).toEqual([
      ['a', 300, 200],
      ['b', 200, 0],
    ]);
  });
  test('what an outer pool cut was not received: the inner aggregate keeps it', () => {
    const pool = branch('c', [leaf('p', { claimed: 'all' }, [aggregate(yen(600))])], [limit(yen(250))]);
    // a: 300 → 250 received; 600 − 250 = 350 for b, of which 250
    const found = pay(wordingOf(pool), two);
    expect(
      found.pools.filter((one) => one.pool === 'p').map(({ result: after, paid, aggregateLeft }) => [after, paid, aggregateLeft]),
    ).toEqual([
      [300, 250, 350],
      [350, 250, 100],
    ]);
  });
  test('an item that names no claim belongs to the first', () => {
    const pool = leaf('p', { claimed: 'all', spent: 'all' }, [limit(yen(400))]);
    const found = pay(wordingOf(pool), [defence(200), ...two]);
    // a with the defence: 200 + 300 = 500 → 400; b: 500 → 400
    expect(found.pools.map(({ claim, claimed, result: after }) => [claim, claimed, after])).toEqual([
      ['a', 500, 400],
      ['b', 500, 400],
    ]);
  });
});

describe('seed 002, the printed examples', () => {
  const facts = { leak: true, sameCause: true };
  const IT14 = [
    item('lost-profit', 'claimed', 'lost-profit', 10 * M),
    item('other', 'claimed', 'damages', 15 * M),
    item('prevention', 'spent', 'prevention', 2 * M),
  ];
  const IT15 = [
    item('apology', 'claimed', 'apology-ad', 18 * M),
    item('gift', 'claimed', 'gift', 25 * M),
    item('customers', 'claimed', 'damages', 3 * M),
    item('dispute', 'claimed', 'defence', 10 * M),
    item('restraint', 'claimed', 'lost-profit', 10 * M),
  ];

  test('example 1: 2,500万 + 200万 × 90 % = 2,680万, 20万 of one’s own', () => {
    const found = pay(seed002, IT14, { facts });
    expect(found).toMatchObject({
      verdict: 'paid',
      claimed: 27 * M,
      paid: 26_800_000,
      low: 26_800_000,
      high: 26_800_000,
      ownCost: 200_000,
      open: 0,
      notOwed: 0,
    });
    expect(poolOf(found, 'liability')).toMatchObject({ result: 25 * M, paid: 25 * M });
    // 2,000,000 × 90 % = 1,800,000, under the lower of 10 % of 30,000,000 and 5,000,000
    expect(poolOf(found, 'recovery').steps).toEqual([
      { term: 'only-if-pays', amount: null, before: 2 * M, after: 2 * M, clause: 'IT-RCV' },
      { term: 'ratio', amount: 9000, before: 2 * M, after: 1_800_000, clause: 'IT-RCV' },
      { term: 'limit', amount: 3 * M, before: 1_800_000, after: 1_800_000, clause: 'IT-RCV-LIM' },
    ]);
    expect(found.items[2]).toMatchObject({
      paid: 1_800_000,
      cuts: [{ cause: 'ratio', amount: 200_000, clause: 'IT-RCV', pool: 'recovery' }],
    });
  });

  test.each([
    [3_200_000, 2_880_000], // × 90 %; if the cap came first 2,700,000
    [4_000_000, 3_000_000], // 3,600,000 → 3,000,000
  ])('a recovery of %i pays %i', (spent, paid) => {
    const found = pay(
      seed002,
      [IT14[0], item('r', 'spent', 'recovery', spent)].filter((one) => one !== undefined),
      { facts },
    );
    expect(poolOf(found, 'recovery').paid).toBe(paid);
  });

  test('the recovery rider pays only when another pool does, only for the same cause, only when bought', () => {
    const alone = [item('r', 'spent', 'recovery', 2 * M)];
    expect(pay(seed002, alone, { facts })).toMatchObject({ paid: 0, verdict: 'not-paid' });
    expect(pay(seed002, [...alone, item('ad', 'spent', 'apology-ad', 1)], { facts }).paid).toBe(1_800_001);
    expect(pay(seed002, IT14, { facts: { ...facts, sameCause: false } })).toMatchObject({ paid: 25 * M, verdict: 'partly-paid' });
    expect(pay(seed002, IT14, { facts, schedule: { recoveryRider: false } }).items[2]?.cuts).toEqual([
      { cause: 'not-covered', amount: 2 * M, clause: 'IT-PAY', pool: null },
    ]);
  });

  test('example 2: of 6,600万 5,300万 are paid; the 1,300万 are cut by the cost limit, under its clause', () => {
    const found = pay(seed002, IT15, { facts });
    expect(found).toMatchObject({ verdict: 'paid', claimed: 66 * M, paid: 53 * M, ownCost: 13 * M });
    // 1,800万 + 2,500万 = 4,300万 > 3,000万; 300万 + 1,000万 = 1,300万; 1,000万
    expect(['recourse-cost', 'other', 'lost-profit'].map((id) => [poolOf(found, id).loss, poolOf(found, id).result])).toEqual([
      [43 * M, 30 * M],
      [13 * M, 13 * M],
      [10 * M, 10 * M],
    ]);
    const cuts = found.items.flatMap((one) => one.cuts);
    expect(cuts.reduce((sum, cut) => sum + cut.amount, 0)).toBe(13 * M);
    expect(new Set(cuts.map(({ cause, clause, pool }) => `${cause} ${clause} ${pool}`))).toEqual(
      new Set(['limit IT-RECOURSE-LIM recourse-cost']),
    );
    // 13M × 18 ÷ 43 and × 25 ÷ 43
    expect(cuts.map(({ amount }) => amount)).toEqual([5_441_860, 7_558_140]);
  });

  test('the deductible comes after the sublimit: with 100万 the printed sum becomes 5,200万, not 5,300万', () => {
    expect(pay(seed002, IT15, { facts, schedule: { deductible: 1 * M } }).paid).toBe(52 * M);
  });

  test('own costs and recourse costs have the cost limit each, or share it', () => {
    const own = [...IT15, item('ad', 'spent', 'apology-ad', 4 * M)];
    expect(pay(seed002, own, { facts }).paid).toBe(57 * M);
    // 30M used by the recourse: nothing is left for the own costs
    expect(pay(seed002, own, { facts, schedule: { costLimitShared: true } }).paid).toBe(53 * M);
    expect(pay(seed002, own.slice(2), { facts, schedule: { costLimitShared: true } }).paid).toBe(27 * M);
  });

  test('own costs and recovery together over the cost limit: the inner limit cuts both in proportion', () => {
    // 29M + min(3.6M, 3M) = 32M → 30M; 2M × 29 ÷ 32 = 1,812,500, × 3 ÷ 32 = 187,500
    const found = pay(seed002, [item('ad', 'spent', 'apology-ad', 29 * M), item('r', 'spent', 'recovery', 4 * M)], { facts });
    expect(found.paid).toBe(30 * M);
    expect(found.items.map((one) => one.cuts.at(-1))).toEqual([
      { cause: 'limit', amount: 1_812_500, clause: 'IT-COST-LIM', pool: 'costs' },
      { cause: 'limit', amount: 187_500, clause: 'IT-COST-LIM', pool: 'costs' },
    ]);
  });

  test('the principal’s own dispute costs are damages here, the insured’s own go to another pool', () => {
    const found = pay(seed002, [item('theirs', 'claimed', 'defence', 10), item('ours', 'spent', 'defence', 7)], { facts });
    expect([poolOf(found, 'other').paid, poolOf(found, 'own-defence').paid]).toEqual([10, 7]);
    expect(pay(seed002, [defence(7)], { facts, schedule: { defenceCovered: false } })).toMatchObject({ paid: 0 });
  });
});

describe('seed 000', () => {
  const known = {
    systemStopped: true,
    nonPerformance: false,
    wrongdoer: 'none',
    guarantee: true,
    formalUseDate: '2026-06-01',
    incidentDate: '2026-07-14',
    paidWithoutConsent: false,
  };
  const PB06 = [
    item('profit', 'claimed', 'lost-profit', 9 * M, { owed: 6 * M }),
    item('labour', 'claimed', 'damages', 1_200_000),
    item('penalty', 'claimed', 'contractual-penalty', 2 * M),
    item('refund', 'claimed', 'fee-refund', 800_000),
    item('fix', 'claimed', 'rework', 1_500_000),
  ];
  const schedule = { deductible: 500_000 };

  test('six hours of standstill: of 1,450万 are paid 670万, 480万 of one’s own, 300万 not owed', () => {
    const found = pay(seed000, PB06, { facts: known, schedule });
    // 600万 + 120万 = 720万 − 50万 = 670万; 200万 + 80万 + 150万 + 50万 = 480万
    expect(found).toMatchObject({ verdict: 'partly-paid', claimed: 14_500_000, paid: 6_700_000, ownCost: 4_800_000, notOwed: 3 * M });
    expect(found.items.slice(2).map((one) => one.cuts.map(({ cause, clause }) => `${cause} ${clause}`))).toEqual([
      ['excluded PB-EX11'],
      ['excluded PB-EX10'],
      ['excluded PB-EX20'],
    ]);
    expect(found.items[0]?.cuts[0]).toEqual({ cause: 'not-owed', amount: 3 * M, clause: 'GEN-OWED', pool: 'damages' });
  });

  test('正式使用後1か月: nothing on its last day, 670万 on the day after', () => {
    const on = (formalUseDate: string) => pay(seed000, PB06, { facts: { ...known, formalUseDate }, schedule }).paid;
    expect(on('2026-06-14')).toBe(0);
    expect(on('2026-06-13')).toBe(6_700_000);
  });

  test('イ/ロ restore cover: non-performance is excluded, by fire or by an accident to the network equipment it is not', () => {
    const with6 = (more: Record<string, boolean | string>) =>
      pay(seed000, [damages(100)], {
        facts: { ...known, nonPerformance: true, fireRuptureOrExplosion: false, accidental: false, networkEquipment: 'none', ...more },
      });
    expect(with6({})).toMatchObject({ verdict: 'not-paid', paid: 0 });
    expect(with6({ fireRuptureOrExplosion: true })).toMatchObject({ verdict: 'paid', paid: 100 });
    expect(with6({ accidental: true, networkEquipment: 'stopped' }).paid).toBe(100);
    expect(with6({ accidental: true }).paid).toBe(0);
    expect(with6({ accidental: true, networkEquipment: 'stopped' }).findings.find(({ clause }) => clause === 'PB-EX06')).toMatchObject({
      result: 'excepted',
      exceptedBy: ['PB-EX06-ro'],
    });
  });

  test('訴訟費用 outside: in addition, pro-rated above the limit; inside: within it, after the deductible', () => {
    const losses = [damages(200 * M), defence(10 * M)];
    // outside: min(200M − 0.5M, 100M) + 10M × 100 ÷ 200 = 105M
    expect(pay(seed000, losses, { facts: known, schedule }).paid).toBe(105 * M);
    // inside: min(210M − 0.5M, 100M)
    expect(pay(seed000, losses, { facts: known, schedule: { ...schedule, defence: 'inside' } }).paid).toBe(100 * M);
    const small = [damages(20 * M), defence(10 * M)];
    expect(pay(seed000, small, { facts: known, schedule }).paid).toBe(29_500_000);
    expect(pay(seed000, small, { facts: known, schedule: { ...schedule, defence: 'inside' } }).paid).toBe(29_500_000);
  });

  test('1,000万円 paid without consent: a range up to that amount, not a number and not from zero', () => {
    const facts = { ...known, paidWithoutConsent: true, paidWithoutConsentAmount: 10 * M };
    expect(pay(seed000, [damages(53 * M)], { facts })).toMatchObject({ verdict: 'open', low: 43 * M, high: 53 * M, open: 10 * M });
  });

  test('an employee’s crime ends cover here, and not under seed 002', () => {
    const facts = { ...known, wrongdoer: 'employee', leak: true, sameCause: true };
    expect(pay(seed000, [damages(100)], { facts })).toMatchObject({ verdict: 'not-paid', paid: 0 });
    expect(pay(seed002, [damages(100)], { facts })).toMatchObject({ verdict: 'paid', paid: 100 });
  });
});

test('every family refuses nobody a figure: all items claimed are in one place each', () => {
  const losses = [damages(70 * M), defence(3 * M), item('g', 'spent', 'gift', 2 * M, { count: 3000 }), item('x', 'spent', 'unheard-of', 5)];
  for (const family of [familyA, familyB, familyC, familyD, familyE, familyF, seed002]) {
    const found = pay(family, losses, { facts: { leak: true, sameCause: true } });
    for (const one of found.items) expect(one.claimed).toBe(one.paid + one.open + one.cuts.reduce((sum, cut) => sum + cut.amount, 0));
  }
});

test('a pool that is shut asks for no amount: neither an unknown limit nor a count of heads', () => {
  const rider = leaf('rider', { spent: ['gift'] }, [perHead(yen(500)), limit(entry('unsaid'))], { when: is('bought', true) });
  const wording = wordingOf(
    branch('c', [rider, leaf('rest', { claimed: 'all' })], []),
    { bought: false },
    { facts: { unsaid: { type: 'yen' } } },
  );
  expect(pay(wording, [damages(100), item('g', 'spent', 'gift', 300)])).toMatchObject({ paid: 100, verdict: 'partly-paid' });
  expect(() => pay(wording, [damages(100), item('g', 'spent', 'gift', 300)], { schedule: { bought: true } })).toThrow('amount-unknown');
  expect(() => pay(wording, [item('g', 'spent', 'gift', 300)], { schedule: { bought: true, unsaid: 1 } })).toThrow('heads-not-counted');
  expect(pay(wording, [item('g', 'spent', 'gift', 3000, { count: 2 })], { schedule: { bought: true, unsaid: 900 } }).paid).toBe(900);
});

test('a when of a term that is settled no makes its amount irrelevant', () => {
  const wording = wordingOf(
    leaf('p', { claimed: 'all' }, [limit(entry('unsaid'), { when: all(is('on', true)) })]),
    { on: false },
    { facts: { unsaid: { type: 'yen' } } },
  );
  expect(pay(wording, [damages(100)]).paid).toBe(100);
});
