import type { ScheduleEntry } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import type { Compiled } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import { poolsOf } from '#domain/payout/tree.ts';
import type { Name, TermKind, Wording } from '#domain/policy/wording.ts';
import { grid } from '#simulation/sweep.ts';

/** An entry of the schedule that an axis of the table turns. */
export interface AxisEntry {
  readonly name: Name;
  readonly label: Text;
  /** The clause that is turned with it. */
  readonly clause: string | null;
}

/** What is paid at least for each pair of a limit (rows) and a deductible (columns), in yen. */
export interface LabTable {
  readonly limits: readonly number[];
  readonly deductibles: readonly number[];
  readonly cells: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly paid: number;
  /** 0 (nothing) to 5, by what it is of the most in the table. */
  readonly step: number;
  /** The contract as it stands. */
  readonly isNow: boolean;
}

/** The yen entries that a term of one of these kinds takes for its amount, in the order of the schedule. */
export const entriesOf = (
  wording: Wording,
  schedule: Readonly<Record<Name, ScheduleEntry>>,
  kinds: readonly TermKind[],
): readonly AxisEntry[] => {
  const used = new Set(
    poolsOf(wording.pool).flatMap(({ terms }) =>
      terms.flatMap((term) => ('amount' in term && kinds.includes(term.kind) && term.amount.op === 'entry' ? [term.amount.name] : [])),
    ),
  );
  return Object.entries(schedule).flatMap(([name, { type, label, clause }]) =>
    type === 'yen' && used.has(name) ? [{ name, label, clause: clause ?? null }] : [],
  );
};

/** The figures of an axis, and those of which one more stands there where the contract's own is a round one. */
interface Rungs {
  readonly round: readonly number[];
  readonly more: readonly number[];
}
const LIMITS: Rungs = { round: [1e7, 3e7, 5e7, 1e8, 3e8, 1e9], more: [2e7, 7e7, 2e8, 5e8, 7e8] };
const DEDUCTIBLES: Rungs = { round: [0, 1e6, 5e6, 1e7, 3e7], more: [2e6, 7e6, 2e7, 5e7] };
const STEPS = 5;

/** As many figures whatever the contract has, and next to its own the same ones: under a slider few of them move. */
const axis = ({ round, more }: Rungs, now: number): readonly number[] => {
  const further = round.includes(now) ? (more.find((rung) => rung > now) ?? more.at(-1) ?? now) : now;
  return [...round, further].toSorted((a, b) => a - b);
};

/** The table of a claim, as its contract stands, through the counting evaluator: every cell is what `assess` pays at least. */
export const tableOf = (compiled: Compiled, claim: Claim, limit: Name, deductible: Name): LabTable => {
  const agreed = (name: Name): number => Number(claim.schedule?.[name] ?? compiled.wording.schedule[name]);
  const [limitNow, deductibleNow] = [agreed(limit), agreed(deductible)];
  const [limits, deductibles] = [axis(LIMITS, limitNow), axis(DEDUCTIBLES, deductibleNow)];
  const paid = grid(compiled, claim, limit, limits, deductible, deductibles);
  const most = Math.max(1, ...paid);
  return {
    limits,
    deductibles,
    cells: limits.map((row, i) =>
      deductibles.map((column, k): Cell => {
        const yen = paid[i * deductibles.length + k] as number;
        return { paid: yen, step: Math.ceil((yen / most) * STEPS), isNow: row === limitNow && column === deductibleNow };
      }),
    ),
  };
};
