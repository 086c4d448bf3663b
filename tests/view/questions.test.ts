import { describe, expect, test } from 'vitest';
import type { Case, Option } from '#casebook/case.ts';
import { clauseTexts } from '#casebook/policy.ts';
import { questionsOf } from '#view/questions.ts';
import { groundOf } from '#view/result-ground.ts';
import { resultOf } from '#view/result.ts';
import { questionWords } from '#words/questions.ts';
import { ids, sourceOf } from './result-support.ts';

/** The ways of the named ends, and those on which every choice is a wrong one. */
const waysOf = (of: Case): readonly Readonly<Record<string, Option>>[] => {
  const every = (option: Option) => Object.fromEntries(of.decisions.map(({ id }) => [id, option]));
  const ways = [{}, every('tempting'), every('late'), ...of.expected.map(({ choose }) => choose)];
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
};
const asked = (id: string, choose: Readonly<Record<string, Option>> = {}) => {
  const ground = groundOf(sourceOf(id, choose));
  return { ground, questions: questionsOf(ground) };
};
const BANNED = /必ず|全額|安心|おすすめ|お得|保険料|免責(?!金額|事由)/;
const BANNED_EN = /\b(?:recommend|premium|best|guaranteed? payment|peace of mind|always pays?)\b/i;

describe.each(ids)('%s: the questions before a contract', (id) => {
  const { case: of } = sourceOf(id);
  test('are five different ones from clauses of its own wording, on every way', () => {
    for (const choose of waysOf(of)) {
      const { ground, questions } = asked(id, choose);
      const own = clauseTexts(ground.policy);
      expect(questions).toHaveLength(5);
      expect(new Set(questions.map(({ clause }) => clause)).size).toBe(5);
      expect(new Set(questions.map(({ ask }) => ask.ja)).size).toBe(5);
      expect(questions.map(({ clause }) => own.get(clause)?.ask)).toEqual(questions.map(({ ask }) => ask));
    }
  });

  test('begin with what left the amount open, where it is open, and otherwise with what took most', () => {
    for (const choose of waysOf(of)) {
      const { ground, questions } = asked(id, choose);
      const { low, high, items } = ground.own.result;
      const sums = new Map<string, number>();
      for (const { clause, amount } of items.flatMap(({ cuts }) => cuts))
        if (clause !== null) sums.set(clause, (sums.get(clause) ?? 0) + amount);
      const most = Math.max(...sums.values(), 0);
      if (low !== high) expect(questions[0]?.why).toBe('open');
      else if (most > 0) expect(sums.get(questions[0]?.clause ?? '')).toBe(most);
    }
  });

  test('hold one about a duty, where a decision of the case is about one', () => {
    const { ground, questions } = asked(id);
    const duties = [...clauseTexts(ground.policy).values()].filter(({ kind }) => kind === 'duty').map((clause) => clause.id);
    const decided = of.decisions.filter(({ under }) => under === undefined).flatMap(({ clauses }) => clauses);
    const wanted = duties.some((duty) => decided.includes(duty));
    expect(questions.some(({ clause }) => duties.includes(clause))).toBe(wanted);
  });

  test('are the same each time, and there only for somebody who played the insured company alone', () => {
    expect(asked(id).questions).toEqual(asked(id).questions);
    const played = { prediction: 0 };
    expect(resultOf({ ...sourceOf(id, {}, played), seats: 'insured' }).questions).toEqual(asked(id).questions);
    expect(resultOf({ ...sourceOf(id, {}, played), seats: 'all' }).questions).toEqual([]);
    expect(resultOf({ ...sourceOf(id), seats: 'insured' }).questions).toEqual([]);
  });
});

test('every question of a clause is a short neutral one in both languages', () => {
  const texts = new Map(ids.flatMap((id) => [...clauseTexts(sourceOf(id).policy)]));
  const asks = [...texts.values()].flatMap(({ id, ask }) => (ask ? [{ id, ...ask }] : []));
  expect(asks.length).toBeGreaterThan(70);
  for (const { id, ja, en } of asks) {
    expect([...ja].length, id).toBeLessThanOrEqual(55);
    expect(ja, id).toMatch(/(?:です|ます|ません)か。$/u);
    expect(en, id).toMatch(/^[A-Z].*\?$/u);
    expect(ja, id).not.toMatch(BANNED);
    expect(en, id).not.toMatch(BANNED_EN);
    expect(en, id).not.toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u);
  }
  expect(new Set(asks.map(({ ja }) => ja)).size).toBe(asks.length);
  expect(new Set(asks.map(({ en }) => en)).size).toBe(asks.length);
});

test('what goes with them promises and recommends nothing', () => {
  const { lead, title, why } = questionWords.ja;
  for (const text of [lead('事案'), title, ...Object.values(why)]) expect(text).not.toMatch(BANNED);
});
