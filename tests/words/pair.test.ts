import { describe, expect, test } from 'vitest';
import { pairWords } from '#words/pair.ts';
import { policyWords } from '#words/policy.ts';

/** Every sentence of a dictionary by its path; a sentence with parameters is called with plain ones. */
function sentences(of: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof of === 'string') return [[path, of]];
  if (typeof of === 'function') return [[path, String((of as (...given: unknown[]) => unknown)('3', '3', '3'))]];
  return Object.entries(of as object).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

describe.each(Object.entries({ pairWords, policyWords }))('%s', (_name, { ja, en }) => {
  test('has the same sentences in both languages, none empty', () => {
    const { sentence: _ja, ...japanese } = { sentence: null, ...ja };
    const { sentence: _en, ...english } = { sentence: null, ...en };
    expect(sentences(english).map(([path]) => path)).toEqual(sentences(japanese).map(([path]) => path));
    expect([...sentences(japanese), ...sentences(english)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('keeps Japanese out of English, promises nothing, and never says 免責 alone', () => {
    const { sentence: _en, ...english } = { sentence: null, ...en };
    const { sentence: _ja, ...japanese } = { sentence: null, ...ja };
    expect(sentences(english).filter(([, text]) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。「」]/u.test(text))).toEqual([]);
    expect(sentences(japanese).filter(([, text]) => /必ず|全額|安心|おすすめ|免責(?!金額|事由)/u.test(text))).toEqual([]);
  });
});
