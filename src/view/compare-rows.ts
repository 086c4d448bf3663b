import type { From, Text } from '#casebook/text.ts';
import type { Ready } from './compare-bench.ts';
import type { ColumnState } from './compare-state.ts';
import type { Outcome } from './outcome.ts';
import { type Part, PARTS } from './part.ts';
import { shown, type Shown } from './shown.ts';
import { idOf } from './what-if-bench.ts';

/** An entry of one contract's schedule. What was turned is 仮定, wherever it came from before. */
export interface ScheduleCell {
  readonly label: Text;
  readonly value: Shown;
  readonly from: From;
  /** What was agreed, where it was turned to something else. */
  readonly before: Shown | null;
}

/** An entry of the schedule in every column; null where the contract has no such thing. */
export interface ScheduleRow {
  readonly name: string;
  readonly label: Text;
  readonly cells: readonly (ScheduleCell | null)[];
  readonly differs: boolean;
}

/** A figure of every column in whole yen, and by how much it is more or less than that of the first. */
export interface DifferenceRow {
  /** `paid`: at least, `most`: at most, `own`: what stays with the insured at most; the rest is why it was not paid. */
  readonly what: 'claimed' | 'most' | 'own' | Part;
  readonly yen: readonly number[];
  readonly differences: readonly number[];
}

/** The schedules of the columns, entry by entry, in the order of the first that has it. */
export const scheduleRows = (ready: readonly Ready[], columns: readonly ColumnState[]): readonly ScheduleRow[] => {
  const names = [...new Set(ready.flatMap(({ bench }) => Object.keys(bench.policy.schedule)))];
  return names.flatMap((name): ScheduleRow[] => {
    const cells = ready.map((one, i) => cellOf(one, name, columns[i]));
    const label = cells.find((cell) => cell !== null)?.label;
    const said = new Set(cells.map((cell) => JSON.stringify(cell && cell.value)));
    return label ? [{ name, label, cells, differs: said.size > 1 }] : [];
  });
};

const cellOf = ({ bench: { policy, case: of, claim } }: Ready, name: string, column: ColumnState | undefined): ScheduleCell | null => {
  const entry = policy.schedule[name];
  if (!entry) return null;
  const agreed = (of?.policy === policy.id ? of.schedule : of?.alsoUnder?.schedule)?.[name];
  const original = claim.schedule?.[name] ?? entry.value;
  const now = column?.schedule[name] ?? original;
  const isTurned = idOf(now) !== idOf(original);
  return {
    label: entry.label,
    value: shown(entry.type, now, entry.values),
    from: isTurned ? 'assumed' : (agreed?.from ?? entry.from),
    before: isTurned ? shown(entry.type, original, entry.values) : null,
  };
};

const partYen = ({ bars }: Outcome, part: Part): number =>
  (bars.at(-1)?.segments ?? []).filter((one) => one.part === part).reduce((sum, { yen }) => sum + yen, 0);

/** The figures of the columns beside each other: the sums, and then every cause that takes something in any of them. */
export const differenceRows = (outcomes: readonly Outcome[]): readonly DifferenceRow[] => {
  const row = (what: DifferenceRow['what'], of: (outcome: Outcome) => number): DifferenceRow => {
    const yen = outcomes.map(of);
    return { what, yen, differences: yen.map((one) => one - (yen[0] ?? 0)) };
  };
  const isOpen = outcomes.some(({ low, high }) => low !== high);
  const causes = PARTS.filter((part) => part !== 'paid' && outcomes.some((outcome) => partYen(outcome, part) > 0));
  return [
    row('claimed', ({ claimed }) => claimed),
    row('paid', ({ low }) => low),
    ...(isOpen ? [row('most', ({ high }) => high)] : []),
    row('own', ({ ownCost }) => ownCost),
    ...causes.map((part) => row(part, (outcome) => partYen(outcome, part))),
  ];
};
