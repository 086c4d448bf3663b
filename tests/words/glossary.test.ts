import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGround, policyIds, policyFile, readPolicyFile, SCENARIOS } from '#tools/library.ts';
import { readGlossaryFile } from '#tools/glossary.ts';
import type { Policy } from '#casebook/policy.ts';
import { bookOf } from '#view/glossary-book.ts';
import { en } from '#words/glossary.en.ts';
import { ja } from '#words/glossary.ja.ts';
import { matcherOf, termPieces } from '#words/glossary-match.ts';

const ground = readGround();
if (!ground.ok) throw new Error('facts.yaml or general.yaml is refused');
const policies = Object.fromEntries(
  policyIds().map((id): [string, Policy] => {
    const read = readPolicyFile(policyFile(id), ground.value, { strict: true });
    if (!read.ok) throw new Error(`${id} is refused`);
    return [id, read.value];
  }),
);
const read = readGlossaryFile(SCENARIOS, ground.value, policies);
if (!read.ok) throw new Error('glossary.yaml is refused');
const glossary = read.value;
const book = bookOf(glossary);

const formsOf = { ja: glossary.flatMap((one) => [one.term, ...one.forms]), en: glossary.flatMap((one) => [one.en, ...one.enForms]) };
const stops = glossary.flatMap((one) => one.notIn);
const linked = (text: string, locale: 'ja' | 'en') =>
  book.pieces(text, locale).flatMap(({ text: words, term }) => (term === null ? [] : [words]));

/** Texts of terms and fillers; in Japanese with break hints anywhere. */
const text = {
  ja: fc
    .array(
      fc.constantFrom(...formsOf.ja, ...stops, 'の', 'は、', '（', '）', '。', '請求', '免責', '保険', '責任', '額', '\u200b', '1,000万円'),
      {
        maxLength: 12,
      },
    )
    .chain((parts) => {
      const whole = parts.join('');
      return fc.array(fc.nat(Math.max(0, whole.length)), { maxLength: 6 }).map((places) => {
        const cuts = new Set(places);
        return [...whole].map((sign, i) => (cuts.has(i) ? `\u200b${sign}` : sign)).join('');
      });
    }),
  en: fc
    .array(
      fc.constantFrom(...formsOf.en, ...stops, 'the', 'insurance', 'Damages', 'LIMIT', 'of', '(', ').', 's', 'claim,', '¥10 million'),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join(' ')),
};

describe.each(['ja', 'en'] as const)('terms in %s texts', (locale) => {
  test('the pieces put together are the text, and no term is linked twice', () => {
    fc.assert(
      fc.property(text[locale], (whole) => {
        const pieces = book.pieces(whole, locale);
        expect(pieces.map((piece) => piece.text).join('')).toBe(whole);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        const terms = pieces.flatMap(({ term }) => term ?? []);
        expect(new Set(terms).size).toBe(terms.length);
      }),
    );
  });

  test('every form is found, alone and in a sentence, and belongs to its term', () => {
    for (const one of glossary) {
      for (const form of locale === 'ja' ? [one.term, ...one.forms] : [one.en, ...one.enForms]) {
        const sentence = locale === 'ja' ? `これは、${form}です。` : `This is the ${form}.`;
        for (const whole of [form, sentence]) {
          expect(book.pieces(whole, locale).filter(({ term }) => term !== null)).toEqual([{ text: form, term: one.id }]);
        }
      }
    }
  });

  test('words of notIn are no terms', () => {
    expect(stops.length).toBeGreaterThan(0);
    expect(stops.flatMap((word) => linked(word, locale))).toEqual([]);
  });
});

test('of the forms that begin at one place the longest wins, and none is found inside it', () => {
  const plain = (words: string) => words.replaceAll('\u200b', '');
  fc.assert(
    fc.property(text.ja, (whole) => {
      const found = linked(whole, 'ja').map(plain);
      // The same by hand: at each place the longest form that stands there, then on behind it.
      const expected: string[] = [];
      const terms = new Map(glossary.flatMap((one) => [one.term, ...one.forms].map((form) => [form, one.id] as const)));
      const seen = new Set<string>();
      const flat = plain(whole);
      for (let at = 0; at < flat.length;) {
        const here = [...terms.keys(), ...stops].filter((form) => flat.startsWith(form, at)).toSorted((a, b) => b.length - a.length)[0];
        const id = here === undefined ? undefined : terms.get(here);
        if (here !== undefined && id !== undefined && !seen.has(id)) expected.push(here);
        if (id !== undefined) seen.add(id);
        at += here?.length ?? 1;
      }
      expect(found).toEqual(expected);
    }),
  );
});

