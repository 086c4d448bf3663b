import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded, tooLarge, type Decoded } from '#casebook/read/bytes.ts';
import { written, type Problem, type Reading } from '#casebook/read/problem.ts';
import type { Shelf } from '#lifecycle/check/case.ts';
import { readOwnCase } from '#lifecycle/check/own.ts';
import { caseFileOf, caseIds, policyFile, policyIds, readGround, readPolicyFile, SCENARIOS } from '#tools/library.ts';
import { problemJa } from '#words/japanese-problems.ts';

const opened = <T>(read: Reading<T>): T => {
  if (!read.ok) throw new Error(read.problems.map(written).join('\n'));
  return read.value;
};
const ground = opened(readGround());
const shelf: Shelf = {
  facts: ground.facts,
  payment: ground.general.general.payment,
  policies: Object.fromEntries(policyIds().map((id) => [id, opened(readPolicyFile(policyFile(id), ground, { strict: true }))])),
  cases: new Set(caseIds()),
};
const smallRoot = join(import.meta.dirname, 'shelf');
const smallGround = opened(readGround(smallRoot));
const small: Shelf = {
  facts: smallGround.facts,
  payment: smallGround.general.general.payment,
  policies: { small: opened(readPolicyFile(policyFile('small', smallRoot), smallGround, { strict: false })) },
  cases: new Set(caseIds(smallRoot)),
};
const template = readFileSync(join(SCENARIOS, 'template.yaml'), 'utf8');
const whole = readFileSync(caseFileOf('IT-10'), 'utf8');
const LONGEST = 5000;

const problemsOf = (text: string): readonly Problem[] => {
  const read = readOwnCase(text, shelf);
  return read.ok ? [] : read.problems;
};
const saidJa = ({ found, allowed, remedy }: Problem): (string | null)[] => [found, allowed, remedy].map(problemJa);

describe('the template', () => {
  it('is a case that passes every check, in Japanese alone', () => {
    const read = opened(readOwnCase(template, shelf));
    expect(read).toMatchObject({ japaneseOnly: true, paths: 27, case: { id: 'own-MY-01' } });
    expect(read.case.title.en).toBe(read.case.title.ja);
  });

  it('is read the same with a byte order mark and Windows line ends, and as JSON', () => {
    const plain = opened(readOwnCase(template, shelf));
    expect(readOwnCase(`\uFEFF${template.replaceAll('\n', '\r\n')}`, shelf)).toEqual({ ok: true, value: plain });
  });

  it('explains every key that a case can have', () => {
    const schema = JSON.parse(readFileSync(join(SCENARIOS, 'schema/case.json'), 'utf8')) as { properties: Record<string, unknown> };
    const left = Object.keys(schema.properties).filter((key) => !new RegExp(`^${key}:`, 'mu').test(template));
    expect(left).toEqual(['alsoUnder', 'enquiries', 'contrastWith']);
  });
});

describe('a case of somebody’s own', () => {
  it('that is one of ours gets an id that is none of ours', () => {
    expect(opened(readOwnCase(whole, shelf)).case.id).toBe('own-IT-10');
    expect(
      opened(readOwnCase(whole.replace('id: IT-10', 'id: a_very_long_id_that_goes_on_and_on_and_on_without_end'), shelf)).case.id,
    ).toMatch(/^own-[A-Za-z0-9-]{40}$/u);
  });
});

/** Japanese that Excel or an old editor would write as Shift_JIS: 「事案」 and a line more. */
const SHIFT_JIS = new Uint8Array([0x74, 0x3a, 0x20, 0x8e, 0x96, 0x88, 0xc4, 0x82, 0xcc, 0x96, 0xbc, 0x91, 0x4f, 0x0a]);
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const why = (read: Decoded): string => (read.ok ? 'text' : `${read.why.found} | ${read.why.remedy} | ${read.as ?? '-'}`);

