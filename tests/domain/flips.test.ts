import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { assess, compile, trace, type Compiled } from '#domain/assess.ts';
import type { Assessment, Claim, Flip } from '#domain/assessment.ts';
import type { Amount, Clause, Condition, FactType, Name, Pool, Value, Values, Wording } from '#domain/policy/wording.ts';
import { LARGEST_YEN } from '#domain/yen.ts';
import { cases } from '../support/arbitrary.ts';

vi.setConfig({ testTimeout: 60_000 });

const assessed = (compiled: Compiled, claim: Claim): Assessment => {
  const found = assess(compiled, claim);
  if ('refused' in found) throw new Error(found.refused);
  return found;
};
const verdictWith = (compiled: Compiled, claim: Claim, name: Name, value: Value): string => {
  const found = trace(compiled, { ...claim, facts: { ...claim.facts, [name]: value } });
  return 'refused' in found ? found.refused : found.verdict;
};

const FACTS: Readonly<Record<string, FactType>> = {
  leak: { type: 'yesno' },
  wrongdoer: { type: 'choice', values: ['none', 'outsider', 'employee', 'officer'] },
  formalUseDate: { type: 'date' },
  incidentDate: { type: 'date' },
  annualSales: { type: 'yen' },
  itSales: { type: 'yen' },
  headcount: { type: 'number' },
  extra: { type: 'yen' },
};
const yen = (amount: number): Amount => ({ op: 'yen', yen: amount });
const is = (name: string, ...values: Value[]): Condition => ({ op: 'is', name, values });
const clause = (kind: Clause['kind'], when: Condition): Clause => ({ id: kind, kind, when, scope: {}, except: [] });
const policy = (clauses: readonly Clause[], more: Partial<Wording> = {}): Compiled =>
  compile({
    id: 'w',
    version: 1,
    rounding: 'down',
    facts: FACTS,
    schedule: {},
    clauses,
    pool: { id: 'p', takes: { claimed: 'all' }, terms: [] },
    ...more,
  });
const claimWith = (facts: Values): Claim => ({ facts, losses: [{ id: 'x', side: 'claimed', head: 'damages', amount: 1000 }] });
const flips = (clauses: readonly Clause[], facts: Values, more: Partial<Wording> = {}): readonly Flip[] =>
  assessed(policy(clauses, more), claimWith(facts)).flips;
const brief = (all: readonly Flip[]): string[] => all.map(({ fact, from, to, verdict }) => `${fact} ${from} → ${to}: ${verdict}`);

