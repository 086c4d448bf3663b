import fc from 'fast-check';
import { expect, test } from 'vitest';
import { all, any, not, type Truth } from '#domain/logic.ts';

const [Y, N, U] = [true, false, null] as const;

test.each<[Truth, Truth]>([
  [Y, N],
  [N, Y],
  [U, U],
])('not %s is %s', (a, so) => {
  expect(not(a)).toBe(so);
});

test.each<[Truth, Truth, Truth, Truth]>([
  // a, b, a and b, a or b
  [Y, Y, Y, Y],
  [Y, N, N, Y],
  [Y, U, U, Y],
  [N, Y, N, Y],
  [N, N, N, N],
  [N, U, N, U],
  [U, Y, U, Y],
  [U, N, N, U],
  [U, U, U, U],
])('%s and %s: all of them is %s, any of them is %s', (a, b, and, or) => {
  expect(all([a, b])).toBe(and);
  expect(any([a, b])).toBe(or);
});

test('of nothing, all is yes and any is no', () => {
  expect(all([])).toBe(true);
  expect(any([])).toBe(false);
});

/** What Kleene's logic means: known only when every way to learn the unknown comes to the same. */
const everyWay = (truths: readonly Truth[], join: (known: boolean[]) => boolean): Truth => {
  let ways: boolean[][] = [[]];
  for (const truth of truths)
    ways = ways.flatMap((way) =>
      truth === null
        ? [
            [...way, true],
            [...way, false],
          ]
        : [[...way, truth]],
    );
  const results = new Set(ways.map(join));
  return results.size === 1 ? (results.has(true) as boolean) : null;
};

test('a truth is known exactly when every way to learn what is unknown comes to the same', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Truth>(true, false, null), { maxLength: 6 }), (truths) => {
      expect(all(truths)).toBe(everyWay(truths, (known) => known.every(Boolean)));
      expect(any(truths)).toBe(everyWay(truths, (known) => known.some(Boolean)));
      expect(not(all(truths))).toBe(any(truths.map(not)));
    }),
    { seed: 1, numRuns: 2_000 },
  );
});
