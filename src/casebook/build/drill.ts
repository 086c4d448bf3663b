import type { Result } from '#domain/assessment.ts';
import type { Drill, DrillQuestion, Situation } from '../drill.ts';
import { refused, type Fault, type Path, type Problem, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml, type Source } from '../read/yaml.ts';
import { drillFile, type RawDrill, type RawSituation } from '../schema/drill.ts';
import { toYesNo } from '../schema/scalars.ts';
import { lossOf, optional, policyNamed, sharesOf, sourcedOf, yenIn, yenOf, type Library } from './case.ts';
import { typesOfSchedule, valuesOf, type Types } from './values.ts';

/** A drill as read, with the file it came from. */
export interface DrillSourceFile {
  readonly drill: Drill;
  readonly source: Source;
}

/** Reads a drill file: its shape, then its references to policies, facts and schedule entries. */
export const readDrill = (text: string, file: string, library: Library): Reading<DrillSourceFile> => {
  const source = readYaml(text, file);
  return source.ok ? drillOf(source.value, library) : source;
};

/** Makes a drill of a file that has been parsed. */
export const drillOf = (source: Source, library: Library): Reading<DrillSourceFile> => {
  const shape = shaped(source, drillFile);
  if (!shape.ok) return shape;
  const raw = shape.value;
  const problems: Problem[] = [];
  const report = (fault: Fault): void => void problems.push(source.place(fault));
  const policy = policyNamed(raw.policy, ['policy'], library, report);
  const other = raw.alsoUnder && policyNamed(raw.alsoUnder.policy, ['alsoUnder', 'policy'], library, report);
  if (!policy || (raw.alsoUnder && !other)) return refused(problems);
  const main = typesOfSchedule(policy.schedule);
  const others = other ? typesOfSchedule(other.schedule) : {};
  const made = assembled(raw, { facts: library.facts, main, others, report });
  return problems.length > 0 ? refused(problems) : { ok: true, value: { drill: made, source } };
};

interface Context {
  readonly facts: Types;
  readonly main: Types;
  readonly others: Types;
  readonly report: (fault: Fault) => void;
}

const assembled = (raw: RawDrill, context: Context): Drill => {
  const { facts, main, others, report } = context;
  const also = raw.alsoUnder;
  return {
    id: raw.id,
    version: raw.version,
    title: raw.title,
    group: raw.group,
    minutes: raw.minutes,
    policy: raw.policy,
    schedule: sourcedOf(raw.schedule, main, 'schedule entry', ['schedule'], report),
    ...(also
      ? {
          alsoUnder: {
            policy: also.policy,
            schedule: sourcedOf(also.schedule, others, 'schedule entry', ['alsoUnder', 'schedule'], report),
            given: sourcedOf(also.given, facts, 'fact', ['alsoUnder', 'given'], report),
            why: also.why,
          },
        }
      : {}),
    covers: raw.covers,
    story: raw.story,
    amounts: Object.fromEntries(Object.entries(raw.amounts ?? {}).map(([id, one]) => [id, { value: yenOf(one.value), from: one.from }])),
    given: sourcedOf(raw.facts.given, facts, 'fact', ['facts', 'given'], report),
    losses: raw.losses.map((loss, i) => lossOf(loss, ['losses', i], report)),
    settlement: {
      owed: sharesOf(raw.settlement?.owed),
      performed: sharesOf(raw.settlement?.performed),
      ...optional('note', raw.settlement?.note),
      from: raw.settlement?.from ?? 'assumed',
    },
    situations: raw.situations.map((one, i) => situationOf(one, raw, ['situations', i], context)),
    rule: raw.rule,
  };
};

const situationOf = (one: RawSituation, raw: RawDrill, path: Path, { facts, main, others, report }: Context): Situation => {
  const schedule = one.under !== undefined && one.under === raw.alsoUnder?.policy && one.under !== raw.policy ? others : main;
  return {
    id: one.id,
    text: one.text,
    from: one.from,
    set: {
      facts: valuesOf(one.set?.facts, facts, 'fact', [...path, 'set', 'facts'], report),
      schedule: valuesOf(one.set?.schedule, schedule, 'schedule entry', [...path, 'set', 'schedule'], report),
      owed: sharesOf(one.set?.owed),
      drop: one.set?.drop ?? [],
    },
    ...optional('under', one.under),
    ...optional('documentsComplete', one.documentsComplete ?? raw.documentsComplete),
    enquiries: one.enquiries ?? raw.enquiries ?? [],
    question: questionOf(one),
    expected: {
      verdict: one.expected.verdict,
      ...yenIn('paid', one.expected.paid),
      ...yenIn('low', one.expected.low),
      ...yenIn('high', one.expected.high),
      ...optional('finding', one.expected.finding),
    },
  };
};

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('an answer passed the schema without what its question asks');
  return value;
};

const questionOf = ({ ask, answers }: RawSituation): DrillQuestion => {
  if ('clause' in ask)
    return { ask: 'clause', clause: ask.clause, answers: answers.map(({ is, reply }) => ({ is: must(is) as Result, reply })) };
  if ('paid' in ask)
    return { ask: 'paid', question: ask.paid, answers: answers.map(({ is, reply }) => ({ is: yenOf(must(is) as string), reply })) };
  if ('due' in ask) return { ask: 'due', question: ask.due, answers: answers.map(({ is, reply }) => ({ is: String(must(is)), reply })) };
  return {
    ask: 'say',
    question: ask.say,
    answers: answers.map(({ text, right, reply }) => ({ text: must(text), right: toYesNo(right) === true, reply })),
  };
};
