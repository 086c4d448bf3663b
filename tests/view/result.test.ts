import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed } from '#casebook/claim.ts';
import { assess, compile } from '#domain/assess.ts';
import { claimOf } from '#lifecycle/claim.ts';
import type { Live } from '#view/claim-view.ts';
import type { ResultView } from '#view/result.ts';
import { UNCHANGED, type WhatIf } from '#view/what-if.ts';
import { ids, resultAt, sourceOf } from './result-support.ts';

const results = new Map(ids.map((id) => [id, resultAt(id)]));

/** Any state of a result's controls: amounts anywhere, switches in any position. */
const whatIfs = ({ controls }: ResultView): fc.Arbitrary<WhatIf> =>
  fc
    .tuple(
      ...[...controls.schedule, ...controls.idle, ...controls.facts, ...controls.amounts].map((control) =>
        fc.option(
          control.kind === 'money'
            ? fc.integer({ min: 0, max: control.high }).map((yen) => ({ group: control.group, sets: { [control.name]: yen } }))
            : fc.constantFrom(...control.positions).map(({ sets }) => ({ group: control.group, sets })),
          { freq: 2, nil: null },
        ),
      ),
    )
    .map((set) => {
      const of = (group: keyof WhatIf) =>
        Object.assign({}, ...set.flatMap((one) => (one?.group === group ? [one.sets] : []))) as WhatIf['facts'];
      return { schedule: of('schedule'), facts: of('facts'), amounts: of('amounts') as WhatIf['amounts'] };
    });

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

const agrees = ({ outcome, bars, curve, payableNow, reserved }: Live): void => {
  for (const bar of outcome.bars) expect(sum(bar.segments.map(({ yen }) => yen))).toBe(bar.claimed);
  const total = outcome.bars.at(-1);
  const part = (name: string): number => sum((total?.segments ?? []).filter((one) => one.part === name).map(({ yen }) => yen));
  expect(total?.claimed).toBe(outcome.claimed);
  expect([part('paid'), part('open'), part('not-owed')]).toEqual([outcome.low, outcome.open, outcome.notOwed]);
  expect(outcome.ownCost).toBe(outcome.claimed - outcome.notOwed - outcome.low);
  expect(outcome.stairs.at(-1)).toMatchObject({ kind: 'paid', yen: outcome.low });
  expect(outcome.stairs[0]).toMatchObject({ kind: 'claimed', yen: outcome.claimed });
  for (const row of bars.rows) {
    expect(row.stretches.at(-1)?.to ?? 0).toBe(row.claimed);
    expect(row.stretches.every(({ from, to, yen }) => to - from === yen && yen > 0)).toBe(true);
  }
  expect(curve.now).toEqual({ x: outcome.claimed, low: outcome.low, high: outcome.high });
  expect(payableNow + reserved).toBe(outcome.low);
};

describe.each(ids)('%s', (id) => {
  const result = results.get(id) as ResultView;
  const { case: of, policy, moment } = sourceOf(id);
  const compiled = compile(policy.wording);
  const claim = claimOf(of, moment);

  test('sentence, bars, table, steps and print read one outcome, under every what-if the one that assess gives', () => {
    fc.assert(
      fc.property(whatIfs(result), (changes) => {
        const live = result.at(changes, UNCHANGED);
        const assessed = assess(compiled, changed(claim, changes));
        if ('refused' in assessed) return expect(live).toBeNull();
        expect(live?.outcome).toMatchObject({
          verdict: assessed.verdict,
          claimed: assessed.claimed,
          low: assessed.low,
          high: assessed.high,
          open: assessed.open,
          ownCost: assessed.ownCost,
        });
        if (live) agrees(live);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test('moving limits and deductibles moves no box', () => {
    const boxes = (live: Live | null) => live?.outcome.bars.map((bar) => bar.id);
    const money = [...result.controls.schedule, ...result.controls.idle].filter((control) => control.kind === 'money');
    expect(money.length).toBeGreaterThan(0);
    for (const { name } of money) {
      for (const yen of [0, 1, 1_000_000, 1_000_000_000])
        expect(boxes(result.at({ ...UNCHANGED, schedule: { [name]: yen } }, null))).toEqual(boxes(result.live));
    }
  });

  test('every step that cuts lights a segment of the total bar', () => {
    const keys = result.live.outcome.bars.at(-1)?.segments.map(({ key }) => key);
    const cutting = result.live.outcome.stairs.filter((stair) =>
      stair.kind === 'term' ? stair.step.before > stair.step.after : stair.kind === 'stop',
    );
    for (const { key } of cutting) expect(keys).toContain(key);
    expect(keys?.includes('paid:')).toBe(result.live.outcome.low > 0);
  });

  test('the curve passes through the case', () => {
    const { low, now } = result.live.curve;
    const right = low.findIndex(({ x }) => x >= now.x);
    expect(low[right]?.y).toBeGreaterThanOrEqual(0);
    expect(low[0]).toEqual({ x: 0, y: 0 });
    expect(low.at(-1)?.x).toBeGreaterThanOrEqual(now.x * 2);
  });

  test('every clause that a segment, a step, a control or a decision names can be read', () => {
    const named = [
      ...result.live.outcome.bars.flatMap(({ segments }) => segments.map(({ clause }) => clause)),
      ...result.live.outcome.stairs.map(({ clause }) => clause),
      ...[...result.controls.schedule, ...result.controls.facts].flatMap(({ clauses }) => clauses),
      ...result.decisions.flatMap(({ clauses }) => clauses),
    ].filter((clause) => clause !== null);
    expect(named.filter((clause) => !result.clauses.has(clause))).toEqual([]);
  });

  test('no text keeps a placeholder', () => {
    const { letters, decisions, customer, beats, contrast, also } = result;
    expect(JSON.stringify({ letters, decisions, customer, beats, contrast, why: also?.why })).not.toMatch(/\{[a-zA-Z]+[.:}]/);
  });
});
