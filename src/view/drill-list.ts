import type { DrillSummary } from '#casebook/drill.ts';

/** One row of the list of drills. */
export interface DrillRow extends DrillSummary {
  readonly done: boolean;
}

/** The drills of one kind, in the order in which they are listed. */
export interface DrillGroup {
  readonly group: DrillSummary['group'];
  readonly rows: readonly DrillRow[];
}

const GROUPS = ['exclusion', 'contract'] as const;
const LAST = Number.MAX_SAFE_INTEGER;

const runningOf = ({ group, clause }: DrillSummary): number => (group === 'exclusion' ? (clause?.running ?? LAST) : LAST);

/** Exclusions by their running number, the rules of the contract by their ids. */
const ordered = (drills: readonly DrillSummary[], group: DrillSummary['group']): readonly DrillSummary[] =>
  drills.filter((one) => one.group === group).toSorted((a, b) => runningOf(a) - runningOf(b) || (a.id < b.id ? -1 : 1));

/** The list of drills in its two groups; a group without any is left out. */
export const drillGroups = (drills: readonly DrillSummary[], done: ReadonlySet<string>): readonly DrillGroup[] =>
  GROUPS.map((group) => ({ group, rows: ordered(drills, group).map((one) => ({ ...one, done: done.has(one.id) })) })).filter(
    ({ rows }) => rows.length > 0,
  );

/** The drill that stands after this one in the list; none after the last. */
export const drillAfter = (drills: readonly DrillSummary[], id: string): DrillSummary | undefined => {
  const all = GROUPS.flatMap((group) => ordered(drills, group));
  return all[all.findIndex((one) => one.id === id) + 1];
};
