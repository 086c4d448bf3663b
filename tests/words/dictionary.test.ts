import { describe, expect, test } from 'vitest';
import { fill, placeholders } from '#words/fill.ts';
import { en } from '#words/en.ts';
import { ja } from '#words/ja.ts';
import { localeOf } from '#words/locale-of.ts';

/** Every sentence of a dictionary by its path; a sentence with parameters is called with plain ones. */
function sentences(of: unknown, path = ''): [string, string][] {
  if (typeof of === 'string') return [[path, of]];
  if (typeof of === 'function') return [[path, String((of as (...given: unknown[]) => string)('3', '3'))]];
  return Object.entries(of as object).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

/** Japanese that belongs into the English screen: the name of the other language, the unit of the money field. */
const MAY_BE_JAPANESE = ['.app.otherLanguage', '.money.unit', '.money.error'];

describe('the two dictionaries', () => {
  test('have the same sentences, none empty', () => {
    expect(sentences(en).map(([path]) => path)).toEqual(sentences(ja).map(([path]) => path));
    expect([...sentences(ja), ...sentences(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('keep Japanese out of the English one', () => {
    const found = sentences(en).filter(
      ([path, text]) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。「」]/u.test(text) && !MAY_BE_JAPANESE.includes(path),
    );
    expect(found).toEqual([]);
  });

  test('never promise, and never say 免責 alone', () => {
    const body = sentences(ja).filter(([path]) => path !== '.notice.full');
    expect(body.filter(([, text]) => /必ず|全額|安心|おすすめ|免責(?!金額|事由)/.test(text))).toEqual([]);
  });
});

describe('fill', () => {
  const text = { ja: '請求は{claimed}、うち{loss.lost-profit}です。', en: 'Claimed {claimed}, of which {loss.lost-profit}.' };

  test('puts the value of each placeholder into the text', () => {
    expect(fill(text, (name) => `<${name}>`, 'ja')).toBe('請求は<claimed>、うち<loss.lost-profit>です。');
    expect(placeholders(text.en)).toEqual(['claimed', 'loss.lost-profit']);
  });

  test('refuses a placeholder that nobody knows', () => {
    expect(() => fill(text, () => undefined, 'en')).toThrow('{claimed}');
  });
});

test('a browser that speaks neither language gets Japanese', () => {
  expect(localeOf(['en-US', 'ja'])).toBe('en');
  expect(localeOf(['fr', 'ja-JP'])).toBe('ja');
  expect(localeOf(['fr'])).toBe('ja');
  expect(localeOf([])).toBe('ja');
});
