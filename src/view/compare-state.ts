import type { Values } from '#domain/policy/wording.ts';

/** One contract of a comparison: which wording or form it has, and what of its schedule was turned over what was agreed. */
export interface ColumnState {
  readonly contract: string;
  readonly schedule: Values;
}

/** Where a comparison stands. Facts and amounts are those of all columns: it is the same accident. Amounts are in yen, by item. */
export interface CompareState {
  readonly columns: readonly ColumnState[];
  readonly facts: Values;
  readonly amounts: Readonly<Record<string, number>>;
}

export const LEAST_COLUMNS = 2;
export const MOST_COLUMNS = 3;

const replaced = (state: CompareState, at: number, now: (was: ColumnState) => ColumnState): CompareState => ({
  ...state,
  columns: state.columns.map((column, i) => (i === at ? now(column) : column)),
});

/** The comparison with entries of one column's schedule set. */
export const withSchedule = (state: CompareState, at: number, sets: Values): CompareState =>
  replaced(state, at, (was) => ({ ...was, schedule: { ...was.schedule, ...sets } }));

/** The comparison with another contract in a column, as agreed. */
export const withContract = (state: CompareState, at: number, contract: string): CompareState =>
  replaced(state, at, () => ({ contract, schedule: {} }));

/** The comparison with facts or amounts set, for all columns. */
export const withAccident = (state: CompareState, group: 'facts' | 'amounts', sets: Values): CompareState =>
  group === 'facts'
    ? { ...state, facts: { ...state.facts, ...sets } }
    : { ...state, amounts: { ...state.amounts, ...(sets as CompareState['amounts']) } };

/** The comparison with one column more, which begins like the first. */
export const withColumn = (state: CompareState): CompareState => {
  const [first] = state.columns;
  return first && state.columns.length < MOST_COLUMNS ? { ...state, columns: [...state.columns, first] } : state;
};

/** The comparison without one of its columns. */
export const withoutColumn = (state: CompareState, at: number): CompareState =>
  state.columns.length > LEAST_COLUMNS ? { ...state, columns: state.columns.filter((_, i) => i !== at) } : state;
