import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, trace, type Refusal, type Traced } from '#domain/assess.ts';
import type { Loss } from '#domain/assessment.ts';
import type { Clause, Condition, Pool, TermKind, Values, Wording } from '#domain/policy/wording.ts';
import { yearOf, yearsOf, type Entry, type Reported, type Year, type YearRefusal } from '#simulation/year.ts';
import { cases, type Case } from '../support/arbitrary.ts';
import {
  aggregate,
  all,
  branch,
  damages,
  deductible,
  entry,
  familyA,
  familyC,
  familyD,
  is,
  item,
  leaf,
  limit,
  ratio,
  result,
  wordingOf,
  yen,
} from '../support/families.ts';
import { oracle, type Ending } from '../support/oracle.ts';

const M = 1_000_000;

const reckon = (wording: Wording, reported: readonly Reported[], schedule: Values = {}): Year => {
  const year = yearOf(compile(wording), schedule, reported);
  if ('refused' in year) throw new Error(JSON.stringify(year));
  return year;
};
const traced = (found: Traced | Refusal): Traced => {
  if ('refused' in found) throw new Error(JSON.stringify(found));
  return found;
};
const report = (id: string, on: string, losses: readonly Loss[] | number, more: Partial<Reported> = {}): Reported => ({
  id,
  on,
  facts: {},
  losses: typeof losses === 'number' ? [damages(losses)] : losses,
  ...more,
});
const paidBy = ({ entries }: Year): [string, number][] => entries.map(({ id, assessment }) => [id, assessment.paid]);
const clauseOf = (id: string, kind: Clause['kind'], when: Condition): Clause => ({ id, kind, when, scope: {}, except: [] });
const seriesClause = clauseOf('SERIES', 'series', is('oneSeries', true));

describe('a year by hand', () => {
  // family D: deductible 0.5M, one limit of 100M per claim and for the period over everything
  const three = [report('third', '2026-11-05', 30 * M), report('first', '2026-05-10', 60 * M), report('second', '2026-08-20', 50 * M)];

  test('the aggregate goes down in the order of the days, not as listed', () => {
    const year = reckon(familyD, three);
    // 60 − 0.5 = 59.5; 50 − 0.5 = 49.5, of which 100 − 59.5 = 40.5 are left; then nothing is
    expect(paidBy(year)).toEqual([
      ['first', 59_500_000],
      ['second', 40_500_000],
      ['third', 0],
    ]);
    expect(year.entries.map(({ usedBefore }) => usedBefore['contract'] ?? 0)).toEqual([0, 59_500_000, 100 * M]);
    expect(year.entries.map(({ leftAfter }) => leftAfter)).toEqual([{ contract: 40_500_000 }, { contract: 0 }, { contract: 0 }]);
    expect(year.entries[2]?.assessment.items[0]?.cuts.at(-1)).toEqual({
      cause: 'aggregate',
      amount: 29_500_000,
      clause: 'OVERALL',
      pool: 'contract',
    });
    expect(year.totals).toEqual({ claimed: 140 * M, notOwed: 0, paid: 100 * M, open: 0, ownCost: 40 * M });
  });

  test('of one day the first listed comes first', () => {
    const same = (ids: string[]) =>
      paidBy(
        reckon(
          familyD,
          ids.map((id) => report(id, '2026-05-10', 60_500_000)),
        ),
      );
    expect(same(['a', 'b'])).toEqual([
      ['a', 60 * M],
      ['b', 40 * M],
    ]);
    expect(same(['b', 'a'])[0]).toEqual(['b', 60 * M]);
  });

  test('under a schedule of its own: the limit of the schedule is the aggregate', () => {
    expect(reckon(familyD, three, { limit: 70 * M }).totals.paid).toBe(70 * M);
    expect(reckon(familyD, three, { deductible: 0 }).entries[0]?.assessment.paid).toBe(60 * M);
  });

  test('without any claim nothing is paid; a wording without an aggregate is never used up', () => {
    expect(reckon(familyD, [])).toEqual({ entries: [], totals: { claimed: 0, notOwed: 0, paid: 0, open: 0, ownCost: 0 } });
    const year = reckon(familyA, [report('a', '2026-05-10', 500), report('b', '2026-05-11', 500)]);
    expect(paidBy(year)).toEqual([
      ['a', 100],
      ['b', 100],
    ]);
    expect(year.entries.map(({ leftAfter }) => leftAfter)).toEqual([{}, {}]);
  });

  test('what an outer pool or a breach cut was not received: the aggregate keeps it', () => {
    const late = { ...clauseOf('LATE', 'duty', is('late', true)), breach: { kind: 'deduct' as const, amount: yen(100) } };
    const pool = branch('c', [leaf('p', { claimed: 'all' }, [aggregate(yen(600))])], [limit(yen(250))]);
    const wording = wordingOf(pool, {}, { facts: { late: { type: 'yesno' } }, clauses: [late] });
    const year = reckon(wording, [
      report('a', '2026-05-10', 300, { facts: { late: true } }),
      report('b', '2026-06-10', 900, { facts: { late: false } }),
    ]);
    // 300 → 250 → 150 after the breach; 600 − 150 = 450 for the second, of which 250
    expect(year.entries.map(({ assessment, leftAfter }) => [assessment.paid, leftAfter['p']])).toEqual([
      [150, 450],
      [250, 200],
    ]);
  });

  test('an open claim takes what it receives at least', () => {
    const wording = { ...familyD, facts: { out: { type: 'yesno' as const } }, clauses: [clauseOf('EX', 'exclusion', is('out', true))] };
    const year = reckon(wording, [report('open', '2026-05-10', 60 * M), report('next', '2026-06-10', 90 * M, { facts: { out: false } })]);
    expect(year.entries[0]?.assessment).toMatchObject({ verdict: 'open', low: 0, high: 59_500_000, paid: 0, open: 60 * M });
    expect(year.entries[1]?.assessment.paid).toBe(89_500_000);
    expect(year.totals.open).toBe(60 * M);
  });
});

