import * as exact from '#domain/exact.ts';
import type { Exact } from '#domain/exact.ts';
import { band, isBand, scaled, type Along, type Band } from './band.ts';
import { eachColumn } from './columns.ts';

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** a × of ÷ to. */
export const portion = (a: Along, of: Along, to: number): Along => {
  if (a === null || of === null) return null;
  if (!isBand(a)) return isBand(of) ? portion(of, a, to) : exact.portion(a, of, to);
  if (typeof of !== 'number') return null;
  const common = divisor(of, to);
  return scaled(a, of / common, to / common);
};

/** a × of ÷ to, never above a; the whole of a where `to` is nothing. */
export const share = (a: Along, of: Along, to: Along): Along => {
  if (typeof to !== 'number') return null;
  return to === 0 ? a : portion(a, least(of, to), to);
};

/**
 * How two amounts are joined: where both stand still, where one is a band (the other in its units; null where no band says it), and column
 * by column.
 */
interface Join {
  readonly still: (a: Exact, b: Exact) => Exact;
  readonly left?: (a: Band, b: number) => Along;
  readonly right?: (a: number, b: Band) => Along;
  readonly each: (a: number, b: number) => number;
}

const joining =
  ({ still, left, right, each }: Join) =>
  (a: Along, b: Along): Along => {
    if (a === null || b === null) return null;
    if (isBand(a)) return (isBand(b) || !left ? null : inUnits(a, b, left)) ?? eachColumn(a, b, each);
    if (isBand(b)) return (right ? inUnits(b, a, (fine, units) => right(units, fine)) : null) ?? eachColumn(a, b, each);
    return still(a, b);
  };

const inUnits = (a: Band, b: Exact, join: (a: Band, b: number) => Along): Along => {
  if (typeof b === 'number') return join(a, b * a.per);
  if (typeof b.n !== 'number' || typeof b.d !== 'number') return null;
  const fine = scaled(a, b.d, b.d);
  return fine !== null && isBand(fine) ? join(fine, b.n * a.per) : null;
};

const raised = (a: Band, b: number): Along => (b === 0 ? a : band(a.base, a.times, a.shift + b, a.low + b, a.high + b, a.per));
const kept = (a: Band, b: number): Along =>
  b < a.high ? band(a.base, a.times, a.shift, Math.min(a.low, b), Math.min(a.high, b), a.per) : a;

/** a + b. */
export const plus = joining({ still: exact.plus, left: raised, right: (a, b) => raised(b, a), each: (a, b) => a + b });

/** a − b, never below 0. */
export const minus = joining({
  still: exact.minus,
  left: (a, b) => band(a.base, a.times, a.shift - b, Math.max(a.low - b, 0), Math.max(a.high - b, 0), a.per),
  right: (a, b) => band(b.base, -b.times, a - b.shift, Math.max(a - b.high, 0), Math.max(a - b.low, 0), b.per),
  each: (a, b) => Math.max(a - b, 0),
});

/** The smaller of the two. */
export const least = joining({ still: exact.least, left: kept, right: (a, b) => kept(b, a), each: Math.min });

/** a where it is more than b, else nothing. */
export const above = joining({
  still: (a, b) => (exact.isMore(a, b) ? a : 0),
  left: (a, b) => (b < a.low ? a : b >= a.high ? 0 : null),
  each: (a, b) => (a > b ? a : 0),
});

/** a where b is anything, else nothing. */
export const where = joining({
  still: (a, b) => (exact.isMore(b, 0) ? a : 0),
  left: (a, b) => (b > 0 ? a : 0),
  right: (a, b) => (b.low > 0 ? exact.portion(a, 1, b.per) : null),
  each: (a, b) => (b > 0 ? a : 0),
});
