import { namesOf } from '#domain/coverage/condition.ts';
import { portion, rounded, type Exact } from '#domain/exact.ts';
import { share } from '#domain/payout/amount.ts';
import type { Run } from '#domain/payout/run.ts';
import { known } from '#domain/payout/term.ts';
import type { ReadyPool, ReadyTerm } from '#domain/payout/tree.ts';
import type { Amount, Name } from '#domain/policy/wording.ts';

/** Reckons one row of a grid, for every value of the turned entry at once; false where a sum is not whole yen, and nothing is written. */
export type Row = (run: Run, into: Float64Array) => boolean;

/** What a term makes of the sums of its pool, column by column; false where it cannot in whole yen. */
type Along = (sums: Float64Array, run: Run) => boolean;

/**
 * The pools that change along a row, reckoned column-wise in typed arrays. Null where a term asks more than whole-yen sums: such a grid is
 * counted cell by cell.
 */
export const rowOf = (run: Run, turned: Name, values: Float64Array, changing: ReadonlySet<number>): Row | null => {
  const order = [...changing].sort((a, b) => b - a);
  if (order.at(-1) !== 0) return null;
  const columns = { turned, values, changing };
  const steps: { readonly at: number; readonly terms: readonly Along[] }[] = [];
  for (const at of order) {
    const terms = (run.tree.pools[at] as ReadyPool).terms.map((term, i, all) => along(term, at, i === all.length - 1, columns));
    if (terms.includes(null)) return null;
    steps.push({ at, terms: terms as Along[] });
  }
  const sums = new Map(order.map((at) => [at, new Float64Array(values.length)]));
  return (now, into) => {
    for (const { at, terms } of steps) {
      const mine = at === 0 ? into : (sums.get(at) as Float64Array);
      gather(now, at, mine, sums);
      for (const term of terms) if (!term(mine, now)) return false;
    }
    return true;
  };
};

interface Columns {
  readonly turned: Name;
  readonly values: Float64Array;
  readonly changing: ReadonlySet<number>;
}

/** What the pool holds before its terms. */
const gather = (run: Run, at: number, mine: Float64Array, sums: ReadonlyMap<number, Float64Array>): void => {
  const { takes, children } = run.tree.pools[at] as ReadyPool;
  let fixed = takes ? (run.losses[at] as number) : 0;
  for (const child of children) if (!sums.has(child)) fixed += run.result(run, child);
  mine.fill(fixed);
  for (const child of children) {
    const part = sums.get(child);
    if (part) for (let i = 0; i < mine.length; i++) mine[i] = (mine[i] as number) + (part[i] as number);
  }
};

const along = (term: ReadyTerm, at: number, last: boolean, columns: Columns): Along | null => {
  const { written } = term;
  switch (written.kind) {
    case 'per-head':
      return null;
    case 'only-if-pays':
      return term.pools.some((pool) => columns.changing.has(pool))
        ? null
        : (sums, run) => (term.pools.some((pool) => run.result(run, pool) > 0) || sums.fill(0), true);
    case 'ratio':
      return last ? proportion(term, columns) : null;
    default:
      return bounded(term, at, columns);
  }
};

const bounded = (term: ReadyTerm, at: number, columns: Columns): Along | null => {
  const { written } = term;
  if (!('amount' in written) || written.kind === 'per-head') return null;
  const bound = boundOf(written.amount, columns);
  if (bound === null) return null;
  const cut = CUTS[written.kind];
  return (sums, run) => {
    const fixed = bound === 'turned' ? 0 : known(term.amount(run));
    if (typeof fixed !== 'number') return false;
    const used = written.kind === 'aggregate' ? (run.used[at] ?? 0) : 0;
    for (let i = 0; i < sums.length; i++) {
      const amount = bound === 'turned' ? (columns.values[i] as number) : fixed;
      sums[i] = cut(sums[i] as number, used === 0 ? amount : Math.max(amount - used, 0));
    }
    return true;
  };
};

const CUTS = {
  deductible: (held: number, amount: number) => (held > amount ? held - amount : 0),
  franchise: (held: number, amount: number) => (held > amount ? held : 0),
  limit: (held: number, amount: number) => (held < amount ? held : amount),
  aggregate: (held: number, amount: number) => (held < amount ? held : amount),
};

/** A ratio that no other term follows is rounded at once: its fraction goes no further. */
const proportion = (term: ReadyTerm, columns: Columns): Along | null => {
  const { written } = term;
  if (written.kind !== 'ratio') return null;
  const { ratio } = written;
  if (typeof ratio === 'object' && 'of' in ratio) {
    const [of, to] = [boundOf(ratio.of, columns), boundOf(ratio.to, columns)];
    if (of === null || to !== 'fixed') return null;
    return (sums, run) => {
      const whole = known(term.to(run));
      const fixed: Exact = of === 'turned' ? 0 : known(term.of(run));
      for (let i = 0; i < sums.length; i++) {
        sums[i] = rounded(share(sums[i] as number, of === 'turned' ? (columns.values[i] as number) : fixed, whole), run.rounding);
      }
      return true;
    };
  }
  if (ratio === columns.turned) return null;
  return (sums, run) => {
    const points = known(term.points?.(run.values) ?? null);
    for (let i = 0; i < sums.length; i++) sums[i] = rounded(portion(sums[i] as number, points, 10_000), run.rounding);
    return true;
  };
};

/** Whether an amount is the turned entry itself, or the same all along the row; null where it is reckoned from what changes. */
const boundOf = (amount: Amount, { turned, changing }: Columns): 'turned' | 'fixed' | null => {
  if (amount.op === 'entry' && amount.name === turned) return 'turned';
  if (namesOf(amount).includes(turned)) return null;
  return asksPools(amount) && changing.size > 0 ? null : 'fixed';
};

/** `loss` never changes along a row: it stands before every term. */
const asksPools = (amount: Amount): boolean => {
  switch (amount.op) {
    case 'result':
    case 'soFar':
      return true;
    case 'percent':
      return asksPools(amount.of);
    case 'each':
      return asksPools(amount.each) || asksPools(amount.count);
    case 'least':
    case 'sum':
    case 'minus':
      return amount.of.some(asksPools);
    default:
      return false;
  }
};
