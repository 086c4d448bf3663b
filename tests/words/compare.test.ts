import { describe, expect, test } from 'vitest';
import { compareWords } from '#words/compare.ts';

/** Every sentence of a dictionary by its path; a sentence with parameters is called with plain ones. */
const sentences = (of: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof of === 'string') return [[path, of]];
  if (typeof of === 'function') return [[path, String((of as (...given: unknown[]) => unknown)('3', '3', '3'))]];
  return Object.entries(of as object).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
};

describe('what the comparison of contracts says', () => {
  const [ja, en] = [sentences(compareWords.ja), sentences(compareWords.en)];

  test('is the same in both languages, nothing empty, and no Japanese in English', () => {
    expect(en.map(([path]) => path)).toEqual(ja.map(([path]) => path));
    expect([...ja, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(en.filter(([, text]) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。「」]/u.test(text))).toEqual([]);
  });

  test('ranks, recommends and promises nothing, and never says 免責 alone', () => {
    expect(
      ja.filter(([, text]) => /おすすめ|最適|お得|有利|不利|安い|高い|勝ち|優れ|必ず|全額|安心|免責(?!金額|事由)/u.test(text)),
    ).toEqual([]);
    expect(en.filter(([, text]) => /\b(best|better|worse|cheap|cheaper|winner|recommend|advantage|ideal|guarantee)/iu.test(text))).toEqual(
      [],
    );
  });
});
