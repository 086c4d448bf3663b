import { expect, test } from 'vitest';
import { compile } from '#domain/assess.ts';
import type { Finding } from '#domain/assessment.ts';
import type { Amount, Condition, FactType, Value, Values, Wording } from '#domain/policy/wording.ts';

const FACTS: Readonly<Record<string, FactType>> = {
  leak: { type: 'yesno' },
  crime: { type: 'yesno' },
  wrongdoer: { type: 'choice', values: ['none', 'employee', 'officer'] },
  formalUseDate: { type: 'date' },
  incidentDate: { type: 'date' },
  annualSales: { type: 'yen' },
  itSales: { type: 'yen' },
};

const findingOf = (when: Condition, facts: Values, schedule: Values = {}): Finding => {
  const wording: Wording = {
    id: 'w',
    version: 1,
    rounding: 'down',
    facts: FACTS,
    schedule,
    clauses: [{ id: 'C', kind: 'trigger', when, scope: {}, except: [] }],
    pool: { id: 'p', takes: { claimed: 'all' }, terms: [] },
  };
  return compile(wording).know(facts, undefined).findings[0] as Finding;
};
const is = (name: string, ...values: Value[]): Condition => ({ op: 'is', name, values });
const all = (...of: Condition[]): Condition => ({ op: 'all', of });
const any = (...of: Condition[]): Condition => ({ op: 'any', of });
const not = (of: Condition): Condition => ({ op: 'not', of });

test('a fact is compared with a value, or with any of several', () => {
  expect(findingOf(is('leak', true), { leak: true }).result).toBe('met');
  expect(findingOf(is('leak', false), { leak: true }).result).toBe('not-met');
  expect(findingOf(is('wrongdoer', 'employee', 'officer'), { wrongdoer: 'officer' }).result).toBe('met');
  expect(findingOf(is('wrongdoer', 'employee', 'officer'), { wrongdoer: 'none' }).result).toBe('not-met');
  expect(findingOf(is('wrongdoer', 'employee', 'officer'), {}).result).toBe('unknown');
  expect(findingOf(is('leak', true), {}).result).toBe('unknown');
});

test('a schedule entry is compared like a fact: words, yes/no, and percentages by their basis points', () => {
  expect(findingOf(is('defence', 'outside'), {}, { defence: 'outside' }).result).toBe('met');
  expect(findingOf(is('rider', true), {}, { rider: false }).result).toBe('not-met');
  expect(findingOf(is('share', { basisPoints: 9000 }), {}, { share: { basisPoints: 9000 } }).result).toBe('met');
  expect(findingOf(is('share', { basisPoints: 9000 }), {}, { share: { basisPoints: 7000 } }).result).toBe('not-met');
});

test('the schedule stands before a fact of the same name', () => {
  expect(findingOf(is('leak', true), { leak: true }, { leak: false }).result).toBe('not-met');
});

test('before is earlier than the day; from is the day itself or later', () => {
  const than = { date: '2026-04-01' };
  const on = (op: 'before' | 'from', day: string) => findingOf({ op, name: 'incidentDate', than }, { incidentDate: day }).result;
  expect(['2026-03-31', '2026-04-01', '2026-04-02'].map((day) => on('before', day))).toEqual(['met', 'not-met', 'not-met']);
  expect(['2026-03-31', '2026-04-01', '2026-04-02'].map((day) => on('from', day))).toEqual(['not-met', 'met', 'met']);
});

test.each([
  // 正式使用, the last day within one month of it, the day after
  ['2026-06-01', '2026-07-01', '2026-07-02'],
  ['2026-01-31', '2026-02-28', '2026-03-01'],
  ['2024-01-31', '2024-02-29', '2024-03-01'],
  ['2026-05-31', '2026-06-30', '2026-07-01'],
  ['2025-12-31', '2026-01-31', '2026-02-01'],
])('within one month after 正式使用 on %s: still on %s, no longer on %s', (formalUseDate, last, after) => {
  const within: Condition = { op: 'within', name: 'incidentDate', months: 1, after: { name: 'formalUseDate' } };
  const on = (incidentDate: string) => findingOf(within, { formalUseDate, incidentDate }).result;
  expect(on(formalUseDate)).toBe('met');
  expect(on(last)).toBe('met');
  expect(on(after)).toBe('not-met');
});

test('within N months after a day does not reach back before that day', () => {
  const within: Condition = { op: 'within', name: 'incidentDate', months: 1, after: { date: '2026-06-01' } };
  expect(findingOf(within, { incidentDate: '2026-05-31' }).result).toBe('not-met');
});

