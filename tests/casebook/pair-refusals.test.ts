import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { written } from '#casebook/read/problem.ts';
import { checkAll } from '#tools/checking.ts';

const shelf = join(import.meta.dirname, 'shelf');
const folder = mkdtempSync(join(tmpdir(), 'satei-pairs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Two cases that one fact parts, and a second wording with clauses of its own.
const read = (file: string): string => readFileSync(join(shelf, file), 'utf8');
cpSync(shelf, folder, { recursive: true });
writeFileSync(
  join(folder, 'cases/SM-02.yaml'),
  read('cases/SM-01.yaml').replaceAll('SM-01', 'SM-02').replaceAll('wrongdoer: employee', 'wrongdoer: officer'),
);
writeFileSync(join(folder, 'policies/big.yaml'), read('policies/small.yaml').replace('id: small', 'id: big').replaceAll('SM-', 'BG-'));

const PAIRS = `pairs:
  - id: seller
    covers: [SM-EX]
    a: SM-01
    b: SM-02
    question: { ja: '{a.claimed}はどうなりますか。', en: 'What of {a.claimed}?' }
    answers:
      - { label: { ja: Aだけ, en: Only A }, ends: { a: paid, b: not-paid } }
      - { label: { ja: 両方, en: Both }, ends: { a: paid, b: paid } }
    why: { ja: 1つの事実です。, en: One fact. }
    lesson: { ja: '{b.paid}になります。', en: 'It is {b.paid}.' }
`;
const COMPARE = `policies: [small, big]
topics:
  - id: all
    title: { ja: すべて, en: All }
    note: { ja: 同じです。, en: The same. }
    sides:
      small: { clauses: [SM-TR, SM-EX, SM-CONSENT, SM-LIM] }
      big: { clauses: [BG-TR, BG-EX, BG-CONSENT, BG-LIM] }
`;

/** What is said of one file with this text: the line of a good one, or each problem without its file name. */
const said = (file: 'pairs.yaml' | 'compare.yaml', text: string): readonly string[] => {
  writeFileSync(join(folder, file), text);
  return checkAll([join(folder, file)], folder).flatMap(({ line, problems }) =>
    problems.length > 0 ? problems.map((problem) => written(problem).replace(/^.*?\.yaml:/u, '')) : [line],
  );
};
const edited = (text: string, find: string, write: string): string => {
  if (!text.includes(find)) throw new Error(`no ${find}`);
  return text.replace(find, () => write);
};

describe('pairs.yaml', () => {
  it('is good as it stands, and says how many pairs it has', () => {
    expect(said('pairs.yaml', PAIRS)).toEqual(['pairs  1 pairs of 2 cases; 0 of one accident under two wordings']);
  });

  it.each<[string, string, string, string]>([
    [
      'a case that is not there',
      'b: SM-02',
      'b: SM-03',
      '5:8: Found the case "SM-03", which is not there. Allowed: SM-01, SM-02. To mend it: write "SM-01", if that is meant.',
    ],
    [
      'a wording that the case is not read under',
      'b: SM-02',
      'b: { case: SM-02, under: big }',
      '5:30: Found "big", under which SM-02 is not read. Allowed: small. To mend it: write one of these, or add alsoUnder: to the case.',
    ],
    [
      'the same on both sides',
      'b: SM-02',
      'b: { case: SM-01 }',
      '5:8: Found the same on both sides. Allowed: two cases, or one under two wordings. To mend it: name another case, or write { case: …, under: … }.',
    ],
    [
      'an answer that claims nothing',
      ', ends: { a: paid, b: paid }',
      '',
      '9:9: Found an answer that claims nothing. Allowed: either more: (a, b or same) or ends: { a: …, b: … }, which the engine checks. To mend it: write one of the two.',
    ],
    [
      'an answer that claims two things',
      'ends: { a: paid, b: paid }',
      'more: same, ends: { a: paid, b: paid }',
      '9:9: Found an answer that claims two things. Allowed: either more: (a, b or same) or ends: { a: …, b: … }, which the engine checks. To mend it: delete one of the two.',
    ],
    [
      'no answer that is true',
      'ends: { a: paid, b: not-paid }',
      'ends: { a: not-paid, b: paid }',
      '7:5: Found no answer that is true. Allowed: exactly one that is true (a: paid, 1000000 yen; b: not-paid, 0 yen, which is what the engine computes). To mend it: correct what the answers claim.',
    ],
    [
      'two answers that are true',
      'ends: { a: paid, b: paid }',
      'more: a',
      '7:5: Found 2 answers that are true. Allowed: exactly one that is true (a: paid, 1000000 yen; b: not-paid, 0 yen, which is what the engine computes). To mend it: correct what the answers claim.',
    ],
    [
      'a fact that is not known',
      'b: SM-02',
      'b: { case: SM-02, set: { facts: { wrongdoers: employee } } }',
      '5:39: Found the fact "wrongdoers", which is not known. Allowed: a fact of facts.yaml, or one that the policy itself declares or asks for. To mend it: write "wrongdoer", if that is meant.',
    ],
    [
      'a placeholder that names no side',
      '{b.paid}になります',
      '{paid}になります',
      '11:19: Found {paid}, which names no side. Allowed: {a.…} or {b.…}. To mend it: write a or b and a point first.',
    ],
    [
      'a result before the answer',
      '{a.claimed}はどう',
      '{a.paid}はどう',
      '6:21: Found {a.paid} in a text that is shown before the answer. Allowed: claimed, loss, schedule, fact. To mend it: say it without the result, or move it to why or lesson.',
    ],
    [
      'a loss that the case does not have',
      '{b.paid}になります',
      '{b.loss.gifts}になります',
      '11:19: Found {b.loss.gifts}, where "gifts" is not known. Allowed: gift. To mend it: write "gift", if that is meant.',
    ],
    [
      'an amount written out',
      '1つの事実です。',
      '差は100万円です。',
      '10:16: Found "100万円" written out in a text. Allowed: amounts as placeholders, so that they change with the data: {loss.ID}, {schedule.NAME}, {amount.ID} …. To mend it: put the amount under amounts: and write {amount.ID}.',
    ],
    [
      'a clause that is not there',
      'covers: [SM-EX]',
      'covers: [SM-EXX]',
      '3:14: Found the clause or case "SM-EXX", which is not there. Allowed: BG-TR, BG-EX, BG-CONSENT, BG-LIM, GEN-DUE, SM-TR, SM-EX, SM-CONSENT, SM-LIM, GEN-DUE, SM-01, SM-02. To mend it: write "SM-EX", if that is meant.',
    ],
    [
      'a key that is not known',
      'lesson:',
      'leson:',
      '11:5: Found the key "leson". Allowed: a pair with the keys id, a, b, question, why, lesson (and, if wanted, covers, answers). To mend it: write "lesson", if that is meant.',
    ],
  ])('refuses %s', (_what, find, write, message) => {
    expect(said('pairs.yaml', edited(PAIRS, find, write))).toEqual([message]);
  });

  it('refuses the same two again, whichever stands first', () => {
    const again = PAIRS.replace('pairs:\n', '')
      .replace('id: seller', 'id: again')
      .replace('a: SM-01\n    b: SM-02', 'a: SM-02\n    b: SM-01');
    expect(said('pairs.yaml', PAIRS + again.replace('a: paid, b: not-paid', 'a: not-paid, b: paid'))).toEqual([
      '14:8: Found the two sides of the pair "seller" again. Allowed: each two once. To mend it: delete one of the two pairs.',
    ]);
  });

  it('refuses two sides that nothing parts, but takes them once a fact is changed on one', () => {
    const generic = PAIRS.replace(/ {4}answers:\n.*\n.*\n/u, '');
    writeFileSync(join(folder, 'cases/SM-03.yaml'), read('cases/SM-01.yaml').replaceAll('SM-01', 'SM-03'));
    const twins = generic.replace('b: SM-02', 'b: SM-03');
    expect(said('pairs.yaml', twins)).toEqual([
      '5:8: Found two sides on which every clause comes out alike and cuts. Allowed: pairs in which at least one clause decides otherwise, or cuts yen on one side alone. To mend it: choose another case.',
    ]);
    expect(said('pairs.yaml', twins.replace('b: SM-03', 'b: { case: SM-01, set: { facts: { wrongdoer: officer } } }'))).toEqual([
      'pairs  1 pairs of 1 cases; 1 of one accident under two wordings',
    ]);
    rmSync(join(folder, 'cases/SM-03.yaml'));
  });
});

describe('compare.yaml', () => {
  it('is good as it stands', () => {
    expect(said('compare.yaml', COMPARE)).toEqual(['compare  1 topics, 0 on which one of the two is silent']);
  });

  it.each<[string, string, string, string]>([
    [
      'a clause in the column of the other wording',
      'big: { clauses: [BG-TR,',
      'big: { clauses: [SM-TR,',
      '8:24: Found the clause "SM-TR", which is not there. Allowed: BG-TR, BG-EX, BG-CONSENT, BG-LIM, GEN-DUE. To mend it: write "BG-TR", if that is meant.',
    ],
    [
      'a printed clause in no topic',
      'SM-EX, ',
      '',
      '2:1: Found no topic with the clause "SM-EX" of small. Allowed: every clause that a source prints in at least one topic. To mend it: add it to a topic, or write a topic for it.',
    ],
    [
      'a side of which nothing is said',
      '{ clauses: [BG-TR, BG-EX, BG-CONSENT, BG-LIM] }',
      '{}',
      '8:12: Found neither a clause nor a note that the source is silent. Allowed: clauses: [ids], silent: the id of a note, or both. To mend it: write one of the two.',
    ],
    [
      'silence that is no note',
      'big: {',
      'big: { silent: BG-TR,',
      '8:22: Found the note "BG-TR", which is not there. Allowed: none is defined. To mend it: correct the id, or write what it names.',
    ],
  ])('refuses %s', (_what, find, write, message) => {
    expect(said('compare.yaml', edited(COMPARE, find, write))).toContain(message);
  });
});
