import { describe, expect, test } from 'vitest';
import type { Case } from '#casebook/case.ts';
import { OPTIONS } from '#casebook/names.ts';
import { groundOf } from '#view/result-ground.ts';
import type { SheetSource } from '#view/sheet.ts';
import { learnerSheetOf } from '#view/sheet-learner.ts';
import { trainerSheetOf } from '#view/sheet-trainer.ts';
import { placeholders } from '#words/fill.ts';
import { sheetWords } from '#words/sheet.ts';
import { yen } from '#words/yen.ts';
import { ids, sourceOf } from './result-support.ts';

const strings = (of: unknown): string[] =>
  typeof of === 'string' ? [of] : of !== null && typeof of === 'object' ? Object.values(of).flatMap(strings) : [];
const languages = ['ja', 'en'] as const;
/** A figure that stands by itself, not as the tail of a larger one. */
const holds = (text: string, figure: string): boolean =>
  new RegExp(`(?<![\\d,.億万兆])${figure.replace(/[.()]/g, '\\$&')}`, 'u').test(text);

/** The figures a learner's sheet may say: items, the schedule, amounts of the story, and sums of items that its own texts name. */
const open = (of: Case, source: SheetSource): ReadonlySet<number> => {
  const told = [of.summary, of.goal, of.predictions.question, ...of.documents.flatMap(({ lines }) => lines.map(({ text }) => text))];
  const asked = of.decisions.flatMap(({ situation, question, choices }) => [situation, question, ...OPTIONS.map((o) => choices[o].text)]);
  const sums = [...told, ...asked]
    .flatMap(({ ja }) => placeholders(ja))
    .flatMap((name) => (/^(?:loss|owed)\./.test(name) ? [name.split('.')[1] ?? ''] : []))
    .map((names) => of.losses.filter(({ id }) => names.split('+').includes(id)).reduce((sum, { amount }) => sum + amount, 0));
  const schedule = { ...source.policy.wording.schedule, ...groundOf(sourceOf(of.id)).own.claim.schedule };
  return new Set([
    ...sums,
    ...of.losses.flatMap(({ amount, each }) => [amount, each ?? amount]),
    of.losses.reduce((sum, { amount }) => sum + amount, 0),
    ...Object.values(of.amounts).map(({ value }) => value),
    ...Object.values(schedule).filter((value) => typeof value === 'number'),
  ]);
};

/** How many figures were looked for, over all cases. */
let told = 0;

describe.each(ids)('%s', (id) => {
  const source = sourceOf(id);
  const { case: of } = source;
  const trainer = trainerSheetOf(source);
  const learner = learnerSheetOf(source);

  test('the learner’s sheet tells no payout, no own share, no reason and no mistaken idea', () => {
    const ground = groundOf(source);
    const allowed = open(of, source);
    const ends = [...trainer.ends, { ...ground.own.result, name: 'best' }];
    const figures = [...new Set(ends.flatMap(({ low, high, ownCost }) => [low, high, ownCost]))].filter(
      (value) => value > 0 && !allowed.has(value),
    );
    told += figures.length;
    const answers = trainer.decisions.flatMap(({ choices, wouldChange }) => [
      wouldChange,
      ...choices.flatMap(({ reason, misconception, consequence }) => [reason, consequence, ...(misconception ? [misconception] : [])]),
    ]);
    for (const language of languages) {
      const text = strings(learner).join('\n');
      expect(figures.filter((value) => holds(text, yen(value, language)))).toEqual([]);
      for (const answer of answers) expect(text).not.toContain(answer[language]);
      for (const { because, reply } of trainer.wrong) for (const one of [because, reply]) expect(text).not.toContain(one[language]);
    }
  });

  test('the learner’s sheet names no clause, and asks every question with its three choices in an order that tells nothing', () => {
    const text = strings(learner).join('\n');
    for (const clause of trainer.clauses.keys()) expect(text).not.toMatch(new RegExp(`(?<![\\w-])${clause}(?![\\w-])`));
    expect(learner.questions.map(({ choices }) => choices.length)).toEqual(of.decisions.map(() => 3));
    trainer.decisions.forEach(({ choices }, i) =>
      choices.forEach(({ at, option }) => {
        const raw = of.decisions[i]?.choices[option].text.ja ?? '';
        const plain = raw.split(/\{[^}]*\}/).toSorted((a, b) => b.length - a.length)[0] ?? '';
        expect(learner.questions[i]?.choices[at]?.ja).toContain(plain);
      }),
    );
    expect(learner.documents.flatMap(({ lines }) => lines)).toHaveLength(of.documents.flatMap(({ lines }) => lines).length);
  });

  test('the trainer’s sheet has every answer, by the engine', () => {
    expect(trainer.decisions.map(({ choices }) => choices.map(({ option }) => option))).toEqual(
      of.decisions.map(() => ['best', 'tempting', 'late']),
    );
    for (const { choices } of trainer.decisions) expect(choices.slice(1).every(({ misconception }) => misconception !== null)).toBe(true);
    expect(trainer.wrong.map(({ yen }) => yen)).toEqual(of.predictions.wrong.map(({ gives }) => gives));
    expect(trainer.matching.map(({ clause, answer }) => [clause, answer])).toEqual(
      of.matching.map(({ clause, answer }) => [clause, answer]),
    );
    expect(trainer.ends.map(({ name, verdict, low, high }) => [name, verdict, low, high])).toEqual(
      of.expected
        .filter(({ name }) => name !== 'best')
        .map(({ name, verdict, paid, low, high }) => [name, verdict, paid ?? low, paid ?? high]),
    );
    expect(trainer.ends.filter(({ by }) => by.length === 0)).toEqual([]);
    expect(trainer.arithmetic).not.toBeNull();
    expect(trainer.ask.length + trainer.contrast.length).toBeGreaterThan(0);
    expect(strings({ ...trainer, clauses: null }).filter((text) => /\{[^}]*\}/.test(text))).toEqual([]);
    const paid = trainer.outcome.stairs.at(-1)?.yen;
    expect(paid).toBe(of.expected.find(({ name }) => name === 'best')?.paid ?? trainer.outcome.low);
  });
});

test('hardly a case has an end whose figures may all be told', () => {
  expect(told).toBeGreaterThan(5 * ids.length);
});

test('the best choice stands first, second and third on the learners’ sheets', () => {
  const places = ids.flatMap((id) => trainerSheetOf(sourceOf(id)).decisions.map(({ choices }) => choices[0]?.at));
  for (const place of [0, 1, 2]) expect(places.filter((one) => one === place).length).toBeGreaterThan(places.length / 6);
});

test('the dictionary has the same sentences in both languages, without promises', () => {
  const paths = (of: object, at = ''): string[] =>
    Object.entries(of).flatMap(([key, value]) => (typeof value === 'object' ? paths(value as object, `${at}.${key}`) : [`${at}.${key}`]));
  expect(paths(sheetWords.en)).toEqual(paths(sheetWords.ja));
  expect(strings(sheetWords.ja).filter((text) => /必ず|全額|安心|おすすめ|免責(?!金額|事由)/.test(text))).toEqual([]);
});
