import type { ClauseText } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import { en } from '#words/compare.en.ts';
import { ja } from '#words/compare.ja.ts';
import { axisOf } from './chart-axis.ts';
import type { BarsChart } from './chart-bars.ts';
import { barsOf } from './chart-bars.ts';
import type { ClaimView, Live } from './claim-view.ts';
import { compareScopeOf, type CompareSource, type Contract, type Ready, shelfOf } from './compare-bench.ts';
import { type LabBasis, labBasisOf } from './lab-leaflet.ts';
import { type CompareLinked, linkOfState, readLink } from './compare-link.ts';
import { type NonePays, nonePays } from './compare-none.ts';
import { type DifferenceRow, differenceRows, type ScheduleRow, scheduleRows } from './compare-rows.ts';
import type { CompareState } from './compare-state.ts';
import type { ChoiceControl, Controls } from './what-if.ts';

/** One contract of a comparison with everything its column shows. */
export interface Column {
  /** 契約A, 契約B, 契約C: letters by place, no order of merit. */
  readonly name: Text;
  readonly contract: Contract;
  readonly view: ClaimView;
  readonly live: Live;
  /** The entries of its schedule that can be turned: those that move the money of this claim, or all where none does yet. */
  readonly controls: Pick<Controls, 'schedule' | 'idle'>;
}

/** Two or three contracts and the same accident. Every figure on screen is of this object. */
export interface Compared {
  readonly state: CompareState;
  readonly columns: readonly Column[];
  /** Not all columns are of one wording: a contrast for teaching. */
  readonly isContrast: boolean;
  readonly schedule: readonly ScheduleRow[];
  /** What stands for all columns: the facts on which any of them turns, and the amounts of the items. */
  readonly facts: readonly ChoiceControl[];
  readonly amounts: Controls['amounts'];
  /** The first column, with the clauses and known facts of all: what the controls and causes of all columns are named by. */
  readonly shared: ClaimView;
  /** One bar for each column, on one scale. */
  readonly bars: BarsChart;
  readonly differences: readonly DifferenceRow[];
  readonly none: NonePays;
  /** What of the accident was turned, and what its figures rest on beside the schedules. */
  readonly basis: LabBasis;
  /** The wordings that say what is not paid; a product form has no such clauses. */
  readonly exclusions: readonly { readonly id: string; readonly title: Text }[];
}

export interface CompareView {
  readonly id: string;
  readonly title: Text;
  /** The version of the case; 0 where there is none. */
  readonly version: number;
  /** What a column may have. */
  readonly contracts: readonly Contract[];
  readonly start: CompareLinked;
  /** Where an address without a state opens: 元に戻す leads there. */
  readonly plain: CompareState;
  /** The comparison as it opens. */
  readonly opened: Compared;
  /** The comparison in a state; null where one of its columns cannot be worked out. */
  readonly at: (state: CompareState) => Compared | null;
  readonly linkOf: (state: CompareState) => Readonly<Record<string, string>>;
}

/** The comparison of an accident, opened at the state of an address. */
export const compareOf = (source: CompareSource, query: Readonly<Record<string, string>>): CompareView => {
  const { id, title, version, base, contracts, start } = source;
  const shelf = shelfOf(source);
  const scopeOf = (ids: readonly string[]) => compareScopeOf(version, shelf(ids));
  const idsOf = ({ columns }: CompareState): readonly string[] => columns.map(({ contract }) => contract);
  let last: Compared | null = null;
  const at = (state: CompareState): Compared | null => {
    const found = comparedOf(shelf(idsOf(state)), state, last);
    last = found ?? last;
    return found;
  };
  const offered = new Set(contracts.map(({ policy }) => policy.id));
  const read = readLink({ base, offered, scopeOf, start }, query);
  const asked = at(read.state);
  const opened = asked ?? at(start);
  if (!opened) throw new Error('an accident as it is can be assessed under its own contract');
  return {
    id,
    title,
    version,
    contracts,
    // What cannot be worked out together is not shown: the start takes its place.
    start: asked ? read : { state: start, link: 'damaged' },
    plain: start,
    opened,
    at,
    linkOf: (state) => linkOfState(base, scopeOf(idsOf(state)), state),
  };
};

