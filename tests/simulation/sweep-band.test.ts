import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as exact from '#domain/exact.ts';
import type { Exact } from '#domain/exact.ts';
import { share as shareOf } from '#domain/payout/amount.ts';
import { columns, type Along } from '#simulation/band.ts';
import { rounded, write } from '#simulation/columns.ts';
import { above, least, minus, plus, portion, share, where } from '#simulation/joins.ts';

const RULES = ['down', 'nearest', 'up'] as const;

/** An amount along a row beside what it is in each column, reckoned one by one. */
interface Both {
  readonly along: Along;
  readonly each: readonly Exact[];
}

const amount = fc.oneof(
  fc.nat(3000),
  fc.integer({ min: 0, max: 300 }).map((n) => n * 10_000_000),
  fc.nat(10 ** 12),
);
const still = fc.tuple(amount, fc.constantFrom(1, 1, 1, 3, 7, 10_000)).map(([n, d]) => exact.portion(n, 1, d));
/** What is done to the amount so far, and with what: something that stands still, the columns, or the amount before. */
const step = fc.record({
  does: fc.constantFrom('plus', 'minus', 'from', 'least', 'above', 'where', 'portion', 'share', 'rounded'),
  other: fc.oneof({ weight: 3, arbitrary: still }, { weight: 1, arbitrary: fc.constantFrom('columns' as const, 'before' as const) }),
  points: fc.constantFrom(0, 1, 2900, 5000, 9000, 9999, 10_000),
  to: fc.oneof(fc.nat(3000), fc.nat(300_000_000)),
});

const joined = {
  plus: [plus, exact.plus],
  minus: [minus, exact.minus],
  from: [(a: Along, b: Along) => minus(b, a), (a: Exact, b: Exact) => exact.minus(b, a)],
  least: [least, exact.least],
  above: [above, (a: Exact, b: Exact) => (exact.isMore(a, b) ? a : 0)],
  where: [where, (a: Exact, b: Exact) => (exact.isMore(b, 0) ? a : 0)],
} as const;

test('a chain of bands is in every column what the exact amounts come to, or is given up', () => {
  const seen = { kept: 0, givenUp: 0 };
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 12 }),
      fc.array(step, { minLength: 1, maxLength: 7 }),
      fc.constantFrom(...RULES),
      (values, steps, rule) => {
        const base = Float64Array.from(values);
        const start: Both = { along: columns(base), each: values };
        let [before, now] = [start, start];
        for (const { does, other, points, to } of steps) {
          const { along, each } = now;
          let then: Both;
          if (does === 'portion') then = { along: portion(along, points, 10_000), each: each.map((x) => exact.portion(x, points, 10_000)) };
          else if (does === 'rounded') then = { along: rounded(along, rule), each: each.map((x) => exact.rounded(x, rule)) };
          else {
            const second: Both =
              other === 'columns' ? start : other === 'before' ? before : { along: other, each: values.map(() => other) };
            if (does === 'share')
              then = { along: share(along, second.along, to), each: each.map((x, i) => shareOf(x, second.each[i] as Exact, to)) };
            else
              then = { along: joined[does][0](along, second.along), each: each.map((x, i) => joined[does][1](x, second.each[i] as Exact)) };
          }
          [before, now] = [now, then];
        }
        const got = new Float64Array(values.length + 2).fill(-1);
        if (write(rounded(now.along, rule), got, 1, values.length)) {
          seen.kept++;
          expect([...got]).toEqual([-1, ...now.each.map((x) => exact.rounded(x, rule)), -1]);
        } else {
          seen.givenUp++;
          expect([...got].every((cell) => cell === -1)).toBe(true);
        }
      },
    ),
    { seed: 5, numRuns: 20_000 },
  );
  console.log(JSON.stringify(seen));
  expect(seen.kept).toBeGreaterThan(12_000);
  expect(seen.givenUp).toBeGreaterThan(100);
});

test('what is not whole yen, or grows past the integers a number can hold, is given up', () => {
  const most = columns(Float64Array.of(0, Number.MAX_SAFE_INTEGER));
  expect(plus(most, 1)).toBeNull();
  expect(minus(Number.MAX_SAFE_INTEGER, plus(columns(Float64Array.of(0, 1)), 1))).not.toBeNull();
  expect(portion(most, 9999, 10_000)).toBeNull();
  // the left one is 7 × (2^51 − 1) sevenths of a yen, odd and above 2^53
  expect(minus(columns(Float64Array.of(0, 2 ** 51 - 1)), portion(most, 1, 7))).toBeNull();
  expect(columns(Float64Array.of(1, 2.5))).toBeNull();
  expect(columns(Float64Array.of(1, Infinity))).toBeNull();
  expect(columns(Float64Array.of())).toBeNull();
});
