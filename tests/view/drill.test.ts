import { beforeAll, describe, expect, test } from 'vitest';
import { drillSummaries, loadDrill } from '#casebook/drills.ts';
import { loadFacts, loadGeneral, loadPolicy, policyIds } from '#casebook/index.ts';
import type { Drill } from '#casebook/drill.ts';
import type { Policy } from '#casebook/policy.ts';
import { answerKeys, resumable, type DrillAnswers } from '#view/drill-answers.ts';
import { drillAfter, drillGroups } from '#view/drill-list.ts';
import { reckoned } from '#view/drill-reckoned.ts';
import { drillView, rightKey, type DrillSource } from '#view/drill.ts';

let drills: Drill[] = [];
let source: DrillSource;

beforeAll(async () => {
  drills = (await Promise.all(drillSummaries.map(({ id }) => loadDrill(id)))).filter((one) => one !== null);
  const policies = (await Promise.all(policyIds().map(loadPolicy))).filter((one): one is Policy => one !== null);
  const general = await loadGeneral();
  source = {
    policies: Object.fromEntries(policies.map((one) => [one.id, one])),
    facts: await loadFacts(),
    general,
    payment: general.payment,
  };
});

const ended = (drill: Drill, i: number) => {
  const situation = drill.situations[i];
  const end = situation && reckoned(drill, situation, source);
  if (!situation || !end || 'refused' in end) throw new Error(`${drill.id} cannot be reckoned`);
  return { situation, end };
};
const rightly = (drill: Drill, n: number): DrillAnswers =>
  Object.fromEntries(
    drill.situations.slice(0, n).map((_, i) => {
      const { situation, end } = ended(drill, i);
      return [situation.id, rightKey(situation, end)];
    }),
  );
const wrongly = (drill: Drill): DrillAnswers =>
  Object.fromEntries(
    drill.situations.map((one, i) => {
      const { situation, end } = ended(drill, i);
      return [one.id, answerKeys(one.question).find((key) => key !== rightKey(situation, end)) ?? ''];
    }),
  );

