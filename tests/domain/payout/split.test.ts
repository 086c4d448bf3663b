import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { split } from '#domain/payout/split.ts';
import { partsOf } from '../../support/oracle.ts';

vi.setConfig({ testTimeout: 60_000 });

const lefts = fc
  .array(fc.oneof(fc.nat(5), fc.nat(1000), fc.integer({ min: 0, max: 10 ** 12 })), { minLength: 1, maxLength: 8 })
  .filter((left) => left.some((one) => one > 0));
const cutAndLeft = lefts.chain((left) => fc.tuple(fc.integer({ min: 0, max: left.reduce((a, b) => a + b) }), fc.constant(left)));

test('the parts are whole, add up to the cut, and none is above what its item has', () => {
  fc.assert(
    fc.property(cutAndLeft, ([cut, left]) => {
      const parts = split(cut, left);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(cut);
      parts.forEach((part, i) => expect(part >= 0 && part <= (left[i] as number) && Number.isInteger(part)).toBe(true));
    }),
    { seed: 5, numRuns: 20_000 },
  );
});

test('each part is in proportion to what the item has, odd yen to the largest remainder, ties to the first (BigInt)', () => {
  fc.assert(
    fc.property(cutAndLeft, ([cut, left]) => {
      expect(split(cut, left)).toEqual(partsOf(BigInt(cut), left.map(BigInt)).map(Number));
    }),
    { seed: 6, numRuns: 20_000 },
  );
});

test('100 over 200 and 100 is 67 and 33: the larger remainder gets the odd yen', () => {
  // 100 × 200 ÷ 300 = 66 rest 200; 100 × 100 ÷ 300 = 33 rest 100
  expect(split(100, [200, 100])).toEqual([67, 33]);
});

test('equal remainders: the first items get the odd yen', () => {
  // 2 ÷ 3 each 0 rest 2; two odd yen
  expect(split(2, [1, 1, 1])).toEqual([1, 1, 0]);
  expect(split(1, [5, 5])).toEqual([1, 0]);
});

test('nothing cut, all cut, and items with nothing left', () => {
  expect(split(0, [5, 0, 7])).toEqual([0, 0, 0]);
  expect(split(12, [5, 0, 7])).toEqual([5, 0, 7]);
  expect(split(11, [5, 0, 7])).toEqual([5, 0, 6]);
  expect(split(0, [])).toEqual([]);
  expect(split(0, [0, 0])).toEqual([0, 0]);
});

test('amounts whose product is beyond the safe integers are split exactly', () => {
  // 10^12 − 1 over two equal halves of 10^12: each 499,999,999,999 rest a half; the first gets the odd yen
  expect(split(10 ** 12 - 1, [10 ** 12, 10 ** 12])).toEqual([500_000_000_000, 499_999_999_999]);
});
