import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compile, trace, type Traced } from '#domain/assess.ts';
import type { Claim, Loss } from '#domain/assessment.ts';
import { count } from '#domain/payout/count.ts';
import { prepare } from '#domain/payout/prepare.ts';
import { countingRun, outlineOf, settle, totalOf } from '#domain/payout/settle.ts';
import type { Amount, Clause, Condition, FactType, Pool, Term, Wording } from '#domain/policy/wording.ts';
import { MOST_QUESTIONS, rangeOf } from '#domain/range.ts';
import { cases } from '../support/arbitrary.ts';

vi.setConfig({ testTimeout: 60_000 });

const yen = (amount: number): Amount => ({ op: 'yen', yen: amount });
const yes = (name: string): Condition => ({ op: 'is', name, values: [true] });
const FACTS: Readonly<Record<string, FactType>> = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`f${i}`, { type: 'yesno' as const }]),
);
const clause = (id: string, kind: Clause['kind'], when: Condition, more: Partial<Clause> = {}): Clause => ({
  id,
  kind,
  when,
  scope: {},
  except: [],
  ...more,
});
const leaf = (id: string, takes: Pool['takes'], ...terms: Term[]): Pool => ({ id, ...(takes ? { takes } : {}), terms });
const wordingOf = (pool: Pool, ...clauses: Clause[]): Wording => ({
  id: 'w',
  version: 1,
  rounding: 'down',
  facts: FACTS,
  schedule: {},
  clauses,
  pool,
});
const damages = (amount: number): Loss => ({ id: 'damages', side: 'claimed', head: 'damages', amount });
const all = leaf('all', { claimed: 'all', spent: 'all' });
const traced = (wording: Wording, claim: Claim): Traced => {
  const found = trace(compile(wording), claim);
  if ('refused' in found) throw new Error(found.refused);
  return found;
};

test('an undecided exclusion: from nothing to all, `paid` is the least, and what it keeps back is open, not cut', () => {
  const found = traced(wordingOf(all, clause('EX', 'exclusion', yes('f0'))), { facts: {}, losses: [damages(700)] });
  expect(found).toMatchObject({ verdict: 'open', low: 0, high: 700, paid: 0, open: 700, ownCost: 700 });
  expect(found.items[0]).toMatchObject({ paid: 0, open: 700, cuts: [] });
});

test('the range of a verdict that does not depend on the open question is a range, the verdict is not open', () => {
  // an undecided 免責 of the gift alone: 700 or 1,000; either way something is paid, and in one of them something is cut
  const wording = wordingOf(
    all,
    clause('EX', 'exclusion', yes('f0'), { scope: { heads: ['gift'] } }),
    clause('EX2', 'exclusion', yes('f1'), { scope: { heads: ['rework'] } }),
  );
  const losses = [damages(700), { ...damages(300), id: 'gift', head: 'gift' }, { ...damages(50), id: 'rework', head: 'rework' }];
  expect(traced(wording, { facts: { f1: true }, losses })).toMatchObject({ verdict: 'partly-paid', low: 700, high: 1000, open: 300 });
});

test('an exclusion that applies can pay more: under 争訟費用の按分 fewer damages mean more', () => {
  // limit 100, damages 100 + 300, defence 50: all damages covered 100 + 50 × 100 ÷ 400 = 112.5 → 112;
  // with the 300 excluded 100 + 50 × 100 ÷ 100 = 150
  const pool: Pool = {
    id: 'root',
    of: [
      leaf('damages', { claimed: 'all' }, { kind: 'limit', amount: yen(100) }),
      leaf('defence', { spent: ['defence'] }, { kind: 'ratio', ratio: { of: yen(100), to: { op: 'loss', pool: 'damages' } } }),
    ],
    terms: [],
  };
  const wording = wordingOf(pool, clause('EX', 'exclusion', yes('f0'), { scope: { heads: ['penalty'] } }));
  const losses: Loss[] = [
    damages(100),
    { ...damages(300), id: 'penalty', head: 'penalty' },
    { id: 'lawyer', side: 'spent', head: 'defence', amount: 50 },
  ];
  const open = traced(wording, { facts: {}, losses });
  expect(open).toMatchObject({ low: 112, high: 150, paid: 112 });
  // the least is the one where the exclusion does not apply, so nothing is open there
  expect(open.open).toBe(0);
  expect(traced(wording, { facts: { f0: true }, losses }).paid).toBe(150);
  expect(traced(wording, { facts: { f0: false }, losses }).paid).toBe(112);
});