describe('a series', () => {
  // family C: deductible 1M, share 95 %, 50M for the period
  const wording = { ...familyC, facts: { oneSeries: { type: 'yesno' as const } }, clauses: [seriesClause] };
  const bug = (id: string, on: string, facts: Values) => report(id, on, 11 * M, { facts, series: 'bug' });
  const reports = (facts: Values) => [
    bug('late', '2026-09-01', facts),
    report('other', '2026-06-01', 41 * M, { facts: { oneSeries: false } }),
    bug('early', '2026-05-01', facts),
  ];

  test('that is met is one claim, made when the first was: one deductible, before what came between', () => {
    const year = reckon(wording, reports({ oneSeries: true }));
    // (22 − 1) × 95 % = 19.95; (41 − 1) × 95 % = 38, of which 50 − 19.95 = 30.05 are left
    expect(paidBy(year)).toEqual([
      ['early', 19_950_000],
      ['other', 30_050_000],
    ]);
    expect(year.entries.map(({ on, reports: of }) => [on, of])).toEqual([
      ['2026-05-01', ['early', 'late']],
      ['2026-06-01', ['other']],
    ]);
  });

  test('that is not met, and reports of no series, are claims of their own', () => {
    // (11 − 1) × 95 % = 9.5; 38; 50 − 47.5 = 2.5
    expect(paidBy(reckon(wording, reports({ oneSeries: false })))).toEqual([
      ['early', 9_500_000],
      ['other', 38 * M],
      ['late', 2_500_000],
    ]);
    expect(reckon({ ...wording, clauses: [] }, reports({ oneSeries: true })).entries).toHaveLength(3);
    expect(
      reckon(wording, [bug('a', '2026-05-01', { oneSeries: true }), { ...bug('b', '2026-06-01', {}), series: 'x' }]).entries,
    ).toHaveLength(2);
  });

  test('nobody has decided refuses the year and says which facts are missing', () => {
    expect(yearOf(compile(wording), {}, reports({}))).toEqual({ refused: 'series-open', names: ['oneSeries'], at: 'early' });
    // alone, there is nothing to be one with
    expect(reckon(wording, [bug('a', '2026-05-01', {})]).totals.paid).toBe(9_500_000);
  });
});

