import type { Claim } from '#domain/assessment.ts';
import type { Compiled } from '#domain/assess.ts';
import type { TermKind } from '#domain/policy/wording.ts';
import { curveOf, type Curve } from '#simulation/curve.ts';
import { axisOf, type YenAxis } from './chart-axis.ts';

export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** A bend of the curve, numbered from the left: from here on the term of this clause cuts differently. */
export interface Bend extends Dot {
  readonly n: number;
  readonly term: TermKind;
  readonly clause: string | null;
}

/** What is paid as the claim grows, every item in proportion. `high` differs from `low` only where the payment is open. */
export interface CurveChart {
  readonly low: readonly Dot[];
  readonly high: readonly Dot[] | null;
  readonly bends: readonly Bend[];
  readonly now: { readonly x: number; readonly low: number; readonly high: number };
  readonly ghost: readonly Dot[] | null;
  readonly x: YenAxis;
  readonly y: YenAxis;
}

/** How many times the claim to draw: twice, or four times where that shows a bend more. */
export const reachOf = (compiled: Compiled, claim: Claim, claimed: number): 2 | 4 => {
  const bends = (most: number): number => curveOf(compiled, claim, most).kinks.length;
  return bends(claimed * 4) > bends(claimed * 2) ? 4 : 2;
};

/** The curve of a claim up to `most` yen, with the unchanged curve as its ghost. */
export const curveChartOf = (
  curve: Curve,
  now: { readonly claimed: number; readonly low: number; readonly high: number },
  most: number,
  unchanged?: Curve,
): CurveChart => {
  const low = curve.points.map(({ x, low }): Dot => ({ x, y: low }));
  const highest = Math.max(now.high, ...[...curve.points, ...(unchanged?.points ?? [])].map(({ high }) => high));
  const isBand = curve.points.some((point) => point.low !== point.high);
  const bends = curve.kinks
    .filter((kink, i, all) => all.findIndex((one) => one.x === kink.x && one.clause === kink.clause) === i)
    .map(({ x, low, term, clause }, i): Bend => ({ n: i + 1, x, y: low, term, clause }));
  return {
    low,
    high: isBand ? curve.points.map(({ x, high }): Dot => ({ x, y: high })) : null,
    bends,
    now: { x: now.claimed, low: now.low, high: now.high },
    ghost: unchanged ? unchanged.points.map(({ x, low }): Dot => ({ x, y: low })) : null,
    x: axisOf(most),
    // Where nothing is paid at all, both axes are alike.
    y: axisOf(highest > 0 ? highest * 1.1 : most),
  };
};