test('undecided exclusions of equal scope are one question; of different scope one each', () => {
  const many = (scope: (i: number) => Clause['scope']) =>
    Array.from({ length: 20 }, (_, i) => clause(`EX${i}`, 'exclusion', yes(`f${i}`), { scope: scope(i) }));
  const questions = (clauses: Clause[]) =>
    prepare(compile(wordingOf(all, ...clauses)), { facts: {}, losses: [damages(1), { ...damages(1), head: 'gift' }] }).questions;
  expect(questions(many(() => ({})))).toBe(1);
  expect(questions(many((i) => (i % 2 ? { heads: ['damages'] } : {})))).toBe(2);
});

test('a question about nothing that was claimed is not asked', () => {
  const wording = wordingOf(all, clause('EX', 'exclusion', yes('f0'), { scope: { heads: ['gift'] } }));
  expect(traced(wording, { facts: {}, losses: [damages(700)] })).toMatchObject({ verdict: 'paid', low: 700, high: 700 });
});

test('whether a rider was bought is not asked either where nothing that was claimed could stand in it', () => {
  const rider = { ...leaf('rider', { spent: 'all' }, { kind: 'limit', amount: yen(10), when: yes('f1') }), when: yes('f0') };
  const wording = wordingOf({ id: 'root', of: [leaf('damages', { claimed: 'all' }), rider], terms: [] });
  const questions = (...losses: Loss[]) => prepare(compile(wording), { facts: {}, losses }).questions;
  const gift: Loss = { id: 'gift', side: 'spent', head: 'gift', amount: 300 };
  expect([questions(damages(700)), questions(damages(700), gift)]).toEqual([0, 2]);
  expect(traced(wording, { facts: {}, losses: [damages(700)] })).toMatchObject({ verdict: 'paid', low: 700, high: 700 });
});

test('an undecided rider keeps its items open, and with them what is surely excluded stays cut', () => {
  const pool: Pool = { id: 'root', of: [{ ...leaf('rider', { spent: 'all' }), when: yes('f0') }], terms: [] };
  const wording = wordingOf(pool, clause('EX', 'exclusion', yes('f1'), { scope: { heads: ['overtime'] } }));
  const losses: Loss[] = [
    { id: 'gift', side: 'spent', head: 'gift', amount: 300 },
    { id: 'overtime', side: 'spent', head: 'overtime', amount: 40 },
  ];
  const found = traced(wording, { facts: { f1: true }, losses });
  expect(found).toMatchObject({ low: 0, high: 300, open: 300 });
  expect(found.items[1]?.cuts).toMatchObject([{ cause: 'excluded', amount: 40, clause: 'EX' }]);
});

test('an undecided term is open for what it cuts', () => {
  const limited = leaf('all', { claimed: 'all' }, { kind: 'limit', amount: yen(100), when: yes('f0') });
  const found = traced(wordingOf(limited), { facts: {}, losses: [damages(700)] });
  expect(found).toMatchObject({ verdict: 'paid', low: 100, high: 700, open: 600 });
});

