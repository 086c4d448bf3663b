import { daysBetween } from '#domain/calendar.ts';
import type { Name, Values } from '#domain/policy/wording.ts';
import { named, once } from '../check/references.ts';
import { writtenYenFaults } from '../check/texts.ts';
import type { Policy } from '../policy.ts';
import type { Fault, Path, Problem, Reading } from '../read/problem.ts';
import { refused } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml, type Source } from '../read/yaml.ts';
import { toYen, toYesNo, type Bare } from '../schema/scalars.ts';
import { yearsFile, type RawYear, type RawYears } from '../schema/years.ts';
import type { Year, YearChange, YearFigure, YearHold } from '../year.ts';
import type { PairLibrary } from './pairs.ts';
import { typesOfSchedule, valuesOf } from './values.ts';
import { yearTextFaults } from './year-texts.ts';

/** The years as read, with the file they came from. */
export interface YearsSource {
  readonly years: readonly Year[];
  readonly source: Source;
}

type Report = (fault: Fault) => void;

/** Reads years.yaml: its shape, then its references. Whether what it says is so, the engine checks. */
export const readYears = (text: string, file: string, library: PairLibrary): Reading<YearsSource> => {
  const source = readYaml(text, file);
  if (!source.ok) return source;
  const shape = shaped(source.value, yearsFile);
  if (!shape.ok) return shape;
  const problems: Problem[] = [];
  const report: Report = (fault) => void problems.push(source.value.place(fault));
  const raw: RawYears['years'] = shape.value.years;
  const years = raw.flatMap((one, i) => yearOf(one, ['years', i], library, report));
  [
    ...once(
      'year',
      raw.map(({ id }) => id),
      (i) => ['years', i, 'id'],
    ),
    ...raw.flatMap((one, i) => yearTextFaults(one, ['years', i], library.policies[one.policy])),
    ...writtenYenFaults(source.value.value),
  ].forEach(report);
  return problems.length > 0 ? refused(problems) : { ok: true, value: { years, source: source.value } };
};

const yearOf = (raw: RawYear, path: Path, library: PairLibrary, report: Report): Year[] => {
  named('policy', raw.policy, Object.keys(library.policies), [...path, 'policy']).forEach(report);
  const policy = library.policies[raw.policy];
  if (!policy) return [];
  const ids = raw.reports.map(({ id }) => id);
  once('report', ids, (i) => [...path, 'reports', i, 'id']).forEach(report);
  const yes = (value: Bare, at: readonly string[]): boolean => {
    const found = toYesNo(value);
    if (found === null)
      report({ path: [...path, ...at], found: `"${String(value)}"`, allowed: 'yes or no', remedy: 'write one of the two' });
    return found ?? false;
  };
  const reports = raw.reports.map((one, i) => reportOf(one, [...path, 'reports', i], policy, library, report));
  const turns = (raw.turns ?? []).map(({ fact, reports: of }, i) => {
    named('fact', fact, yesNoFacts(library), [...path, 'turns', i, 'fact']).forEach(report);
    for (const [r, id] of of.entries()) named('report', id, ids, [...path, 'turns', i, 'reports', r]).forEach(report);
    return { fact, reports: of };
  });
  const { id, version, title, lead, finding, aggregate } = raw;
  return [
    {
      id,
      version,
      policy: raw.policy,
      title,
      lead,
      period: periodOf(raw, path, policy, report),
      schedule: valuesOf(raw.schedule, typesOfSchedule(policy.schedule), 'schedule entry', [...path, 'schedule'], report),
      aggregate: { yen: toYen(aggregate.amount) ?? 0, on: yes(aggregate.on, ['aggregate', 'on']) },
      renewed: yes(raw.renewed, ['renewed']),
      turns,
      reports,
      try: { label: raw.try.label, change: changeOf(raw, ids, path, library, report, yes) },
      finding,
      holds: raw.holds.flatMap((one, i) => holdOf(one, ids, policy, [...path, 'holds', i], report)),
    },
  ];
};

const yesNoFacts = ({ facts }: PairLibrary): readonly Name[] =>
  Object.values(facts).flatMap(({ id, type }) => (type === 'yesno' ? [id] : []));
const dateFacts = ({ facts }: PairLibrary): readonly Name[] =>
  Object.values(facts).flatMap(({ id, type }) => (type === 'date' ? [id] : []));

