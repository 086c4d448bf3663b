import type { BarsChart } from '#view/chart-bars.ts';
import type { CurveChart } from '#view/chart-curve.ts';
import type { ClaimView } from '#view/claim-view.ts';
import { keyOf } from '#view/part.ts';
import { locale, pick } from '#words/locale.svelte.ts';
import { plain } from '#words/phrase.ts';
import { resultWords } from '#words/result.ts';
import { yenShort } from '#words/yen.ts';
import type { AxisInput, BarsInput, CurveInput } from '../chart/input.ts';
import { barName } from './outcome-text.ts';
import { bendName, tick } from './text.ts';

const axisInput = (axis: BarsChart['axis'], title: string): AxisInput => ({
  ...axis,
  title: plain(title),
  tick: (value) => tick(axis, value),
});

/** The bars in the words of the language on screen. */
export function barsInput(bars: BarsChart, lit: string | null): BarsInput {
  const t = pick(resultWords);
  return {
    rows: bars.rows.map(({ label, claimed, stretches, ghost }) => ({
      title: `${barName(label)} ${yenShort(claimed, locale())}`,
      stretches: stretches.map(({ key, part, yen }) => ({ key, part, yen, cause: plain(t.part[part]), amount: yenShort(yen, locale()) })),
      ghost,
    })),
    axis: axisInput(bars.axis, t.unit[bars.axis.unit]),
    lit,
  };
}

/** The curve in the words of the language on screen. */
export function curveInput(result: Pick<ClaimView, 'clauses'>, curve: CurveChart, lit: string | null): CurveInput {
  const t = pick(resultWords);
  return {
    ...curve,
    bends: curve.bends.map((bend) => ({
      x: bend.x,
      y: bend.y,
      label: `${String(bend.n)} ${bendName(result, bend)}`,
      isLit: lit === keyOf(bend.term, bend.clause),
    })),
    now: { ...curve.now, label: plain(t.curve.now) },
    same: plain(t.curve.same),
    x: axisInput(curve.x, t.curve.x(t.unit[curve.x.unit])),
    y: axisInput(curve.y, t.curve.y(t.unit[curve.y.unit])),
  };
}