test.each([
  ['some or all, up to what was paid without consent', { kind: 'some-or-all', upTo: yen(10_000_000) }, 43_000_000, 53_000_000, 'open'],
  ['some or all, without a bound', { kind: 'some-or-all' }, 0, 53_000_000, 'open'],
  ['some or all, up to more than there is', { kind: 'some-or-all', upTo: yen(60_000_000) }, 0, 53_000_000, 'open'],
  ['some or all, up to nothing', { kind: 'some-or-all', upTo: yen(0) }, 53_000_000, 53_000_000, 'paid'],
  ['some or all, up to an amount that is not known', { kind: 'some-or-all', upTo: { op: 'entry', name: 'unsaid' } }, 0, 53_000_000, 'open'],
  ['a deduction of a known amount', { kind: 'deduct', amount: yen(10_000_000) }, 43_000_000, 43_000_000, 'partly-paid'],
  ['a deduction of an amount that is not known', { kind: 'deduct', amount: { op: 'entry', name: 'unsaid' } }, 0, 53_000_000, 'open'],
] as const)('a broken duty, %s', (_, breach, low, high, verdict) => {
  const wording = wordingOf(all, clause('DUTY', 'duty', yes('f0'), { breach }));
  expect(traced(wording, { facts: { f0: true }, losses: [damages(53_000_000)] })).toMatchObject({ low, high, paid: low, verdict });
  expect(traced(wording, { facts: { f0: false }, losses: [damages(53_000_000)] })).toMatchObject({
    low: 53_000_000,
    high: 53_000_000,
    verdict: 'paid',
  });
});

test('whether the duty was broken is not known: the deduction is a range, and open in the least', () => {
  const wording = wordingOf(all, clause('DUTY', 'duty', yes('f0'), { breach: { kind: 'deduct', amount: yen(100) } }));
  expect(traced(wording, { facts: {}, losses: [damages(700)] })).toMatchObject({ verdict: 'open', low: 600, high: 700, open: 100 });
});

test('whether the claims are a series is not known: both ways are ranged over', () => {
  // deductible 100 per claim: two claims 150 + 150 = 300; one series 500 − 100 = 400
  const pool = leaf('p', { claimed: 'all' }, { kind: 'deductible', amount: yen(100) });
  const wording = wordingOf(pool, clause('SERIES', 'series', yes('f0')));
  const losses = [
    { ...damages(250), id: 'a', claim: 'a' },
    { ...damages(250), id: 'b', claim: 'b' },
  ];
  expect(traced(wording, { facts: {}, losses })).toMatchObject({ low: 300, high: 400 });
  expect(traced(wording, { facts: { f0: true }, losses }).paid).toBe(400);
  expect(traced(wording, { facts: { f0: false }, losses }).paid).toBe(300);
});

test('of one claim alone nobody asks whether it is a series', () => {
  const wording = wordingOf(all, clause('SERIES', 'series', yes('f0')));
  const questions = (losses: readonly Loss[]) => prepare(compile(wording), { facts: {}, losses }).questions;
  expect(
    questions([
      { ...damages(1), claim: 'a' },
      { ...damages(2), id: 'more', claim: 'a' },
      { ...damages(3), id: 'own' },
    ]),
  ).toBe(0);
  expect(
    questions([
      { ...damages(1), claim: 'a' },
      { ...damages(2), id: 'more', claim: 'b' },
    ]),
  ).toBe(1);
});

test('of equal outcomes the one is shown in which the fewest open questions keep money back', () => {
  // 免責 alone already leaves nothing: the rider question is not shown as keeping anything back
  const wording = wordingOf(
    leaf('p', { claimed: 'all' }, { kind: 'limit', amount: yen(0), when: yes('f1') }),
    clause('EX', 'exclusion', yes('f0'), {}),
  );
  const prepared = prepare(compile(wording), { facts: {}, losses: [damages(700)] });
  expect(prepared.questions).toBe(2);
  expect([1, 2]).toContain(rangeOf(prepared).bits);
});

