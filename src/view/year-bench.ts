import type { Case } from '#casebook/case.ts';
import type { FactBook, Policy } from '#casebook/policy.ts';
import type { Year, YearReport } from '#casebook/year.ts';
import { addDays, addMonths, daysBetween, isDay, type Day } from '#domain/calendar.ts';
import { compile, type Compiled } from '#domain/assess.ts';
import type { Loss } from '#domain/assessment.ts';
import type { Name, Values } from '#domain/policy/wording.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { withPeriodLimit, type PeriodLimited } from '#simulation/period-limit.ts';
import { type PolicyYear, type Reported, type Year as Reckoned, type YearRefusal, yearOf, yearsOf } from '#simulation/year.ts';
import type { YearState } from './year-state.ts';

/** What a year is reckoned from. */
export interface YearSource {
  readonly year: Year;
  readonly policy: Policy;
  readonly facts: FactBook;
  readonly cases: Pick<ReadonlyMap<string, Case>, 'get'>;
}

interface Base {
  readonly report: YearReport;
  readonly of: Case;
  readonly facts: Values;
  readonly losses: readonly Loss[];
  /** The day of the case's own report. */
  readonly day: Day;
}

/** A year made ready: its reports with the facts and losses of the best ends of their cases, and the wording with and without the aggregate. */
export interface YearBench {
  readonly source: YearSource;
  readonly bases: readonly Base[];
  readonly plain: Compiled;
  readonly limited: PeriodLimited & { readonly compiled: Compiled };
}

export const benchOf = (source: YearSource): YearBench => {
  const { year, policy } = source;
  const limited = withPeriodLimit(policy.wording, year.aggregate.yen);
  return {
    source,
    bases: year.reports.map((report) => baseOf(report, source)),
    plain: compile(policy.wording),
    limited: { ...limited, compiled: compile(limited.wording) },
  };
};

const baseOf = (report: YearReport, { year, cases }: YearSource): Base => {
  const of = cases.get(report.case);
  if (!of) throw new Error(`the year ${year.id} was read without its case ${report.case}`);
  const claim = claimOf(of, endOn(of));
  const facts = { ...claim.facts, ...report.set };
  const day = facts[report.moves[0] ?? ''];
  if (!isDay(day)) throw new Error(`the case ${of.id} ends without the day ${report.moves[0] ?? ''}`);
  const losses = claim.losses
    .filter(({ id }) => report.losses?.includes(id) ?? true)
    // Two reports of one series may be of one case.
    .map((loss) => ({
      ...loss,
      id: `${report.id}.${loss.id}`,
      ...(loss.claim === undefined ? {} : { claim: `${report.id}.${loss.claim}` }),
    }));
  return { report, of, facts, losses, day };
};

/** The dated facts of a report as they stand when it is reported on this day. */
export const datesOf = ({ report, facts, day }: Base, on: Day): Readonly<Record<Name, Day>> => {
  const by = daysBetween(day, on);
  return Object.fromEntries(
    report.moves.flatMap((name): [Name, Day][] => {
      const value = facts[name];
      return isDay(value) ? [[name, addDays(value, by)]] : [];
    }),
  );
};

const reportedIn = ({ bases, source }: YearBench, state: YearState): readonly Reported[] =>
  bases.map((base): Reported => {
    const { id, series, on: opens } = base.report;
    const on = state.days[id] ?? opens;
    const turned = source.year.turns.flatMap(({ fact, reports }) =>
      reports.includes(id) && Object.hasOwn(state.facts, fact) ? [[fact, state.facts[fact]] as const] : [],
    );
    return {
      id,
      on,
      facts: { ...base.facts, ...datesOf(base, on), ...Object.fromEntries(turned) },
      losses: base.losses,
      ...(series === null ? {} : { series }),
    };
  });

/** The policy years of the contract: one, or two where it was renewed. */
export const policyYears = ({ source: { year }, limited }: YearBench, state: YearState): readonly [PolicyYear, ...PolicyYear[]] => {
  const { start, end, from } = year.period;
  const nth = (n: number): PolicyYear => ({
    from: addMonths(from, 12 * n),
    schedule: {
      ...year.schedule,
      [start]: addMonths(from, 12 * n),
      [end]: addMonths(from, 12 * (n + 1)),
      ...(state.aggregate.on ? { [limited.entry]: state.aggregate.yen } : {}),
    },
  });
  return state.renewed ? [nth(0), nth(1)] : [nth(0)];
};

/** The years of the contract as the engine reckons them. */
export const yearsIn = (bench: YearBench, state: YearState): readonly Reckoned[] | YearRefusal => {
  const compiled = state.aggregate.on ? bench.limited.compiled : bench.plain;
  const [first, ...more] = policyYears(bench, state);
  const reported = reportedIn(bench, state);
  if (more.length > 0) return yearsOf(compiled, [first, ...more], reported);
  const one = yearOf(compiled, first.schedule, reported);
  return 'refused' in one ? one : [one];
};