describe('bytes that are no UTF-8 text', () => {
  it.each([
    ['Shift_JIS', SHIFT_JIS, 'a file saved in Shift_JIS | open it in an editor and save it again with the encoding UTF-8 | shift_jis'],
    [
      'UTF-16',
      utf16(template, false),
      'a file saved in UTF-16 | open it in an editor and save it again with the encoding UTF-8 | utf-16le',
    ],
    [
      'UTF-16, big end first',
      utf16(template, true),
      'a file saved in UTF-16 | open it in an editor and save it again with the encoding UTF-8 | utf-16be',
    ],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]),
      'a file that is not text | choose a YAML or JSON file; pictures, Excel and Word files are not read | -',
    ],
    [
      'a workbook',
      new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xb5, 0x55]),
      'a file that is not text | choose a YAML or JSON file; pictures, Excel and Word files are not read | -',
    ],
    ['UTF-8', new TextEncoder().encode(template), 'text'],
    ['nothing', new Uint8Array(), 'text'],
  ])('%s', (_name, bytes, sentence) => {
    expect(why(decoded(bytes))).toBe(sentence);
  });

  it('keep their byte order mark, so that the file can be written back as it was', () => {
    expect(decoded(new TextEncoder().encode('\uFEFFa: 1\r\n'))).toEqual({ ok: true, text: '\uFEFFa: 1\r\n' });
  });

  it('are refused by their number before they are read', () => {
    expect(tooLarge(5_000_000)).toEqual({
      found: 'a file of 5000000 bytes',
      allowed: 'at most 1000000 bytes',
      remedy: 'check that it is the file you meant; a case takes about 60,000 bytes',
    });
    expect(tooLarge(1_000_000)).toBeUndefined();
  });

  it('never make decoding throw', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => outcomes.add(why(decoded(bytes))).size > 0),
      { numRuns: 2000 },
    );
    expect(outcomes.size).toBeGreaterThan(1);
  });
});

const manyLosses = (id: string): string =>
  template.replace(
    /^losses:\n/mu,
    `losses:\n${Array.from({ length: 10_000 }, (_, i) => `  - ${id.replace('N', String(i))}`).join('\n')}\n`,
  );
const bomb = Array.from(
  { length: 12 },
  (_, i) => `b${i}: &b${i} [${Array.from({ length: 9 }, () => (i === 0 ? 'x' : `*b${i - 1}`)).join(', ')}]`,
).join('\n');