test(`more than ${MOST_QUESTIONS} open questions are refused, ${MOST_QUESTIONS} are ranged over`, () => {
  const clauses = (n: number) =>
    Array.from({ length: n }, (_, i) => clause(`EX${i}`, 'exclusion', yes(`f${i}`), { scope: { heads: [`h${i}`] } }));
  const losses = Array.from({ length: 20 }, (_, i): Loss => ({ id: `i${i}`, side: 'claimed', head: `h${i}`, amount: 1 }));
  expect(trace(compile(wordingOf(all, ...clauses(17))), { facts: {}, losses })).toEqual({
    refused: 'too-many-questions',
    questions: 17,
    most: 16,
  });
  expect(traced(wordingOf(all, ...clauses(16)), { facts: {}, losses })).toMatchObject({ low: 4, high: 20 });
});

test('the counting evaluator comes to what the working evaluator comes to, for every way to settle the open questions', () => {
  let [ways, counted] = [0, 0];
  fc.assert(
    fc.property(cases({ unknown: 20 }), ({ wording, claim }) => {
      const prepared = prepare(compile(wording), claim);
      for (let bits = 0; bits < 2 ** prepared.questions; bits++) {
        const [total, settled] = [totalOf(prepared, bits), settle(prepared, bits)];
        ways++;
        if (total.paid !== settled.paid || total.partly !== settled.partly)
          throw new Error(`bits ${bits}: ${total.paid} counted, ${settled.paid} worked`);
        const run = countingRun(prepared, bits);
        if (run === null) continue;
        counted++;
        const shown = settled.pools.map(({ pool }) => prepared.compiled.tree.place(pool));
        const results = shown.map((at) => count(run, at));
        const steps = JSON.stringify(settled.pools.map(({ pool, steps }) => ({ pool, steps })));
        if (JSON.stringify(outlineOf(prepared, bits)) !== `{"paid":${settled.paid},"pools":${steps}}`)
          throw new Error(`bits ${bits}: the outline differs from the working`);
        if (results.join() !== settled.pools.map(({ result }) => result).join()) throw new Error(`bits ${bits}: pools ${results.join()}`);
      }
    }),
    { seed: 21, numRuns: 15_000 },
  );
  console.log(`${ways} settlements, ${counted} of them counted: both evaluators agree`);
  expect(counted).toBeGreaterThan(15_000);
});

test('low and high are the least and the greatest of all ways, and the verdict is open exactly when it differs', () => {
  fc.assert(
    fc.property(cases({ unknown: 30, losses: 3 }), ({ wording, claim }) => {
      const prepared = prepare(compile(wording), claim);
      const totals = Array.from({ length: 2 ** prepared.questions }, (_, bits) => settle(prepared, bits));
      const verdicts = new Set(totals.map(({ paid, partly }) => (paid === 0 ? 'not-paid' : partly ? 'partly-paid' : 'paid')));
      const range = rangeOf(prepared);
      expect(range.low).toBe(Math.min(...totals.map(({ paid }) => paid)));
      expect(range.high).toBe(Math.max(...totals.map(({ paid }) => paid)));
      expect(range.verdict).toBe(verdicts.size === 1 ? [...verdicts][0] : 'open');
      expect(totals[range.bits]?.paid).toBe(range.low);
    }),
    { seed: 22, numRuns: 3_000 },
  );
});

test('learning a fact never leads out of the range, whichever value it turns out to have', () => {
  fc.assert(
    fc.property(cases({ unknown: 25, losses: 3, clauses: 4 }), ({ wording, claim }) => {
      const compiled = compile(wording);
      const before = traced(wording, claim);
      for (const [name, type] of Object.entries(wording.facts)) {
        if (claim.facts[name] !== undefined || type.type !== 'yesno') continue;
        for (const value of [true, false]) {
          const after = trace(compiled, { ...claim, facts: { ...claim.facts, [name]: value } });
          if ('refused' in after) throw new Error(after.refused);
          expect(after.low).toBeGreaterThanOrEqual(before.low);
          expect(after.high).toBeLessThanOrEqual(before.high);
        }
      }
    }),
    { seed: 23, numRuns: 3_000 },
  );
});