describe('every drill', () => {
  test('shows nothing of a situation before it is answered, and only one situation at a time', () => {
    expect(drills.length).toBeGreaterThan(0);
    for (const drill of drills) {
      for (let n = 0; n <= drill.situations.length; n++) {
        const view = drillView(drill, rightly(drill, n), source);
        expect(view.situations, drill.id).toHaveLength(Math.min(n + 1, drill.situations.length));
        expect(view.situations.map(({ answered }) => answered !== null)).toEqual(view.situations.map((_, i) => i < n));
        expect(view.rule === null, drill.id).toBe(n < drill.situations.length);
      }
    }
  });

  test('is right in every situation by what the engine gives, and then gives one reply, otherwise that of the right answer too', () => {
    for (const drill of drills) {
      const right = drillView(drill, rightly(drill, drill.situations.length), source);
      const wrong = drillView(drill, wrongly(drill), source);
      right.situations.forEach(({ answered, answers }, i) => {
        const { end } = ended(drill, i);
        expect(answered?.chosen).toBe(answered?.right);
        expect(answered?.reason).toBeNull();
        expect(answers.find(({ key }) => key === answered?.right)?.label).toEqual(answered?.rightLabel);
        expect(answered?.outcome).toMatchObject({ low: end.result.low, high: end.result.high, claimed: end.result.claimed });
        expect(wrong.situations[i]?.answered?.reason).toEqual(answered?.reply);
        expect(wrong.situations[i]?.answered?.reply).not.toEqual(answered?.reply);
      });
    }
  });

  test('fills every text in both languages, whatever is answered', () => {
    for (const drill of drills) {
      for (const view of [drillView(drill, rightly(drill, 9), source), drillView(drill, wrongly(drill), source)]) {
        expect(
          JSON.stringify([
            view.story,
            view.rule,
            view.situations.map(({ text, question, answers, answered }) => [text, question, answers, answered?.reply, answered?.reason]),
          ]),
        ).not.toMatch(/\{[a-z]+\.|\{(paid|low|high|due|claimed)/u);
      }
    }
  });

  test('says in what each situation differs, or that it is the claim as it stands', () => {
    for (const drill of drills) {
      const view = drillView(drill, rightly(drill, 9), source);
      view.situations.forEach(({ id, answered }, i) => {
        const { facts, schedule, owed, drop } = drill.situations[i]?.set ?? ended(drill, i).situation.set;
        const own = [
          ...Object.keys(facts),
          ...Object.keys(schedule),
          ...Object.keys(owed).map((one) => `owed-${one}`),
          ...drop.map((one) => `dropped-${one}`),
        ];
        const shown = answered?.differences.map((one) => one.id) ?? [];
        expect(
          own.filter((one) => !shown.includes(one) && !drop.some((gone) => one === `owed-${gone}`)),
          `${drill.id} ${id}`,
        ).toEqual([]);
      });
    }
  });
});

test('a question about the day of payment is compared by the day on which the documents were complete', () => {
  const asking = drills.flatMap((drill) =>
    drillView(drill, rightly(drill, 9), source).situations.map((one, i) => ({ one, from: drill.situations[i] })),
  );
  const due = asking.filter(({ one }) => one.answered?.conclusion.kind === 'due');
  expect(due.length).toBeGreaterThan(0);
  for (const { one, from } of due) {
    expect(one.answered?.differences[0]?.value).toEqual({ kind: 'date', date: from?.documentsComplete });
    expect(one.answered?.differences.filter(({ kind }) => kind === 'said')).toHaveLength(from?.enquiries.length ?? -1);
  }
});

test('answers stand in an order that is the same each time and tells nothing: the right one comes first about as often as chance has it', () => {
  let [first, expected, all] = [0, 0, 0];
  for (const drill of drills) {
    const [one, two] = [drillView(drill, rightly(drill, 9), source), drillView(drill, {}, source)];
    expect(two.situations[0]?.answers).toEqual(one.situations[0]?.answers);
    for (const { answers, answered } of one.situations) {
      if (answers[0]?.key === answered?.right) first += 1;
      expected += 1 / answers.length;
      all += 1;
    }
  }
  expect(Math.abs(first - expected)).toBeLessThan(2 * Math.sqrt(all / 4));
});

describe('answers kept on the device', () => {
  test('are gone on with from the first gap', () => {
    for (const drill of drills) {
      const all = rightly(drill, 9);
      expect(resumable(drill, all)).toEqual(all);
      const second = drill.situations[1]?.id ?? '';
      const gap = Object.fromEntries(Object.entries(all).filter(([id]) => id !== second));
      expect(Object.keys(resumable(drill, gap))).toEqual([drill.situations[0]?.id]);
    }
  });

  test.each([null, 5, 'x', [], [1], {}, { id: 1 }, { __proto__: null }, undefined])('%j counts as nothing', (kept) => {
    const drill = drills[0];
    expect(drill && resumable(drill, kept)).toEqual({});
  });

  test('that no question offers count as nothing', () => {
    for (const drill of drills) {
      const id = drill.situations[0]?.id ?? '';
      for (const key of ['', 'yes', '99', 'constructor', 5, null]) expect(resumable(drill, { [id]: key })).toEqual({});
    }
  });
});

describe('the list', () => {
  test('has every drill once, exclusions by their number, and marks what is done', () => {
    const done = new Set([drillSummaries[0]?.id ?? '']);
    const groups = drillGroups(drillSummaries, done);
    const rows = groups.flatMap((one) => one.rows);
    expect(rows.map(({ id }) => id).sort()).toEqual(drillSummaries.map(({ id }) => id).sort());
    expect(rows.filter((row) => row.done).map(({ id }) => id)).toEqual([...done]);
    const numbers = groups.find(({ group }) => group === 'exclusion')?.rows.flatMap(({ clause }) => clause?.running ?? []) ?? [];
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 20 }, (_, i) => i + 1)));
  });

  test('leads from each drill to the next, and to none from the last', () => {
    const rows = drillGroups(drillSummaries, new Set()).flatMap((one) => one.rows);
    expect(rows.map(({ id }) => drillAfter(drillSummaries, id)?.id)).toEqual([...rows.slice(1).map(({ id }) => id), undefined]);
  });

  test('names the clause that the drill asks about', () => {
    for (const { id, clause } of drillSummaries) {
      const drill = drills.find((one) => one.id === id);
      expect(drill?.covers, id).toContain(clause?.id);
    }
  });
});
