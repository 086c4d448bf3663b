import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountPieces, yen, yenDifference, yenRange, yenShort } from '#words/yen.ts';
import { count, date, percent } from '#words/figures.ts';

describe('yen', () => {
  test.each([
    [0, '0円'],
    [500, '500円'],
    [15_000, '1万5,000円'],
    [26_800_000, '2,680万円'],
    [100_000_000, '1億円'],
    [123_456_789, '1億2,345万6,789円'],
    [1_000_000_000_000, '1兆円'],
    [1_200_000_000_000, '1兆2,000億円'],
    [-13_000_000, '−1,300万円'],
  ])('%d in Japanese is %s, nothing rounded', (value, shown) => {
    expect(yen(value, 'ja')).toBe(shown);
  });

  test.each([
    [500, '¥500'],
    [500_000, '¥500,000 (50万円)'],
    [26_800_000, '¥26.8 million (2,680万円)'],
    [53_000_000, '¥53 million (5,300万円)'],
    [12_345_678, '¥12,345,678 (1,234万5,678円)'],
    [1_200_000_000, '¥1.2 billion (12億円)'],
  ])('%d in English keeps the Japanese figure in brackets: %s', (value, shown) => {
    expect(yen(value, 'en')).toBe(shown);
  });

  test('a table in English has no brackets', () => {
    expect(yenShort(26_800_000, 'en')).toBe('¥26.8 million');
  });

  test('a difference carries its sign, the minus as U+2212', () => {
    expect(yenDifference(13_000_000, 'ja')).toBe('＋1,300万円');
    expect(yenDifference(-13_000_000, 'ja')).toBe('\u22121,300万円');
    expect(yenDifference(0, 'ja')).toBe('±0円');
  });

  test('a range shares its unit only where both ends have the same one', () => {
    expect(yenRange(43_000_000, 53_000_000, 'ja')).toBe('4,300〜5,300万円');
    expect(yenRange(0, 53_000_000, 'ja')).toBe('0円〜5,300万円');
    expect(yenRange(90_000_000, 120_000_000, 'ja')).toBe('9,000万円〜1億2,000万円');
    expect(yenRange(53_000_000, 53_000_000, 'ja')).toBe('5,300万円');
    expect(yenRange(43_000_000, 53_000_000, 'en')).toBe('¥43 million to ¥53 million (4,300〜5,300万円)');
  });
});

test('a sentence is cut at its amounts, so that no line ends inside one', () => {
  expect(amountPieces('請求は1億2,345万円、支払は4,300〜5,300万円です。')).toEqual([
    '請求は',
    '1億2,345万円',
    '、支払は',
    '4,300〜5,300万円',
    'です。',
  ]);
  expect(amountPieces('Claimed ¥26.8 million (2,680万円).')).toEqual(['Claimed ', '¥26.8 million', ' (', '2,680万円', ').']);
  expect(amountPieces('顧客5万件分の情報')).toEqual(['顧客5万件分の情報']);
});

test('dates are YYYY/MM/DD and ratios are exact', () => {
  expect(date('2026-07-02')).toBe('2026/07/02');
  expect(percent(9000)).toBe('90%');
  expect(percent(2950)).toBe('29.5%');
});

test('thousands are set apart as Intl.NumberFormat does, in whole numbers and with two decimals', () => {
  const intl = new Intl.NumberFormat('ja-JP');
  const number = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.boolean());
  fc.assert(
    fc.property(number, ([large, small, hasDecimals]) => {
      const value = hasDecimals ? small / 100 : large;
      expect(count(value)).toBe(intl.format(value));
    }),
    { numRuns: 10_000 },
  );
});
