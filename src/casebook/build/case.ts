import { isYen } from '#domain/yen.ts';
import type { Name, Values } from '#domain/policy/wording.ts';
import type { Case, Changes, Choice, Expected, LossItem, Route, Share, Sourced } from '../case.ts';
import type { FactBook, Policy } from '../policy.ts';
import { advice, listed } from '../read/nearest.ts';
import { refused, type Fault, type Path, type Problem, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml, type Source } from '../read/yaml.ts';
import { caseFile } from '../schema/case.ts';
import type { RawCase, RawChanges, RawLoss, RawSourced } from '../schema/raw-case.ts';
import { toShare, toYen, type Bare } from '../schema/scalars.ts';
import { OPTIONS } from '../names.ts';
import { given, typesOfSchedule, valuesOf, type Types } from './values.ts';

/** Everything a case may refer to. */
export interface Library {
  readonly facts: FactBook;
  readonly policies: Readonly<Record<string, Policy>>;
}

/** A case as read, with the file it came from: the checks that follow (check/) show their problems there. */
export interface CaseSourceFile {
  readonly case: Case;
  readonly source: Source;
}

/** Reads a case file: its shape, then its references to policies and facts. */
export const readCase = (text: string, file: string, library: Library): Reading<CaseSourceFile> => {
  const source = readYaml(text, file);
  return source.ok ? caseOf(source.value, library) : source;
};

/** Makes a case of a file that has been parsed. */
export const caseOf = (source: Source, library: Library): Reading<CaseSourceFile> => {
  const shape = shaped(source, caseFile);
  if (!shape.ok) return shape;
  const raw = shape.value;
  const problems: Problem[] = [];
  const report = (fault: Fault): void => void problems.push(source.place(fault));
  const policy = policyNamed(raw.policy, ['policy'], library, report);
  const other = raw.alsoUnder && policyNamed(raw.alsoUnder.policy, ['alsoUnder', 'policy'], library, report);
  if (!policy || (raw.alsoUnder && !other)) return refused(problems);
  const made = assembled(raw, { facts: library.facts, policy, other, report });
  return problems.length > 0 ? refused(problems) : { ok: true, value: { case: made, source } };
};

/** The policy of an id; one that is not there is reported. */
export const policyNamed = (id: string, path: Path, library: Library, report: (fault: Fault) => void): Policy | undefined => {
  const policy = Object.hasOwn(library.policies, id) ? library.policies[id] : undefined;
  if (!policy) {
    const known = Object.keys(library.policies);
    report({
      path,
      found: `the policy "${id}", which is not there`,
      allowed: `one of: ${listed(known)}`,
      remedy: advice(id, known, 'correct the id'),
    });
  }
  return policy;
};

interface Context {
  readonly facts: Types;
  readonly policy: Policy;
  readonly other: Policy | undefined;
  readonly report: (fault: Fault) => void;
}