describe('the single facts that would change the verdict', () => {
  test('yes or no: the other answer, and for an unknown fact both', () => {
    const clauses = [clause('trigger', is('leak', true))];
    expect(flips(clauses, { leak: true })).toEqual([{ fact: 'leak', from: true, to: false, verdict: 'not-paid', low: 0, high: 0 }]);
    expect(flips(clauses, { leak: false })).toEqual([{ fact: 'leak', from: false, to: true, verdict: 'paid', low: 1000, high: 1000 }]);
    expect(brief(flips(clauses, {}))).toEqual(['leak null → true: paid', 'leak null → false: not-paid']);
  });

  test('an entry of the schedule that a claim leaves without a value is the one of the wording', () => {
    const after: Clause = clause('trigger', { op: 'from', name: 'incidentDate', than: { name: 'start' } });
    const compiled = policy([after], { schedule: { start: '2026-04-01' } });
    const claim = claimWith({ incidentDate: '2026-04-01' });
    const expected = ['incidentDate 2026-04-01 → 2026-03-31: not-paid'];
    expect(brief(assessed(compiled, claim).flips)).toEqual(expected);
    expect(brief(assessed(compiled, { ...claim, schedule: { start: undefined } }).flips)).toEqual(expected);
  });

  test('a choice: every other word that changes it', () => {
    const clauses = [clause('exclusion', is('wrongdoer', 'employee', 'officer'))];
    expect(brief(flips(clauses, { wrongdoer: 'none' }))).toEqual([
      'wrongdoer none → employee: not-paid',
      'wrongdoer none → officer: not-paid',
    ]);
  });

  test('a date: both sides of every threshold', () => {
    const clauses = [clause('exclusion', { op: 'within', name: 'incidentDate', months: 1, after: { date: '2026-01-31' } })];
    expect(brief(flips(clauses, { incidentDate: '2026-02-28' }))).toEqual([
      'incidentDate 2026-02-28 → 2026-01-30: paid',
      'incidentDate 2026-02-28 → 2026-03-01: paid',
    ]);
    expect(brief(flips(clauses, { incidentDate: '2026-03-01' }))).toEqual([
      'incidentDate 2026-03-01 → 2026-01-31: not-paid',
      'incidentDate 2026-03-01 → 2026-02-28: not-paid',
    ]);
  });

  test('before a day and from a day: the last day on one side and the first on the other', () => {
    for (const op of ['before', 'from'] as const) {
      const clauses = [clause('exclusion', { op, name: 'incidentDate', than: { date: '2026-03-01' } })];
      const [early, late] = [flips(clauses, { incidentDate: '2025-01-01' }), flips(clauses, { incidentDate: '2027-01-01' })];
      expect(
        [early, late].map((all) => all.map(({ to }) => to)),
        op,
      ).toEqual([['2026-03-01'], ['2026-02-28']]);
    }
  });

  test('before another date: that date flips it too, on the same day and the day after', () => {
    const clauses = [clause('exclusion', { op: 'before', name: 'incidentDate', than: { name: 'formalUseDate' } })];
    expect(brief(flips(clauses, { incidentDate: '2026-02-28', formalUseDate: '2026-06-01' }))).toEqual([
      'incidentDate 2026-02-28 → 2026-06-01: paid',
      'formalUseDate 2026-06-01 → 2026-02-28: paid',
    ]);
    expect(brief(flips(clauses, { incidentDate: '2026-02-28', formalUseDate: '2025-06-01' }))).toEqual([
      'incidentDate 2026-02-28 → 2025-05-31: not-paid',
      'formalUseDate 2025-06-01 → 2026-03-01: not-paid',
    ]);
  });

  test('a fact flips at its own thresholds, not at those of another fact', () => {
    const dates = [
      clause('exclusion', { op: 'from', name: 'incidentDate', than: { date: '2026-01-01' } }),
      clause('period', { op: 'before', name: 'formalUseDate', than: { date: '2027-01-01' } }),
    ];
    expect(brief(flips(dates, { incidentDate: '2025-06-01', formalUseDate: '2025-06-01' }))).toEqual([
      'incidentDate 2025-06-01 → 2026-01-01: not-paid',
      'formalUseDate 2025-06-01 → 2027-01-01: not-paid',
    ]);
    const numbers = [clause('exclusion', is('headcount', 5)), clause('eligibility', { op: 'atLeast', name: 'itSales', amount: yen(100) })];
    expect(brief(flips(numbers, { headcount: 9, itSales: 200 }))).toEqual(['headcount 9 → 5: not-paid', 'itSales 200 → 99: not-paid']);
  });

  test('正式使用後1か月: the date of use flips it as well as the date of the incident', () => {
    const clauses = [clause('exclusion', { op: 'within', name: 'incidentDate', months: 1, after: { name: 'formalUseDate' } })];
    // the incident of 31 March: use on 1 March puts it within (1 April), use on 28 February does not (28 March)
    expect(brief(flips(clauses, { incidentDate: '2026-03-31', formalUseDate: '2026-01-01' }))).toEqual([
      'incidentDate 2026-03-31 → 2026-01-01: not-paid',
      'incidentDate 2026-03-31 → 2026-02-01: not-paid',
      'formalUseDate 2026-01-01 → 2026-03-01: not-paid',
      'formalUseDate 2026-01-01 → 2026-03-31: not-paid',
    ]);
    // the incident of 15 March: use on 15 February puts it on the last day, use on 14 February a day outside
    expect(brief(flips(clauses, { incidentDate: '2026-03-15', formalUseDate: '2026-03-01' })).slice(2)).toEqual([
      'formalUseDate 2026-03-01 → 2026-02-14: paid',
      'formalUseDate 2026-03-01 → 2026-03-16: paid',
    ]);
  });

  test('a number: the last on one side of the bound and the first on the other', () => {
    const clauses = [clause('eligibility', { op: 'atLeast', name: 'annualSales', amount: yen(30_000_000) })];
    expect(brief(flips(clauses, { annualSales: 50_000_000 }))).toEqual(['annualSales 50000000 → 29999999: not-paid']);
    expect(brief(flips(clauses, { annualSales: 29_999_999 }))).toEqual(['annualSales 29999999 → 30000000: paid']);
  });

  test('a number: the bound next to nothing, and the largest there is', () => {
    const flipTo = (bound: number, now: number): readonly Value[] =>
      flips([clause('eligibility', { op: 'atLeast', name: 'itSales', amount: yen(bound) })], { itSales: now }).map(({ to }) => to);
    expect([flipTo(1, 0), flipTo(1, 9)]).toEqual([[1], [0]]);
    expect([flipTo(LARGEST_YEN, 9), flipTo(LARGEST_YEN, LARGEST_YEN)]).toEqual([[LARGEST_YEN], [LARGEST_YEN - 1]]);
  });

  test('a date before an unknown one waits for it: it flips nothing, and the unknown one flips to each of its sides', () => {
    const clauses = [clause('exclusion', { op: 'before', name: 'incidentDate', than: { name: 'formalUseDate' } })];
    expect(brief(flips(clauses, { incidentDate: '2026-02-28' }))).toEqual([
      'formalUseDate null → 2026-02-28: paid',
      'formalUseDate null → 2026-03-01: not-paid',
    ]);
  });

  test('a comparison that every number meets, or that waits for an unknown fact, turns at no number', () => {
    const clauses = [
      clause('eligibility', { op: 'atLeast', name: 'itSales', amount: yen(100) }),
      clause('trigger', { op: 'atLeast', name: 'itSales', amount: yen(0) }),
      clause('series', { op: 'atLeast', name: 'itSales', amount: { op: 'entry', name: 'annualSales' } }),
    ];
    expect(brief(flips(clauses, { itSales: 50 }))).toEqual(['itSales 50 → 100: paid']);
  });

  test('a bound that depends on another fact: both facts flip it', () => {
    const half: Amount = { op: 'percent', percent: { basisPoints: 5000 }, of: { op: 'entry', name: 'annualSales' } };
    const clauses = [clause('eligibility', { op: 'atLeast', name: 'itSales', amount: half })];
    // 50 % of 101 is 50.5
    expect(brief(flips(clauses, { annualSales: 101, itSales: 51 }))).toEqual([
      'itSales 51 → 50: not-paid',
      'annualSales 101 → 103: not-paid',
    ]);
  });

  test('an equality of a number or a date: the value itself, and a neighbour on either side', () => {
    const number = [clause('trigger', is('headcount', 5)), clause('exclusion', { op: 'atLeast', name: 'headcount', amount: yen(6) })];
    expect(brief(flips(number, { headcount: 9 }))).toEqual(['headcount 9 → 5: paid']);
    const below = [clause('exclusion', { op: 'any', of: [is('headcount', 5), { op: 'atLeast', name: 'headcount', amount: yen(6) }] })];
    expect(brief(flips(below, { headcount: 5 }))).toEqual(['headcount 5 → 4: paid']);
    const none = [clause('trigger', is('headcount', 0))];
    expect(brief(flips(none, { headcount: 0 })), 'no number is below 0').toEqual(['headcount 0 → 1: not-paid']);
    expect(brief(flips(none, { headcount: 7 }))).toEqual(['headcount 7 → 0: paid']);
    const day = [clause('trigger', is('incidentDate', '2026-03-01'))];
    expect(brief(flips(day, { incidentDate: '2026-05-01' }))).toEqual(['incidentDate 2026-05-01 → 2026-03-01: paid']);
    expect(brief(flips(day, { incidentDate: '2026-03-01' }))).toEqual([
      'incidentDate 2026-03-01 → 2026-02-28: not-paid',
      'incidentDate 2026-03-01 → 2026-03-02: not-paid',
    ]);
  });

  test('the gates of pools and terms count too', () => {
    const pool: Pool = {
      id: 'p',
      when: is('leak', true),
      takes: { claimed: 'all' },
      terms: [{ kind: 'limit', amount: yen(0), when: is('wrongdoer', 'officer') }],
    };
    expect(brief(flips([], { leak: true, wrongdoer: 'none' }, { pool }))).toEqual([
      'leak true → false: not-paid',
      'wrongdoer none → officer: not-paid',
    ]);
  });

  test('a date that is compared as if it were an amount turns on no day: the comparison stays undecided, and the date flips nothing', () => {
    for (const op of ['atLeast', 'lessThan'] as const) {
      const found = assessed(
        policy([clause('exclusion', { op, name: 'incidentDate', amount: yen(1) })]),
        claimWith({ incidentDate: '2026-03-01' }),
      );
      expect([found.verdict, found.flips], op).toEqual(['open', []]);
    }
  });

  test('an entry of the schedule is no fact', () => {
    expect(flips([clause('trigger', is('defence', 'inside'))], {}, { schedule: { defence: 'outside' } })).toEqual([]);
  });

  test('where the other value leads into a term whose amount is not known, there is no verdict and so no flip', () => {
    const pool: Pool = {
      id: 'p',
      takes: { claimed: 'all' },
      terms: [{ kind: 'limit', amount: { op: 'entry', name: 'extra' }, when: is('leak', true) }],
    };
    expect(flips([], { leak: false }, { pool })).toEqual([]);
  });

  test('a fact that is in no condition flips nothing', () => {
    expect(flips([clause('trigger', is('leak', true))], { leak: true, wrongdoer: 'officer' }).map(({ fact }) => fact)).toEqual(['leak']);
  });
});

