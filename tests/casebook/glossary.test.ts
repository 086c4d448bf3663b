import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readGlossary } from '#casebook/build/glossary.ts';
import { textsIn } from '#casebook/check/texts.ts';
import { written } from '#casebook/read/problem.ts';
import { checkAll } from '#tools/checking.ts';
import { glossaryFile } from '#tools/glossary.ts';
import { SCENARIOS } from '#tools/library.ts';

const CLAUSES = ['A-DED', 'A-EX1'];
const GOOD = `terms:
  - id: deductible
    term: 免責金額
    reading: めんせききんがく
    forms: [自己負担額]
    en: deductible
    enForms: [excess]
    meaning: { ja: 差し引く額です。, en: An amount taken off. }
    distinguish: { ids: [exclusion], note: { ja: ちがいます。, en: They differ. } }
    clause: [A-DED]
    from: document
  - id: exclusion
    term: 免責事由
    reading: めんせきじゆう
    notIn: [免責事由書]
    en: exclusion
    meaning: { ja: 支払わない理由です。, en: A reason for not paying. }
    from: practice
    source: { ja: 保険法17条, en: "Insurance Act, Article 17" }
`;
const said = (text: string): string[] => {
  const read = readGlossary(text, 'g', CLAUSES);
  return read.ok ? [] : read.problems.map((one) => written(one).replace(/^g:/u, ''));
};
const edited = (from: string, to: string): string => {
  expect(GOOD.split(from), `"${from}" stands once`).toHaveLength(2);
  return GOOD.replace(from, to);
};

describe('a glossary', () => {
  it('is read whole', () => {
    const read = readGlossary(GOOD, 'g', CLAUSES);
    expect(read.ok && read.value.map(({ id, forms, clauses }) => ({ id, forms, clauses }))).toEqual([
      { id: 'deductible', forms: ['自己負担額'], clauses: ['A-DED'] },
      { id: 'exclusion', forms: [], clauses: [] },
    ]);
  });

  it.each([
    [
      'reading: めんせきじゆう',
      'reading: メンセキ',
      '14:14: Found "メンセキ". Allowed: a reading in hiragana alone. To mend it: write how it is spoken, as めんせききんがく; digits and letters too.',
    ],
    [
      'id: exclusion\n',
      'id: deductible\n',
      '9:26: Found the term "exclusion", which is not there. Allowed: the id of another term: none is defined. To mend it: correct the id, or write what it names.',
    ],
    [
      'forms: [自己負担額]',
      'forms: [免責事由]',
      '13:11: Found the form "免責事由" a second time. Allowed: each form in one term, once. To mend it: delete it here, or make one term of the two.',
    ],
    [
      'enForms: [excess]',
      'enForms: [Exclusion]',
      '16:9: Found the form "exclusion" a second time. Allowed: each form in one term, once. To mend it: delete it here, or make one term of the two.',
    ],
    [
      'forms: [自己負担額]',
      'forms: [免責]',
      '5:13: Found "免責" as a form. Allowed: words that mean one thing: 免責金額 is an amount, 免責事由 is a reason. To mend it: write which of the two is meant.',
    ],
    [
      '[免責事由書]',
      '[責任保険]',
      '15:13: Found "責任保険", which holds no form of the term. Allowed: longer words with one of: 免責事由, exclusion. To mend it: delete it, or correct the word.',
    ],
    [
      'ids: [exclusion]',
      'ids: [exclusions]',
      '9:26: Found the term "exclusions", which is not there. Allowed: the id of another term: exclusion. To mend it: write "exclusion", if that is meant.',
    ],
    [
      'ids: [exclusion]',
      'ids: [deductible]',
      '9:26: Found the term itself. Allowed: the id of another term: exclusion. To mend it: correct the id, or write what it names.',
    ],
    [
      '[A-DED]',
      '[A-DEDU]',
      '10:14: Found the clause "A-DEDU", which is not there. Allowed: the id of another clause: A-DED, A-EX1. To mend it: write "A-DED", if that is meant.',
    ],
    [
      'from: practice',
      'from: document',
      '18:11: Found a term of the document without a clause. Allowed: document with the clause in which the word is printed, or practice. To mend it: add clause: [ID], or write practice.',
    ],
    [
      'from: practice',
      'from: assumed',
      '18:11: Found "assumed". Allowed: one of: document, practice. To mend it: write one of these words.',
    ],
    [
      '    meaning: { ja: 支払わない理由です。, en: A reason for not paying. }\n',
      '',
      '12:5: Found no key "meaning" here. Allowed: a term with the keys id, term, reading, en, meaning, from (and, if wanted, forms, notIn, enForms, distinguish, clause, source). To mend it: add meaning: ….',
    ],
  ])('%s → %s is refused', (from, to, message) => {
    const messages = said(edited(from, to));
    expect(messages).toContain(message);
    expect(messages).toHaveLength(from.startsWith('id: ') ? 2 : 1);
  });

  it('has a line of its own when everything is checked', () => {
    const lines = checkAll([glossaryFile()]).flatMap(({ file, line, problems }) => (file === glossaryFile() ? [line, ...problems] : []));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^glossary {2}\d+ terms$/u);
  });
});

