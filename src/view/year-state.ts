import type { Year, YearChange } from '#casebook/year.ts';
import { addDays, addMonths, daysBetween, type Day } from '#domain/calendar.ts';
import type { Name, Value, Values } from '#domain/policy/wording.ts';

/** How a year stands: the days of its reports, the assumed period aggregate, whether it was renewed, and the facts that were turned. */
export interface YearState {
  readonly days: Readonly<Record<string, Day>>;
  /** In yen. */
  readonly aggregate: { readonly yen: number; readonly on: boolean };
  readonly renewed: boolean;
  /** Only facts of the year's turns; unknown is there as undefined. */
  readonly facts: Values;
}

/** How the year opens. */
export const openedOf = ({ reports, aggregate, renewed }: Year): YearState => ({
  days: Object.fromEntries(reports.map(({ id, on }) => [id, on])),
  aggregate,
  renewed,
  facts: {},
});

/** The state after its try. */
export const tried = (state: YearState, { days, facts, renewed, aggregate }: YearChange): YearState => ({
  days: { ...state.days, ...days },
  aggregate: { ...state.aggregate, on: aggregate ?? state.aggregate.on },
  renewed: renewed ?? state.renewed,
  facts: { ...state.facts, ...facts },
});

/** The first and the last day that a report may stand on: three months before inception to two years after it. */
export const reachOf = (from: Day): { readonly first: Day; readonly last: Day } => ({
  first: addMonths(from, -3),
  last: addDays(addMonths(from, 24), -1),
});

const within = (day: Day, { first, last }: ReturnType<typeof reachOf>): Day => (day < first ? first : day > last ? last : day);

/** The state with a report on another day, kept within reach. */
export const withDay = (state: YearState, from: Day, id: string, on: Day): YearState => ({
  ...state,
  days: { ...state.days, [id]: within(on, reachOf(from)) },
});

/** The day so many days, and months, later. */
export const later = (on: Day, by: { readonly days?: number; readonly months?: number }): Day =>
  addDays(addMonths(on, by.months ?? 0), by.days ?? 0);

/** The state with a fact turned; where it is turned back to what it was, nothing is said of it. */
export const withFact = (
  state: YearState,
  { fact, original }: { readonly fact: Name; readonly original: Value | undefined },
  value: Value | undefined,
): YearState => {
  const rest = Object.entries(state.facts).filter(([name]) => name !== fact);
  return { ...state, facts: Object.fromEntries(value === original ? rest : [...rest, [fact, value]]) };
};

/** The scale that the reports stand on. Places are shares of its length, 0 to 1. */
export interface YearScale {
  readonly first: Day;
  readonly last: Day;
  /** How many days it has; the last has this number less 1. */
  readonly days: number;
  readonly months: readonly { readonly on: Day; readonly at: number; readonly starts: 'first' | 'second' | null }[];
}

export const scaleOf = (from: Day): YearScale => {
  const { first, last } = reachOf(from);
  const days = daysBetween(first, last) + 1;
  const months = Array.from({ length: 27 }, (_, i) => i).map((i) => {
    const on = addMonths(from, i - 3);
    return { on, at: daysBetween(first, on) / (days - 1), starts: i === 3 ? ('first' as const) : i === 15 ? ('second' as const) : null };
  });
  return { first, last, days, months };
};

/** Where a day stands on the scale, from 0 to 1; what lies before or after it stands at its end. */
export const placeOf = ({ first, days }: YearScale, on: Day): number => Math.min(1, Math.max(0, daysBetween(first, on) / (days - 1)));

/** The number of a day on the scale, and the day of a number. */
export const numberOf = ({ first }: YearScale, on: Day): number => daysBetween(first, on);
export const dayAt = ({ first }: YearScale, number: number): Day => addDays(first, number);