const SMALL = cases({ clauses: 4, losses: 2, depth: 1, unknown: 15 });

test('every flip is real: the claim with that one value has that verdict, that low and that high, and another verdict than before', () => {
  let checked = 0;
  fc.assert(
    fc.property(SMALL, ({ wording, claim }) => {
      const compiled = compile(wording);
      const now = assessed(compiled, claim);
      for (const flip of now.flips) {
        checked++;
        const then = trace(compiled, { ...claim, facts: { ...claim.facts, [flip.fact]: flip.to } });
        expect(then).toMatchObject({ verdict: flip.verdict, low: flip.low, high: flip.high });
        expect(flip.verdict).not.toBe(now.verdict);
        expect(flip.from).toBe(claim.facts[flip.fact] ?? null);
        expect(flip.to).not.toBe(flip.from);
      }
    }),
    { seed: 11, numRuns: 2_000 },
  );
  console.log(`${checked} flips re-assessed`);
  expect(checked).toBeGreaterThan(500);
});

const days = Array.from({ length: 170 }, (_, i) => new Date(Date.UTC(2023, 10, 20 + i)).toISOString().slice(0, 10));

test('no flip of a yes/no, a choice or a date is missed: brute force over all values and 170 days', () => {
  let reached = 0;
  fc.assert(
    fc.property(SMALL, ({ wording, claim }) => {
      const compiled = compile(wording);
      const now = assessed(compiled, claim);
      const told = new Set(now.flips.map(({ fact, verdict }) => `${fact} ${verdict}`));
      const written = JSON.stringify(wording.clauses) + JSON.stringify(wording.pool);
      for (const [name, type] of Object.entries(wording.facts)) {
        if (type.type === 'number' || type.type === 'yen' || !written.includes(`"${name}"`)) continue;
        const values: readonly Value[] = type.type === 'yesno' ? [true, false] : type.type === 'choice' ? type.values : days;
        for (const value of values) {
          const verdict = verdictWith(compiled, claim, name, value);
          if (verdict === now.verdict) continue;
          reached++;
          expect([...told]).toContain(`${name} ${verdict}`);
        }
      }
    }),
    { seed: 12, numRuns: 500 },
  );
  expect(reached).toBeGreaterThan(1_000);
});

