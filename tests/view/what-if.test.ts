import { describe, expect, test } from 'vitest';
import type { ResultView } from '#view/result.ts';
import { isChanged, positionOf, UNCHANGED, valueIn, withSet } from '#view/what-if.ts';
import { assessed } from '#tools/assessing.ts';
import { caseFileOf } from '#tools/library.ts';
import { ids, resultAt } from './result-support.ts';

const flips = (id: string): number => {
  const reading = assessed({ file: caseFileOf(id), set: [] });
  return reading.ok ? reading.value.answer.flips.length : NaN;
};
const million = 1_000_000;
const fact = (result: ResultView, name: string) => result.controls.facts.find((control) => control.name === name);
const turned = (result: ResultView, name: string, to: string) => {
  const position = fact(result, name)?.positions.find(({ id }) => id === to);
  return withSet(UNCHANGED, 'facts', position?.sets ?? {});
};

describe.each(ids)('%s', (id) => {
  const result = resultAt(id);

  test('has at most eight decisive facts, each of which changes something and names the clause it turns', () => {
    const { facts } = result.controls;
    if (result.live.outcome.high > 0) expect(facts.length).toBeGreaterThan(2);
    // Where nothing is paid a fact is offered exactly when the engine knows one that would change the verdict.
    else expect(facts.length > 0).toBe(flips(id) > 0);
    expect(facts.length).toBeLessThanOrEqual(8);
    for (const control of facts) {
      const moved = control.positions.filter(({ sets }) => {
        const live = result.at(withSet(UNCHANGED, 'facts', sets), null);
        const now = result.live.outcome;
        return live && [live.outcome.verdict, live.outcome.low, live.outcome.high].join() !== [now.verdict, now.low, now.high].join();
      });
      expect(moved.length, control.name).toBeGreaterThan(0);
      expect(control.clauses.length, control.name).toBeGreaterThan(0);
    }
  });

  test('a control in its original position changes nothing', () => {
    for (const control of [...result.controls.facts, ...result.controls.schedule, ...result.controls.idle]) {
      if (control.kind === 'money') continue;
      expect(positionOf(control, UNCHANGED)).toBe(control.original);
      const back = control.positions.find((position) => position.id === control.original);
      const there = control.positions.find((position) => position.id !== control.original);
      const changes = withSet(withSet(UNCHANGED, control.group, there?.sets ?? {}), control.group, back?.sets ?? {});
      expect(isChanged(result, changes), control.name).toBe(false);
      expect(isChanged(result, withSet(UNCHANGED, control.group, there?.sets ?? {})), control.name).toBe(true);
      expect(result.at(changes, null)?.outcome).toEqual(result.live.outcome);
    }
  });

  test('what stands among the idle entries does not move the payment', () => {
    for (const control of result.controls.idle) {
      if (control.kind === 'money') continue;
      for (const { sets } of control.positions)
        expect(result.at({ ...UNCHANGED, schedule: sets }, null)?.outcome.low).toBe(result.live.outcome.low);
    }
    // Where nothing is paid at all, no limit and no deductible moves anything: they all stand among the idle ones.
    expect(result.controls.schedule.length > 0).toBe(result.live.outcome.high > 0);
  });
});

test('a payment without consent brings its amount along: 1,000万円 leave 4,300〜5,300万円', () => {
  const result = resultAt('IT-15');
  const changes = turned(result, 'paidWithoutConsent', 'true');
  expect(fact(result, 'paidWithoutConsent')).toMatchObject({ clauses: ['GEN-CONSENT'], amount: { name: 'paidWithoutConsentAmount' } });
  expect(valueIn(result, changes, 'paidWithoutConsentAmount')).toBe(10 * million);
  expect(result.at(changes, null)?.outcome).toMatchObject({
    verdict: 'open',
    low: 43 * million,
    high: 53 * million,
    ownLow: 13 * million,
    ownCost: 23 * million,
  });
  const more = withSet(changes, 'facts', { paidWithoutConsentAmount: 20 * million });
  expect(result.at(more, null)?.outcome).toMatchObject({ low: 33 * million, high: 53 * million });
});

test('a date is offered at each side of its threshold: formal use a day later and nothing is paid', () => {
  const result = resultAt('PB-06');
  const control = fact(result, 'formalUseDate');
  expect(control?.clauses).toContain('PB-EX18');
  expect(control?.positions.map(({ id }) => id)).toEqual(expect.arrayContaining(['2026-06-01', '2026-06-02']));
  expect(result.at(turned(result, 'formalUseDate', '2026-06-02'), null)?.outcome).toMatchObject({ verdict: 'not-paid', high: 0 });
});

test('not known opens the whole range', () => {
  const result = resultAt('IT-15');
  expect(result.at(turned(result, 'officerInvolved', '?'), null)?.outcome).toMatchObject({ verdict: 'open', low: 0, high: 53 * million });
  expect(result.at(turned(result, 'officerInvolved', 'true'), null)?.outcome).toMatchObject({
    verdict: 'not-paid',
    high: 0,
    ownCost: 66 * million,
  });
});

test('facts that keep yen back come first', () => {
  // 保証 (PB-EX11) and 対価の返還 (PB-EX10) cut 200万円 and 80万円
  expect(
    resultAt('PB-06')
      .controls.facts.slice(0, 2)
      .map(({ clauses }) => clauses[0]),
  ).toEqual(['PB-EX11', 'PB-EX10']);
});

test('the ghost keeps the unchanged curve and what was paid', () => {
  const result = resultAt('IT-15');
  const changes = { ...UNCHANGED, schedule: { costLimit: 50 * million } };
  const live = result.at(changes, UNCHANGED);
  expect(live?.outcome.low).toBe(66 * million);
  expect(live?.curve.ghost).toEqual(result.live.curve.low);
  expect(live?.bars.rows.at(-1)?.ghost).toBe(53 * million);
  expect(result.at(changes, null)).toMatchObject({ curve: { ghost: null } });
});
