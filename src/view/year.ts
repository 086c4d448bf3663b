import { clauseTexts, type ClauseText } from '#casebook/policy.ts';
import type { From, Text } from '#casebook/text.ts';
import type { Day } from '#domain/calendar.ts';
import type { Name } from '#domain/policy/wording.ts';
import { shown, type Shown } from './shown.ts';
import { benchOf, datesOf, policyYears, type YearBench, type YearSource, yearsIn } from './year-bench.ts';
import { bothWays } from './year-check.ts';
import { yearLinked, yearLinkOf, type YearLinked } from './year-link.ts';
import { rowsOf, type YearSums } from './year-rows.ts';
import { openedOf, scaleOf, tried, type YearScale, type YearState } from './year-state.ts';
import { yearText } from './year-text.ts';

/** A value that the year puts in the place of another: a term of the contract, or a fact. */
interface Named {
  readonly name: Name;
  readonly label: Text;
  readonly shown: Shown;
  readonly from: From;
}

/** A report as the screen names it. */
export interface YearReportView {
  readonly id: string;
  readonly case: string;
  readonly title: Text;
  /** Where it holds only some losses of the case, what these are called. */
  readonly losses: readonly Text[];
  readonly claimed: number;
  readonly series: boolean;
  /** What the day itself is, e.g. 損害賠償請求の日. */
  readonly day: Text;
  /** The facts that the year assumes, but for those that it turns. */
  readonly assumed: readonly Named[];
}

/** A fact to be turned: yes, no or unknown. */
export interface YearTurnView {
  readonly fact: Name;
  readonly question: Text;
  readonly original: boolean | undefined;
}

/** A dated fact that goes with a report. */
export interface YearDate {
  readonly name: Name;
  readonly label: Text;
  readonly on: Day;
}

/** A year as it stands. `sums` is null where it cannot be reckoned; `asked` are then the facts to settle, as far as that is the reason. */
export interface YearStanding {
  readonly state: YearState;
  readonly sums: YearSums | null;
  readonly asked: readonly Text[];
  /** Inception and expiry of each policy year. */
  readonly periods: readonly { readonly from: Day; readonly end: Day }[];
  /** By report id, its dated facts but the day itself. */
  readonly dates: Readonly<Record<string, readonly YearDate[]>>;
}

/** Everything the screen of one year shows. */
export interface YearView {
  readonly id: string;
  readonly title: Text;
  readonly lead: Text;
  readonly finding: Text;
  readonly policy: { readonly id: string; readonly title: Text };
  readonly clauses: ReadonlyMap<string, ClauseText>;
  readonly contract: readonly Named[];
  readonly reports: readonly YearReportView[];
  readonly turns: readonly YearTurnView[];
  readonly scale: YearScale;
  /** The day of the first inception. */
  readonly from: Day;
  readonly opened: YearState;
  /** What is paid as the year opens, in yen. */
  readonly openedPaid: number;
  readonly try: { readonly label: Text; readonly state: YearState };
  readonly start: YearLinked;
  readonly at: (state: YearState) => YearStanding;
  readonly link: (state: YearState) => Readonly<Record<string, string>>;
}

/** The screen of a year, standing as the address says. */
export const yearView = (source: YearSource, query: Readonly<Record<string, string>>): YearView => {
  const { year, policy } = source;
  const bench = benchOf(source);
  const both = bothWays(bench);
  if (typeof both === 'string') throw new Error(`the year ${year.id} cannot be reckoned: ${both}`);
  const opened = openedOf(year);
  return {
    id: year.id,
    title: yearText(year.title, source, both),
    lead: yearText(year.lead, source, both),
    finding: yearText(year.finding, source, both),
    policy: { id: policy.id, title: policy.title },
    clauses: clauseTexts(policy),
    contract: Object.entries(policy.schedule).flatMap(([name, { label, type, values, value, from }]) =>
      type === 'date'
        ? []
        : [{ name, label, shown: shown(type, year.schedule[name] ?? value, values), from: name in year.schedule ? 'assumed' : from }],
    ),
    reports: bench.bases.map((base) => reportOf(base, source)),
    turns: year.turns.map(({ fact, reports }) => ({
      fact,
      question: source.facts[fact]?.question ?? { ja: fact, en: fact },
      original: bench.bases.find(({ report }) => reports.includes(report.id))?.facts[fact] as boolean | undefined,
    })),
    scale: scaleOf(year.period.from),
    from: year.period.from,
    opened,
    openedPaid: both.opened.totals.paid,
    try: { label: yearText(year.try.label, source, both), state: tried(opened, year.try.change) },
    start: yearLinked(source, query),
    at: (state) => standingAt(bench, state),
    link: (state) => yearLinkOf(source, state),
  };
};

const reportOf = ({ report, of, losses, facts: known }: YearBench['bases'][number], { facts, year }: YearSource): YearReportView => {
  const [day = ''] = report.moves;
  const turned = year.turns.flatMap((turn) => (turn.reports.includes(report.id) ? [turn.fact] : []));
  return {
    id: report.id,
    case: of.id,
    title: of.title,
    losses: report.losses === null ? [] : of.losses.filter(({ id }) => report.losses?.includes(id)).map(({ label }) => label),
    claimed: losses.reduce((sum, { amount }) => sum + amount, 0),
    series: report.series !== null,
    day: facts[day]?.label ?? { ja: day, en: day },
    assumed: Object.keys(report.set).flatMap((name): Named[] => {
      const [fact, value] = [facts[name], known[name]];
      return fact && value !== undefined && fact.type !== 'date' && !turned.includes(name)
        ? [{ name, label: fact.label, shown: shown(fact.type, value, fact.valueLabels), from: 'assumed' }]
        : [];
    }),
  };
};

const standingAt = (bench: YearBench, state: YearState): YearStanding => {
  const { year, facts } = bench.source;
  const years = yearsIn(bench, state);
  const label = (name: Name): Text => facts[name]?.label ?? { ja: name, en: name };
  return {
    state,
    sums: 'refused' in years ? null : rowsOf(bench, state, years),
    asked: 'refused' in years && 'names' in years ? years.names.map(label) : [],
    periods: policyYears(bench, state).map(({ from, schedule }) => ({ from, end: String(schedule[year.period.end]) })),
    dates: Object.fromEntries(
      bench.bases.map((base): [string, readonly YearDate[]] => {
        const { id, moves, on } = base.report;
        const dates = Object.entries(datesOf(base, state.days[id] ?? on));
        return [id, dates.flatMap(([name, day]) => (name === moves[0] ? [] : [{ name, label: label(name), on: day }]))];
      }),
    ),
  };
};
