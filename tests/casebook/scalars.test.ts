import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPercent, toValue, toYen, toYesNo } from '#casebook/schema/scalars.ts';

describe('yen as people write them', () => {
  it.each([
    [2500, 2500],
    ['2500', 2500],
    ['2,500円', 2500],
    ['500円', 500],
    ['2,500万円', 25_000_000],
    ['1億円', 100_000_000],
    ['1億5,000万円', 150_000_000],
    ['1億2,345万6,789円', 123_456_789],
    ['１億５，０００万円', 150_000_000],
    ['1兆円', 1_000_000_000_000],
    ['0円', 0],
  ])('%s is %i', (written, yen) => {
    expect(toYen(written)).toBe(yen);
  });

  it.each([
    '',
    '円',
    '万円',
    '-5',
    '1.5億円',
    '25,00円',
    '1億20,000万円',
    '5万3億円',
    '1兆1円',
    '2万万円',
    'abc',
    '1e6',
    -1,
    0.5,
    Number.NaN,
    true,
    null,
    [1],
  ])('%s is none', (written) => {
    expect(toYen(written)).toBeNull();
  });

  it('reads back whatever amount is written in 億 and 万', () => {
    const check = fc.check(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 9999 }),
        (oku, man, ones) => {
          const written = `${oku > 0 ? `${oku.toLocaleString('en')}億` : ''}${man > 0 ? `${man.toLocaleString('en')}万` : ''}${ones > 0 || oku + man === 0 ? ones : ''}円`;
          return toYen(written) === oku * 1e8 + man * 1e4 + ones;
        },
      ),
    );
    expect(check.counterexample).toBeNull();
  });
});

describe('percentages in basis points', () => {
  it.each([
    ['90%', 9000],
    ['12.5%', 1250],
    ['0.01%', 1],
    ['９０％', 9000],
    ['150%', 15_000],
    ['-5%', -500],
  ])('%s is %i', (written, basisPoints) => {
    expect(toPercent(written)).toEqual({ basisPoints });
  });

  it.each(['90', '12.345%', '%', 'abc%', '1e2%', 0.9, null])('%s is none', (written) => {
    expect(toPercent(written)).toBeNull();
  });
});

describe('words that mean yes or no', () => {
  it('takes yes, no, true and false, and no other word', () => {
    expect(['yes', 'no', true, false, 'Yes', 'on', 'y', 1].map(toYesNo)).toEqual([true, false, true, false, true, null, null, null]);
  });
});

describe('a value whose type nothing says', () => {
  it('is told from how it is written', () => {
    expect(['yes', '90%', '2026-04-01', '1億円', 'outside', 5].map(toValue)).toEqual([
      true,
      { basisPoints: 9000 },
      '2026-04-01',
      100_000_000,
      'outside',
      5,
    ]);
  });
});
