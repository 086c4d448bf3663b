import { isMore, least, minus, plus, portion, type Exact } from '../exact.ts';
import type { Amount, Percent, PoolId, Value } from '../policy/wording.ts';
import type { Places } from '../coverage/world.ts';

/** What an amount may ask while it is computed. */
export interface Asked {
  readonly values: readonly (Value | undefined)[];
  /** Per pool: after coverage, before any term. */
  readonly losses: readonly number[];
  /** What the pool at this place comes to after its own terms. */
  readonly result: (asked: Asked, pool: number) => number;
  /** What the pool holds at this term. */
  readonly soFar: Exact;
}

/** An amount ready to compute, in yen; null when a fact it needs is not known. */
export type Sum = (asked: Asked) => Exact | null;

const WHOLE = 10_000;

export const isPercent = (value: Value | undefined): value is Percent => typeof value === 'object';

const both =
  (a: Sum, b: Sum, join: (a: Exact, b: Exact) => Exact): Sum =>
  (asked) => {
    const [one, two] = [a(asked), b(asked)];
    return one === null || two === null ? null : join(one, two);
  };

const joined = (sums: readonly Sum[], join: (a: Exact, b: Exact) => Exact): Sum => sums.reduce((a, b) => both(a, b, join));

/** An amount of the wording made ready: 10 % of a cost limit of 30,000,000 is 3,000,000. */
export const amountOf = (amount: Amount, places: Places, pool: (id: PoolId) => number): Sum => {
  const ready = (inner: Amount): Sum => amountOf(inner, places, pool);
  switch (amount.op) {
    case 'yen':
      return () => amount.yen;
    case 'entry': {
      const at = places.place(amount.name);
      return ({ values }) => {
        const value = values[at];
        return typeof value === 'number' ? value : null;
      };
    }
    case 'percent': {
      const share = percentOf(amount.percent, places);
      const of = ready(amount.of);
      return (asked) => {
        const [points, whole] = [share(asked.values), of(asked)];
        return points === null || whole === null ? null : portion(whole, points, WHOLE);
      };
    }
    case 'each':
      return both(ready(amount.each), ready(amount.count), (each, count) => portion(each, count, 1));
    case 'least':
      return joined(amount.of.map(ready), least);
    case 'sum':
      return joined(amount.of.map(ready), plus);
    case 'minus':
      return joined(amount.of.map(ready), minus);
    case 'loss': {
      const at = pool(amount.pool);
      return (asked) => asked.losses[at] ?? 0;
    }
    case 'result': {
      const at = pool(amount.pool);
      return (asked) => asked.result(asked, at);
    }
    case 'soFar':
      return (asked) => asked.soFar;
  }
};

/** A percentage in basis points, from the wording itself or from an entry; null when the entry is not known. */
export const percentOf = (percent: Percent | string, places: Places) => {
  if (typeof percent !== 'string') return () => percent.basisPoints;
  const at = places.place(percent);
  return (values: readonly (Value | undefined)[]): number | null => {
    const value = values[at];
    return isPercent(value) ? value.basisPoints : null;
  };
};

/** amount × of ÷ to, never above the amount; a zero denominator is 100 % (争訟費用の按分 without damages is paid whole). */
export const share = (amount: Exact, of: Exact, to: Exact): Exact => (isMore(to, of) ? portion(amount, of, to) : amount);
