import { basename } from 'node:path';
import { drillOf } from '#casebook/build/drill.ts';
import { drillFaults } from '#casebook/check/drill.ts';
import type { Around } from '#casebook/check/references.ts';
import { drillPlaceholderFaults, textsIn, writtenYenFaults } from '#casebook/check/texts.ts';
import type { Drill, Situation } from '#casebook/drill.ts';
import type { FactBook, Policy } from '#casebook/policy.ts';
import { refused, type Fault, type Path, type Reading } from '#casebook/read/problem.ts';
import type { Source } from '#casebook/read/yaml.ts';
import { baseLookup, reckoned, type DrillGround, type Reckoned } from '#view/drill-reckoned.ts';
import { placeholders, type Lookup } from '#words/fill.ts';

/** What a drill is checked against. */
export interface DrillShelf {
  readonly facts: FactBook;
  readonly policies: Readonly<Record<string, Policy>>;
  readonly around: Omit<Around, 'policy' | 'other'>;
}

/** Checks one drill: what it refers to, its texts, and every answer against the engine. A good one gives its line. */
export const checkedDrill = (source: Source, shelf: DrillShelf): Reading<string> => {
  const read = drillOf(source, shelf);
  if (!read.ok) return read;
  const { drill } = read.value;
  const policy = shelf.policies[drill.policy];
  const other = drill.alsoUnder && shelf.policies[drill.alsoUnder.policy];
  if (!policy) throw new Error(`the drill was read without its policy ${drill.policy}`);
  const policies = other ? [policy, other] : [policy];
  const content = [
    ...drillFaults(drill, { ...shelf.around, policy, other }, basename(source.file, '.yaml')),
    ...drillPlaceholderFaults(source.value, { drill, facts: shelf.facts, policies }),
    ...writtenYenFaults(source.value),
  ];
  if (content.length > 0) return refused(content.map(source.place));
  const ground = { policies: shelf.policies, facts: shelf.facts, payment: shelf.around.payment };
  const faults = engineFaults(drill, ground, source.value);
  return faults.length > 0 ? refused(faults.map(source.place)) : { ok: true, value: lineOf(drill, ground) };
};

const lineOf = (drill: Drill, ground: DrillGround): string => {
  const shown = drill.situations.map((one) => `${one.id} ${resultOf(one, reckonedOrNot(drill, one, ground))}`);
  return `${drill.id}  ${drill.situations.length} situations: ${shown.join(', ')}`;
};

const reckonedOrNot = (drill: Drill, situation: Situation, ground: DrillGround): Reckoned | undefined => {
  const end = reckoned(drill, situation, ground);
  return 'refused' in end ? undefined : end;
};

/** The right answer as the engine gives it; of a question in words, what is paid. */
const resultOf = ({ question }: Situation, end: Reckoned | undefined): string => {
  if (!end) return 'refused';
  if (question.ask === 'clause')
    return `${question.clause} ${end.result.findings.find(({ clause }) => clause === question.clause)?.result ?? 'undecided'}`;
  return question.ask === 'due' ? `due ${end.due ?? ''}` : `paid ${yen(end.result.paid)}`;
};

const engineFaults = (drill: Drill, ground: DrillGround, raw: unknown): readonly Fault[] => {
  const ends = drill.situations.map((one) => reckoned(drill, one, ground));
  return [
    ...drill.situations.flatMap((one, i): readonly Fault[] => {
      const [end, path] = [ends[i], ['situations', i]];
      if (!end) return [];
      if ('refused' in end) {
        return [
          {
            path,
            found: `a claim that cannot be assessed (${end.refused})`,
            allowed: 'a claim whose amounts and facts can be reckoned',
            remedy: 'give the facts and schedule entries that the amounts need',
          },
        ];
      }
      return [...answerFaults(one, end, path), ...endFaults(one, end, path)];
    }),
    ...sameFaults(drill, ends),
    ...emptyFaults(drill, ground, raw, ends),
  ];
};

const yen = (value: number): string => value.toLocaleString('en-US');

const answerFaults = ({ question }: Situation, { result, due }: Reckoned, path: Path): Fault[] => {
  if (question.ask === 'say') return [];
  const finding = question.ask === 'clause' ? result.findings.find(({ clause }) => clause === question.clause) : undefined;
  const right = question.ask === 'clause' ? finding?.result : question.ask === 'paid' ? result.paid : due;
  if (question.answers.some(({ is }) => is === right)) return [];
  const why = finding
    ? ` (by ${finding.decidedBy.join(', ') || 'none'}${finding.needs.length > 0 ? `; not known: ${finding.needs.join(', ')}` : ''})`
    : '';
  const shown = (is: string | number | undefined): string => (typeof is === 'number' ? yen(is) : `"${is ?? 'none'}"`);
  return [
    {
      path: [...path, 'answers'],
      key: true,
      found: `the answers ${question.answers.map(({ is }) => shown(is)).join(', ')}`,
      allowed: `${shown(right)} among them, which is what the engine computes${why}`,
      remedy: 'add this answer, or correct the facts, the amounts or the clause',
    },
  ];
};