/** The letter of a column by its place, and what it is called by it. */
export const columnLetter = (i: number): string => 'ABC'.charAt(i);
export const columnName = (i: number): Text => ({ ja: ja.column(columnLetter(i)), en: en.column(columnLetter(i)) });

/** What a column comes to; the same object as before where nothing that it reads has changed. */
const liveAt = (ready: Ready, state: CompareState, i: number, last: Compared | null): Live | null => {
  const { facts, amounts } = state;
  const schedule = state.columns[i]?.schedule ?? {};
  const was = last?.columns[i];
  const stays = was?.view === ready.view && last?.state.columns[i]?.schedule === schedule;
  if (stays && last?.state.facts === facts && last.state.amounts === amounts) return was.live;
  return ready.view.at({ schedule, facts, amounts }, null);
};

const comparedOf = (ready: readonly Ready[], state: CompareState, last: Compared | null): Compared | null => {
  const columns = ready.flatMap((one, i): Column[] => {
    const live = liveAt(one, state, i, last);
    const { schedule, idle } = one.view.controls;
    const controls = schedule.length > 0 ? { schedule, idle } : { schedule: idle, idle: [] };
    return live ? [{ name: columnName(i), contract: one.contract, view: one.view, live, controls }] : [];
  });
  const [[first], [one]] = [columns, ready];
  if (!first || !one || columns.length < ready.length) return null;
  const outcomes = columns.map(({ live }) => live.outcome);
  return {
    state,
    columns,
    isContrast: new Set(columns.map(({ view }) => view.policy.id)).size > 1,
    schedule: scheduleRows(ready, state.columns),
    facts: factsOf(columns),
    amounts: first.view.controls.amounts,
    shared: { ...first.view, clauses: clausesOf(columns), known: Object.assign({}, ...columns.toReversed().map(({ view }) => view.known)) },
    bars: barsTogether(columns),
    differences: differenceRows(outcomes),
    none: nonePays(
      columns.map(({ live }) => live.traced),
      one.bench.losses,
    ),
    basis: labBasisOf((ready.find(({ bench }) => bench.case !== null) ?? one).bench, { ...state, schedule: {} }),
    exclusions: [...new Set(columns.map(({ contract }) => contract.policy))].filter(({ wording }) =>
      wording.clauses.some(({ kind }) => kind === 'exclusion'),
    ),
  };
};

const clausesOf = (columns: readonly Column[]): ReadonlyMap<string, ClauseText> =>
  new Map(columns.toReversed().flatMap(({ view }) => [...view.clauses]));

/** The facts on which any of the columns turns: one control for each, which names the clauses of all columns. */
const factsOf = (columns: readonly Column[]): readonly ChoiceControl[] => {
  const all = columns.flatMap(({ view }) => view.controls.facts);
  return [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const same = all.filter((one) => one.name === name);
    const clauses = [...new Set(same.flatMap((one) => one.clauses))];
    const positions = same.flatMap((one) => one.positions).filter(({ id }, i, every) => every.findIndex((one) => one.id === id) === i);
    return same[0] ? [{ ...same[0], clauses, positions }] : [];
  });
};

/** The bar of the whole of each column, all on one scale. */
const barsTogether = (columns: readonly Column[]): BarsChart => {
  const rows = columns.flatMap(({ name, live }, i) =>
    barsOf(live.outcome)
      .rows.slice(-1)
      .map((row) => ({ ...row, id: String(i), label: name })),
  );
  return { rows, later: false, axis: axisOf(Math.max(...rows.map(({ claimed }) => claimed))) };
};