/** The same again as one regular expression over all forms, the longest first. */
const byPattern = (locale: 'ja' | 'en'): RegExp => {
  const escaped = (sign: string): string => sign.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
  const loose = (sign: string): string => (sign === ' ' ? '\\s+' : /['’]/u.test(sign) ? "['’]" : escaped(sign));
  const all = [...new Set([...formsOf[locale], ...stops].map((form) => form.toLowerCase()))].toSorted((a, b) => b.length - a.length);
  const any = all.map((form) => [...form].map(loose).join(locale === 'ja' ? '\u200b?' : '')).join('|');
  return new RegExp(locale === 'ja' ? any : `(?<![\\p{L}\\p{N}-])(?:${any})s?(?![\\p{L}\\p{N}-])`, 'giu');
};

test.each(['ja', 'en'] as const)('a regular expression over all forms finds the same stretches in random %s texts', (locale) => {
  const pattern = byPattern(locale);
  const { formAt } = matcherOf(
    glossary.map(({ id, term, forms, en, enForms }) => ({ id, forms: locale === 'ja' ? [term, ...forms] : [en, ...enForms] })),
    stops,
    locale === 'en',
  );
  let found = 0;
  const joined = fc.array(fc.tuple(text[locale], fc.constantFrom('', ' ', '\n', 's', 'S ', '-', '’s ', 'é', '𠮟', ' \u200b')), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(joined, fc.boolean(), (parts, isLoud) => {
      const whole = parts.flat().join('');
      const said = isLoud ? whole.toUpperCase() : whole;
      const stretches: string[] = [];
      for (let at = 0; at < said.length;) {
        const to = formAt(said, at)?.to ?? null;
        if (to !== null) stretches.push(`${String(at)} ${said.slice(at, to)}`);
        at = to ?? at + 1;
      }
      expect(stretches).toEqual([...said.matchAll(pattern)].map((match) => `${String(match.index)} ${match[0]}`));
      found += stretches.length;
    }),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(5000);
});

describe('what is and is not a term', () => {
  test.each([
    ['損害賠償請求を受けました。', ['損害賠償請求']],
    ['一連の損害賠償請求です。', ['一連の損害賠償請求']],
    ['免責になります。', []],
    ['免責金額と免責事由は違います。', ['免責金額', '免責事由']],
    ['費用総支払限度額までです。', ['費用総支払限度額']],
    ['免責\u200b金額を\u200b引きます。', ['免責\u200b金額']],
    ['保険金額を超えません。', ['保険金額']],
    ['IT業務賠償責任保険の契約です。', []],
  ])('%s', (whole, expected) => expect(linked(whole, 'ja')).toEqual(expected));

  test.each([
    ['Claims for damages come first.', ['Claims for damages']],
    ['The non-insured part, reinsured or not.', []],
    ['Two deductibles, one deductible.', ['deductibles']],
    ['A limit\n of liability.', ['limit\n of liability']],
    ['The amount is recoverable; a coinsured is not.', []],
  ])('%s', (whole, expected) => expect(linked(whole, 'en')).toEqual(expected));

  test('a glossary without terms finds none', () => {
    expect(termPieces('免責金額', matcherOf([], [], false))).toEqual([{ text: '免責金額', term: null }]);
    expect(termPieces('', matcherOf([{ id: 'a', forms: ['a'] }], [], true))).toEqual([]);
  });
});

describe('the dictionary of the glossary', () => {
  const sentences = (of: object) => Object.values(of).map((one) => (typeof one === 'function' ? String(one('3')) : String(one)));

  test('has the same sentences in both languages, and no Japanese in the English', () => {
    expect(Object.keys(en)).toEqual(Object.keys(ja));
    expect([...sentences(ja), ...sentences(en)].filter((one) => one === '')).toEqual([]);
    expect(sentences(en).filter((one) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。]/u.test(one))).toEqual([]);
  });
});