describe('the period', () => {
  const leakKnown: Condition = { op: 'any', of: [{ op: 'from', name: 'leakOn', than: { name: 'start' } }, is('unaware', true)] };
  const wording: Wording = {
    ...familyD,
    schedule: { ...familyD.schedule, start: '2026-04-01', end: '2027-04-01' },
    facts: { madeOn: { type: 'date' }, leakOn: { type: 'date' }, unaware: { type: 'yesno' }, oneSeries: { type: 'yesno' } },
    clauses: [
      clauseOf(
        'PERIOD',
        'period',
        all({ op: 'from', name: 'madeOn', than: { name: 'start' } }, { op: 'before', name: 'madeOn', than: { name: 'end' } }),
      ),
      clauseOf('PRIOR', 'period', leakKnown),
      seriesClause,
    ],
  };
  const made = (id: string, on: string, amount: number, facts: Values = {}, more: Partial<Reported> = {}) =>
    report(id, on, amount, { facts: { madeOn: on, leakOn: on, unaware: false, oneSeries: true, ...facts }, ...more });

  test('a claim on the last day counts, on the day of expiry not; a leak before inception counts where it could not be known', () => {
    const year = reckon(wording, [
      made('known leak', '2026-04-01', 20 * M, { leakOn: '2026-03-31' }),
      made('unknown leak', '2026-04-02', 20_500_000, { leakOn: '2026-03-31', unaware: true }),
      made('last day', '2027-03-31', 90 * M),
      made('expired', '2027-04-01', 20 * M),
    ]);
    // what was not covered takes nothing from the 100M: 20M, then 80M are left
    expect(paidBy(year).map(([, paid]) => paid)).toEqual([0, 20 * M, 80 * M, 0]);
    // the two in between are cut by the deductible first, which names no clause
    expect(year.entries.map(({ assessment }) => assessment.items[0]?.cuts[0]?.clause)).toEqual(['PRIOR', null, null, 'PERIOD']);
  });

  const first = { from: '2026-04-01', schedule: {} };
  const second = { from: '2027-04-01', schedule: { start: '2027-04-01', end: '2028-04-01', limit: 30 * M } };
  const renewed = (reported: readonly Reported[]): readonly Year[] => {
    const years = yearsOf(compile(wording), [first, second], reported);
    if ('refused' in years) throw new Error(JSON.stringify(years));
    return years;
  };

  test('renewal: the day of the claim selects the year, each with its own schedule and a fresh aggregate', () => {
    const years = renewed([
      made('b', '2027-04-01', 25_500_000),
      made('a', '2027-03-31', 150 * M),
      made('c', '2027-05-01', 25_500_000),
      made('before all', '2026-03-31', 5 * M),
      made('after all', '2028-04-01', 5 * M),
    ]);
    // 2026: 100M at most; 2027: 25M, then 30 − 25 = 5M
    expect(years.map(paidBy)).toEqual([
      [
        ['before all', 0],
        ['a', 100 * M],
      ],
      [
        ['b', 25 * M],
        ['c', 5 * M],
        ['after all', 0],
      ],
    ]);
    expect(years.map(({ totals }) => totals.paid)).toEqual([100 * M, 30 * M]);
    expect(years[1]?.entries[0]?.usedBefore).toEqual({});
  });

  test('renewal: a series belongs wholly to the year of its first claim', () => {
    const years = renewed([
      made('later', '2027-06-01', 20 * M, {}, { series: 's' }),
      made('between', '2027-05-01', 20 * M),
      made('first', '2027-03-01', 20 * M, {}, { series: 's' }),
    ]);
    // 40 − 0.5 under the first year; 20 − 0.5 under the second
    expect(years.map(paidBy)).toEqual([[['first', 39_500_000]], [['between', 19_500_000]]]);
    expect(years[0]?.entries[0]?.reports).toEqual(['first', 'later']);
  });

  test('a refusal of either year refuses both', () => {
    const open = { madeOn: '2027-05-01', leakOn: '2027-05-01' };
    const reported = ['x', 'y'].map((id) => report(id, '2027-05-01', 1, { facts: open, series: 's' }));
    expect(yearsOf(compile(wording), [first, second], reported)).toMatchObject({ refused: 'series-open', at: 'x' });
    const unsaid = compile(wordingOf(leaf('p', { claimed: 'all' }, [limit(entry('unsaid'))]), {}, { facts: { unsaid: { type: 'yen' } } }));
    const two = [report('known', '2026-05-01', 1, { facts: { unsaid: 9 } }), report('unknown', '2027-06-01', 1)];
    expect(yearsOf(unsaid, [first, { ...second, schedule: {} }], two)).toEqual({
      refused: 'amount-unknown',
      pool: 'p',
      names: ['unsaid'],
      at: 'unknown',
    });
    expect(yearOf(unsaid, {}, two)).toMatchObject({ refused: 'amount-unknown', at: 'unknown' });
  });
});

test('claims that are together too large for whole yen are refused, though each is not', () => {
  const large = Array.from({ length: 5_000 }, (_, i) => damages(10 ** 12, { id: `${i}` }));
  const wording = compile(wordingOf(leaf('p', { claimed: 'all' })));
  expect(yearOf(wording, {}, [report('a', '2026-05-01', large), report('b', '2026-05-02', large)])).toEqual({
    refused: 'too-large',
    claimed: 10 ** 16,
    at: 'b',
  });
});

