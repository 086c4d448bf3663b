import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fileNameFor, mended, offsetAt, shownText } from '#view/own-text.ts';

const piece = fc.constantFrom('a', 'あ', ' ', 'b: 1', '\n', '\r\n', '\r', '');
const file = fc.tuple(fc.boolean(), fc.array(piece, { maxLength: 30 })).map(([mark, pieces]) => (mark ? '\uFEFF' : '') + pieces.join(''));

describe('a text that goes through the field', () => {
  it('comes out as it went in when nothing was edited', () => {
    const runs = fc.check(fc.property(file, (text) => mended(text, shownText(text)) === text));
    expect(runs).toMatchObject({ failed: false, numRuns: 100 });
  });

  it('holds what was typed, and is otherwise what it was: the lines above and below keep their very ends', () => {
    const lines = (whole: string) => whole.replace('\uFEFF', '').match(/[^\r\n]*(?:\r\n|\r|\n|$)/gu) ?? [];
    const ends = fc.constantFrom('\n', '\r\n');
    // Every line says something else: which of two equal lines was typed, nobody could tell.
    const mixed = fc.array(ends, { maxLength: 12 }).map((all) => all.map((end, i) => `Z${String(i)}${end}`).join(''));
    const runs = fc.check(
      fc.property(mixed, fc.nat(), fc.nat(5), fc.stringMatching(/^[a-z\n]{0,5}$/u), (text, at, gone, typed) => {
        const shown = shownText(text);
        const place = at % (shown.length + 1);
        const edited = shown.slice(0, place) + typed + shown.slice(place + gone);
        const result = mended(text, edited);
        const above = shown.slice(0, place).split('\n').length - 1;
        const below = shown.slice(place + gone).split('\n').length - 1;
        const same = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b);
        return (
          shownText(result) === edited &&
          same(lines(result).slice(0, above), lines(text).slice(0, above)) &&
          (below === 0 || same(lines(result).slice(-below), lines(text).slice(-below)))
        );
      }),
      { numRuns: 2000 },
    );
    expect(runs).toMatchObject({ failed: false, counterexample: null });
  });

  it('holds what was typed even in a file of every kind of line end', () => {
    const runs = fc.check(
      fc.property(file, file, (text, typed) => shownText(mended(text, shownText(typed))) === shownText(typed)),
      { numRuns: 2000 },
    );
    expect(runs).toMatchObject({ failed: false, counterexample: null });
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
