import { describe, expect, it } from 'vitest';
import type { Case } from '#casebook/case.ts';
import { endOn, walk } from '#lifecycle/walk.ts';
import { choice, COSTS_ONLY, decision, SAMPLE } from './support/sample-case.ts';

const withD2 = (tempting: ReturnType<typeof choice>): Case => ({
  ...SAMPLE,
  decisions: SAMPLE.decisions.map((each) =>
    each.id === 'D2' ? decision('D2', each.at, each.on, { best: choice(['accept']), tempting }) : each,
  ),
});

describe('walking a case', () => {
  it('takes every way through its decisions, each to its end', () => {
    const { paths, ends, refused, unasked, claimNeverArrives } = walk(SAMPLE);
    expect(paths).toHaveLength(3 ** 5);
    expect(new Set(paths.map(({ choices }) => JSON.stringify(choices))).size).toBe(243);
    expect(ends).toEqual({ paid: 243, denied: 0, hangs: 0 });
    expect({ refused, unasked, claimNeverArrives }).toEqual({ refused: [], unasked: [], claimNeverArrives: false });
  });

  it('tells ways apart by the states they pass', () => {
    // D2 (accepted, denied first, reserved first) × D3 (to court or not); D1, D4 and D5 move nothing
    expect(walk(SAMPLE).distinct).toBe(3 * 2);
    expect(walk(COSTS_ONLY).distinct).toBe(3);
  });

  it('is quick: 243 ways in less than a second', () => {
    const start = performance.now();
    expect(walk(SAMPLE).paths).toHaveLength(243);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('reports a choice whose event the chart refuses, and goes on', () => {
    const { refused, ends } = walk(withD2(choice(['fixLiability', 'accept'])));
    expect(refused).toEqual([{ decision: 'D2', option: 'tempting', event: 'fixLiability', state: 'coverageReview' }]);
    expect(ends.hangs).toBe(0);
  });

  it('tells which decisions a way passes by, and which no way comes to', () => {
    const denied = walk(withD2(choice(['deny'])));
    expect(denied.ends).toEqual({ paid: 2 * 81, denied: 3, hangs: 0 }); // D2 best and late × 3 × 27; tempting: D1 × 3 and closed
    expect(denied.paths.find(({ end }) => end === 'denied')?.unasked).toEqual(['D3', 'D4', 'D5']);
    expect(denied.unasked).toEqual([]);
    expect(walk({ ...COSTS_ONLY, decisions: SAMPLE.decisions }).unasked).toEqual(['D3', 'D4']);
  });

  it('tells when the third party’s claim arrives on no way', () => {
    expect(walk({ ...SAMPLE, claim: { on: '2026-02-18', at: 'litigating' }, decisions: [] }).claimNeverArrives).toBe(true);
  });

  it('ends where the same choices, taken alone, end', () => {
    const choose = { D1: 'late', D3: 'late' } as const;
    const path = walk(SAMPLE).paths.find(
      ({ choices }) => JSON.stringify(choices) === JSON.stringify({ D1: 'late', D2: 'best', D3: 'late', D4: 'best', D5: 'best' }),
    );
    const alone = endOn(SAMPLE, choose);
    expect(path?.moment.choices.map(({ by }) => by)).toEqual(Array(5).fill('player'));
    expect({ ...path?.moment, choices: [], timeline: [] }).toEqual({ ...alone, choices: [], timeline: [] });
  });
});
