import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { written } from '#casebook/read/problem.ts';
import { checkAll } from '#tools/checking.ts';

const shelf = join(import.meta.dirname, 'shelf');
const folder = mkdtempSync(join(tmpdir(), 'satei-shelf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of the shelf after one word of one file is changed: its line and column, then the message. */
const said = (file: string, find: string, write: string): string[] => {
  cpSync(shelf, folder, { recursive: true });
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(find)) throw new Error(`${file} has no ${find}`);
  writeFileSync(
    path,
    text.replace(find, () => write),
  );
  return checkAll([], folder).flatMap((one) => one.problems.map((problem) => written(problem).replace(/^.*?\.yaml:/u, '')));
};

const CASE = 'cases/SM-01.yaml';
const POLICY = 'policies/small.yaml';

/** [what is broken, file, words, what they become, the messages]; the shelf as it stands is the good twin of all. */
const broken: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  [
    'a clause without its source',
    POLICY,
    "    source: { document: '000', passage: { ja: 二, en: 'p. 2' } }\n",
    '',
    [
      '30:5: Found no key "source" here. Allowed: an exclusion with the keys id, kind, when, title, quote, source, plain, customer, ask (and, if wanted, heads, pools, number, reading, except, running). To mend it: add source: ….',
    ],
  ],
  [
    'a clause without its customer sentence',
    POLICY,
    '    customer: { ja: 役員の行為は対象外です。, en: Acts of officers are not covered. }\n',
    '',
    [
      '30:5: Found no key "customer" here. Allowed: an exclusion with the keys id, kind, when, title, quote, source, plain, customer, ask (and, if wanted, heads, pools, number, reading, except, running). To mend it: add customer: ….',
    ],
  ],
  [
    'a pool without a label',
    POLICY,
    '  label: { ja: 契約全体, en: Contract }\n',
    '',
    [
      '13:1: Found no key "label" here. Allowed: a pool that takes losses with the keys id, label (and, if wanted, clause, when, claimed, spent, terms). To mend it: add label: ….',
    ],
  ],
  [
    'a term that names no clause',
    POLICY,
    '{ limit: limit, clause: SM-LIM }',
    '{ limit: limit, clause: SM-LIMIT }',
    [
      '19:31: Found a reference to the clause "SM-LIMIT", which is not there. Allowed: the id of a clause: SM-TR, SM-EX, SM-CONSENT, SM-LIM, GEN-DUE. To mend it: write "SM-LIM", if that is meant.',
    ],
  ],
  [
    'a general clause that is not there',
    POLICY,
    'uses: [GEN-DUE]',
    'uses: [GEN-DUES]',
    [
      '5:8: Found a reference to the clause "GEN-DUES", which is not there. Allowed: the id of a clause: GEN-DUE. To mend it: write "GEN-DUE", if that is meant.',
    ],
  ],
  [
    'a schedule value that is not one of its values',
    POLICY,
    'value: outside\n',
    'value: beside\n',
    ['9:12: Found "beside" as the value of "defence". Allowed: one of: outside, inside. To mend it: write "inside", if that is meant.'],
  ],
  [
    'a text in one language',
    CASE,
    'title: { ja: 小さな漏えい, en: A small leak }',
    'title: { ja: 小さな漏えい }',
    ['3:1: Found no key "en" here. Allowed: a text in both languages: { ja: …, en: … }. To mend it: add en: ….'],
  ],
  [
    'a text that is empty',
    CASE,
    'summary: { ja: 漏れました。, en: Data got out. }',
    "summary: { ja: 漏れました。, en: '' }",
    ['10:28: Found an empty text. Allowed: a text that is not empty. To mend it: write the text, or delete the key if it may be left out.'],
  ],
  [
    'a policy that is not there',
    CASE,
    'policy: small',
    'policy: smal',
    ['12:9: Found the policy "smal", which is not there. Allowed: one of: small. To mend it: write "small", if that is meant.'],
  ],
  [
    'a number where a text is meant',
    CASE,
    "document: '000'",
    'document: 000',
    ["8:21: Found the number 0. Allowed: a text. To mend it: write a text; numbers and yes/no need quotes to be text: '000'."],
  ],
  [
    'a fact that is not in the vocabulary',
    CASE,
    'facts: { leak: yes }',
    'facts: { leaked: yes }',
    [
      '22:95: Found the fact "leaked", which is not known. Allowed: a fact of facts.yaml, or one that the policy itself declares or asks for. To mend it: write "leak", if that is meant.',
    ],
  ],
  [
    'a value the fact cannot have',
    CASE,
    'facts: { wrongdoer: employee }',
    'facts: { wrongdoer: emploee }',
    [
      '23:110: Found "emploee" as the value of the fact "wrongdoer". Allowed: one of: none, employee, officer. To mend it: write "employee", if that is meant.',
    ],
  ],
  [
    'a date that does not exist',
    CASE,
    'claimDate: 2026-05-01',
    'claimDate: 2026-02-30',
    [
      '24:124: Found "2026-02-30" as the value of the fact "claimDate". Allowed: a date that exists, as 2026-07-02. To mend it: write such a value.',
    ],
  ],
  [
    'a fact both given and to be found',
    CASE,
    'given: { paidWithoutConsent: { value: no, from: assumed } }',
    'given: { paidWithoutConsent: { value: no, from: assumed }, leak: { value: yes, from: document } }',
    [
      '22:95: Found the fact "leak" in a line, although it is given. Allowed: each fact either given or to be found. To mend it: delete it here or under facts: given:.',
    ],
  ],
  [
    'too few lines with facts, a line of a bill not counted',
    CASE,
    ', facts: { wrongdoer: employee } }',
    ' }',
    ['16:1: Found 2 lines that carry facts and no losses. Allowed: 3 to 8. To mend it: let more lines carry a fact to be found.'],
  ],
  [
    'a loss that a line carries and nobody wrote',
    CASE,
    'losses: [gift]',
    'losses: [gifts]',
    ['24:147: Found the loss "gifts", which is not there. Allowed: gift. To mend it: write "gift", if that is meant.'],
  ],
  [
    'a payee who is nobody',
    CASE,
    'payee: k',
    'payee: q',
    ['29:122: Found the party "q", which is not there. Allowed: s, k. To mend it: correct the id, or write what it names.'],
  ],
  [
    'owed more than the item',
    CASE,
    'settlement: { owed: {}',
    'settlement: { owed: { gift: 200万円 }',
    [
      '30:29: Found 2000000 yen of an item of 1000000. Allowed: at most the amount of the item. To mend it: correct one of the two amounts.',
    ],
  ],
  [
    'a state that is none',
    CASE,
    'at: negotiating, seat',
    'at: negotiation, seat',
    [
      '65:19: Found "negotiation". Allowed: one of: occurred, discovered, notified, investigating, reserved, coverageReview, denied, negotiating, litigating, fixed, claimFiled, documentsRequested, assessing, payee, paid, subrogation, closed. To mend it: write one of these words.',
    ],
  ],
  [
    'two choices instead of three',
    CASE,
    '      late:\n        text: { ja: 社内',
    '      latest:\n        text: { ja: 社内',
    ['57:7: Found the key "latest". Allowed: the choices with the keys best, tempting, late. To mend it: write "late", if that is meant.'],
  ],
  [
    'an event the lifecycle does not take',
    CASE,
    '        events: []\n        sets:',
    '        events: [pay]\n        sets:',
    [
      '49:18: Found the event "pay" while the claim is discovered. Allowed: events that the lifecycle takes in the state the claim is in. To mend it: leave the event out, or send one before it that leads there.',
    ],
  ],
  [
    'a decision before its state',
    CASE,
    '    on: 2026-04-01\n    situation',
    '    on: 2026-03-01\n    situation',
    [
      '39:9: Found 2026-03-01, before the claim is discovered on 2026-04-01. Allowed: 2026-04-01 or later. To mend it: correct the date here or under dates:.',
    ],
  ],
  [
    'dates out of order',
    CASE,
    'fixed: 2026-06-01',
    'fixed: 2026-05-01',
    [
      '33:160: Found fixed on 2026-05-01, before negotiating on 2026-05-20. Allowed: dates in the order in which the states are passed. To mend it: correct one of the two dates.',
    ],
  ],
  [
    'a choice that is too short',
    CASE,
    '代理店に第一報を入れてから、先方に調べると伝えます',
    '代理店に連絡します',
    [
      '46:21: Found a choice of 9 letters. Allowed: 18 to 35 letters in Japanese, all three of like length. To mend it: say plainly what is done.',
    ],
  ],
  [
    'an answer that the facts contradict',
    CASE,
    'answer: not-met',
    'answer: met',
    [
      '68:44: Found the answer "met". Allowed: "not-met", which is what the clause comes to with all facts of the case (by wrongdoer). To mend it: correct the answer, the facts or the clause.',
    ],
  ],
  [
    'a prediction that does not come out',
    CASE,
    'gives: 0',
    'gives: 5000',
    [
      '72:166: Found 5,000 yen as what the route gives. Allowed: 0, which is what the engine computes. To mend it: redo the sum, and correct it or the data.',
    ],
  ],
  [
    'an end that does not come out',
    CASE,
    'name: late, choose: { D1: late }, verdict: paid, paid: 100万円',
    'name: late, choose: { D1: late }, verdict: paid, paid: 90万円',
    [
      '86:62: Found 900,000 yen as paid. Allowed: 1,000,000, which is what the engine computes. To mend it: redo the sum, and correct it or the data.',
    ],
  ],
  [
    'a range without its ends',
    CASE,
    ', low: 70万円, high: 100万円',
    '',
    [
      '87:5: Found the end "paid-ahead" without low and high. Allowed: low: 700000, high: 1000000. To mend it: write both ends of the range.',
    ],
  ],
  [
    'a verdict that is another',
    CASE,
    'name: best, verdict: paid',
    'name: best, verdict: partly-paid',
    [
      '85:28: Found the verdict "partly-paid" for "best". Allowed: "paid", which is what the engine computes. To mend it: correct the verdict or the data.',
    ],
  ],
  [
    'an amount written out in a text',
    CASE,
    'situation: { ja: 電話です。',
    'situation: { ja: 5万円の電話です。',
    [
      '40:22: Found "5万円" written out in a text. Allowed: amounts as placeholders, so that they change with the data: {loss.ID}, {schedule.NAME}, {amount.ID} …. To mend it: put the amount under amounts: and write {amount.ID}.',
    ],
  ],
  [
    'a placeholder for nothing',
    CASE,
    "{ ja: '{loss.gift}を求めます。'",
    "{ ja: '{loss.gifts}を求めます。'",
    ['24:35: Found {loss.gifts}, where "gifts" is not known. Allowed: gift. To mend it: write "gift", if that is meant.'],
  ],
  [
    'a result shown before the prediction',
    CASE,
    "goal: { ja: '{claimed}",
    "goal: { ja: '{paid}",
    [
      '11:13: Found {paid} in a text that is shown before the prediction is locked. Allowed: there: claimed, loss, schedule, amount, number, fact, date, due; in a consequence also expected.NAME.low and .high. To mend it: say it without the result, or move it to a reply, letter or beat.',
    ],
  ],
  [
    'a slot that the letter does not have',
    CASE,
    "en: 'We pay {slot:sum}.'",
    "en: 'We pay {slot:sun}.'",
    [
      '76:41: Found {slot:sun}. Allowed: the slots of this letter: sum. To mend it: write "sum", if that is meant.',
      '77:14: Found the slot "sum", which the body does not use in en. Allowed: slots that stand in the body in both languages. To mend it: write {slot:sum} in the body, or delete the slot.',
    ],
  ],
  [
    'a prediction with two hints',
    CASE,
    ', { ja: 三, en: three }]',
    ']',
    ['82:8: Found a list of 2. Allowed: a list of at least 3 hints. To mend it: add what is missing.'],
  ],
  [
    'a path that names no decision',
    CASE,
    'choose: { D3: late }',
    'choose: { D9: late }',
    ['87:35: Found the decision "D9", which is not there. Allowed: D1, D2, D3. To mend it: correct the id, or write what it names.'],
  ],
  [
    'a misspelt key',
    CASE,
    'hints:',
    'hint:',
    [
      '82:1: Found the key "hint". Allowed: a case with the keys id, version, title, industry, kind, difficulty, minutes, source, covers, summary, goal, policy, parties, documents, facts, losses, settlement, claim, dates, decisions, matching, predictions, letters, customerLine, hints, beats, expected (and, if wanted, schedule, alsoUnder, amounts, enquiries, timeline, contrastWith). To mend it: write "hints", if that is meant.',
    ],
  ],
  [
    'a fact without its question',
    'facts.yaml',
    '    question: { ja: 漏れましたか。, en: Did data get out? }\n',
    '',
    ['2:3: Found no key "question" here. Allowed: a fact with the keys type, label, question. To mend it: add question: ….'],
  ],
  [
    'a fact called like a word of the conditions',
    'facts.yaml',
    '  leak:\n',
    '  clause:\n    type: yesno\n    label: { ja: 条項, en: Clause }\n    question: { ja: 条項, en: Clause }\n  leak:\n',
    [
      '2:3: Found "clause" as a name. Allowed: a name other than the words of the condition language (all, any, not, clause, date, number, soFar). To mend it: choose another name.',
    ],
  ],
  [
    'an enquiry of half a day',
    'policies/general.yaml',
    'days: 180',
    'days: 0.5',
    ['15:21: Found the number 0.5. Allowed: a number of days from 1 to 3650. To mend it: write it without decimals.'],
  ],
];

describe('a broken case, policy or vocabulary under scenarios/', () => {
  it('is not this one', () => {
    expect(said(CASE, 'id: SM-01', 'id: SM-01')).toEqual([]);
  });

  it.each(broken)('%s', (_what, file, find, write, messages) => {
    expect(said(file, find, write)).toEqual(messages);
  });
});