// --- random sequences -------------------------------------------------------------------------------------------------------------

const DAYS = ['2023-12-31', '2024-01-31', '2024-02-01', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01'];
const spec = fc.record({
  day: fc.nat(DAYS.length - 1),
  keep: fc.integer({ min: 1, max: 63 }),
  tenths: fc.integer({ min: 1, max: 10 }),
  turn: fc.oneof(fc.constant(0), fc.nat(31)),
  series: fc.constantFrom(undefined, undefined, 's', 't'),
});
type Spec = typeof spec extends fc.Arbitrary<infer T> ? T : never;

interface Sequence {
  readonly wording: Wording;
  readonly schedule: Values;
  readonly reported: readonly Reported[];
}

/** The claim of a case, several times over: some of its losses, a part of their amounts, some yes/no facts turned. */
const sequenceOf = (
  { wording, claim }: Case,
  specs: readonly Spec[],
  vary: { readonly facts: boolean; readonly series: boolean },
): Sequence => ({
  wording,
  schedule: claim.schedule ?? {},
  reported: specs.map(({ day, keep, tenths, turn, series }, i): Reported => {
    const on = DAYS[day] as string;
    const part = (amount: number): number => Math.floor((amount * tenths) / 10);
    const kept = claim.losses.filter((_, at) => (keep >> at) % 2 === 1);
    const turned = Object.entries(claim.facts).filter(([, value]) => typeof value === 'boolean');
    return {
      id: `r${i}`,
      on,
      facts: vary.facts
        ? {
            ...claim.facts,
            madeOn: on,
            ...Object.fromEntries(turned.map(([name, value], at) => [name, (turn >> at) % 2 === 1 ? !value : value])),
          }
        : claim.facts,
      losses: kept.map(({ owed, ...loss }) => ({
        ...loss,
        amount: part(loss.amount),
        ...(owed === undefined ? {} : { owed: part(owed) }),
      })),
      ...(vary.series && series !== undefined ? { series } : {}),
    };
  }),
});
const sequences = (size: Parameters<typeof cases>[0] = {}, vary: Partial<Parameters<typeof sequenceOf>[2]> = {}): fc.Arbitrary<Sequence> =>
  fc
    .tuple(cases({ clauses: 4, losses: 4, ...size }), fc.array(spec, { minLength: 1, maxLength: 5 }))
    .map(([one, specs]) => sequenceOf(one, specs, { facts: true, series: false, ...vary }));

const poolsIn = (pool: Pool): Pool[] => [pool, ...(pool.of ?? []).flatMap(poolsIn)];
const mapTerms = (pool: Pool, keep: (term: Pool['terms'][number]) => boolean): Pool => ({
  ...pool,
  terms: pool.terms.filter(keep),
  ...(pool.of ? { of: pool.of.map((one) => mapTerms(one, keep)) } : {}),
});
const withoutAggregate = (wording: Wording): Wording => ({ ...wording, pool: mapTerms(wording.pool, ({ kind }) => kind !== 'aggregate') });
/** Clauses of a kind never met: others may ask for them. */
const never = (wording: Wording, kind: Clause['kind']): Wording => ({
  ...wording,
  clauses: wording.clauses.map((clause) => (clause.kind === kind ? { ...clause, when: { op: 'any', of: [] } } : clause)),
});
const withoutDuties = (wording: Wording): Wording => never(wording, 'duty');
const withoutSeries = (wording: Wording): Wording => never(wording, 'series');
/** The same wording under one aggregate over everything: the last cut but for a breach. */
const under = (wording: Wording, most: number): Wording => ({
  ...wording,
  pool: { id: 'year', of: [wording.pool], terms: [aggregate(yen(most), 'YEAR')] },
});
/** One more aggregate as the last term of each leaf. */
const onLeaves = (pool: Pool, most: number): Pool =>
  pool.of ? { ...pool, of: pool.of.map((one) => onLeaves(one, most)) } : { ...pool, terms: [...pool.terms, aggregate(yen(most))] };
/** Wordings whose only aggregate stands over everything, at some tenths of what the year claims, without duties. */
const overall = (sequence: Sequence, tenths: number): Sequence & { readonly most: number } => {
  const claimed = sequence.reported.flatMap(({ losses }) => losses).reduce((sum, { amount }) => sum + amount, 0);
  const most = Math.floor((claimed * tenths) / 20);
  return { ...sequence, most, wording: under(withoutDuties(withoutAggregate(sequence.wording)), most) };
};
const share = fc.integer({ min: 0, max: 12 });
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const rotated = <T>(list: readonly T[]): T[] => [...list.slice(1), ...list.slice(0, 1)];

describe('true of every year', { timeout: 120_000 }, () => {
  test('the claims together receive at most each aggregate; over everything, what is left is what they did not receive', () => {
    const seen = { spent: 0, inner: 0 };
    fc.assert(
      fc.property(sequences(), share, fc.constantFrom(1, 2, 12), (sequence, tenths, quarters) => {
        const { most } = overall(sequence, tenths);
        const wording = under({ ...sequence.wording, pool: onLeaves(sequence.wording.pool, Math.ceil((most * quarters) / 4)) }, most);
        const { entries, totals } = reckon(wording, sequence.reported, sequence.schedule);
        const received = (id: string): number[] =>
          entries.map(({ assessment }) => sum(assessment.pools.filter(({ pool }) => pool === id).map(({ paid }) => paid)));
        for (const { id, terms } of poolsIn(wording.pool)) {
          for (const term of terms) {
            if (term.kind !== 'aggregate' || term.amount.op !== 'yen' || term.when) continue;
            expect(sum(received(id))).toBeLessThanOrEqual(term.amount.yen);
          }
        }
        const paid = received('year');
        entries.forEach(({ leftAfter, usedBefore }, i) => {
          expect(usedBefore['year'] ?? 0).toBe(sum(paid.slice(0, i)));
          expect(leftAfter['year']).toBe(most - sum(paid.slice(0, i + 1)));
          for (const rest of Object.values(leftAfter)) expect(rest).toBeGreaterThanOrEqual(0);
        });
        expect(totals.paid).toBe(sum(paid));
        if (totals.paid === most && most > 0) seen.spent++;
        const cuts = entries.slice(1).flatMap(({ assessment }) => assessment.items.flatMap((one) => one.cuts));
        if (cuts.some(({ cause, pool }) => cause === 'aggregate' && pool !== 'year')) seen.inner++;
      }),
      { seed: 51, numRuns: 2_000 },
    );
    expect(seen.spent).toBeGreaterThan(100);
    expect(seen.inner).toBeGreaterThan(100);
  });

  test('every yen claimed is paid, open or cut, in each claim; the totals are the sums of the claims, of each report once', () => {
    fc.assert(
      fc.property(sequences({}, { series: true }), (sequence) => {
        const year = yearOf(compile(sequence.wording), sequence.schedule, sequence.reported);
        if ('refused' in year) return;
        const { entries, totals } = year;
        const items = entries.flatMap(({ assessment }) => assessment.items);
        for (const one of items) expect(one.claimed).toBe(one.paid + one.open + sum(one.cuts.map(({ amount }) => amount)));
        const claimed = sum(sequence.reported.flatMap(({ losses }) => losses).map(({ amount }) => amount));
        const [paid, open] = [sum(items.map((one) => one.paid)), sum(items.map((one) => one.open))];
        const unowed = items.flatMap(({ cuts }) => cuts).filter(({ cause }) => cause === 'not-owed');
        const notOwed = sum(unowed.map(({ amount }) => amount));
        expect(totals).toEqual({ claimed, paid, open, notOwed, ownCost: claimed - notOwed - paid });
        expect(entries.flatMap(({ reports }) => reports).sort()).toEqual(sequence.reported.map(({ id }) => id).sort());
        expect(entries.map(({ on }) => on)).toEqual(entries.map(({ on }) => on).sort());
      }),
      { seed: 52, numRuns: 2_000 },
    );
  });

  test('the year of one claim is its assessment', () => {
    fc.assert(
      fc.property(sequences({}, { series: true }), ({ wording, schedule, reported }) => {
        for (const one of reported) {
          const [only] = reckon(wording, [one], schedule).entries;
          expect(only?.assessment).toEqual(trace(compile(wording), { facts: one.facts, losses: one.losses, schedule }));
        }
      }),
      { seed: 53, numRuns: 1_000 },
    );
  });

  test('claims of the same facts are one claim of several, where neither series nor duty binds them', () => {
    fc.assert(
      fc.property(sequences({ unknown: 0 }, { facts: false }), share, (sequence, tenths) => {
        const { most } = overall(sequence, tenths);
        const wording = under(withoutSeries(withoutDuties(sequence.wording)), most);
        const reported = sequence.reported.map((one) => ({ ...one, losses: one.losses.map(({ claim: _, ...loss }) => loss) }));
        const { entries } = reckon(wording, reported, sequence.schedule);
        const losses = reported
          .toSorted((a, b) => a.on.localeCompare(b.on))
          .flatMap((one) => one.losses.map((loss) => ({ ...loss, claim: one.id })));
        const together = traced(trace(compile(wording), { facts: entries[0]?.claim.facts ?? {}, losses, schedule: sequence.schedule }));
        expect(entries.flatMap(({ assessment }) => assessment.items)).toEqual(together.items);
        const some = entries.filter(({ claim }) => claim.losses.length > 0);
        if (losses.length > 0)
          expect(some.flatMap(({ id, assessment }) => assessment.pools.map((pool) => ({ ...pool, claim: id })))).toEqual(together.pools);
      }),
      { seed: 54, numRuns: 2_000 },
    );
  });

  test('without an aggregate the order changes nothing: each claim is assessed as if it were alone', () => {
    fc.assert(
      fc.property(sequences(), ({ wording, schedule, reported }) => {
        const free = withoutAggregate(wording);
        const days = rotated(reported.map(({ on }) => on));
        const moved = [...reported.map((one, i) => ({ ...one, on: days[i] as string }))].reverse();
        const byId = (year: Year): unknown => Object.fromEntries(year.entries.map(({ id, assessment }) => [id, assessment]));
        const one = byId(reckon(free, reported, schedule));
        expect(byId(reckon(free, moved, schedule))).toEqual(one);
        expect(Object.keys(one as object)).toHaveLength(reported.length);
      }),
      { seed: 55, numRuns: 1_000 },
    );
  });

  test('under one aggregate over everything the order shifts money between claims, never the total: the least of aggregate and sum', () => {
    let shifted = 0;
    fc.assert(
      fc.property(sequences(), share, (sequence, tenths) => {
        const { wording, most, reported, schedule } = overall(sequence, tenths);
        const free = compile(withoutDuties(withoutAggregate(sequence.wording)));
        const alone = sum(reported.map(({ facts, losses }) => traced(trace(free, { facts, losses, schedule })).paid));
        const days = rotated(reported.map(({ on }) => on));
        const [one, other] = [reported, reported.map((each, i) => ({ ...each, on: days[i] as string }))].map((of) =>
          reckon(wording, of, schedule),
        );
        expect([one?.totals.paid, other?.totals.paid]).toEqual([Math.min(alone, most), Math.min(alone, most)]);
        if (JSON.stringify(paidBy(one as Year).sort()) !== JSON.stringify(paidBy(other as Year).sort())) shifted++;
      }),
      { seed: 56, numRuns: 1_000 },
    );
    expect(shifted).toBeGreaterThan(50);
  });

  test('renewal after any day pays no claim less than one long year does, where one aggregate stands over everything', () => {
    let more = 0;
    fc.assert(
      fc.property(sequences(), share, fc.constantFrom(...DAYS), (sequence, tenths, from) => {
        const { wording, reported, schedule } = overall(sequence, tenths);
        const long = reckon(wording, reported, schedule);
        const years = yearsOf(
          compile(wording),
          [
            { from: '2023-01-01', schedule },
            { from, schedule },
          ],
          reported,
        );
        if ('refused' in years) throw new Error(years.refused);
        const short = years.flatMap(paidBy);
        expect(short.map(([id]) => id)).toEqual(paidBy(long).map(([id]) => id));
        paidBy(long).forEach(([, paid], i) => expect(short[i]?.[1]).toBeGreaterThanOrEqual(paid));
        if (sum(short.map(([, paid]) => paid)) > long.totals.paid) more++;
      }),
      { seed: 57, numRuns: 1_000 },
    );
    expect(more).toBeGreaterThan(50);
  });

  /** What the reports come to as one series and each for itself, with these kinds of term only, none of which asks another pool. */
  const asSeries = (
    sequence: Sequence,
    tenths: number,
    kinds: readonly TermKind[],
    rounding: Wording['rounding'],
  ): [one: number, apart: number] => {
    const { most, reported, schedule } = overall(sequence, tenths);
    const plain = withoutSeries(withoutDuties(sequence.wording));
    const pool = mapTerms(plain.pool, (term) => kinds.includes(term.kind) && !/"op":"(result|loss|soFar)"/.test(JSON.stringify(term)));
    const wording = under({ ...plain, pool, rounding }, most);
    const alike = reported.map((one) => ({ ...one, series: 's', losses: one.losses.map(({ claim: _, ...loss }) => loss) }));
    const met = { ...wording, clauses: [...wording.clauses, clauseOf('S', 'series', all())] };
    return [reckon(met, alike, schedule).totals.paid, reckon(wording, alike, schedule).totals.paid];
  };

  test.each([
    // each term f has f(x + y) ≥ f(x) + f(y), and so has dropping the rest of a yen
    ['deductibles and shares', 'never less', ['per-head', 'deductible', 'franchise', 'ratio', 'only-if-pays'], 'down'],
    // each term f has f(x + y) ≤ f(x) + f(y), and so has rounding up
    ['limits and shares', 'never more', ['per-head', 'limit', 'ratio'], 'up'],
  ] as const)('a series under %s alone pays %s than its claims for themselves', (_, which, kinds, rounding) => {
    let differ = 0;
    fc.assert(
      fc.property(sequences({ unknown: 0 }, { facts: false }), share, (sequence, tenths) => {
        const [one, apart] = asSeries(sequence, tenths, kinds, rounding);
        if (which === 'never less') expect(one).toBeGreaterThanOrEqual(apart);
        else expect(one).toBeLessThanOrEqual(apart);
        if (one !== apart) differ++;
      }),
      { seed: 58, numRuns: 2_000 },
    );
    expect(differ).toBeGreaterThan(50);
  });
});

describe('tempting, and false: a concrete example of each', () => {
  const policy = (...terms: Pool['terms'][number][]) =>
    wordingOf(leaf('p', { claimed: 'all' }, terms), {}, { clauses: [clauseOf('S', 'series', all())] });
  const pays = (wording: Wording, one: boolean) =>
    reckon(
      wording,
      ['a', 'b'].map((id) => report(id, '2026-05-01', 250, one ? { series: 's' } : {})),
    ).totals.paid;
  test('“a series pays no more than its claims”: the deductible is taken once', () => {
    expect([true, false].map((one) => pays(policy(deductible(yen(100))), one))).toEqual([400, 300]);
  });
  test('“a series pays no less than its claims”: the limit is given once', () => {
    expect([true, false].map((one) => pays(policy(limit(yen(200))), one))).toEqual([200, 400]);
  });
  test('“renewal never pays less”: not where one cover is paid in proportion to what another comes to', () => {
    const wording = wordingOf(
      branch('c', [
        leaf('p', { claimed: 'all' }, [aggregate(yen(2))]),
        leaf('q', { spent: 'all' }, [ratio({ of: yen(1), to: result('p') })]),
      ]),
    );
    const losses = [damages(2), item('x', 'spent', 'gift', 1000)];
    const reported = [report('a', '2026-05-01', [damages(2)]), report('b', '2027-05-01', losses)];
    // used up, p comes to nothing and q is paid whole: 2 + 1000; fresh, p comes to 2 and q to 1 ÷ 2: 2 + 2 + 500
    expect(reckon(wording, reported).totals.paid).toBe(1002);
    const years = ['2026-04-01', '2027-04-01'].map((from) => ({ from, schedule: {} })) as unknown as Parameters<typeof yearsOf>[1];
    expect((yearsOf(compile(wording), years, reported) as readonly Year[]).map(({ totals }) => totals.paid)).toEqual([2, 502]);
  });
  test('“the order of the claims does not change what the year pays”: not under a deductible over an aggregate', () => {
    const wording = wordingOf(branch('c', [leaf('p', { claimed: 'all' }, [aggregate(yen(100))])], [deductible(yen(50))]));
    const [small, large] = [60, 100];
    // small first: 60 − 50 = 10, then 90 − 50 = 40; large first: 100 − 50 = 50, then 50 − 50 = 0
    const inOrder = (first: number, second: number) =>
      paidBy(reckon(wording, [report('a', '2026-05-01', first), report('b', '2026-05-02', second)]));
    expect([inOrder(small, large), inOrder(large, small)].map((year) => year.map(([, paid]) => paid))).toEqual([
      [10, 40],
      [50, 0],
    ]);
  });
});

// --- the oracle -------------------------------------------------------------------------------------------------------------------

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Assessment and ending as text: items with their cuts, pools without their steps. */
const text = ({ items, pools }: Pick<Ending, 'items' | 'pools'>): string =>
  JSON.stringify([
    items.map(({ id, paid, open, cuts }) => [
      id,
      paid,
      open,
      cuts.map(({ cause, amount, clause, pool }) => `${cause} ${amount} ${clause} ${pool}`).sort(),
    ]),
    pools.map(({ pool, claimed, loss, result: after, paid, left, aggregateLeft }) => [
      pool,
      claimed,
      loss,
      after,
      paid,
      left,
      aggregateLeft,
    ]),
  ]);

/**
 * The year reckoned from the other end: it takes the earliest report that is left, asks the oracle about it and its series, and adds up anew
 * for each claim, in BigInt, what all the endings before it paid. The first difference, or null.
 */
const difference = (
  { wording, schedule, reported }: Sequence,
  ours: Year | YearRefusal,
  seen: { series: number; open: number; full: number },
): string | null => {
  const endings: Ending[] = [];
  const left = new Set(reported.keys());
  const entries: readonly Entry[] = 'refused' in ours ? [] : ours.entries;
  let paid = 0n;
  while (left.size > 0) {
    const at = [...left].reduce((a, b) => (dayNumber((reported[b] as Reported).on) < dayNumber((reported[a] as Reported).on) ? b : a));
    const first = reported[at] as Reported;
    const asked = { facts: first.facts, schedule };
    const kin = [...left]
      .filter((i) => i !== at && first.series !== undefined && reported[i]?.series === first.series)
      .sort((a, b) => dayNumber((reported[a] as Reported).on) - dayNumber((reported[b] as Reported).on) || a - b);
    const series = oracle(wording, { ...asked, losses: [] }).results.filter(({ clause }) =>
      wording.clauses.some(({ id, kind }) => id === clause && kind === 'series'),
    );
    const met = series.some((one) => one.result === 'met');
    if (kin.length > 0 && !met && series.some((one) => one.result === 'unknown')) {
      seen.open++;
      return 'refused' in ours && ours.refused === 'series-open' && ours.at === first.id ? null : `the series of ${first.id} is open`;
    }
    if ('refused' in ours && ours.refused !== 'series-open') return `refused: ${ours.refused}`;
    const mine = kin.length > 0 && met ? [at, ...kin] : [at];
    if (mine.length > 1) seen.series++;
    for (const i of mine) left.delete(i);
    if ('refused' in ours) continue;

    const used: Record<string, number> = {};
    for (const { id } of poolsIn(wording.pool))
      used[id] = Number(
        endings.flatMap(({ pools }) => pools).reduce((total, one) => total + (one.pool === id ? BigInt(one.paid) : 0n), 0n),
      );
    const entry = entries[endings.length];
    if (entry?.id !== first.id || entry.on !== first.on) return `${entry?.id} where the oracle has ${first.id}`;
    if (entry.reports.join() !== mine.map((i) => reported[i]?.id).join()) return `${entry.reports.join()} are one`;
    const said = oracle(wording, { ...asked, losses: mine.flatMap((i) => reported[i]?.losses ?? []), used });
    if (said.low !== entry.assessment.low || said.high !== entry.assessment.high)
      return `${first.id}: ${entry.assessment.low}, oracle ${said.low}`;
    const same = said.lowest.find((one) => text(one) === text(entry.assessment));
    if (!same) return `${first.id}: ${text(entry.assessment)}\noracle ${said.lowest.map(text).join('\n')}`;
    if (same.items.some(({ cuts }) => cuts.some(({ cause }) => cause === 'aggregate')) && endings.length > 0) seen.full++;
    endings.push(same);
    paid += BigInt(same.paid);
  }
  if ('refused' in ours) return `refused: ${ours.refused}`;
  if (entries.length !== endings.length) return `${entries.length} claims, oracle ${endings.length}`;
  return BigInt(ours.totals.paid) === paid ? null : `paid ${ours.totals.paid}, oracle ${paid}`;
};

test('3,000 random years are the oracle’s: order, series, used amounts, items and pools', { timeout: 300_000 }, () => {
  const seen = { series: 0, open: 0, full: 0 };
  fc.assert(
    fc.property(sequences({ unknown: 8 }, { series: true }), fc.integer({ min: 0, max: 20 }), (sequence, tenths) => {
      const bounded = {
        ...sequence,
        wording: under(
          { ...sequence.wording, clauses: [...sequence.wording.clauses, clauseOf('S', 'series', is('leak', true))] },
          overall(sequence, tenths).most,
        ),
      };
      const ours = yearOf(compile(bounded.wording), bounded.schedule, bounded.reported);
      const wrong = difference(bounded, ours, seen);
      if (wrong !== null) throw new Error(wrong);
    }),
    { seed: 59, numRuns: 3_000 },
  );
  console.log('3,000 years agree with the oracle:', JSON.stringify(seen));
  expect(Math.min(seen.series, seen.full)).toBeGreaterThan(300);
  expect(seen.open).toBeGreaterThan(20);
});
