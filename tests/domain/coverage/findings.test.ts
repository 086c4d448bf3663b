import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compile, trace } from '#domain/assess.ts';
import type { Finding } from '#domain/assessment.ts';
import type { Clause, Condition, Exception, FactType, Value, Values, Wording } from '#domain/policy/wording.ts';
import { cases } from '../../support/arbitrary.ts';

vi.setConfig({ testTimeout: 60_000 });

const yes = (name: string): Condition => ({ op: 'is', name, values: [true] });
const asked = (clause: string): Condition => ({ op: 'clause', clause });
const exception = (id: string, when: Condition, ...except: Exception[]): Exception => ({ id, when, except });
const exclusion = (id: string, when: Condition, ...except: Exception[]): Clause => ({ id, kind: 'exclusion', when, scope: {}, except });
const NAMES = ['a', 'b', 'c', 'd'];
const FACTS: Readonly<Record<string, FactType>> = Object.fromEntries(NAMES.map((name) => [name, { type: 'yesno' as const }]));
const wordingOf = (...clauses: Clause[]): Wording => ({
  id: 'w',
  version: 1,
  rounding: 'down',
  facts: FACTS,
  schedule: {},
  clauses,
  pool: { id: 'p', clause: 'PAY', takes: { claimed: 'all' }, terms: [] },
});
const findings = (wording: Wording, facts: Values): readonly Finding[] => compile(wording).know(facts, undefined).findings;
const finding = (facts: Values, ...clauses: Clause[]): Finding => findings(wordingOf(...clauses), facts).at(-1) as Finding;

const TRUTHS = [true, false, undefined] as const;
type T = (typeof TRUTHS)[number];
const known = (entries: Readonly<Record<string, T>>): Values =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Values;

/** Every way to learn what is unknown; one result: that one, else unknown. */
const byEveryWay = (entries: Readonly<Record<string, T>>, met: (facts: Record<string, boolean>) => boolean): 'met' | 'not' | 'unknown' => {
  let ways: Record<string, boolean>[] = [{}];
  for (const [name, value] of Object.entries(entries)) {
    ways = ways.flatMap((way) =>
      value === undefined
        ? [
            { ...way, [name]: true },
            { ...way, [name]: false },
          ]
        : [{ ...way, [name]: value }],
    );
  }
  const results = new Set(ways.map(met));
  return results.size > 1 ? 'unknown' : results.has(true) ? 'met' : 'not';
};

describe('an exclusion with an exception that has an exception itself', () => {
  const clause = exclusion('EX', yes('a'), exception('EX-i', yes('b'), exception('EX-i-x', yes('c'))), exception('EX-ro', yes('d')));
  const rows = TRUTHS.flatMap((a) => TRUTHS.flatMap((b) => TRUTHS.flatMap((c) => TRUTHS.map((d) => ({ a, b, c, d })))));
  test.each(rows)('applies %o exactly when it holds and no exception of it does', (row) => {
    const found = finding(known(row), clause);
    const so = byEveryWay(row, ({ a, b, c, d }) => a === true && !(b === true && c !== true) && d !== true);
    expect(found.result === 'excepted' ? 'not' : found.result === 'not-met' ? 'not' : found.result).toBe(so);
    const excepted = row.a === true && ((row.b === true && row.c === false) || row.d === true);
    expect(found.result === 'excepted').toBe(excepted);
    expect(found.exceptedBy).toEqual(
      excepted ? [...(row.b === true && row.c === false ? ['EX-i'] : []), ...(row.d === true ? ['EX-ro'] : [])] : [],
    );
  });
});

test('excepted needs the clause’s own condition: otherwise it is simply not met', () => {
  const clause = exclusion('EX', yes('a'), exception('EX-i', yes('b')));
  expect(finding({ a: false, b: true }, clause)).toMatchObject({ result: 'not-met', exceptedBy: [], decidedBy: ['a'] });
  // not known whether it holds, but the exception settles that it does not apply
  expect(finding({ b: true }, clause)).toMatchObject({ result: 'not-met', exceptedBy: [], decidedBy: ['b'], needs: [] });
  expect(finding({ a: true, b: true }, clause)).toMatchObject({ result: 'excepted', exceptedBy: ['EX-i'], decidedBy: ['a', 'b'] });
  expect(finding({ a: true, b: false }, clause)).toMatchObject({ result: 'met', exceptedBy: [], decidedBy: ['a', 'b'] });
});