const findingFaults = (
  expected: Situation['expected']['finding'],
  question: Situation['question'],
  { findings }: Reckoned['result'],
  path: Path,
): Fault[] => {
  const found = question.ask === 'clause' ? findings.find(({ clause }) => clause === question.clause)?.result : undefined;
  if (expected === found || found === undefined) return [];
  return [
    {
      path: expected === undefined ? path : [...path, 'finding'],
      key: expected === undefined,
      found: expected === undefined ? 'a question about a clause without the finding that is expected' : `the finding "${expected}"`,
      allowed: `"${found}", which is what the engine comes to`,
      remedy: expected === undefined ? `write finding: ${found}, if that is meant` : 'correct the finding, the facts or the clause',
    },
  ];
};

const endFaults = ({ id, expected, question }: Situation, { result }: Reckoned, place: Path): Fault[] => {
  const path = [...place, 'expected'];
  const needs = [...new Set(result.findings.filter((one) => one.result === 'unknown').flatMap((one) => one.needs))];
  const figure = (key: 'paid' | 'low' | 'high'): Fault[] =>
    expected[key] === undefined || expected[key] === result[key]
      ? []
      : [
          {
            path: [...path, key],
            found: `${yen(expected[key])} yen as ${key}`,
            allowed: `${yen(result[key])}, which is what the engine computes`,
            remedy: 'redo the sum, and correct it or the data',
          },
        ];
  const isRange = result.low !== result.high;
  const isSaid = isRange ? expected.low !== undefined && expected.high !== undefined : expected.paid !== undefined;
  return [
    ...(expected.verdict === result.verdict
      ? []
      : [
          {
            path: [...path, 'verdict'],
            found: `the verdict "${expected.verdict}" for "${id}"`,
            allowed: `"${result.verdict}", which is what the engine computes${needs.length > 0 ? ` (not known: ${needs.join(', ')})` : ''}`,
            remedy: 'correct the verdict or the data',
          },
        ]),
    ...(isSaid
      ? []
      : [
          {
            path,
            key: true,
            found: `the end of "${id}" without ${isRange ? 'low and high' : 'paid'}`,
            allowed: isRange ? `low: ${result.low}, high: ${result.high}` : `paid: ${result.paid}`,
            remedy: isRange ? 'write both ends of the range' : 'write what is paid',
          },
        ]),
    ...findingFaults(expected.finding, question, result, path),
    ...figure('paid'),
    ...figure('low'),
    ...figure('high'),
  ];
};

/** A drill that asks about clauses alone must show more than one answer: otherwise there is nothing to tell apart. */
const sameFaults = (drill: Drill, ends: readonly ReturnType<typeof reckoned>[]): Fault[] => {
  const found = drill.situations.flatMap(({ question }, i) => {
    const end = ends[i];
    if (question.ask !== 'clause' || !end || 'refused' in end) return [];
    return [end.result.findings.find(({ clause }) => clause === question.clause)?.result];
  });
  if (found.length < drill.situations.length || new Set(found).size > 1) return [];
  return [
    {
      path: ['situations'],
      key: true,
      found: `${found.length} situations that all come to "${found[0]}"`,
      allowed: 'situations of which at least two come to different answers',
      remedy: 'change one fact in one of them',
    },
  ];
};

/** Placeholders whose name is known, but which have no value in the situation they stand in. */
const emptyFaults = (drill: Drill, ground: DrillGround, raw: unknown, ends: readonly ReturnType<typeof reckoned>[]): Fault[] =>
  textsIn(raw).flatMap(({ text, path }) => {
    const end = path[0] === 'situations' ? ends[Number(path[1])] : undefined;
    if (end && 'refused' in end) return [];
    const lookup: Lookup = end ? (path.at(-1) === 'reply' ? end.after : end.before) : baseLookup(drill, ground);
    return (['ja', 'en'] as const).flatMap((locale) =>
      placeholders(text[locale])
        .filter((name) => lookup(name, locale) === undefined)
        .map((name) => ({
          path: [...path, locale],
          found: `{${name}}, which has no value here`,
          allowed: 'placeholders of facts that are known, entries of the wording it is judged under, and days that can be counted',
          remedy: 'give the value, or say it without the placeholder',
        })),
    );
  });
