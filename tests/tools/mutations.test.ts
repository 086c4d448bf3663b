import { expect, test } from 'vitest';
import { mutationsOf } from '#tools/mutating/mutations.ts';

const slips = (text: string): string[] => mutationsOf('x.ts', text).map(({ from, to, is }) => text.slice(0, from) + is + text.slice(to));

test.each([
  ['a + b', ['a - b']],
  ['a < 2', ['a <= 2', 'a < (2 + 1)']],
  ['!a', ['a']],
  ['a === true', ['a !== true', 'a === false']],
  ['a ?? b', ['a && b']],
  ['a ? b : c', ['(a ? c : b)']],
  ['if (a) b()', ['if (true) b()', 'if (false) b()']],
  ['Math.min(a, b)', ['Math.max(a, b)']],
  ['a.some(b)', ['a.every(b)']],
  ['a.filter(b)', ['a.filter(() => true)']],
])('%s', (text, expected) => {
  expect(slips(text)).toEqual(expected);
});

test('words for people and types are left alone', () => {
  expect(slips('const a: 1 | true = b; if (a) throw new Error(`${c + d} ${!e}`)')).toHaveLength(2);
});

test('a slip knows its line', () => {
  expect(mutationsOf('x.ts', 'a\n\nb * c').map(({ line, was }) => [line, was])).toEqual([[3, '*']]);
});