test('an undecided clause needs its own unknown facts and those of undecided exceptions only', () => {
  const clause = exclusion('EX', yes('a'), exception('EX-i', yes('b'), exception('EX-i-x', yes('c'))), exception('EX-ro', yes('d')));
  expect(finding({ a: true, d: false }, clause).needs).toEqual(['b', 'c']);
  expect(finding({ a: true, b: false }, clause).needs).toEqual(['d']);
  expect(finding({ b: true, d: false }, clause).needs).toEqual(['a', 'c']);
  expect(finding({ b: true, c: true, d: false }, clause).needs).toEqual(['a']);
  expect(finding({ a: false }, clause).needs).toEqual([]);
});

test('{clause: ID} asks whether that clause is met, its exceptions included', () => {
  const first = exclusion('ONE', yes('a'), exception('ONE-i', yes('b')));
  expect(finding({ a: true, b: false }, first, exclusion('TWO', asked('ONE'))).result).toBe('met');
  expect(finding({ a: true, b: true }, first, exclusion('TWO', asked('ONE'))).result).toBe('not-met');
  expect(finding({ a: true }, first, exclusion('TWO', asked('ONE')))).toMatchObject({ result: 'unknown', needs: ['b'] });
  expect(finding({ a: true, b: true }, first, exclusion('TWO', asked('ONE-i')))).toMatchObject({ result: 'met', decidedBy: ['b'] });
});

test('a clause may ask for one that is written after it', () => {
  const [one] = findings(wordingOf(exclusion('ONE', asked('TWO')), exclusion('TWO', yes('a'))), { a: true });
  expect(one?.result).toBe('met');
});

test('every exclusion is decided though another already applies, and each yen is cut by the first as written', () => {
  const wording = wordingOf(
    exclusion('ONE', yes('a')),
    exclusion('TWO', yes('b')),
    exclusion('THREE', yes('c')),
    exclusion('FOUR', yes('d')),
  );
  const traced = trace(compile(wording), {
    facts: { a: false, b: true, c: true },
    losses: [{ id: 'x', side: 'claimed', head: 'damages', amount: 700 }],
  });
  if ('refused' in traced) throw new Error(traced.refused);
  expect(traced.findings.map(({ clause, result }) => `${clause} ${result}`)).toEqual([
    'ONE not-met',
    'TWO met',
    'THREE met',
    'FOUR unknown',
  ]);
  expect(traced.items[0]?.cuts).toEqual([{ cause: 'excluded', amount: 700, clause: 'TWO', pool: 'p' }]);
});

const CASES = cases({ clauses: 6, losses: 1, depth: 1, unknown: 35 });
const settings = { seed: 7, numRuns: 5_000 };
const found = (wording: Wording, facts: Values): readonly Finding[] => findings(wording, { ...facts });

test('what decided a clause is enough to decide it: with all other facts forgotten, the result stays', () => {
  fc.assert(
    fc.property(CASES, ({ wording, claim }) => {
      for (const one of found(wording, claim.facts)) {
        if (one.result === 'unknown') continue;
        const kept = Object.fromEntries(
          one.decidedBy.flatMap((name) => (claim.facts[name] === undefined ? [] : [[name, claim.facts[name] as Value]])),
        );
        const again = found(wording, kept).find(({ clause }) => clause === one.clause);
        expect(again?.result).toBe(one.result);
      }
    }),
    settings,
  );
});

test('a clause needs something exactly while it is unknown, and only what is not known', () => {
  fc.assert(
    fc.property(CASES, ({ wording, claim }) => {
      for (const one of found(wording, claim.facts)) {
        expect(one.needs.length > 0).toBe(one.result === 'unknown');
        for (const name of one.needs) expect(claim.facts[name] ?? wording.schedule[name]).toBeUndefined();
      }
    }),
    settings,
  );
});

test('an unknown fact that is not needed cannot decide an open clause', () => {
  const values: Readonly<Record<string, readonly Value[]>> = {
    yesno: [true, false],
    date: ['2024-02-29', '2024-03-31'],
    yen: [0, 10 ** 12],
    number: [0, 100],
  };
  fc.assert(
    fc.property(CASES, fc.nat(1), ({ wording, claim }, at) => {
      for (const one of found(wording, claim.facts)) {
        if (one.result !== 'unknown') continue;
        const more: Record<string, Value> = {};
        for (const [name, type] of Object.entries(wording.facts)) {
          if (claim.facts[name] !== undefined || one.needs.includes(name)) continue;
          more[name] = (type.type === 'choice' ? type.values : (values[type.type] as readonly Value[]))[at] as Value;
        }
        const again = found(wording, { ...claim.facts, ...more }).find(({ clause }) => clause === one.clause);
        expect(again).toMatchObject({ result: 'unknown', needs: one.needs });
      }
    }),
    settings,
  );
});
