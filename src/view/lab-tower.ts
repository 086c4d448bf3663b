import type { Text } from '#casebook/text.ts';
import type { PoolResult } from '#domain/assessment.ts';
import type { PoolId } from '#domain/policy/wording.ts';
import { keyOf, type Part, PARTS } from './part.ts';

/** One layer of a tower, from and to in yen above the ground. */
export interface Layer {
  readonly key: string;
  readonly part: Part;
  readonly clause: string | null;
  readonly yen: number;
  readonly from: number;
  readonly to: number;
}

/** A pool as a tower: what the insured keeps at the bottom, what is paid above it, what is over the limit on top. In yen. */
export interface Tower {
  readonly pool: PoolId;
  readonly label: Text;
  /** The water level: what the pool holds before its terms. The layers add up to it. */
  readonly loss: number;
  readonly layers: readonly Layer[];
  /** The limit that stands nearest above what it has to hold, and how much more it would hold; null where the pool has none. */
  readonly limit: { readonly yen: number; readonly free: number } | null;
}

const LIMITS: readonly Part[] = ['per-head', 'limit', 'aggregate'];

/** The towers of an assessment: one for each pool that holds something and has a deductible, a ratio, a limit or another term. */
export const towersOf = (pools: readonly PoolResult[], names: Readonly<Record<PoolId, Text>>): Tower[] => {
  const runs = new Map<PoolId, PoolResult[]>();
  for (const one of pools) if (heldBy(one) > 0) runs.set(one.pool, [...(runs.get(one.pool) ?? []), one]);
  return [...runs].map(([pool, of]) => towerOf(pool, names[pool] ?? { ja: pool, en: pool }, of));
};

/** What a run of a pool holds before its terms; nothing where it has no terms. */
const heldBy = ({ steps }: PoolResult): number => steps[0]?.before ?? 0;

const rank = ({ part }: { readonly part: Part }): number => {
  if (part === 'paid') return PARTS.length;
  return PARTS.indexOf(part) + (LIMITS.includes(part) ? PARTS.length : 0);
};

/** The claims that run through a pool one by one stand in one tower. */
const towerOf = (pool: PoolId, label: Text, runs: readonly PoolResult[]): Tower => {
  const sums = new Map<string, Pick<Layer, 'key' | 'part' | 'clause' | 'yen'>>();
  const add = (part: Part, clause: string | null, yen: number): void => {
    if (yen === 0) return;
    const key = keyOf(part, clause);
    sums.set(key, { key, part, clause, yen: (sums.get(key)?.yen ?? 0) + yen });
  };
  for (const { steps, result } of runs) {
    add('paid', null, result);
    for (const { term, clause, before, after } of steps) add(term, clause, before - after);
  }
  let at = 0;
  const layers = [...sums.values()].toSorted((a, b) => rank(a) - rank(b)).map((one): Layer => ({ ...one, from: at, to: (at += one.yen) }));
  const limits = runs
    .flatMap(({ steps }) => steps)
    .flatMap(({ term, amount, before }) =>
      (term === 'limit' || term === 'aggregate') && amount !== null ? [{ yen: amount, free: Math.max(0, amount - before) }] : [],
    );
  return { pool, label, loss: at, layers, limit: limits.toSorted((a, b) => a.free - b.free)[0] ?? null };
};

/** How high to draw the towers of one picture, in yen: all on one scale, with some room for what a limit would still hold. */
export const heightOf = (towers: readonly Tower[]): number => Math.max(1, ...towers.map(({ loss }) => loss)) * 1.25;
