import type { Rounding } from './policy/wording.ts';

type Int = number | bigint;

/** n/d, not whole. Numbers while they are safe integers, bigints from there on. */
export interface Fraction {
  readonly n: Int;
  readonly d: Int;
}

/** A non-negative amount of yen without any rounding: whole yen as a number (Infinity for "no bound"), else a fraction. */
export type Exact = number | Fraction;

const times = (a: Int, b: Int): Int => {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product <= Number.MAX_SAFE_INTEGER) return product;
  }
  return BigInt(a) * BigInt(b);
};

const sum = (a: Int, b: Int): Int => {
  if (typeof a === 'number' && typeof b === 'number') {
    const total = a + b;
    if (total <= Number.MAX_SAFE_INTEGER) return total;
  }
  return BigInt(a) + BigInt(b);
};

const less = (a: Int, b: Int): Int => (typeof a === 'number' && typeof b === 'number' ? a - b : BigInt(a) - BigInt(b));

const quotient = (n: Int, d: Int): Exact => {
  if (typeof n === 'number' && typeof d === 'number') return n % d === 0 ? n / d : { n, d };
  const [big, by] = [BigInt(n), BigInt(d)];
  if (big % by !== 0n) return { n: big, d: by };
  return Number(big / by);
};

const top = (x: Exact): Int => (typeof x === 'number' ? x : x.n);
const bottom = (x: Exact): Int => (typeof x === 'number' ? 1 : x.d);

/** a + b. */
export const plus = (a: Exact, b: Exact): Exact => {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (a === Infinity || b === Infinity) return Infinity;
  return quotient(sum(times(top(a), bottom(b)), times(top(b), bottom(a))), times(bottom(a), bottom(b)));
};

/** a − b, never below 0: an amount cut by more than it holds is nothing. */
export const minus = (a: Exact, b: Exact): Exact => {
  if (typeof a === 'number' && typeof b === 'number') return a > b ? a - b : 0;
  if (a === Infinity) return Infinity;
  if (!isMore(a, b)) return 0;
  return quotient(less(times(top(a), bottom(b)), times(top(b), bottom(a))), times(bottom(a), bottom(b)));
};

/** a > b. */
export const isMore = (a: Exact, b: Exact): boolean => {
  if (typeof a === 'number' && typeof b === 'number') return a > b;
  if (b === Infinity) return false;
  if (a === Infinity) return true;
  return times(top(a), bottom(b)) > times(top(b), bottom(a));
};

/** The smaller of the two. */
export const least = (a: Exact, b: Exact): Exact => (isMore(a, b) ? b : a);

/** amount × of ÷ to, the one multiply-divide of the product: 2,000,000 × 9,000 ÷ 10,000 = 1,800,000. `to` is above 0. */
export const portion = (amount: Exact, of: Exact, to: Exact): Exact => {
  if (amount === Infinity || of === Infinity) return top(amount) === 0 || top(of) === 0 ? 0 : Infinity;
  if (typeof amount === 'number' && typeof of === 'number' && typeof to === 'number') return quotient(times(amount, of), to);
  return quotient(times(times(top(amount), top(of)), bottom(to)), times(times(bottom(amount), bottom(of)), top(to)));
};

/** Whole yen by the wording's rule: 0.5 is 0 (down), 1 (nearest, halves up) or 1 (up). */
export const rounded = (x: Exact, rule: Rounding): number => {
  if (typeof x === 'number') return x;
  if (typeof x.n === 'number' && typeof x.d === 'number') {
    const rest = x.n % x.d;
    const whole = (x.n - rest) / x.d;
    return rule === 'down' || (rule === 'nearest' && rest < x.d - rest) ? whole : whole + 1;
  }
  const [n, d] = [BigInt(x.n), BigInt(x.d)];
  const rest = n % d;
  const whole = Number(n / d);
  return rule === 'down' || (rule === 'nearest' && rest * 2n < d) ? whole : whole + 1;
};