test('no flip of a number is missed: brute force over 0 to 60 where every bound is below 50', () => {
  const bound: fc.Arbitrary<Amount> = fc.oneof(
    fc.nat(50).map(yen),
    fc.nat(100).map((n): Amount => ({ op: 'percent', percent: { basisPoints: n * 100 }, of: { op: 'entry', name: 'other' } })),
    fc
      .tuple(fc.nat(50), fc.nat(50))
      .map(([a, b]): Amount => ({ op: 'minus', of: [yen(a), { op: 'least', of: [yen(b), { op: 'entry', name: 'other' }] }] })),
  );
  const comparison: fc.Arbitrary<Condition> = fc.oneof(
    fc.tuple(fc.constantFrom('atLeast' as const, 'lessThan' as const), bound).map(([op, amount]): Condition => ({ op, name: 'n', amount })),
    fc.array(fc.nat(50), { minLength: 1, maxLength: 2 }).map((values): Condition => ({ op: 'is', name: 'n', values })),
  );
  const condition = fc
    .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(comparison, { minLength: 1, maxLength: 3 }))
    .map(([op, of]): Condition => ({ op, of }));
  const kinds = fc.constantFrom<Clause['kind']>('trigger', 'exclusion', 'eligibility');
  const clauses = fc
    .array(fc.tuple(kinds, condition), { minLength: 1, maxLength: 3 })
    .map((list) => list.map(([kind, when], i): Clause => ({ ...clause(kind, when), id: `c${i}` })));
  let reached = 0;
  fc.assert(
    fc.property(clauses, fc.nat(60), fc.nat(60), (list, n, other) => {
      const compiled = policy(list, { facts: { n: { type: 'number' }, other: { type: 'yen' } } });
      const claim = claimWith({ n, other });
      const now = assessed(compiled, claim);
      const told = now.flips.map(({ fact }) => fact);
      for (const name of ['n', 'other']) {
        if (!JSON.stringify(list).includes(`"${name}"`)) continue;
        for (let value = 0; value <= 60; value++) {
          if (verdictWith(compiled, claim, name, value) === now.verdict) continue;
          reached++;
          expect(told).toContain(name);
        }
      }
    }),
    { seed: 13, numRuns: 1_500 },
  );
  expect(reached).toBeGreaterThan(1_000);
});
