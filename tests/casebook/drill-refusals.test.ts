import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { written } from '#casebook/read/problem.ts';
import { checkAll } from '#tools/checking.ts';

const shelf = join(import.meta.dirname, 'shelf');
const folder = mkdtempSync(join(tmpdir(), 'satei-drills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of the drill of the shelf after a word of it is changed: its line and column, then the message. */
const said = (find: string, write: string): string[] => {
  cpSync(shelf, folder, { recursive: true });
  const path = join(folder, 'drills/DR-SM-EX.yaml');
  const text = readFileSync(path, 'utf8');
  if (!text.includes(find)) throw new Error(`the drill has no ${find}`);
  writeFileSync(
    path,
    text.replace(find, () => write),
  );
  return checkAll([path], folder).flatMap((one) => one.problems.map((problem) => written(problem).replace(/^.*?\.yaml:/u, '')));
};

/** [what is broken, words, what they become, the messages]; the drill as it stands is the good twin of all. */
const broken: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'an id that is not the name of the file',
    'id: DR-SM-EX',
    'id: DR-SM-EX1',
    ['1:5: Found the id "DR-SM-EX1" in the file DR-SM-EX.yaml. Allowed: DR-SM-EX. To mend it: correct the id, or rename the file.'],
  ],
  [
    'a policy that is not there',
    'policy: small',
    'policy: smal',
    ['6:9: Found the policy "smal", which is not there. Allowed: one of: small. To mend it: write "small", if that is meant.'],
  ],
  [
    'a clause that it covers and nobody wrote',
    'covers: [SM-EX]',
    'covers: [SM-EX, SM-EX2]',
    [
      '7:17: Found the clause or case "SM-EX2", which is not there. Allowed: SM-TR, SM-EX, SM-CONSENT, SM-LIM, GEN-DUE, SM-01. To mend it: write "SM-EX", if that is meant.',
    ],
  ],
  [
    'an exclusion drill without its exclusion',
    'covers: [SM-EX]',
    'covers: [SM-TR]',
    [
      '7:1: Found no exclusion of small in a drill of the group exclusion. Allowed: the id of the exclusion that is drilled, among those it covers. To mend it: add the id, or write group: contract.',
    ],
  ],
  [
    'a group that is none',
    'group: exclusion',
    'group: exclusions',
    ['4:8: Found "exclusions". Allowed: one of: exclusion, contract. To mend it: write one of these words.'],
  ],
  [
    'a fact that is not in the vocabulary',
    'set: { facts: { wrongdoer: officer }',
    'set: { facts: { wrongdoers: officer }',
    [
      '20:21: Found the fact "wrongdoers", which is not known. Allowed: a fact of facts.yaml, or one that the policy itself declares or asks for. To mend it: write "wrongdoer", if that is meant.',
    ],
  ],
  [
    'a value the fact cannot have',
    'set: { facts: { wrongdoer: employee }',
    'set: { facts: { wrongdoer: clerk }',
    [
      '29:32: Found "clerk" as the value of the fact "wrongdoer". Allowed: one of: none, employee, officer. To mend it: write one of these words.',
    ],
  ],
  [
    'a schedule entry that is not there',
    'amounts: { price',
    'schedule: { limits: { value: 1億円, from: assumed } }\namounts: { price',
    [
      '9:13: Found the schedule entry "limits", which is not known. Allowed: a schedule entry of the policy. To mend it: write "limit", if that is meant.',
    ],
  ],
  [
    'an item that is left out and nobody wrote',
    'drop: [help]',
    'drop: [helps]',
    ['38:68: Found the loss "helps", which is not there. Allowed: gift, help. To mend it: write "help", if that is meant.'],
  ],
  [
    'a share of an item that nobody wrote',
    'owed: { gift: 50% }',
    'owed: { gifts: 50% }',
    ['38:48: Found the loss "gifts", which is not there. Allowed: gift, help. To mend it: write "gift", if that is meant.'],
  ],
  [
    'owed more than the item',
    'owed: { gift: 100% }',
    'owed: { gift: 90万円 }',
    ['15:29: Found 900000 yen of an item of 800000. Allowed: at most the amount of the item. To mend it: correct one of the two amounts.'],
  ],
  [
    'a situation twice',
    'id: employee',
    'id: officer',
    ['26:9: Found the situation "officer" a second time. Allowed: each id once. To mend it: give one of the two another id.'],
  ],
  [
    'a wording that the drill does not have',
    'documentsComplete: 2026-06-10',
    'documentsComplete: 2026-06-10\n    under: large',
    ['49:12: Found the policy "large", which is not there. Allowed: small. To mend it: correct the id, or write what it names.'],
  ],
  [
    'a question that is none',
    'ask: { clause: SM-EX }',
    'ask: { clauses: SM-EX }',
    [
      '21:10: Found a group with the key clauses. Allowed: a question: { clause: ID }, { paid: text }, { due: text } or { say: text }. To mend it: write one of these four.',
    ],
  ],
  [
    'a clause asked for that is not there',
    'ask: { clause: SM-EX }',
    'ask: { clause: SM-EX1 }',
    [
      '21:20: Found the clause "SM-EX1", which is not there. Allowed: SM-TR, SM-EX, SM-CONSENT, SM-LIM, GEN-DUE. To mend it: write "SM-EX", if that is meant.',
    ],
  ],
  [
    'a clause asked for that no fact decides',
    'ask: { clause: SM-EX }',
    'ask: { clause: SM-LIM }',
    [
      '21:20: Found "SM-LIM", which no fact decides. Allowed: a clause that is decided by facts, not an exception, a payment term or a note: SM-TR, SM-EX, SM-CONSENT. To mend it: name the clause itself, or ask in words with say:.',
    ],
  ],
  [
    'an exception offered where the clause has none',
    'is: not-met, reply: { ja: 役員です。',
    'is: excepted, reply: { ja: 役員です。',
    [
      '24:15: Found "excepted" for the clause SM-EX, which has no exception. Allowed: met, not-met or unknown. To mend it: delete this answer, or correct it.',
    ],
  ],
  [
    'an answer twice',
    'is: not-met, reply: { ja: 役員です。',
    'is: met, reply: { ja: 役員です。',
    ['24:15: Found the answer "met" a second time. Allowed: each answer once. To mend it: correct one of the two, or delete it.'],
  ],
  [
    'no answer that is what the clause comes to',
    "is: met, reply: { ja: '{excluded",
    "is: unknown, reply: { ja: '{excluded",
    [
      '22:5: Found the answers "unknown", "not-met". Allowed: "met" among them, which is what the engine computes (by wrongdoer). To mend it: add this answer, or correct the facts, the amounts or the clause.',
    ],
  ],
  [
    'no answer that is what is paid',
    'is: 40万円',
    'is: 30万円',
    [
      '40:5: Found the answers 300,000, 800,000. Allowed: 400,000 among them, which is what the engine computes. To mend it: add this answer, or correct the facts, the amounts or the clause.',
    ],
  ],
  [
    'no answer that is the day of payment',
    'is: 2026-07-09',
    'is: 2026-07-08',
    [
      '50:5: Found the answers "2026-07-08", "2026-07-10". Allowed: "2026-07-09" among them, which is what the engine computes. To mend it: add this answer, or correct the facts, the amounts or the clause.',
    ],
  ],
  [
    'a day asked for without the day it counts from',
    '    documentsComplete: 2026-06-10\n',
    '',
    [
      '48:12: Found a question about the day of payment without the day on which the documents are complete. Allowed: documentsComplete: in the situation or the drill. To mend it: add documentsComplete: ….',
    ],
  ],
  [
    'two answers marked right',
    'text: { ja: 払います。, en: Pay. },',
    'text: { ja: 払います。, en: Pay. }, right: yes,',
    ['59:5: Found 2 answers marked right: yes. Allowed: exactly one. To mend it: leave right: yes on one of them.'],
  ],
  [
    'no answer marked right',
    ' right: yes,',
    '',
    ['59:5: Found 0 answers marked right: yes. Allowed: exactly one. To mend it: write right: yes on the answer that is right.'],
  ],
  [
    'an answer in words to a question about yen',
    'is: 80万円',
    'text: { ja: 半分, en: half }',
    [
      '42:9: Found no key "is" here. Allowed: an answer in yen with the keys is, reply. To mend it: add is: ….',
      '42:11: Found the key "text". Allowed: an answer in yen with the keys is, reply. To mend it: delete the key, or correct it.',
    ],
  ],
  [
    'a single answer',
    '      - { is: 80万円, reply: { ja: 半分です。, en: Half. } }\n',
    '',
    ['41:7: Found a list of 1. Allowed: a list of at least 2 answers. To mend it: add what is missing.'],
  ],
  [
    'a verdict that is another',
    'verdict: not-paid',
    'verdict: partly-paid',
    [
      '25:26: Found the verdict "partly-paid" for "officer". Allowed: "not-paid", which is what the engine computes. To mend it: correct the verdict or the data.',
    ],
  ],
  [
    'a payment that is another',
    'expected: { verdict: paid, paid: 40万円 }',
    'expected: { verdict: paid, paid: 41万円 }',
    [
      '43:38: Found 410,000 yen as paid. Allowed: 400,000, which is what the engine computes. To mend it: redo the sum, and correct it or the data.',
    ],
  ],
  [
    'a range without its ends',
    ', low: 70万円, high: 100万円 }',
    ' }',
    ['62:5: Found the end of "word" without low and high. Allowed: low: 700000, high: 1000000. To mend it: write both ends of the range.'],
  ],
  [
    'an end without its payment',
    'verdict: not-paid, paid: 0',
    'verdict: not-paid',
    ['25:5: Found the end of "officer" without paid. Allowed: paid: 0. To mend it: write what is paid.'],
  ],
  [
    'a result in a text before the answer',
    'en: An officer sold it.',
    "en: 'An officer sold it: {paid}.'",
    [
      '18:33: Found {paid} in a text that is shown before the answer. Allowed: there: claimed, loss, schedule, amount, number, fact. To mend it: say it without the result, or move it to the reply of an answer.',
    ],
  ],
  [
    'a placeholder for nothing',
    '{loss.help}の請求',
    '{loss.helps}の請求',
    ['8:14: Found {loss.helps}, where "helps" is not known. Allowed: gift, help. To mend it: write "help", if that is meant.'],
  ],
  [
    'a placeholder without a value in its situation',
    '{ ja: 売ったのは役員です。',
    "{ ja: '{fact.claimDate}に役員が売りました。'",
    [
      '18:17: Found {fact.claimDate}, which has no value here. Allowed: placeholders of facts that are known, entries of the wording it is judged under, and days that can be counted. To mend it: give the value, or say it without the placeholder.',
    ],
  ],
  [
    'a day of payment told where none can be counted',
    "en: '{excluded.SM-EX} is out.'",
    "en: '{due}: {excluded.SM-EX} is out.'",
    [
      '23:63: Found {due}, which has no value here. Allowed: placeholders of facts that are known, entries of the wording it is judged under, and days that can be counted. To mend it: give the value, or say it without the placeholder.',
    ],
  ],
  [
    'an amount written out in a text',
    'en: Half the gifts and no damages.',
    "en: 'Half of 800,000 yen.'",
    [
      '36:42: Found "800,000 yen" written out in a text. Allowed: amounts as placeholders, so that they change with the data: {loss.ID}, {schedule.NAME}, {amount.ID} …. To mend it: put the amount under amounts: and write {amount.ID}.',
    ],
  ],
  [
    'a text in one language',
    'rule: { ja: だれの行為かを見ます。, en: See whose act it was. }',
    'rule: { ja: だれの行為かを見ます。 }',
    ['63:1: Found no key "en" here. Allowed: a text in both languages: { ja: …, en: … }. To mend it: add en: ….'],
  ],
  [
    'an enquiry that is not known',
    'documentsComplete: 2026-06-10',
    'documentsComplete: 2026-06-10\n    enquiries: [sea]',
    ['49:17: Found the enquiry "sea", which is not there. Allowed: abroad. To mend it: correct the id, or write what it names.'],
  ],
  [
    'a single situation',
    'situations:',
    'situations: []\nmore:',
    [
      '16:13: Found an empty list. Allowed: a list of at least 2 situations. To mend it: add what is missing.',
      '17:1: Found the key "more". Allowed: a drill with the keys id, version, title, group, minutes, policy, covers, story, facts, losses, situations, rule (and, if wanted, schedule, alsoUnder, amounts, settlement, documentsComplete, enquiries). To mend it: delete the key, or correct it.',
    ],
  ],
  [
    'a misspelt key',
    'minutes: 3',
    'minute: 3',
    [
      '5:1: Found the key "minute". Allowed: a drill with the keys id, version, title, group, minutes, policy, covers, story, facts, losses, situations, rule (and, if wanted, schedule, alsoUnder, amounts, settlement, documentsComplete, enquiries). To mend it: write "minutes", if that is meant.',
    ],
  ],
  [
    'a finding that is another',
    'finding: not-met',
    'finding: met',
    [
      '34:54: Found the finding "met". Allowed: "not-met", which is what the engine comes to. To mend it: correct the finding, the facts or the clause.',
    ],
  ],
  [
    'a clause asked for without its finding',
    ', finding: not-met',
    '',
    [
      '34:5: Found a question about a clause without the finding that is expected. Allowed: "not-met", which is what the engine comes to. To mend it: write finding: not-met, if that is meant.',
    ],
  ],
  [
    'a finding where no clause is asked for',
    'verdict: paid, paid: 40万円',
    'verdict: paid, paid: 40万円, finding: met',
    [
      '43:44: Found the key "finding". Allowed: what is expected with the keys verdict (and, if wanted, paid, low, high). To mend it: delete the key, or correct it.',
    ],
  ],
];

describe('a broken drill', () => {
  it('is not this one', () => {
    expect(said('id: DR-SM-EX', 'id: DR-SM-EX')).toEqual([]);
  });

  it.each(broken)('%s', (_what, find, write, messages) => {
    expect(said(find, write)).toEqual(messages);
  });

  it('situations that all come to the same answer', () => {
    const text = readFileSync(join(shelf, 'drills/DR-SM-EX.yaml'), 'utf8');
    const second = text.slice(text.indexOf('  - id: employee'), text.indexOf('  - id: half'));
    const rest = text.slice(text.indexOf('  - id: employee'), text.indexOf('rule:'));
    expect(
      said(
        rest,
        second
          .replaceAll('employee', 'officers')
          .replace('wrongdoer: officers', 'wrongdoer: officer')
          .replace('verdict: paid, paid: 100万円', 'verdict: not-paid, paid: 0')
          .replace('finding: not-met', 'finding: met'),
      ),
    ).toEqual([
      '16:1: Found 2 situations that all come to "met". Allowed: situations of which at least two come to different answers. To mend it: change one fact in one of them.',
    ]);
  });
});
