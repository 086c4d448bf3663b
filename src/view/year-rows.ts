import type { Day } from '#domain/calendar.ts';
import type { ItemResult } from '#domain/assessment.ts';
import type { Entry, Year as Reckoned } from '#simulation/year.ts';
import { PARTS, type Part } from './part.ts';
import type { YearBench } from './year-bench.ts';
import type { YearState } from './year-state.ts';

/** What one report comes to, in yen. `cut`: what the period aggregate takes. */
export interface ReportRow {
  readonly id: string;
  readonly claimed: number;
  readonly paid: number;
  readonly cut: number;
}

/** One claim of a year, in the order in which they count. Every amount in yen. */
export interface YearRow {
  readonly key: string;
  /** 1 for the first claim of all years. */
  readonly number: number;
  /** The policy year it belongs to: 0, or 1 after the renewal. */
  readonly period: number;
  readonly on: Day;
  readonly reports: readonly ReportRow[];
  readonly claimed: number;
  readonly notOwed: number;
  readonly paid: number;
  readonly open: number;
  readonly own: number;
  readonly cut: number;
  /** What the aggregate had before and has after it; null without one. */
  readonly left: { readonly before: number; readonly after: number } | null;
  /** The period clauses that keep yen of it back. */
  readonly stopped: readonly { readonly clause: string; readonly yen: number }[];
}

/** The sums over all claims, in yen, and what they are made of. */
export interface YearTotals {
  readonly claimed: number;
  readonly notOwed: number;
  readonly paid: number;
  readonly open: number;
  readonly own: number;
  readonly cut: number;
  readonly entries: number;
  /** Per policy year what its aggregate has left; empty without one. */
  readonly left: readonly number[];
  readonly parts: readonly { readonly part: Part; readonly yen: number }[];
}

export interface YearSums {
  readonly rows: readonly YearRow[];
  readonly totals: YearTotals;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The claims of the years as rows, with their sums. */
export const rowsOf = (bench: YearBench, state: YearState, years: readonly Reckoned[]): YearSums => {
  const rows: YearRow[] = [];
  for (const [period, { entries }] of years.entries())
    for (const entry of entries) rows.push(rowOf(bench, state, entry, period, rows.length + 1));
  const of = (what: 'claimed' | 'notOwed' | 'paid' | 'open' | 'own' | 'cut'): number => sum(rows.map((row) => row[what]));
  const items = years.flatMap(({ entries }) => entries.flatMap(({ assessment }) => assessment.items));
  const left = state.aggregate.on
    ? years.map((_, period) => rows.findLast((row) => row.period === period)?.left?.after ?? state.aggregate.yen)
    : [];
  return {
    rows,
    totals: {
      claimed: of('claimed'),
      notOwed: of('notOwed'),
      paid: of('paid'),
      open: of('open'),
      own: of('own'),
      cut: of('cut'),
      entries: rows.length,
      left,
      parts: partsOf(items),
    },
  };
};

const partsOf = (items: readonly ItemResult[]): YearTotals['parts'] => {
  const sums = new Map<Part, number>();
  const add = (part: Part, yen: number): void => void sums.set(part, (sums.get(part) ?? 0) + yen);
  for (const { paid, open, cuts } of items) {
    add('paid', paid);
    add('open', open);
    for (const { cause, amount } of cuts) add(cause, amount);
  }
  return PARTS.flatMap((part) => {
    const yen = sums.get(part) ?? 0;
    return yen > 0 ? [{ part, yen }] : [];
  });
};

const rowOf = (
  bench: YearBench,
  state: YearState,
  { on, reports, assessment, usedBefore, leftAfter }: Entry,
  period: number,
  number: number,
): YearRow => {
  const { pool } = bench.limited;
  const { items, claimed, notOwed, paid, open, ownCost } = assessment;
  const cutOf = (of: readonly ItemResult[]): number =>
    sum(of.flatMap(({ cuts }) => cuts.filter((cut) => cut.cause === 'aggregate' && cut.pool === pool)).map(({ amount }) => amount));
  const before = state.aggregate.yen - (usedBefore[pool] ?? 0);
  const periods = new Set(bench.plain.wording.clauses.filter(({ kind }) => kind === 'period').map(({ id }) => id));
  const stops = items.flatMap(({ cuts }) => cuts.filter(({ clause, cause }) => cause === 'not-covered' && periods.has(clause ?? '')));
  return {
    key: reports.join('+'),
    number,
    period,
    on,
    reports: reports.map((id) => {
      const mine = items.filter((item) => item.id.startsWith(`${id}.`));
      return { id, claimed: sum(mine.map((item) => item.claimed)), paid: sum(mine.map((item) => item.paid)), cut: cutOf(mine) };
    }),
    claimed,
    notOwed,
    paid,
    open,
    own: ownCost,
    cut: cutOf(items),
    left: state.aggregate.on ? { before, after: leftAfter[pool] ?? before } : null,
    stopped: [...new Set(stops.map(({ clause }) => clause ?? ''))].map((clause) => ({
      clause,
      yen: sum(stops.filter((cut) => cut.clause === clause).map(({ amount }) => amount)),
    })),
  };
};