describe('the glossary of this site', () => {
  const { terms } = parse(readFileSync(glossaryFile(), 'utf8')) as {
    terms: { id: string; term: string; forms?: string[]; en: string; enForms?: string[] }[];
  };
  const yaml = (folder: string): string[] =>
    readdirSync(join(SCENARIOS, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml') && !name.startsWith('glossary'))
      .map((name) => readFileSync(join(SCENARIOS, folder, name), 'utf8'));
  const content = yaml('.').flatMap((text) => textsIn(parse(text)).map((one) => one.text));
  const words = readdirSync('src/words')
    .filter((name) => name.endsWith('.ts') && !name.startsWith('glossary'))
    .map((name) => readFileSync(join('src/words', name), 'utf8'));
  const everywhere = {
    ja: [...content.map(({ ja }) => ja), ...words].join('\n'),
    en: [...content.map(({ en }) => en), ...words].join('\n').toLowerCase(),
  };

  it('holds only words that the product uses, in both languages', () => {
    expect(content.length).toBeGreaterThan(1000);
    const unused = terms.flatMap(({ id, term, forms = [], en, enForms = [] }) => [
      ...([term, ...forms].some((form) => everywhere.ja.includes(form)) ? [] : [`${id}: ${term}`]),
      ...([en, ...enForms].some((form) => everywhere.en.includes(form.toLowerCase())) ? [] : [`${id}: ${en}`]),
    ]);
    expect(unused).toEqual([]);
  });

  it('has the words in which learners most often err', () => {
    const held = terms.map(({ term }) => term);
    expect(held).toEqual(
      expect.arrayContaining([
        '免責金額',
        '免責事由',
        '支払限度額',
        '縮小支払割合',
        '有無責',
        '遡及日',
        '求償',
        '代位',
        '按分',
        '担保事由',
        '特約',
        '被保険者',
        '損害賠償請求',
        '一連の損害賠償請求',
        '争訟費用',
        '保険料',
        '保険金',
      ]),
    );
  });

  it('explains in the polite form, briefly, and without a promise', () => {
    const { terms: whole } = parse(readFileSync(glossaryFile(), 'utf8')) as {
      terms: { id: string; meaning: { ja: string; en: string } }[];
    };
    for (const { id, meaning } of whole) {
      expect(`${id} ${meaning.ja}`).toMatch(/(です|ます|ません)。$/u);
      expect(`${id} ${meaning.en}`).toMatch(/\.$/u);
      expect(meaning.ja.split('。').length - 1, id).toBeLessThanOrEqual(2);
      expect(`${id} ${meaning.ja}`).not.toMatch(/必ず|全額|安心|おすすめ|免責(?!金額|事由)/u);
    }
  });
});
