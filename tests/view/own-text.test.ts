import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fileNameFor, mended, offsetAt, shownText } from '#view/own-text.ts';

const piece = fc.constantFrom('a', 'あ', ' ', 'b: 1', '\n', '\r\n', '\r', '');
const file = fc.tuple(fc.boolean(), fc.array(piece, { maxLength: 30 })).map(([mark, pieces]) => (mark ? '\uFEFF' : '') + pieces.join(''));

describe('a text that goes through the field', () => {
  it('comes out as it went in when nothing was edited', () => {
    fc.assert(fc.property(file, (text) => mended(text, shownText(text)) === text));
  });

  it('holds what was typed, and is otherwise what it was: the lines above and below keep their very ends', () => {
    fc.assert(
      fc.property(file, fc.nat(), fc.nat(5), fc.stringMatching(/^[a-z\n]{0,5}$/u), (text, at, gone, typed) => {
        const shown = shownText(text);
        const place = at % (shown.length + 1);
        const edited = shown.slice(0, place) + typed + shown.slice(place + gone);
        const result = mended(text, edited);
        if (shownText(result) !== edited) return false;
        const lines = (whole: string) => whole.replace('\uFEFF', '').match(/[^\r\n]*(?:\r\n|\r|\n|$)/gu) ?? [];
        const above = shown.slice(0, place).split('\n').length - 1;
        return JSON.stringify(lines(result).slice(0, above)) === JSON.stringify(lines(text).slice(0, above));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a new line the end that most lines have', () => {
    expect(mended('a\r\nb\r\nc\n', 'a\nx\nb\nc\n')).toBe('a\r\nx\r\nb\r\nc\n');
    expect(mended('\uFEFFa', 'a\nb')).toBe('\uFEFFa\nb');
  });
});

test('a line and a column are found in a text, and a place beyond it is its end', () => {
  const text = 'ab\nあいう\n\nz';
  expect(offsetAt(text, 2, 3)).toBe(5);
  expect(offsetAt(text, 3, 1)).toBe(7);
  expect(offsetAt(text, 2, 99)).toBe(6);
  expect(offsetAt(text, 9, 1)).toBe(text.length);
});

test('a text without a file name gets one by what it is', () => {
  expect(fileNameFor('own-A', ' {"id": 1}')).toBe('own-A.json');
  expect(fileNameFor(undefined, 'id: A')).toBe('case.yaml');
});
