import type { Text } from '#casebook/text.ts';
import { axisOf, type YenAxis } from './chart-axis.ts';
import type { Bar, Outcome, Part } from './outcome.ts';

/** One stretch of a drawn bar, from and to in yen from the left. */
export interface Stretch {
  readonly key: string;
  readonly part: Part;
  readonly clause: string | null;
  readonly yen: number;
  readonly from: number;
  readonly to: number;
}

export interface BarRow {
  readonly id: string;
  readonly label: Text | 'total' | 'nowhere';
  readonly claimed: number;
  readonly stretches: readonly Stretch[];
  /** The ghost: what the unchanged contract paid of this bar, where that was something else. */
  readonly ghost: number | null;
}

/** Stacked bars, one per box of the contract and one for the whole. */
export interface BarsChart {
  readonly rows: readonly BarRow[];
  /** Whether a box's `paid` still falls by a term of the whole. */
  readonly later: boolean;
  readonly axis: YenAxis;
}

const paidOf = (bar: Bar | undefined): number => bar?.segments.find((segment) => segment.part === 'paid')?.yen ?? 0;

/** The bars of an outcome; with the unchanged one beside, each shows as a ghost what that one paid. A single box is its own total. */
export const barsOf = (outcome: Outcome, unchanged?: Outcome): BarsChart => {
  const before = new Map(unchanged?.bars.map((bar) => [bar.id, bar]));
  const filled = outcome.bars.filter(({ id, claimed }) => id === 'total' || claimed > 0 || (before.get(id)?.claimed ?? 0) > 0);
  const bars = filled.length === 2 ? filled.slice(1) : filled;
  const rows = bars.map((bar): BarRow => {
    let at = 0;
    const stretches = bar.segments.map(({ key, part, clause, yen }): Stretch => ({ key, part, clause, yen, from: at, to: (at += yen) }));
    return {
      id: bar.id,
      label: bar.label,
      claimed: bar.claimed,
      stretches,
      ghost: unchanged && paidOf(before.get(bar.id)) !== paidOf(bar) ? paidOf(before.get(bar.id)) : null,
    };
  });
  return { rows, later: bars.some((bar) => bar.later > 0), axis: axisOf(Math.max(outcome.claimed, unchanged?.claimed ?? 0)) };
};
