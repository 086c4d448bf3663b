import { expect, test, vi } from 'vitest';
import { isMore, least, minus, plus, portion, rounded, type Exact } from '#domain/exact.ts';
import type { Rounding } from '#domain/policy/wording.ts';
import { draws } from '../support/arbitrary.ts';
import { roundedYen } from '../support/oracle.ts';

vi.setConfig({ testTimeout: 60_000 });

const DRAWS = 1_000_000;
const RULES: readonly Rounding[] = ['down', 'nearest', 'up'];
const LARGEST = 10 ** 12;

/** An exact amount as a fraction of bigints. */
const fraction = (x: Exact): [n: bigint, d: bigint] => (typeof x === 'number' ? [BigInt(x), 1n] : [BigInt(x.n), BigInt(x.d)]);
const equal = (x: Exact, n: bigint, d: bigint): boolean => {
  const [a, b] = fraction(x);
  return a * d === n * b;
};

test('a ratio of 0 to 100 % of up to 10^12 yen is the BigInt quotient, rounded by every rule: 1,000,000 draws, 0 differences', () => {
  const draw = draws(20260401);
  let differences = 0;
  for (let i = 0; i < DRAWS; i++) {
    const amount = draw(2) === 0 ? draw(LARGEST + 1) : draw(100_000);
    const points = draw(10_001);
    const rule = RULES[i % 3] as Rounding;
    if (rounded(portion(amount, points, 10_000), rule) !== Number(roundedYen(BigInt(amount) * BigInt(points), 10_000n, rule)))
      differences++;
  }
  console.log(`${DRAWS} draws of amount × ratio: ${differences} differences`);
  expect(differences).toBe(0);
});

test('an amount × of ÷ to, with all three up to 10^12 yen, is the BigInt quotient: 1,000,000 draws, 0 differences', () => {
  const draw = draws(2);
  let differences = 0;
  let compared = 0;
  for (let i = 0; compared < DRAWS; i++) {
    const most = [100, 1_000_000, LARGEST][draw(3)] as number;
    const [amount, of, to] = [draw(most + 1), draw(most + 1), 1 + draw(most)];
    const rule = RULES[i % 3] as Rounding;
    const kept = portion(amount, of, to);
    const [n, d] = [BigInt(amount) * BigInt(of), BigInt(to)];
    if (n / d > BigInt(Number.MAX_SAFE_INTEGER)) continue; // beyond every amount there is: only ever a bound that does not cut
    compared++;
    if (!equal(kept, n, d) || BigInt(rounded(kept, rule)) !== roundedYen(n, d, rule)) differences++;
  }
  console.log(`${DRAWS} draws of amount × of ÷ to: ${differences} differences`);
  expect(differences).toBe(0);
});

test('a chain of ratios, deductibles, sums and limits stays exact, and only the last figure is rounded: 200,000 draws', () => {
  const draw = draws(3);
  let differences = 0;
  for (let i = 0; i < 200_000; i++) {
    const amount = draw(LARGEST);
    const rule = RULES[i % 3] as Rounding;
    let held: Exact = amount;
    let [n, d] = [BigInt(amount), 1n];
    for (let step = 0; step < 4; step++) {
      const [by, points] = [draw(LARGEST), draw(10_001)];
      const yen = BigInt(by);
      switch (draw(4)) {
        case 0:
          held = portion(held, points, 10_000);
          [n, d] = [n * BigInt(points), d * 10_000n];
          break;
        case 1:
          if (isMore(held, by) !== n > yen * d) differences++;
          held = minus(held, by);
          n = n > yen * d ? n - yen * d : 0n;
          break;
        case 2:
          held = least(held, portion(by, points, 10_000));
          if (n * 10_000n > yen * BigInt(points) * d) [n, d] = [yen * BigInt(points), 10_000n];
          break;
        default:
          held = plus(held, portion(by, points, 10_000));
          [n, d] = [n * 10_000n + yen * BigInt(points) * d, d * 10_000n];
      }
    }
    if (!equal(held, n, d) || BigInt(rounded(held, rule)) !== roundedYen(n, d, rule)) differences++;
  }
  expect(differences).toBe(0);
});

test('70 % of 90 yen is 63, not what floating point makes of it', () => {
  expect(Math.floor(90 * 0.7)).toBe(62);
  expect(rounded(portion(90, 7000, 10_000), 'down')).toBe(63);
});

test.each<[Rounding, number[]]>([
  ['down', [2, 2, 2, 3]],
  ['nearest', [2, 3, 3, 3]],
  ['up', [3, 3, 3, 3]],
])('2.25, 2.5, 2.75 and 3 yen rounded %s are %s', (rule, yen) => {
  expect([9, 10, 11, 12].map((n) => rounded(portion(n, 1, 4), rule))).toEqual(yen);
});

test('halves beyond the safe integers round up, just less than a half does not', () => {
  const big = BigInt(LARGEST) * 10n ** 18n;
  expect(rounded({ n: big + 5n * 10n ** 17n, d: 10n ** 18n }, 'nearest')).toBe(LARGEST + 1);
  expect(rounded({ n: big + 5n * 10n ** 17n - 1n, d: 10n ** 18n }, 'nearest')).toBe(LARGEST);
  expect(rounded({ n: big + 1n, d: 10n ** 18n }, 'up')).toBe(LARGEST + 1);
  expect(rounded({ n: big + 10n ** 18n - 1n, d: 10n ** 18n }, 'down')).toBe(LARGEST);
});

test('an amount cut by more than it holds is nothing, never below zero', () => {
  expect(minus(100, 101)).toBe(0);
  expect(minus(portion(1, 1, 3), portion(2, 1, 3))).toBe(0);
  expect(minus(portion(2, 1, 3), portion(2, 1, 3))).toBe(0);
});

test('no bound is more than any amount, and never cuts', () => {
  const third = portion(100, 1, 3);
  expect(isMore(Infinity, third)).toBe(true);
  expect(isMore(third, Infinity)).toBe(false);
  expect(least(third, Infinity)).toEqual(third);
  expect(plus(third, Infinity)).toBe(Infinity);
  expect(plus(Infinity, third)).toBe(Infinity);
  expect(minus(Infinity, third)).toBe(Infinity);
  expect(portion(Infinity, 1, 2)).toBe(Infinity);
  expect(portion(0, Infinity, 2)).toBe(0);
  expect(portion(Infinity, 0, 2)).toBe(0);
});

test('a whole result is a number again, however it came about', () => {
  // 1/3 + 2/3 = 1; 10^12 × 10^12 ÷ 10^12 = 10^12
  expect(plus(portion(1, 1, 3), portion(2, 1, 3))).toBe(1);
  expect(portion(LARGEST, LARGEST, LARGEST)).toBe(LARGEST);
});

test('a small part of something beyond the safe integers is a fraction like any other', () => {
  // 1/(10^9 + 7) + 1/(10^9 + 9) = 2,000,000,016 ÷ 1,000,000,016,000,000,063
  const [one, other] = [portion(1, 1, 1_000_000_007), portion(1, 1, 1_000_000_009)];
  const both = plus(one, other);
  expect(RULES.map((rule) => rounded(both, rule))).toEqual([0, 0, 1]);
  expect([isMore(both, one), isMore(both, 0), isMore(1, both)]).toEqual([true, true, true]);
  // less the second part the first is left
  expect(isMore(minus(both, other), one) || isMore(one, minus(both, other))).toBe(false);
});
