import type { Claim, Loss, Step } from '#domain/assessment.ts';
import type { Compiled } from '#domain/compile.ts';
import { portion, rounded } from '#domain/exact.ts';
import { prepare } from '#domain/payout/prepare.ts';
import { outlineOf } from '#domain/payout/settle.ts';
import { split } from '#domain/payout/split.ts';
import type { ClauseId, PoolId, TermKind } from '#domain/policy/wording.ts';
import { rangeOf } from '#domain/range.ts';
import { refusalOf } from '#domain/refusal.ts';

/** What is paid when the same claim is x yen in all, every item in the same proportion. */
export interface CurvePoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Where the curve bends, to the yen: from x on, a term cuts differently. */
export interface Kink extends CurvePoint {
  readonly pool: PoolId;
  readonly term: TermKind;
  readonly clause: ClauseId | null;
}

export interface Curve {
  readonly points: readonly CurvePoint[];
  readonly kinks: readonly Kink[];
}

interface Sample extends CurvePoint {
  readonly marks: readonly Mark[];
}

interface Mark {
  readonly pool: PoolId;
  readonly step: Step;
  readonly does: 'nothing' | 'some' | 'all';
}

const doesOf = ({ before, after }: Step): Mark['does'] => (before === after ? 'nothing' : after === 0 ? 'all' : 'some');

/** The claim with every item scaled so that together they are x yen; what is owed keeps its share. */
const scaled = (claim: Claim, total: number, x: number): Claim => {
  // It can be scaled up only as far as its own yen go: `split` gives parts of the whole.
  const factor = Math.max(1, Math.ceil(x / total));
  const amounts = split(
    x,
    claim.losses.map((loss) => loss.amount * factor),
  );
  const losses = claim.losses.map((loss, i): Loss => {
    const amount = amounts[i] as number;
    if (loss.owed === undefined) return { ...loss, amount };
    return { ...loss, amount, owed: rounded(portion(amount, loss.owed, Math.max(loss.amount, 1)), 'down') };
  });
  return { ...claim, losses };
};

const INTERVALS = 48;
/** Of the whole: what bends below it is the rounding of single yen, which nobody sees. */
const LEAST = 1 / 200;

/**
 * The payout curve from 0 to `most` yen. The bends are searched for, not sampled: between two points at which the terms do not do the
 * same, the first yen at which one of them changes is found. Bends below a two-hundredth of `most` are not looked for.
 */
export const curveOf = (compiled: Compiled, claim: Claim, most: number): Curve => {
  const total = claim.losses.reduce((sum, loss) => sum + loss.amount, 0);
  if (total === 0) return { points: [], kinks: [] };
  // What the clauses say does not hang on the amounts: it is decided once.
  const prepared = prepare(compiled, claim);
  const refusal = refusalOf({ ...prepared, claim: scaled(claim, total, most) });
  if (refusal) throw new Error(`the curve met a claim that cannot be assessed: ${refusal.refused}`);
  const at = (x: number): Sample => {
    const now = { ...prepared, claim: scaled(claim, total, x) };
    const range = prepared.questions > 0 ? rangeOf(now) : null;
    const { paid, pools } = outlineOf(now, range?.bits ?? 0);
    const marks: Mark[] = [];
    for (const { pool, steps } of pools) for (const step of steps) marks.push({ pool, step, does: doesOf(step) });
    return { x, low: range?.low ?? paid, high: range?.high ?? paid, marks };
  };
  const kinks: Kink[] = [];
  const points: CurvePoint[] = [];
  points.push(point(at(0)));
  let left = at(Math.ceil(most * LEAST));
  points.push(point(left));
  for (let i = 1; i <= INTERVALS; i++) {
    const right = at(Math.round((most * i) / INTERVALS));
    for (let change = firstChange(at, left, right); change !== null; change = firstChange(at, left, right)) {
      const { before, after } = change;
      const mark = after.marks.find((one, k) => one.does !== before.marks[k]?.does);
      if (mark && before.x > 0) kinks.push({ ...point(before), pool: mark.pool, term: mark.step.term, clause: mark.step.clause });
      if (before.x > 0) points.push(point(before));
      left = after;
    }
    points.push(point(right));
    left = right;
  }
  return { points, kinks };
};

const point = ({ x, low, high }: Sample): CurvePoint => ({ x, low, high });
const alike = (a: Sample, b: Sample): boolean =>
  a.marks.length === b.marks.length && a.marks.every((mark, i) => mark.does === b.marks[i]?.does);

/** The yen of a step that moves with the claim, and the bound at which it begins to do otherwise; null where it has none. */
const turnOf = ({ step: { of, to, before, amount } }: Mark): readonly [moving: number, bound: number] | null => {
  if (of !== undefined && to !== undefined) return [to, of];
  return amount === null ? null : [before, amount];
};

/** Where the first step that changes should do so, were the claim a straight line between the two. */
const guess = (left: Sample, right: Sample): number => {
  const at = left.marks.findIndex((mark, i) => mark.does !== right.marks[i]?.does);
  const [from, to] = [left.marks[at], right.marks[at]].map((mark) => (mark ? turnOf(mark) : null));
  if (!from || !to || from[0] === to[0]) return Math.floor((left.x + right.x) / 2);
  return Math.floor(left.x + ((right.x - left.x) * (from[1] - from[0])) / (to[0] - from[0]));
};

/**
 * The last yen at which all terms do as on the left, and the yen after it; null when nothing changes. Tried at the guess first, then in
 * doubling steps away from it, and by halving what is left.
 */
const firstChange = (at: (x: number) => Sample, left: Sample, right: Sample): { before: Sample; after: Sample } | null => {
  if (alike(left, right)) return null;
  let [before, after] = [left, right];
  let next = guess(left, right);
  let stride = 1;
  while (after.x - before.x > 1) {
    const isInside = next > before.x && next < after.x;
    const middle = at(isInside ? next : Math.floor((before.x + after.x) / 2));
    if (alike(middle, left)) {
      before = middle;
      next = middle.x + stride;
    } else {
      after = middle;
      next = middle.x - stride;
    }
    stride *= 2;
  }
  return { before, after };
};
