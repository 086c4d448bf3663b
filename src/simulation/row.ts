import type { Compiled } from '#domain/compile.ts';
import type { Exact } from '#domain/exact.ts';
import { isPercent } from '#domain/payout/amount.ts';
import type { Run } from '#domain/payout/run.ts';
import { known, perHead } from '#domain/payout/term.ts';
import type { ReadyPool, ReadyTerm } from '#domain/payout/tree.ts';
import type { Amount, Name, Percent } from '#domain/policy/wording.ts';
import { columns, isBand, type Along } from './band.ts';
import { rounded } from './columns.ts';
import { above, least, minus, plus, portion, share, where } from './joins.ts';

/** What is paid for every value of the turned entry at once, as the others stand in the run; null where a cell is to be counted alone. */
export type Row = () => Along;

const WHOLE = 10_000;

/**
 * The evaluator of a whole row: as `count`, on bands in place of amounts. Pools that do not change with the turned entry are asked of the run.
 */
export const rowOf = ({ places }: Compiled, run: Run, turned: Name, values: Float64Array, changing: readonly number[]): Row => {
  const column = columns(values);
  const done: (Along | undefined)[] = [];

  const result = (at: number): Along => {
    if (!changing.includes(at)) return run.result(run, at);
    const found = done[at];
    return found === undefined ? (done[at] = pool(at)) : found;
  };

  const pool = (at: number): Along => {
    const { takes, children, terms } = run.tree.pools[at] as ReadyPool;
    let holds: Along = takes ? (run.losses[at] as number) : 0;
    for (const child of children) holds = plus(holds, result(child));
    for (const term of terms) holds = after(at, term, holds);
    return rounded(holds, run.rounding);
  };

  const after = (at: number, term: ReadyTerm, holds: Along): Along => {
    const { written } = term;
    switch (written.kind) {
      case 'deductible':
        return minus(holds, along(written.amount, holds));
      case 'franchise':
        return above(holds, along(written.amount, holds));
      case 'limit':
        return least(holds, along(written.amount, holds));
      case 'aggregate':
        return least(holds, minus(along(written.amount, holds), run.used[at] ?? 0));
      case 'ratio': {
        const { ratio } = written;
        if (typeof ratio === 'string' || 'basisPoints' in ratio) return portion(holds, points(ratio), WHOLE);
        return share(holds, along(ratio.of, holds), along(ratio.to, holds));
      }
      case 'only-if-pays':
        return where(holds, term.pools.map(result).reduce(plus, 0));
      case 'per-head': {
        const cap = along(written.amount, holds);
        return cap === null || isBand(cap) ? null : perHeads(run, at, cap);
      }
    }
  };

  const along = (amount: Amount, soFar: Along): Along => {
    const part = (one: Amount): Along => along(one, soFar);
    switch (amount.op) {
      case 'yen':
        return amount.yen;
      case 'entry': {
        if (amount.name === turned) return column;
        const value = run.values[places.place(amount.name)];
        return known(typeof value === 'number' ? value : null);
      }
      case 'percent':
        return portion(part(amount.of), points(amount.percent), WHOLE);
      case 'each':
        return portion(part(amount.each), part(amount.count), 1);
      case 'least':
        return amount.of.map(part).reduce(least);
      case 'sum':
        return amount.of.map(part).reduce(plus);
      case 'minus':
        return amount.of.map(part).reduce(minus);
      case 'loss':
        return run.losses[run.tree.place(amount.pool)] as number;
      case 'result':
        return result(run.tree.place(amount.pool));
      case 'soFar':
        return soFar;
    }
  };

  const points = (percent: Percent | Name): Along => {
    const value = typeof percent === 'string' ? run.values[places.place(percent)] : percent;
    return percent !== turned && isPercent(value) ? value.basisPoints : null;
  };

  return () => {
    done.length = 0;
    return column === null ? null : result(0);
  };
};

const perHeads = ({ items, rounding }: Run, at: number, cap: Exact): number => {
  let sum = 0;
  for (const { leaf, loss, left } of items) if (leaf === at) sum += perHead(cap, loss, left, rounding);
  return sum;
};
