import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { textsIn, writtenYenFaults } from '#casebook/check/texts.ts';
import { ja } from '#words/ja.ts';
import { en } from '#words/en.ts';

const yamlIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? yamlIn(`${folder}/${entry.name}`) : entry.name.endsWith('.yaml') ? [`${folder}/${entry.name}`] : [],
  );
const files = yamlIn('scenarios');
const texts = files.flatMap((file) => textsIn(parse(readFileSync(file, 'utf8'))).map((one) => ({ ...one, file })));
const at = ({ file, path }: { file: string; path: readonly (string | number)[] }) => `${file} ${path.join('.')}`;

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}！-～「」、。・]+/gu;
/** What an English text may say in Japanese: the printed marks of two carve-backs, and the unit in brackets after an amount. */
const MARKS = ['イ', 'ロ'];
const japaneseIn = (text: string): string[] =>
  (text.replace(/\([\d,億兆万]+円\)/gu, '').match(JAPANESE) ?? []).filter((word) => !MARKS.includes(word));

describe('English', () => {
  test('has no Japanese but allowed terms, in any file of scenarios', () => {
    expect(texts.flatMap((one) => japaneseIn(one.text.en).map((word) => `${at(one)}: ${word}`))).toEqual([]);
  });

  test('is no copy of the Japanese where there are words to translate', () => {
    expect(texts.filter(({ text }) => text.ja === text.en && /[\p{Script=Hiragana}]/u.test(text.ja)).map(at)).toEqual([]);
  });
});

/** Names and labels repeat by nature; so do the slots and formulas of a letter, and half-lines of a few words. */
const FIXED = /^(label|name|title|industry|who|quote|source|passage|parties|term|en|reading|forms|slots|to)$/;
const SHORTEST = { ja: 12, en: 40 } as const;
const sentences = (text: string, locale: 'ja' | 'en'): string[] =>
  text
    .split(locale === 'ja' ? /(?<=。)/u : /(?<=[.!?])\s+/u)
    .map((one) => one.trim())
    .filter((one) => one.replace(/\{[^}]*\}/g, '').length >= SHORTEST[locale]);

describe.each(['ja', 'en'] as const)('no machine-like repetition in %s', (locale) => {
  const said = new Map<string, Set<string>>();
  for (const { file, path, text } of texts) {
    if (!/scenarios\/(cases|drills)\//.test(file) || path[0] === 'letters' || path.some((step) => FIXED.test(String(step)))) continue;
    for (const sentence of sentences(text[locale], locale)) said.set(sentence, (said.get(sentence) ?? new Set()).add(file));
  }

  test('the same sentence does not stand in two cases or drills', () => {
    expect(said.size).toBeGreaterThan(1000);
    expect([...said].filter(([, where]) => where.size > 1).map(([sentence, where]) => `${sentence} (${[...where].join(', ')})`)).toEqual([]);
  });
});

test('every amount of yen in a text comes from data: none is written out, but in a quotation or a sum', () => {
  const told = files.filter((file) => !/\/(policies|schema)\/|register|template/.test(file));
  expect(told.length).toBeGreaterThan(70);
  expect(told.flatMap((file) => writtenYenFaults(parse(readFileSync(file, 'utf8'))).map(({ path, found }) => `${file} ${path.join('.')}: ${found}`))).toEqual([]);
  expect(writtenYenFaults({ story: { ja: '100万円です。', en: 'It is 1 million yen.' } })).not.toEqual([]);
});

test('the words of our own voice promise nothing and sell nothing', () => {
  const forbidden = /必ず支払|必ずお支払|全額お支払|安心です|おすすめ|最適な保険|お得/;
  const own = texts.filter(({ path }) => !path.includes('quote')).filter(({ text }) => forbidden.test(text.ja));
  // A wrong choice may say it: that is what is wrong with it.
  const wrong = (path: readonly (string | number)[]) => path.some((step) => ['tempting', 'late', 'misconception', 'others', 'because', 'answers'].includes(String(step)));
  expect(own.filter(({ path }) => !wrong(path)).map((one) => `${at(one)}: ${one.text.ja}`)).toEqual([]);
});

test('the dictionaries of the shell hold the same language rule', () => {
  const flat = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(flat) : [];
  expect(flat(en).flatMap(japaneseIn).filter((word) => word !== '日本語' && word !== '万円')).toEqual([]);
  expect(flat(ja).length).toBeGreaterThan(100);
});
