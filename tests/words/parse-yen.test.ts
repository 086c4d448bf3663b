import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYen } from '#words/parse-yen.ts';
import { yenJa } from '#words/yen.ts';

describe('a typed amount', () => {
  test.each([
    ['3000', 30_000_000],
    ['３，０００', 30_000_000],
    ['3,000万円', 30_000_000],
    ['1億5000万', 150_000_000],
    ['１億５，０００万円', 150_000_000],
    ['1.5億', 150_000_000],
    ['1.1億', 110_000_000],
    ['2千万', 20_000_000],
    ['2千5百万', 25_000_000],
    ['500円', 500],
    ['0円', 0],
    ['0', 0],
    ['¥26,800,000', 26_800_000],
    ['1億2,345万6,789円', 123_456_789],
    ['1兆円', 1_000_000_000_000],
    [' 670 万円 ', 6_700_000],
  ])('%s is %d yen', (typed, expected) => {
    expect(parseYen(typed)).toEqual({ ok: true, yen: expected });
  });

  test.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['たくさん', 'not-an-amount'],
    ['-500', 'not-an-amount'],
    ['0.5円', 'not-an-amount'],
    ['5万3億', 'not-an-amount'],
    ['3万2万', 'not-an-amount'],
    ['2兆', 'out-of-range'],
  ])('%s is refused as %s', (typed, reason) => {
    expect(parseYen(typed)).toEqual({ ok: false, reason });
  });

  test('reads back every amount as the formatter writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        expect(parseYen(yenJa(value))).toEqual({ ok: true, yen: value });
      }),
    );
  });
});
