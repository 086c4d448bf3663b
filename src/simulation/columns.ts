import { rounded as roundedExact, type Exact } from '#domain/exact.ts';
import type { Rounding } from '#domain/policy/wording.ts';
import { band, isBand, type Along, type Band } from './band.ts';

const perOf = (a: Exact | Band): number => (typeof a === 'number' ? 1 : isBand(a) ? a.per : Number(a.d));

/** Every column in units of 1/per yen; null where they are too many. */
const spread = (a: Exact | Band, per: number, length: number): Float64Array | null => {
  const by = per / perOf(a);
  const units = new Float64Array(length);
  if (isBand(a)) {
    writeUnits(a, units, 0);
    if (by !== 1) for (let i = 0; i < length; i++) units[i] = by * (units[i] as number);
    return a.high * by <= Number.MAX_SAFE_INTEGER ? units : null;
  }
  const still = (typeof a === 'number' ? a : Number(a.n)) * by;
  return still <= Number.MAX_SAFE_INTEGER ? units.fill(still) : null;
};

const writeUnits = ({ base, times, shift, low, high }: Band, into: Float64Array, from: number): void => {
  for (let i = 0; i < base.length; i++) into[from + i] = Math.min(Math.max(times * (base[i] as number) + shift, low), high);
};

/** Two amounts, one of them a band at least, joined column by column in a unit that both share. */
export const eachColumn = (a: Exact | Band, b: Exact | Band, each: (a: number, b: number) => number): Along => {
  const length = isBand(a) ? a.base.length : (b as Band).base.length;
  const per = perOf(a) === perOf(b) ? perOf(a) : perOf(a) * perOf(b);
  if (!Number.isSafeInteger(per)) return null;
  const [one, two] = [spread(a, per, length), spread(b, per, length)];
  if (one === null || two === null) return null;
  let [low, high] = [Infinity, 0];
  for (let i = 0; i < length; i++) {
    const both = each(one[i] as number, two[i] as number);
    one[i] = both;
    low = Math.min(low, both);
    high = Math.max(high, both);
  }
  return band(one, 1, 0, low, high, per);
};

/** Whole yen by the wording's rule, in every column. */
export const rounded = (a: Along, rule: Rounding): number | Band | null => {
  if (a === null) return null;
  if (!isBand(a)) return roundedExact(a, rule);
  if (a.per === 1) return a;
  const { per, low, high } = a;
  const whole = (units: number): number => {
    const down = Math.floor(units / per);
    const rest = units - down * per;
    return rest === 0 || rule === 'down' || (rule === 'nearest' && rest < per - rest) ? down : down + 1;
  };
  const yen = new Float64Array(a.base.length);
  writeUnits(a, yen, 0);
  for (let i = 0; i < yen.length; i++) yen[i] = whole(yen[i] as number);
  return { base: yen, times: 1, shift: 0, low: whole(low), high: whole(high), per: 1 };
};

/** Writes every column from a place on; false where they are not all in whole yen, and nothing is written. */
export const write = (a: Along, into: Float64Array, from: number, length: number): boolean => {
  if (typeof a === 'number') into.fill(a, from, from + length);
  else if (a === null || !isBand(a) || a.per !== 1) return false;
  else writeUnits(a, into, from);
  return true;
};
