import type { Claim, Loss } from '#domain/assessment.ts';
import { trace, type Compiled, type Refusal, type Traced } from '#domain/assess.ts';
import type { Day } from '#domain/calendar.ts';
import type { Name, PoolId, Values } from '#domain/policy/wording.ts';

/** One accident as it was reported. */
export interface Reported {
  readonly id: string;
  /** The day of the claim or, where only own costs arose, of the report. It gives the order; the clauses of the wording read their days from the facts. */
  readonly on: Day;
  readonly facts: Values;
  readonly losses: readonly Loss[];
  /** Reports of one name are held to be 一連の損害賠償請求; whether they count as one claim, the series clause of the wording decides. */
  readonly series?: string;
}

/** One claim of the year with its assessment. Every amount is in yen. */
export interface Entry {
  /** The report it is counted from: of a series, the first. */
  readonly id: string;
  /** The day it counts as made: of a series, that of the first (DOMAIN 2.2). */
  readonly on: Day;
  /** The reports it holds, in order. The items of the assessment stand in the order of these reports. */
  readonly reports: readonly string[];
  /** What was assessed; its `used` is `usedBefore`. */
  readonly claim: Claim;
  readonly assessment: Traced;
  /** Per pool: what the earlier claims of the year received. While one of them is open, the least it may receive. */
  readonly usedBefore: Readonly<Record<PoolId, number>>;
  /** What is left of each period aggregate that applied to this claim, after it. */
  readonly leftAfter: Readonly<Record<PoolId, number>>;
}

/** The sums over the entries, in yen. There is no range: what an open claim may still receive could be missing to a later one. */
export type Totals = Pick<Traced, 'claimed' | 'notOwed' | 'paid' | 'open' | 'ownCost'>;

/** The claims of one policy year in the order they count as made. */
export interface Year {
  readonly entries: readonly Entry[];
  readonly totals: Totals;
}

/** Why a year cannot be reckoned, and at which report. `series-open`: whether reports are one claim rests on facts not known yet. */
export type YearRefusal = (Refusal | { readonly refused: 'series-open'; readonly names: readonly Name[] }) & { readonly at: string };

/** A policy year: its first day, and its own schedule with the dates of its period. */
export interface PolicyYear {
  readonly from: Day;
  readonly schedule: Values;
}

/** One claim: the report it is counted from, and those that are one series with it. */
type Made = readonly [first: Reported, ...more: Reported[]];

/**
 * One policy year under one schedule: the reports in the order of their days (of one day, as listed), each assessed with what the earlier
 * ones received taken from the period aggregates. No report is left out for its day: a claim after expiry and a leak before inception
 * are for the period clauses of the wording.
 */
export const yearOf = (compiled: Compiled, schedule: Values, reported: readonly Reported[]): Year | YearRefusal => {
  const made = madeOf(compiled, () => schedule, reported);
  return 'refused' in made ? made : reckoned(compiled, schedule, made);
};

/**
 * A contract that was renewed: the day of the claim selects the year (DOMAIN 2.1), that of the first a whole series; each year has its
 * schedule and a fresh aggregate. A claim before the first of these years goes to the first. The years stand in order.
 */
export const yearsOf = (
  compiled: Compiled,
  years: readonly [PolicyYear, ...PolicyYear[]],
  reported: readonly Reported[],
): readonly Year[] | YearRefusal => {
  const yearOn = (day: Day): PolicyYear => years.findLast(({ from }) => from <= day) ?? years[0];
  const made = madeOf(compiled, (day) => yearOn(day).schedule, reported);
  if ('refused' in made) return made;
  const all: Year[] = [];
  for (const year of years) {
    const mine = made.filter(([first]) => yearOn(first.on) === year);
    const one = reckoned(compiled, year.schedule, mine);
    if ('refused' in one) return one;
    all.push(one);
  }
  return all;
};

const byDay = (a: Reported, b: Reported): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** The reports as claims, in the order they count as made. */
const madeOf = (compiled: Compiled, scheduleOn: (day: Day) => Values, reported: readonly Reported[]): readonly Made[] | YearRefusal => {
  const made: Made[] = [];
  let [first, ...waiting] = reported.toSorted(byDay);
  while (first !== undefined) {
    const { series } = first;
    const related = series === undefined ? [] : waiting.filter((one) => one.series === series);
    const one = related.length > 0 && oneSeries(compiled, scheduleOn(first.on), first);
    if (typeof one === 'object') return one;
    made.push(one ? [first, ...related] : [first]);
    [first, ...waiting] = one ? waiting.filter((other) => other.series !== series) : waiting;
  }
  return made;
};

/** Whether a series clause of the wording is met, as the facts of the first report have it. */
const oneSeries = (compiled: Compiled, schedule: Values, { id, facts }: Reported): boolean | YearRefusal => {
  const series = compiled.know(facts, schedule).findings.filter(({ kind }) => kind === 'series');
  if (series.some(({ result }) => result === 'met')) return true;
  const names = [...new Set(series.flatMap(({ needs }) => needs))];
  return names.length > 0 && { refused: 'series-open', names, at: id };
};

const reckoned = (compiled: Compiled, schedule: Values, made: readonly Made[]): Year | YearRefusal => {
  const entries: Entry[] = [];
  const totals = { claimed: 0, notOwed: 0, paid: 0, open: 0, ownCost: 0 };
  let used: Record<PoolId, number> = {};
  for (const reports of made) {
    const [{ id, on, facts }] = reports;
    const claim: Claim = { facts, schedule, losses: reports.flatMap(({ losses }) => losses), used };
    const assessment = trace(compiled, claim);
    if ('refused' in assessment) return { ...assessment, at: id };
    for (const sum of SUMS) totals[sum] += assessment[sum];
    if (totals.claimed > Number.MAX_SAFE_INTEGER) return { refused: 'too-large', claimed: totals.claimed, at: id };

    const usedBefore = used;
    const leftAfter: Record<PoolId, number> = {};
    used = { ...used };
    for (const { pool, paid, aggregateLeft } of assessment.pools) {
      used[pool] = (used[pool] ?? 0) + paid;
      if (aggregateLeft !== null) leftAfter[pool] = aggregateLeft;
    }
    entries.push({ id, on, reports: reports.map((one) => one.id), claim, assessment, usedBefore, leftAfter });
  }
  return { entries, totals };
};

const SUMS = ['claimed', 'notOwed', 'paid', 'open', 'ownCost'] as const satisfies readonly (keyof Totals)[];
