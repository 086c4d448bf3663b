import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Term } from '#casebook/glossary.ts';
import { placeBeside } from '#ui/glossary/place.ts';
import { termSections } from '#view/glossary-list.ts';

const term = (id: string, reading: string, en: string): Term => ({
  id,
  term: id,
  reading,
  forms: [],
  notIn: [],
  en,
  enForms: [],
  meaning: { ja: `${id}の意味です。`, en: `What ${en} is.` },
  clauses: [],
  from: 'practice',
});
const GLOSSARY: readonly Term[] = [
  term('免責事由', 'めんせきじゆう', 'exclusion'),
  {
    ...term('特約', 'とくやく', 'rider'),
    clauses: ['A', 'GONE'],
    distinguish: { ids: ['約款'], note: { ja: 'ちがいます。', en: 'Not the same.' } },
  },
  term('約款', 'やっかん', 'wording'),
  term('按分', 'あんぶん', 'pro-rating'),
  term('代位', 'だいい', 'subrogation'),
  term('遡及日', 'そきゅうび', 'Retroactive date'),
  term('和解', 'わかい', 'settlement'),
];
const clauses = new Map([['A', { id: 'A', title: { ja: '条項', en: 'Clause' } }]]);
const letters = (locale: 'ja' | 'en', word = '') =>
  termSections(GLOSSARY, clauses, locale, word).map(({ letter, rows }) => `${letter} ${rows.map(({ id }) => id).join('・')}`);

describe('the list of terms', () => {
  test('follows the reading in Japanese and the alphabet in English', () => {
    expect(letters('ja')).toEqual(['あ 按分', 'さ 遡及日', 'た 代位・特約', 'ま 免責事由', 'や 約款', 'わ 和解']);
    expect(letters('en')).toEqual(['E 免責事由', 'P 按分', 'R 遡及日・特約', 'S 和解・代位', 'W 約款']);
  });

  test('finds a term by its word, its reading in either kana, its English and its meaning', () => {
    for (const word of ['按分', 'あんぶ', 'アンブ', 'Pro-RATING', 'ｐｒｏ', '按分の意味', 'what pro'])
      expect(letters('ja', word)).toEqual(['あ 按分']);
    expect(letters('ja', 'ない言葉')).toEqual([]);
  });

  test('leads to the clauses there are and to the terms it is taken for', () => {
    const [row] = termSections(GLOSSARY, clauses, 'ja', '特約').flatMap(({ rows }) => rows);
    expect(row?.leadsTo).toEqual([{ id: 'A', title: { ja: '条項', en: 'Clause' } }]);
    expect(row?.confusedWith.map(({ id }) => id)).toEqual(['約款']);
  });

  test('holds every term once, whatever the language, under a letter of its own', () => {
    const kana = fc.string({
      unit: fc.integer({ min: 0x3041, max: 0x3096 }).map((code) => String.fromCharCode(code)),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kana, fc.stringMatching(/^[a-z]{1,6}$/u)), { maxLength: 20 }),
        fc.constantFrom('ja', 'en'),
        (words, locale) => {
          const all = words.map(([reading, en], i) => term(`t${String(i)}`, reading, en));
          const sections = termSections(all, clauses, locale);
          expect(sections.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
          expect(new Set(sections.map(({ letter }) => letter)).size).toBe(sections.length);
        },
      ),
    );
  });
});

describe('the place of an explanation', () => {
  const length = (most: number) => fc.integer({ min: 1, max: most });

  test('is inside the window, and never over the word where there is room beside it', () => {
    fc.assert(
      fc.property(length(2000), length(1200), length(400), length(500), length(2000), length(1200), (width, height, w, h, x, y) => {
        fc.pre(w <= width - 16 && h <= height - 16);
        const word = { left: x, top: y, bottom: y + 24 };
        const at = placeBeside(word, word, { width: w, height: h }, { width, height });
        expect(at.left).toBeGreaterThanOrEqual(8);
        expect(at.top).toBeGreaterThanOrEqual(8);
        expect(at.left + w).toBeLessThanOrEqual(width - 8);
        expect(at.top + h).toBeLessThanOrEqual(height - 8);
        const hasRoom = word.bottom + 6 + h <= height - 8 || (word.top - 6 - h >= 8 && word.bottom <= height);
        if (hasRoom) expect(at.top >= word.bottom || at.top + h <= word.top).toBe(true);
      }),
    );
  });

  test('is under the last line of a word that is broken over two', () => {
    const first = { left: 300, top: 100, bottom: 124 };
    const last = { left: 20, top: 124, bottom: 148 };
    expect(placeBeside(first, last, { width: 200, height: 100 }, { width: 360, height: 740 })).toEqual({ left: 20, top: 154 });
    expect(placeBeside(first, last, { width: 50, height: 80 }, { width: 360, height: 200 })).toEqual({ left: 300, top: 14 });
  });
});
