import type { YearHold } from '#casebook/year.ts';
import { yearsIn, type YearBench } from './year-bench.ts';
import { rowsOf, type YearSums } from './year-rows.ts';
import { openedOf, tried, type YearState } from './year-state.ts';

/** A year as it opens, and after its try. Both can be reckoned: content that cannot is refused. */
export interface BothWays {
  readonly opened: YearSums;
  readonly then: YearSums;
}

/** Both ends of a year; a sentence on why it has none. */
export const bothWays = (bench: YearBench): BothWays | string => {
  const { year } = bench.source;
  const opened = sumsAt(bench, openedOf(year));
  const then = sumsAt(bench, tried(openedOf(year), year.try.change));
  if (typeof opened === 'string') return opened;
  return typeof then === 'string' ? `after its try: ${then}` : { opened, then };
};

const sumsAt = (bench: YearBench, state: YearState): YearSums | string => {
  const years = yearsIn(bench, state);
  return 'refused' in years ? `${years.refused} at ${years.at}` : rowsOf(bench, state, years);
};

/** The figure that a line of `holds` speaks of. */
export const figureOf = ({ rows, totals }: YearSums, { report, figure }: Pick<YearHold, 'report' | 'figure'>): number => {
  if (report === null) return totals[figure];
  const row = rows.flatMap(({ reports }) => reports).find(({ id }) => id === report);
  if (!row || figure === 'own' || figure === 'entries') throw new Error(`no ${figure} of the report ${report ?? ''}`);
  return row[figure];
};

const keptBack = ({ rows }: YearSums, { report, by }: YearHold): boolean =>
  rows.some(({ reports, stopped }) => reports.some(({ id }) => id === report) && stopped.some(({ clause }) => clause === by));

/** What of a line of `holds` is not so, as the engine reckons it; null where all of it is. */
export const untrue = ({ opened, then }: BothWays, hold: YearHold): string | null => {
  const [now, after] = [figureOf(opened, hold), figureOf(then, hold)];
  if (hold.is === 'none' && now !== 0) return `${now} as it opens`;
  if (hold.is === 'some' && now === 0) return 'nothing as it opens';
  if (hold.by !== null && !keptBack(hold.is === null && hold.then !== null ? then : opened, hold)) return `not by ${hold.by}`;
  const moved = after < now ? 'less' : after > now ? 'more' : 'same';
  const holds = hold.then === null || hold.then === moved || (hold.then === 'none' && after === 0);
  return holds ? null : `${now} as it opens, ${after} after the try`;
};