/** [what it is, the text, its one refusal in English, and in Japanese: found, allowed, remedy]. */
const HOSTILE: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'nothing at all',
    '',
    '1:1: Found an empty file. Allowed: a case file, as scenarios/template.yaml. To mend it: begin with the template.',
    ['空のファイル', '事案のファイル（ひな型の形）', 'ひな型から始めてください'],
  ],
  [
    'blanks and comments',
    ' \n# only this\n\n',
    '1:1: Found an empty file. Allowed: a case file, as scenarios/template.yaml. To mend it: begin with the template.',
    ['空のファイル', '事案のファイル（ひな型の形）', 'ひな型から始めてください'],
  ],
  [
    'a lone sentence',
    'これは事案です',
    '1:1: Found a file that is no group of keys. Allowed: a case file, as scenarios/template.yaml. To mend it: check that it is the file you meant.',
    ['キーのまとまりになっていないファイル', '事案のファイル（ひな型の形）', '目的のファイルか確かめてください'],
  ],
  [
    'a list',
    '- id: A\n- id: B\n',
    '1:1: Found a file that is no group of keys. Allowed: a case file, as scenarios/template.yaml. To mend it: check that it is the file you meant.',
    ['キーのまとまりになっていないファイル', '事案のファイル（ひな型の形）', '目的のファイルか確かめてください'],
  ],
  [
    'a policy',
    readFileSync(policyFile('it-liability'), 'utf8'),
    '2:1: Found a policy. Allowed: a case file, as scenarios/template.yaml. To mend it: open a case file; the others are checked by check:cases.',
    ['約款のファイル', '事案のファイル（ひな型の形）', '事案のファイルを開いてください。ほかのファイルは check:cases で検査します'],
  ],
  [
    'the vocabulary',
    readFileSync(join(SCENARIOS, 'facts.yaml'), 'utf8'),
    '2:1: Found a vocabulary of facts. Allowed: a case file, as scenarios/template.yaml. To mend it: open a case file; the others are checked by check:cases.',
    ['事実の語彙のファイル', '事案のファイル（ひな型の形）', '事案のファイルを開いてください。ほかのファイルは check:cases で検査します'],
  ],
  [
    'a claim without a story',
    'policy: plan-b\nlosses: []\n',
    '1:1: Found a claim without a story. Allowed: a case file, as scenarios/template.yaml. To mend it: open a case file; the others are checked by check:cases.',
    [
      '物語のない請求のファイル',
      '事案のファイル（ひな型の形）',
      '事案のファイルを開いてください。ほかのファイルは check:cases で検査します',
    ],
  ],
  [
    'more than a million letters',
    `# ${'x'.repeat(1_000_000)}`,
    '1:1: Found a file of 1000002 characters. Allowed: at most 1000000 characters. To mend it: divide the file, or check that it is the file you meant.',
    ['1000002文字のファイル', '1000000文字まで', 'ファイルを分けるか、目的のファイルか確かめてください'],
  ],
  [
    'ten thousand losses',
    manyLosses('{ id: n-N, side: claimed, head: gift, label: { ja: 品 }, amount: 1, from: assumed }'),
    '3323:55: Found a file of more than 200000 words and signs. Allowed: at most 200000. To mend it: divide the file, or check that it is the file you meant.',
    ['言葉と記号が200000個を超えるファイル', '200000個まで', 'ファイルを分けるか、目的のファイルか確かめてください'],
  ],
  [
    'ten thousand empty losses',
    manyLosses('{}'),
    '133:5: Found no key "id" here. Allowed: a loss with the keys id, side, head, label, from, amount (and, if wanted, claim, count, payee). To mend it: add id: ….',
    [
      'ここに必要なキー「id」がない',
      '損害の項目。必要なキー：id, side, head, label, from, amount／書いてもよいキー：claim, count, payee',
      'id: … を足してください',
    ],
  ],
  [
    'anchors that explode',
    `${bomb}\n${template}`,
    '3:10: Found more than 100 aliases (*b1). Allowed: at most 100. To mend it: write the repeated part out.',
    ['100個を超える参照（*b1）', '100個まで', '繰り返す部分を書き下してください'],
  ],
  [
    'an anchor of itself',
    `covers: &a [*a]\n${template.replace(/^covers:.*$/mu, '')}`,
    '1:12: Found nesting of more than 64 levels. Allowed: at most 64 levels. To mend it: check the indentation.',
    ['64段を超える入れ子', '64段まで', '字下げを確かめてください'],
  ],
  [
    'deep nesting',
    template.replace('{ ja: 自作 }', '['.repeat(100)).replace('document: 自作', `document: ${'['.repeat(100)}`),
    '30:77: Found nesting of more than 64 levels. Allowed: at most 64 levels. To mend it: check the brackets and the indentation at this place.',
    ['64段を超える入れ子', '64段まで', 'ここの括弧と字下げを確かめてください'],
  ],
  [
    'tabs',
    template.replace('  document: 自作', '\tdocument: 自作'),
    '30:1: Found text that cannot be read as YAML (Tabs are not allowed as indentation). Allowed: YAML 1.2 or JSON. To mend it: indent with spaces.',
    ['YAMLとして読めない文（字下げにタブは使えません）', 'YAML 1.2 または JSON', '字下げには空白を使ってください'],
  ],
  [
    'a key that nobody knows',
    template.replace('claim: { on:', 'claim: { colour: red, on:'),
    '145:10: Found the key "colour". Allowed: the claim with the keys on, at. To mend it: delete the key, or correct it.',
    ['キー「colour」', '請求。必要なキー：on, at', 'キーを消すか、つづりを直してください'],
  ],
  [
    'half its English',
    template.replace('title: { ja: 送り先を1字まちがえた名簿 }', 'title: { ja: 名簿, en: The list }'),
    '20:11: Found 123 of 124 texts without English, the first of them here. Allowed: English in every text, or in none: the case then plays in Japanese alone. To mend it: add en: … to each of them, or take every en: out.',
    [
      '英語のない文が124件中123件（最初の1件がここ）',
      'すべての文に英語を書くか、どの文にも書かないか。書かなければ日本語だけで進められます',
      'それぞれに en: … を足すか、すべての en: を消してください',
    ],
  ],
  [
    'one text without English',
    whole.replace(', en: Systems integrator }', ' }'),
    '4:11: Found 1 of 206 texts without English, the first of them here. Allowed: English in every text, or in none: the case then plays in Japanese alone. To mend it: add en: … to each of them, or take every en: out.',
    [
      '英語のない文が206件中1件（最初の1件がここ）',
      'すべての文に英語を書くか、どの文にも書かないか。書かなければ日本語だけで進められます',
      'それぞれに en: … を足すか、すべての en: を消してください',
    ],
  ],
  [
    'a key of the language',
    template.replace('amounts:\n', 'amounts:\n  __proto__: { value: 1円, from: assumed }\n'),
    '63:3: Found the key "__proto__". Allowed: a word as a key, other than the reserved words of the reader. To mend it: choose another name.',
    ['キー「__proto__」', '1つの言葉（読み取りで使う予約語を除く）', '別の名前にしてください'],
  ],
  [
    'another',
    template.replace('amounts:\n', 'amounts:\n  constructor: { value: 1円, from: assumed }\n'),
    '63:3: Found the key "constructor". Allowed: a word as a key, other than the reserved words of the reader. To mend it: choose another name.',
    ['キー「constructor」', '1つの言葉（読み取りで使う予約語を除く）', '別の名前にしてください'],
  ],
  [
    'an id of the language',
    template.replace('id: notice,', 'id: constructor,'),
    '134:11: Found "constructor". Allowed: an id that is no word of the programming language, such as constructor or toString. To mend it: choose another name.',
    ['「constructor」', 'constructor や toString などの予約語でない名前', '別の名前にしてください'],
  ],
  [
    'a text that never ends',
    template.replace('quote: { ja: 予約者', `quote: { ja: ${'1'.repeat(100_000)}`),
    '32:10: Found "111111111111111111111111111111111111111…". Allowed: a text of at most 5000 letters. To mend it: shorten it, or divide it.',
    ['「111111111111111111111111111111111111111…」', '5000文字までの文', '短くするか、分けてください'],
  ],
  [
    'two documents in one',
    `${template}\n---\nid: B\n`,
    '337:1: Found text that cannot be read as YAML (Source contains multiple documents; please use YAML.parseAllDocuments()). Allowed: YAML 1.2 or JSON. To mend it: check indentation, quotes, brackets and colons at this place; a text with ": " or " #" in it needs quotes.',
    [
      'YAMLとして読めない文（「---」で2つ目の文書が始まっています）',
      'YAML 1.2 または JSON',
      'ここの字下げ、引用符、括弧、コロンを確かめてください。「: 」や「 #」を含む文は引用符で囲みます',
    ],
  ],
];