test('売上高3,000万円以上 かつ 対象業務50%以上: both bounds belong to the condition', () => {
  const half: Amount = { op: 'percent', percent: { basisPoints: 5000 }, of: { op: 'entry', name: 'annualSales' } };
  const eligible = all(
    { op: 'atLeast', name: 'annualSales', amount: { op: 'yen', yen: 30_000_000 } },
    { op: 'atLeast', name: 'itSales', amount: half },
  );
  const so = (annualSales: number, itSales: number) => findingOf(eligible, { annualSales, itSales }).result;
  expect(so(30_000_000, 15_000_000)).toBe('met');
  expect(so(29_999_999, 15_000_000)).toBe('not-met');
  expect(so(30_000_000, 14_999_999)).toBe('not-met');
  // 50 % of 30,000,001 is 15,000,000.5: 15,000,000 is less, whatever the wording rounds
  expect(so(30_000_001, 15_000_000)).toBe('not-met');
  expect(so(30_000_001, 15_000_001)).toBe('met');
});

test('lessThan is the opposite of atLeast', () => {
  const less: Condition = { op: 'lessThan', name: 'itSales', amount: { op: 'yen', yen: 100 } };
  expect([99, 100, 101].map((itSales) => findingOf(less, { itSales }).result)).toEqual(['met', 'not-met', 'not-met']);
});

test('a comparison with an unknown on either side is not known, and needs exactly the unknown', () => {
  const within: Condition = { op: 'within', name: 'incidentDate', months: 1, after: { name: 'formalUseDate' } };
  expect(findingOf(within, { incidentDate: '2026-06-01' })).toMatchObject({ result: 'unknown', decidedBy: [], needs: ['formalUseDate'] });
  expect(findingOf(within, { formalUseDate: '2026-06-01' })).toMatchObject({ result: 'unknown', decidedBy: [], needs: ['incidentDate'] });
  expect(findingOf(within, {})).toMatchObject({ result: 'unknown', needs: ['incidentDate', 'formalUseDate'] });
  const half: Amount = { op: 'percent', percent: { basisPoints: 5000 }, of: { op: 'entry', name: 'annualSales' } };
  expect(findingOf({ op: 'atLeast', name: 'itSales', amount: half }, { itSales: 1 })).toMatchObject({
    result: 'unknown',
    needs: ['annualSales'],
  });
});

test('one known part settles the whole although the others are unknown', () => {
  expect(findingOf(any(is('leak', true), is('crime', true)), { crime: true })).toMatchObject({
    result: 'met',
    decidedBy: ['crime'],
    needs: [],
  });
  expect(findingOf(all(is('leak', true), is('crime', true)), { crime: false })).toMatchObject({
    result: 'not-met',
    decidedBy: ['crime'],
    needs: [],
  });
});

test('while nothing settles the whole, only the undecided parts need anything', () => {
  const condition = all(any(is('leak', true), is('wrongdoer', 'officer')), is('crime', true));
  // the first part is settled by the leak, so the wrongdoer no longer matters
  expect(findingOf(condition, { leak: true })).toMatchObject({ result: 'unknown', needs: ['crime'] });
  expect(findingOf(condition, { crime: true, leak: false })).toMatchObject({ result: 'unknown', needs: ['wrongdoer'] });
  expect(findingOf(condition, {})).toMatchObject({ result: 'unknown', needs: ['leak', 'wrongdoer', 'crime'] });
});

test('all the parts that settle it are named, each fact once and in the order written', () => {
  const twice = any(all(is('leak', true), is('crime', true)), all(is('crime', true), is('wrongdoer', 'employee')));
  expect(findingOf(twice, { leak: true, crime: true, wrongdoer: 'employee' }).decidedBy).toEqual(['leak', 'crime', 'wrongdoer']);
  expect(findingOf(twice, { leak: false, crime: true, wrongdoer: 'employee' }).decidedBy).toEqual(['crime', 'wrongdoer']);
  expect(findingOf(twice, { crime: false }).decidedBy).toEqual(['crime']);
});

test('not turns the truth and keeps the reasons', () => {
  expect(findingOf(not(is('leak', true)), { leak: false })).toMatchObject({ result: 'met', decidedBy: ['leak'] });
  expect(findingOf(not(is('leak', true)), { leak: true })).toMatchObject({ result: 'not-met', decidedBy: ['leak'] });
  expect(findingOf(not(is('leak', true)), {})).toMatchObject({ result: 'unknown', needs: ['leak'] });
});

test('a comparison of two names is decided by both', () => {
  const later: Condition = { op: 'from', name: 'incidentDate', than: { name: 'formalUseDate' } };
  expect(findingOf(later, { incidentDate: '2026-06-01', formalUseDate: '2026-06-01' })).toMatchObject({
    result: 'met',
    decidedBy: ['incidentDate', 'formalUseDate'],
  });
});