const periodOf = (raw: RawYear, path: Path, policy: Policy, report: Report): Year['period'] => {
  const dates = Object.entries(policy.schedule).flatMap(([name, { type }]) => (type === 'date' ? [name] : []));
  for (const side of ['start', 'end'] as const) named('schedule date', raw.period[side], dates, [...path, 'period', side]).forEach(report);
  return raw.period;
};

const reportOf = (
  raw: RawYear['reports'][number],
  path: Path,
  policy: Policy,
  library: PairLibrary,
  report: Report,
): Year['reports'][number] => {
  named('case', raw.case, library.caseIds, [...path, 'case']).forEach(report);
  const of = library.cases.get(raw.case);
  if (of && of.policy !== policy.id)
    report({
      path: [...path, 'case'],
      found: `${of.id}, a case of ${of.policy}`,
      allowed: `cases of ${policy.id}`,
      remedy: 'choose another case, or another policy for the year',
    });
  raw.moves.forEach((name, i) => named('date fact', name, dateFacts(library), [...path, 'moves', i]).forEach(report));
  const losses = of?.losses.map(({ id }) => id) ?? [];
  if (of) raw.losses?.forEach((id, i) => named('loss', id, losses, [...path, 'losses', i]).forEach(report));
  return {
    id: raw.id,
    case: raw.case,
    on: raw.on,
    moves: raw.moves,
    losses: raw.losses ?? null,
    series: raw.series ?? null,
    set: valuesOf(raw.set, library.facts, 'fact', [...path, 'set'], report),
  };
};

const changeOf = (
  raw: RawYear,
  ids: readonly string[],
  path: Path,
  library: PairLibrary,
  report: Report,
  yes: (value: Bare, at: readonly string[]) => boolean,
): YearChange => {
  const { days = {}, facts, renewed, aggregate } = raw.try;
  for (const [id, on] of Object.entries(days)) {
    const at = [...path, 'try', 'days', id];
    named('report', id, ids, at).forEach(report);
    if (Math.abs(daysBetween(raw.period.from, on)) > 800)
      report({ path: at, found: `the day ${on}`, allowed: 'a day in the policy year or beside it', remedy: 'correct the day' });
  }
  const turned = (raw.turns ?? []).map(({ fact }) => fact);
  for (const name of Object.keys(facts ?? {})) named('fact to be turned', name, turned, [...path, 'try', 'facts', name]).forEach(report);
  const values: Values = valuesOf(facts, library.facts, 'fact', [...path, 'try', 'facts'], report);
  return {
    days,
    facts: values,
    renewed: renewed === undefined ? null : yes(renewed, ['try', 'renewed']),
    aggregate: aggregate === undefined ? null : yes(aggregate, ['try', 'aggregate']),
  };
};

const FIGURES: readonly YearFigure[] = ['claimed', 'paid', 'own', 'cut', 'entries'];
/** What is reckoned for one report alone. */
const OF_A_REPORT: readonly YearFigure[] = ['claimed', 'paid', 'cut'];

const holdOf = (raw: RawYear['holds'][number], ids: readonly string[], policy: Policy, path: Path, report: Report): YearHold[] => {
  const [first = '', second] = raw.what.split('.', 2);
  const [of, figure] = second === undefined ? [null, first] : [first, second];
  const faults = [
    ...(of === null ? [] : named('report', of, ids, [...path, 'what'])),
    ...named('figure', figure, of === null ? FIGURES : OF_A_REPORT, [...path, 'what']),
    ...(raw.by === undefined
      ? []
      : named(
          'clause',
          raw.by,
          policy.wording.clauses.map(({ id }) => id),
          [...path, 'by'],
        )),
    ...((raw.is ?? raw.by ?? raw.then) === undefined
      ? [{ path, found: 'a line that claims nothing', allowed: 'is:, by: or then:', remedy: 'write one of them' }]
      : []),
    ...(raw.by !== undefined && of === null
      ? [{ path: [...path, 'by'], found: 'by: of the whole year', allowed: 'by: of one report', remedy: 'write REPORT.paid' }]
      : []),
  ];
  faults.forEach(report);
  if (faults.length > 0) return [];
  return [{ report: of, figure: figure as YearFigure, is: raw.is ?? null, by: raw.by ?? null, then: raw.then ?? null }];
};