describe('a hostile file', () => {
  it.each(HOSTILE)('%s', (_name, text, english, japanese) => {
    const begin = performance.now();
    const problems = problemsOf(text);
    expect(performance.now() - begin).toBeLessThan(LONGEST);
    expect(problems.map((problem) => written(problem).slice(1))[0]).toBe(english);
    expect(saidJa(problems[0] as Problem)).toEqual(japanese);
    expect(problems.length).toBeLessThanOrEqual(20);
  });
});

const SCALARS = [
  '',
  '~',
  '-1',
  '0.5',
  '1e999',
  'yes',
  '2026-02-30',
  '150%',
  '1,000万円',
  'nowhere',
  "''",
  '[]',
  '{}',
  '{ ja: 一 }',
  '[a, b]',
  '{paid}',
  '5万円です',
  '{loss.x} {wrong}',
];
const WORDS = ['{', '}', '[', ']', ': ', '- ', '*a', '&a ', '"', '#', '\t', '---\n', '? '];

/** One way to damage a text: the value of a line, a line, a word, a sign. */
const damaged = (text: string, at: number, n: number): string => {
  const lines = text.split('\n');
  const i = Math.min(lines.length - 1, Math.floor(lines.length * at));
  const line = lines[i] ?? '';
  const scalar = SCALARS[n % SCALARS.length] ?? '';
  const ways: readonly (() => string[])[] = [
    () => [line.replace(/: [^:]*$/u, `: ${scalar}`)],
    () => [line.replace(/: [^:{}]*(?= \}|,)/u, `: ${scalar}`)],
    () => [],
    () => [line, line],
    () => [`${' '.repeat(n % 5)}${line.trimStart()}`],
    () => [line.replace(/[A-Za-z]/u, 'q')],
    () => [line.replace(/^( *-? *)[A-Za-z]+:/u, '$1paid:')],
    () => [line.slice(0, line.length / 2) + (WORDS[n % WORDS.length] ?? '') + line.slice(line.length / 2)],
  ];
  lines.splice(i, 1, ...(ways[Math.floor(n / 20) % ways.length]?.() ?? []));
  return lines.join('\n');
};

const smallCase = readFileSync(caseFileOf('SM-01', smallRoot), 'utf8');

describe('what is said of a broken case', () => {
  it('has Japanese for every sentence, whatever is broken', () => {
    const left = new Set<string>();
    let broken = 0;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(10_000), (at, n) => {
        const read = readOwnCase(damaged(smallCase, at, n), small);
        const problems = read.ok ? [] : read.problems;
        if (problems.length > 0) broken++;
        for (const { found, allowed, remedy } of problems)
          for (const one of [found, allowed, remedy]) if (problemJa(one) === null) left.add(one);
      }),
      { numRuns: 300, seed: 20261101 },
    );
    expect([...left]).toEqual([]);
    expect(broken).toBeGreaterThan(120);
  }, 240_000);

  it('leaves a sentence that it does not know to the screen, which shows it in English', () => {
    expect(problemJa('something that no rule says')).toBeNull();
    expect(problemJa('the fact "leaked", which is not known')).toBe('定義のない事実「leaked」');
    expect(problemJa('gift, sum and 3 more')).toBe('gift, sum、ほか3個');
  });
});
