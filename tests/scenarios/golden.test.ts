import { describe, expect, test } from 'vitest';
import { assessed, type Answer } from '#tools/assessing.ts';
import { checkAll } from '#tools/checking.ts';
import { caseFileOf, caseIds } from '#tools/library.ts';
import { written } from '#casebook/read/problem.ts';

const answer = (id: string, more: { set?: string[]; path?: string; policy?: string } = {}): Answer => {
  const reading = assessed({ file: caseFileOf(id), set: more.set ?? [], path: more.path, policy: more.policy });
  if (!reading.ok) throw new Error(reading.problems.map(written).join('\n'));
  return reading.value.answer;
};

/** Every yen figure the working of an answer shows: items, cuts, and each step of each pool. */
const figures = (one: Answer): number[] => [
  one.claimed,
  one.paid,
  ...one.items.flatMap((item) => [item.claimed, item.paid, ...item.cuts.map((cut) => cut.amount)]),
  ...one.pools.flatMap((pool) => [pool.claimed, pool.loss, pool.result, ...pool.steps.flatMap((step) => [step.amount ?? 0, step.before, step.after])]),
];

const man = (n: number): number => n * 10_000;

test('every wording and case under scenarios passes its check, and every expected end comes out to the yen', { timeout: 120_000 }, () => {
  const results = checkAll([]);
  expect(results.flatMap((one) => one.problems.map(written))).toEqual([]);
  expect(results.length).toBeGreaterThanOrEqual(caseIds().length);
});

describe('計算例1 of source 002 (IT-14)', () => {
  test('pays 2,680万円, of which 180万円 by the restoration rider, and leaves 20万円', () => {
    const one = answer('IT-14');
    // 2,500 + 200 × 90 % = 2,680; 200 − 180 = 20
    expect(one).toMatchObject({ verdict: 'paid', paid: 26_800_000, ownCost: 200_000 });
    const recovery = one.pools.find((pool) => pool.steps.some((step) => step.term === 'ratio'));
    expect(recovery).toMatchObject({ paid: 1_800_000, claimed: 2_000_000 });
  });

  test('shows every figure the source prints', () => {
    // 2,500万円, 200万円, 180万円 < 300万円, 2,680万円, and the 1,000万円 that is inside the 2,500
    for (const printed of [2500, 200, 180, 300, 2680, 1000]) expect(figures(answer('IT-14'))).toContain(man(printed));
  });
});

describe('計算例2 of source 002 (IT-15)', () => {
  test('pays 5,300万円 of 6,600万円; the 1,300万円 cut is named by the clause that caps recourse for costs', () => {
    const one = answer('IT-15');
    expect(one).toMatchObject({ verdict: 'paid', claimed: 66_000_000, paid: 53_000_000, ownCost: 13_000_000 });
    const cuts = one.items.flatMap((item) => item.cuts);
    expect(new Set(cuts.map((cut) => `${cut.cause} ${cut.clause}`))).toEqual(new Set(['limit IT-RECOURSE-LIM']));
    expect(cuts.reduce((sum, cut) => sum + cut.amount, 0)).toBe(13_000_000);
  });

  test('shows every figure the source prints', () => {
    // 1,800 + 2,500 = 4,300 > 3,000; 300 + 1,000 = 1,300; 1,000; 5,300 − 0
    for (const printed of [6600, 1800, 2500, 300, 1000, 4300, 3000, 1300, 5300, 0]) expect(figures(answer('IT-15'))).toContain(man(printed));
  });

  test('1,000万円 paid without consent leaves 4,300万円 to 5,300万円 open, not a number and not 0 to 5,300万円', () => {
    const ahead = answer('IT-15', { set: ['facts.paidWithoutConsent=yes', 'facts.paidWithoutConsentAmount=10000000'] });
    expect(ahead).toMatchObject({ verdict: 'open', low: man(4300), high: man(5300), open: man(1000) });
  });
});

describe('the same facts under both wordings (IT-04)', () => {
  test('it-liability pays 1,400万円, plan-b nothing: the employee’s crime is EX02, and EX01 stays open without changing the end', () => {
    const other = answer('IT-04', { path: 'under-plan-b' });
    expect(answer('IT-04')).toMatchObject({ verdict: 'paid', paid: man(1400), ownCost: man(100) });
    expect(other).toMatchObject({ verdict: 'not-paid', paid: 0, ownCost: man(1500) });
    const result = (clause: string) => other.findings.find((finding) => finding.clause === clause)?.result;
    expect([result('PB-EX02'), result('PB-EX01')]).toEqual(['met', 'unknown']);
    const named = other.items.flatMap((item) => item.cuts.map((cut) => cut.clause));
    expect(named).toContain('PB-EX02');
  });

  test('a cause before the retroactive date ends plan-b at nothing by EX03, while it-liability goes on paying', () => {
    const before = ['facts.wrongdoer=outsider', 'facts.crime=no', 'facts.theftEtc=no', 'facts.causeDate=2020-03-31'];
    const plan = answer('IT-04', { path: 'under-plan-b', set: before });
    expect(plan).toMatchObject({ verdict: 'not-paid', paid: 0 });
    expect(plan.items.flatMap((item) => item.cuts.map((cut) => cut.clause))).toContain('PB-EX03');
    expect(answer('IT-04', { set: before })).toMatchObject({ verdict: 'paid', paid: man(1400) });
    const onTheDay = answer('IT-04', { path: 'under-plan-b', set: [...before.slice(0, 3), 'facts.causeDate=2020-04-01'] });
    expect(onTheDay.paid).toBe(man(1100));
  });
});

describe('基幹システム6時間停止 (PB-06)', () => {
  test('1,450万円 claimed end at 670万円 paid and 480万円 own cost', () => {
    // 1,450 − 300 not owed − 430 excluded (200 + 80 + 150) − 50 = 670
    expect(answer('PB-06')).toMatchObject({ verdict: 'partly-paid', claimed: man(1450), notOwed: man(300), paid: man(670), ownCost: man(480) });
  });

  test('nothing is paid when 正式使用 began a day later: the stoppage then lies within one month', () => {
    const later = answer('PB-06', { set: ['facts.formalUseDate=2026-06-02'] });
    expect(later).toMatchObject({ verdict: 'not-paid', paid: 0 });
    expect(later.findings.find((finding) => finding.clause === 'PB-EX18')?.result).toBe('met');
    expect(answer('PB-06').findings.find((finding) => finding.clause === 'PB-EX18')?.result).toBe('not-met');
  });
});
