import { expect, test } from 'vitest';
import { ladder, nearestRung, nextRung, rounds } from '#ui/parts/money.ts';

const steps = (high: number) => ladder(0, high);

test('the ladder has round amounts only, rising, with both ends; a sum per head has a finer one', () => {
  for (const high of [1e9, 100_000, 1_234_567_890]) {
    const rungs = steps(high);
    expect(rungs).toEqual(rungs.toSorted((a, b) => a - b));
    expect([rungs[0], rungs.at(-1)]).toEqual([0, high]);
    expect(rungs.slice(1, -1).every((rung) => /^[12357]0+$/.test(String(rung)))).toBe(true);
  }
  expect(steps(1e9)).toContain(30_000_000);
  expect(steps(100_000)).toContain(500);
  expect(steps(1e9)).not.toContain(500);
});

test('one step goes to the next rung, a leap to the next power of ten, and the ends stay', () => {
  const rungs = steps(1e9);
  expect(nextRung(rungs, 30_000_000, 1)).toBe(50_000_000);
  expect(nextRung(rungs, 12_345_678, -1)).toBe(10_000_000);
  expect(rounds(rungs)).toEqual([0, 1e6, 1e7, 1e8, 1e9]);
  expect(rounds(steps(100_000))).toEqual([0, 100, 1_000, 10_000, 100_000]);
  expect(nextRung(rounds(rungs), 30_000_000, 1)).toBe(1e8);
  expect([nextRung(rungs, 1e9, 1), nextRung(rungs, 0, -1)]).toEqual([1e9, 0]);
  expect(rungs[nearestRung(rungs, 29_000_000)]).toBe(30_000_000);
});
