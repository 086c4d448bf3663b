import type { Case } from '../case.ts';
import { named, once } from '../check/references.ts';
import { CAUSES, writtenYenFaults } from '../check/texts.ts';
import type { HeadBook } from '../heads.ts';
import type { LabMoment, MomentHold, MomentState } from '../moment.ts';
import { clauseTexts, type Policy } from '../policy.ts';
import { listed } from '../read/nearest.ts';
import { refused, type Fault, type Path, type Problem, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml, type Source } from '../read/yaml.ts';
import { momentsFile, type RawMoment, type RawMomentHold, type RawMomentState } from '../schema/moments.ts';
import { toYen } from '../schema/scalars.ts';
import { momentTextFaults } from './moment-texts.ts';
import type { PairLibrary } from './pairs.ts';
import { typesOfSchedule, valuesOf } from './values.ts';

/** Everything that moments may refer to. */
export interface MomentLibrary extends PairLibrary {
  readonly forms: Readonly<Record<string, Policy>>;
  readonly heads: HeadBook;
}

/** The moments as read, with the file they came from. */
export interface MomentsSource {
  readonly moments: readonly LabMoment[];
  readonly source: Source;
}

type Report = (fault: Fault) => void;

/** What a moment starts from: the items by their ids, the wording, and the other one that a case is also read under. */
interface Ground {
  readonly losses: readonly string[];
  readonly policy: Policy;
  readonly other: Policy | undefined;
  readonly of: Case | undefined;
}

/** Reads moments.yaml: its shape, then its references. Whether a sentence is true, the engine checks. A moment whose case is refused is left out. */
export const readMoments = (text: string, file: string, library: MomentLibrary): Reading<MomentsSource> => {
  const source = readYaml(text, file);
  if (!source.ok) return source;
  const shape = shaped(source.value, momentsFile);
  if (!shape.ok) return shape;
  const problems: Problem[] = [];
  const report: Report = (fault) => void problems.push(source.value.place(fault));
  const raw = shape.value.moments;
  const moments = raw.flatMap((one, i) => momentOf(one, ['moments', i], library, report));
  [
    ...once(
      'moment',
      raw.map(({ id }) => id),
      (i) => ['moments', i, 'id'],
    ),
    ...writtenYenFaults(source.value.value),
  ].forEach(report);
  return problems.length > 0 ? refused(problems) : { ok: true, value: { moments, source: source.value } };
};

const groundOf = (
  { start }: RawMoment,
  path: Path,
  { cases, caseIds, policies, forms, heads }: MomentLibrary,
  report: Report,
): Ground | undefined => {
  if ('form' in start) {
    named('form', start.form, Object.keys(forms), [...path, 'start', 'form']).forEach(report);
    const losses = heads.flatMap(({ id, sides, seldom }) => (seldom ? [] : sides.map((side) => `${side}-${id}`)));
    const policy = forms[start.form];
    return policy && { losses, policy, other: undefined, of: undefined };
  }
  named('case', start.case, caseIds, [...path, 'start', 'case']).forEach(report);
  const of = cases.get(start.case);
  const policy = of && policies[of.policy];
  return policy && { losses: of.losses.map(({ id }) => id), policy, other: policies[of.alsoUnder?.policy ?? ''], of };
};

const momentOf = (raw: RawMoment, path: Path, library: MomentLibrary, report: Report): LabMoment[] => {
  const ground = groundOf(raw, path, library, report);
  if (!ground) return [];
  const { id, title, start, says, gives, holds } = raw;
  const base = 'form' in start ? amountsOf(start.amounts, ground, [...path, 'start', 'amounts'], report) : {};
  const [before, after] = [raw.before ?? {}, raw.after].map((state, i) =>
    stateOf(state, base, ground, [...path, i === 0 ? 'before' : 'after'], library, report),
  );
  if (!before || !after) return [];
  if (JSON.stringify(raw.before ?? {}) === JSON.stringify(raw.after)) {
    report({
      path: [...path, 'after'],
      found: 'two states that are the same',
      allowed: 'something turned between before and after',
      remedy: 'write what is turned',
    });
  }
  const policies = [before, after].flatMap(({ other }) => (other ? (ground.other ?? []) : ground.policy));
  momentTextFaults(says, [...path, 'says'], {
    before: policies[0],
    after: policies[1],
    losses: ground.losses,
    facts: library.facts,
  }).forEach(report);
  return [
    {
      id,
      title,
      start: 'form' in start ? { form: start.form } : { case: start.case },
      before,
      after,
      says,
      gives: { before: toYen(gives.before) ?? 0, after: toYen(gives.after) ?? 0 },
      holds: holds.map((one, i) => holdOf(one, policies, [...path, 'holds', i], report)),
    },
  ];
};

const amountsOf = (raw: RawMomentState['amounts'], { losses }: Ground, path: Path, report: Report): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(raw ?? {}).map(([id, yen]) => {
      named('loss', id, losses, [...path, id]).forEach((fault) => report({ ...fault, key: true }));
      return [id, toYen(yen) ?? 0];
    }),
  );

const stateOf = (
  raw: RawMomentState,
  base: MomentState['amounts'],
  ground: Ground,
  path: Path,
  { facts }: MomentLibrary,
  report: Report,
): MomentState => {
  const other = raw.under !== undefined && raw.under !== ground.policy.id;
  if (other && raw.under !== ground.other?.id) {
    report({
      path: [...path, 'under'],
      found: `"${raw.under ?? ''}", under which this claim is not read`,
      allowed: listed([ground.policy.id, ...(ground.other ? [ground.other.id] : [])]),
      remedy: ground.of ? 'write one of these, or add alsoUnder: to the case' : 'delete it',
    });
  }
  const policy = other ? (ground.other ?? ground.policy) : ground.policy;
  return {
    schedule: valuesOf(raw.schedule, typesOfSchedule(policy.schedule), 'schedule entry', [...path, 'schedule'], report),
    facts: valuesOf(raw.facts, facts, 'fact', [...path, 'facts'], report),
    amounts: { ...base, ...amountsOf(raw.amounts, ground, [...path, 'amounts'], report) },
    other,
  };
};

const holdOf = (raw: RawMomentHold, policies: readonly Policy[], path: Path, report: Report): MomentHold => {
  if ('same' in raw) return { goes: 'same', figure: raw.same };
  if ('falls' in raw) return { goes: 'falls', figure: raw.falls };
  if ('rises' in raw) return { goes: 'rises', figure: raw.rises };
  const clauses = policies.flatMap((policy) => [...clauseTexts(policy).keys()]);
  named('cause', raw.cut, CAUSES, [...path, 'cut']).forEach(report);
  named('clause', raw.clause, clauses, [...path, 'clause']).forEach(report);
  const cut = CAUSES.find((one) => one === raw.cut) ?? 'limit';
  return { cut, clause: raw.clause, before: toYen(raw.before) ?? 0, after: toYen(raw.after) ?? 0 };
};
