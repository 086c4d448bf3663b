import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDrill } from '#casebook/build/drill.ts';
import type { Drill, Situation } from '#casebook/drill.ts';
import type { Policy } from '#casebook/policy.ts';
import { written, type Reading } from '#casebook/read/problem.ts';
import { assessed } from '#tools/assessing.ts';
import { drillFileOf, drillIds, policyFile, policyIds, readGround, readPolicyFile } from '#tools/library.ts';
import { reckoned, type Reckoned } from '#view/drill-reckoned.ts';

const must = <T>(reading: Reading<T>): T => {
  if (!reading.ok) throw new Error(reading.problems.map(written).join('\n'));
  return reading.value;
};
const { facts, general } = must(readGround());
const policies: Record<string, Policy> = Object.fromEntries(
  policyIds().map((id) => [id, must(readPolicyFile(policyFile(id), { facts, general }))]),
);
const ground = { policies, facts, payment: general.general.payment };
const drills: readonly Drill[] = drillIds().map((id) => must(readDrill(readFileSync(drillFileOf(id), 'utf8'), id, ground)).drill);

const endOf = (drill: Drill, situation: Situation): Reckoned => {
  const end = reckoned(drill, situation, ground);
  if ('refused' in end) throw new Error(`${drill.id} ${situation.id}: ${end.refused}`);
  return end;
};
const findingOf = ({ question }: Situation, { result }: Reckoned) =>
  question.ask === 'clause' ? result.findings.find(({ clause }) => clause === question.clause)?.result : undefined;

describe.each(drills.map((drill) => [drill.id, drill] as const))('%s', (_id, drill) => {
  test.each(drill.situations.map((one) => [one.id, one] as const))('%s comes out as the file says, with one right answer', (_path, one) => {
    const { question, expected } = one;
    const end = endOf(drill, one);
    const { finding, ...figures } = expected;
    expect(end.result).toMatchObject(figures);
    expect(findingOf(one, end)).toBe(finding);
    const right =
      question.ask === 'say'
        ? question.answers.filter((answer) => answer.right)
        : question.answers.filter(({ is }) => is === { clause: finding, paid: end.result.paid, due: end.due }[question.ask]);
    expect(right).toHaveLength(1);
  });
});

test('a drill that asks about clauses alone comes to at least two different answers', () => {
  const alone = drills.filter(({ situations }) => situations.every(({ question }) => question.ask === 'clause'));
  expect(alone.length).toBeGreaterThan(0);
  for (const drill of alone) {
    const found = drill.situations.map((one) => findingOf(one, endOf(drill, one)));
    expect(new Set(found).size, drill.id).toBeGreaterThan(1);
  }
});

test('assess --path gives a situation of a drill as the screens show it, its first one without a path', () => {
  for (const drill of drills.filter(({ alsoUnder, situations }, i) => i === 0 || alsoUnder || situations.some(({ documentsComplete }) => documentsComplete))) {
    for (const [i, one] of drill.situations.entries()) {
      const end = endOf(drill, one);
      for (const path of i === 0 ? [undefined, one.id] : [one.id]) {
        const { answer, policy } = must(assessed({ file: drillFileOf(drill.id), set: [], path }));
        expect([policy.id, answer.paid, answer.due], `${drill.id} ${one.id}`).toEqual([end.policy.id, end.result.paid, end.due ?? null]);
      }
    }
  }
});

test('assess refuses a situation that a drill does not have', () => {
  const [drill] = drills;
  const outcome = drill && assessed({ file: drillFileOf(drill.id), set: [], path: 'nowhere' });
  expect(outcome?.ok === false && outcome.problems.map(written)).toEqual([expect.stringContaining('Found the path "nowhere", which is not there.')]);
});
