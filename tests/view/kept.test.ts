import { expect, test } from 'vitest';
import { kept } from '#view/kept.ts';
import { termsOf, UNCHANGED } from '#view/what-if.ts';

test('works out once what is asked for again, and no more than 64 of them stay', () => {
  const asked: number[] = [];
  const of = kept(String, (n: number) => (asked.push(n), n < 0 ? null : { n }));
  const first = of(0);
  for (let n = 1; n < 64; n++) of(n);
  // Asked for again: it is not the one asked for longest ago any more.
  expect(of(0)).toBe(first);
  of(64);
  expect(of(0)).toBe(first);
  expect(asked).toEqual(Array.from({ length: 65 }, (_, n) => n));
  of(1);
  expect(asked.at(-1)).toBe(1);
  expect([of(-1), of(-1)]).toEqual([null, null]);
  expect(asked.slice(-2)).toEqual([-1, -1]);
});

test('changes are the same in whichever order they were made, and an unknown fact is not an unchanged one', () => {
  const one = { ...UNCHANGED, schedule: { limit: 1e7, ratio: { basisPoints: 9000 } } };
  const other = { ...UNCHANGED, schedule: { ratio: { basisPoints: 9000 }, limit: 1e7 } };
  expect(termsOf(one)).toBe(termsOf(other));
  const texts = [
    UNCHANGED,
    one,
    { ...UNCHANGED, schedule: { limit: 1e7, ratio: { basisPoints: 8000 } } },
    { ...UNCHANGED, facts: { known: undefined } },
    { ...UNCHANGED, facts: { known: false } },
    { ...UNCHANGED, facts: { limit: 1e7 } },
    { ...UNCHANGED, amounts: { limit: 1e7 } },
  ].map(termsOf);
  expect(new Set(texts).size).toBe(texts.length);
});
