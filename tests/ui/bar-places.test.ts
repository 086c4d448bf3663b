import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placed } from '../../src/ui/chart/bar-places.ts';
import type { StretchInput } from '../../src/ui/chart/input.ts';

/** A face in which every letter is 8 px wide, and a strong one 9. */
const measure = (text: string, strong: boolean): number => text.length * (strong ? 9 : 8);
const stretch = (yen: number, i = 0): StretchInput => ({
  key: `k${String(i)}`,
  part: 'paid',
  yen,
  cause: '限度超過',
  amount: `${String(yen)}円`,
});

test('words stand in a stretch with room for them: cause and amount, or the amount alone', () => {
  const [wide, narrow, least] = placed([stretch(500), stretch(60), stretch(10)], 1000, 1000, measure);
  expect([wide?.inside, narrow?.inside, least?.inside]).toEqual(['限度超過 500円', '60円', null]);
  expect([wide?.from, narrow?.from, least?.from]).toEqual([0, 500, 560]);
  expect([wide?.below, narrow?.below]).toEqual([null, null]);
});

test('words that do not fit stand below the middle of their stretch', () => {
  const [, least] = placed([stretch(500), stretch(10)], 1000, 1000, measure);
  expect(least?.below).toEqual({ text: '限度超過 10円', at: 499 });
});

test('at the right end they are moved to the left, at the end of the room they are left out', () => {
  const last = placed([stretch(990), stretch(10)], 1000, 1000, measure).at(-1);
  expect(last?.below).toEqual({ text: '限度超過 10円', at: 1000 - 8 * 8 });
  const [, second, third] = placed([stretch(400), stretch(10), stretch(10)], 1000, 200, measure);
  expect(second?.below?.text).toBe('限度超過 10円');
  // Beyond the middle of its own stretch it would seem to speak of the next one.
  expect(third?.below).toBeNull();
});

test('whatever the amounts, no words lie over others, stick out or stand beyond the middle of their stretch', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 60, max: 1600 }),
      (yen, width) => {
        const all = placed(
          yen.map(stretch),
          yen.reduce((a, b) => a + b),
          width,
          measure,
        );
        let [end, free] = [0, 0];
        for (const one of all) {
          expect(one.from).toBeCloseTo(end, 5);
          end = one.from + one.width;
          expect(one.inside === null || one.below === null).toBe(true);
          if (one.inside !== null) expect(measure(one.inside, true)).toBeLessThanOrEqual(one.width);
          if (!one.below) continue;
          expect(one.below.at).toBeGreaterThanOrEqual(free);
          expect(one.below.at).toBeLessThanOrEqual(one.from + one.width / 2);
          free = one.below.at + measure(one.below.text, false);
          expect(free).toBeLessThanOrEqual(width);
        }
        expect(end).toBeCloseTo(width, 5);
      },
    ),
    { numRuns: 2000 },
  );
});
