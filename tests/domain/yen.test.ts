import { expect, test } from 'vitest';
import { isYen, LARGEST_YEN } from '#domain/yen.ts';

test('an amount is whole yen from 0 to one trillion', () => {
  expect(LARGEST_YEN).toBe(10 ** 12);
  expect([0, 1, 10 ** 12].every(isYen)).toBe(true);
});

test.each([-1, 0.5, 10 ** 12 + 1, Number.NaN, Infinity, '100', null, undefined, 100n])('not an amount of yen: %s', (value) => {
  expect(isYen(value)).toBe(false);
});