const assembled = (raw: RawCase, context: Context): Case => {
  const { facts, report } = context;
  const main = typesOfSchedule(context.policy.schedule);
  const others = context.other ? typesOfSchedule(context.other.schedule) : {};
  const schedules = (under: string | undefined): Types =>
    under === undefined ? main : under === raw.alsoUnder?.policy ? others : { ...main, ...others };
  const factValues = (values: Record<Name, Bare> | undefined, path: Path): Values => valuesOf(values, facts, 'fact', path, report);
  const changesOf = (changes: RawChanges | undefined, path: Path, under: string | undefined): Changes => ({
    schedule: valuesOf(changes?.schedule, schedules(under), 'schedule entry', [...path, 'schedule'], report),
    facts: factValues(changes?.facts, [...path, 'facts']),
    owed: sharesOf(changes?.owed),
  });
  const sourced = (
    entries: Record<Name, RawSourced> | undefined,
    types: Types,
    called: 'fact' | 'schedule entry',
    path: Path,
  ): Record<Name, Sourced> => sourcedOf(entries, types, called, path, report);

  return {
    id: raw.id,
    version: raw.version,
    title: raw.title,
    industry: raw.industry,
    kind: raw.kind,
    difficulty: raw.difficulty as 1 | 2 | 3,
    minutes: raw.minutes,
    policy: raw.policy,
    source: raw.source,
    covers: raw.covers,
    summary: raw.summary,
    goal: raw.goal,
    schedule: sourced(raw.schedule, main, 'schedule entry', ['schedule']),
    ...(raw.alsoUnder
      ? {
          alsoUnder: {
            policy: raw.alsoUnder.policy,
            schedule: sourced(raw.alsoUnder.schedule, others, 'schedule entry', ['alsoUnder', 'schedule']),
            given: sourced(raw.alsoUnder.given, facts, 'fact', ['alsoUnder', 'given']),
            why: raw.alsoUnder.why,
          },
        }
      : {}),
    parties: raw.parties,
    amounts: Object.fromEntries(Object.entries(raw.amounts ?? {}).map(([id, one]) => [id, { value: yenOf(one.value), from: one.from }])),
    documents: raw.documents.map((document, i) => ({
      ...document,
      lines: document.lines.map((line, j) => ({
        id: line.id,
        text: line.text,
        from: line.from,
        facts: factValues(line.facts, ['documents', i, 'lines', j, 'facts']),
        losses: line.losses ?? [],
      })),
    })),
    given: sourced(raw.facts.given, facts, 'fact', ['facts', 'given']),
    losses: raw.losses.map((loss, i) => lossOf(loss, ['losses', i], report)),
    settlement: {
      owed: sharesOf(raw.settlement.owed),
      performed: sharesOf(raw.settlement.performed),
      ...optional('note', raw.settlement.note),
      from: raw.settlement.from,
    },
    claim: raw.claim === 'none' ? null : raw.claim,
    dates: raw.dates,
    enquiries: raw.enquiries ?? [],
    timeline: raw.timeline ?? [],
    decisions: raw.decisions.map((decision, i) => ({
      ...decision,
      choices: Object.fromEntries(
        OPTIONS.map((option): [string, Choice] => {
          const choice = decision.choices[option];
          return [
            option,
            {
              ...choice,
              sets: factValues(choice.sets, ['decisions', i, 'choices', option, 'sets']),
              owed: sharesOf(choice.owed),
              performed: sharesOf(choice.performed),
              days: choice.days ?? 0,
            },
          ];
        }),
      ) as unknown as Case['decisions'][number]['choices'],
    })),
    matching: raw.matching,
    predictions: {
      question: raw.predictions.question,
      wrong: raw.predictions.wrong.map((one, i) => {
        const path = ['predictions', 'wrong', i, 'route'];
        const route: Route = {
          ...changesOf(one.route, path, one.route.under),
          reclassify: one.route.reclassify ?? {},
          drop: one.route.drop ?? [],
          ...optional('under', one.route.under),
        };
        return { id: one.id, because: one.because, reply: one.reply, route, gives: yenOf(one.gives) };
      }),
    },
    letters: raw.letters,
    customerLine: raw.customerLine,
    hints: raw.hints as unknown as Case['hints'],
    beats: raw.beats.map((beat, i) => {
      if (!beat.set) return { text: beat.text, show: beat.show };
      const { schedule, facts: changed } = changesOf(
        beat.set,
        ['beats', i, 'set'],
        beat.show === 'other' ? raw.alsoUnder?.policy : undefined,
      );
      return { text: beat.text, show: beat.show, set: { schedule, facts: changed } };
    }),
    contrastWith: raw.contrastWith ?? [],
    expected: raw.expected.map((one, i): Expected => ({
      name: one.name,
      verdict: one.verdict,
      ...yenIn('paid', one.paid),
      ...yenIn('low', one.low),
      ...yenIn('high', one.high),
      ...yenIn('ownCost', one.ownCost),
      ...optional('arithmetic', one.arithmetic),
      choose: one.choose ?? {},
      set: changesOf(one.set, ['expected', i, 'set'], one.under),
      ...optional('under', one.under),
    })),
  };
};

/** Values with their provenance, as their types have them; what does not fit is reported. */
export const sourcedOf = (
  entries: Readonly<Record<Name, RawSourced>> | undefined,
  types: Types,
  called: 'fact' | 'schedule entry',
  path: Path,
  report: (fault: Fault) => void,
): Record<Name, Sourced> =>
  Object.fromEntries(
    Object.entries(entries ?? {}).flatMap(([name, one]): [Name, Sourced][] => {
      const value = given(name, one.value, types, called, [...path, name], (fault) =>
        report(fault.key ? fault : { ...fault, path: [...path, name, 'value'] }),
      );
      return value === undefined ? [] : [[name, { value, from: one.from, ...optional('reason', one.reason ?? one.note) }]];
    }),
  );

/** A key with its value, or nothing where there is none. */
export const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

/** Whole yen of an amount that the schema has let pass. */
export const yenOf = (value: string | number): number => {
  const yen = toYen(value);
  if (yen === null) throw new Error(`not an amount: ${value}`);
  return yen;
};
/** A key with its amount in yen, or nothing where there is none. */
export const yenIn = <K extends string>(key: K, value: string | number | undefined): { [P in K]?: number } =>
  optional(key, value === undefined ? undefined : yenOf(value));

/** Shares of items, by loss id. */
export const sharesOf = (shares: Readonly<Record<string, string | number>> | undefined): Record<string, Share> =>
  Object.fromEntries(Object.entries(shares ?? {}).map(([id, value]) => [id, toShare(value)]));

/** An item of loss; one of more than 1兆円 is reported. */
export const lossOf = (raw: RawLoss, path: Path, report: (fault: Fault) => void): LossItem => {
  const each = raw.each === undefined ? undefined : yenOf(raw.each);
  const amount = raw.amount === undefined ? (each ?? 0) * (raw.count ?? 0) : yenOf(raw.amount);
  if (!isYen(amount)) {
    report({
      path: [...path, 'each'],
      found: `${each} × ${raw.count} yen`,
      allowed: 'at most 1兆円 in one item',
      remedy: 'check the amount and the count',
    });
  }
  const { id, side, head, label, from } = raw;
  return {
    id,
    side,
    head,
    label,
    amount,
    ...optional('each', each),
    ...optional('count', raw.count),
    ...optional('claim', raw.claim),
    from,
    ...optional('payee', raw.payee),
  };
};
