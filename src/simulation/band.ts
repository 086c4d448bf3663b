import { portion, type Exact } from '#domain/exact.ts';

/**
 * An amount that differs from column to column: times × base + shift, kept between low and high, all of it over per. Every figure is a
 * whole number. Deductible, limit, sum and ratio each make a band of a band, so a chain of them is one pass over the columns.
 */
export interface Band {
  readonly base: Float64Array;
  readonly times: number;
  readonly shift: number;
  readonly low: number;
  readonly high: number;
  readonly per: number;
}

/** An amount along a row: the same in every column, or a band; null where numbers cannot hold it exactly. */
export type Along = Exact | Band | null;

/** Whether an amount differs from column to column. */
export const isBand = (a: Exact | Band): a is Band => typeof a === 'object' && 'base' in a;

/** A band, or null: with shift and bounds below 2^53, what lies between the bounds is exact, and what lies beyond is not rounded past them. */
export const band = (base: Float64Array, times: number, shift: number, low: number, high: number, per: number): Along => {
  if (!(Math.abs(shift) + high <= Number.MAX_SAFE_INTEGER)) return null;
  return low === high ? portion(low, 1, per) : { base, times, shift, low, high, per };
};

/** The columns themselves, in yen; null where one of them is not whole. */
export const columns = (base: Float64Array): Along => {
  let [low, high] = [Infinity, 0];
  for (const value of base) {
    if (!Number.isSafeInteger(value) || value < 0) return null;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return base.length === 0 ? null : band(base, 1, 0, low, high, 1);
};

/** The band × by ÷ per; both are whole. */
export const scaled = (a: Band, by: number, per: number): Along =>
  Number.isSafeInteger(a.times * by) && Number.isSafeInteger(a.per * per)
    ? band(a.base, a.times * by, a.shift * by, a.low * by, a.high * by, a.per * per)
    : null;
