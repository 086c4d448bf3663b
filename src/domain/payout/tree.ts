import type { Loss } from '../assessment.ts';
import { conditionOf, type Clauses, type Test } from '../coverage/condition.ts';
import type { Places } from '../coverage/world.ts';
import type { ClauseId, Condition, Pool, PoolId, Term, TermKind } from '../policy/wording.ts';
import { amountOf, percentOf, type Sum } from './amount.ts';

/** A term made ready. `gate` is the place of its `when`, or −1 where it always applies. */
export interface ReadyTerm {
  readonly written: Term;
  readonly kind: TermKind;
  readonly gate: number;
  readonly clause: ClauseId | null;
  readonly amount: Sum;
  /** Basis points of a plain percentage; null for `of` ÷ `to`. */
  readonly points: ReturnType<typeof percentOf> | null;
  readonly of: Sum;
  readonly to: Sum;
  readonly pools: readonly number[];
}

/** A pool made ready. `ids` are its own id and those of the pools above it, nearest first. */
export interface ReadyPool {
  readonly id: PoolId;
  readonly ids: readonly PoolId[];
  readonly clause: ClauseId | null;
  readonly takes: Pool['takes'] | null;
  readonly children: readonly number[];
  readonly above: readonly number[];
  readonly gates: readonly number[];
  readonly terms: readonly ReadyTerm[];
}

/** A `when` of a pool or a term. An undecided one that keeps money back is shut for a pool, open for a term. */
export interface Gate {
  readonly test: Test;
  readonly of: 'pool' | 'term';
}

/** The money side of a wording made ready: pools from the root down, and every `when` of pools and terms. */
export interface Tree {
  readonly pools: readonly ReadyPool[];
  readonly gates: readonly Gate[];
  readonly place: (id: PoolId) => number;
}

const nothing: Sum = () => 0;

/** The pools of a wording, root first, each before its children and these in the order written. */
export const poolsOf = (pool: Pool): Pool[] => [pool, ...(pool.of ?? []).flatMap(poolsOf)];

export const treeOf = (root: Pool, places: Places, clauses: Clauses): Tree => {
  const order = new Map(poolsOf(root).map((pool, i) => [pool.id, i]));
  const place = (id: PoolId): number => {
    const at = order.get(id);
    if (at === undefined) throw new Error(`no pool "${id}"`);
    return at;
  };
  const gates: Gate[] = [];
  const pools: ReadyPool[] = [];
  const gate = (when: Condition | undefined, of: Gate['of']): number =>
    when === undefined ? -1 : gates.push({ test: conditionOf(when, places, clauses).test, of }) - 1;

  const readyTerm = (term: Term, above: ClauseId | null): ReadyTerm => {
    const amount = 'amount' in term ? amountOf(term.amount, places, place) : nothing;
    const ratio = term.kind === 'ratio' ? term.ratio : null;
    const parts = ratio !== null && typeof ratio === 'object' && 'of' in ratio ? ratio : null;
    return {
      written: term,
      kind: term.kind,
      gate: gate(term.when, 'term'),
      clause: term.clause ?? above,
      amount,
      points: ratio === null || parts ? null : percentOf(ratio as Exclude<typeof ratio, { of: unknown }>, places),
      of: parts ? amountOf(parts.of, places, place) : nothing,
      to: parts ? amountOf(parts.to, places, place) : nothing,
      pools: term.kind === 'only-if-pays' ? term.pools.map(place) : [],
    };
  };
  const add = (pool: Pool, parent: ReadyPool | null): number => {
    const at = pools.length;
    const own = gate(pool.when, 'pool');
    const clause = pool.clause ?? parent?.clause ?? null;
    const children: number[] = [];
    const ready: ReadyPool = {
      id: pool.id,
      ids: [pool.id, ...(parent?.ids ?? [])],
      clause,
      takes: pool.takes ?? null,
      children,
      above: [at, ...(parent?.above ?? [])],
      gates: [...(own < 0 ? [] : [own]), ...(parent?.gates ?? [])],
      terms: pool.terms.map((term) => readyTerm(term, clause)),
    };
    pools.push(ready);
    for (const child of pool.of ?? []) children.push(add(child, ready));
    return at;
  };
  add(root, null);
  return { pools, gates, place };
};

/** Whether the pool is a leaf for the item's side and head, whatever its gates are. */
export const takes = (pool: ReadyPool, item: Loss): boolean => {
  const heads = pool.takes?.[item.side];
  return heads === 'all' || (heads !== undefined && heads.includes(item.head));
};

/** The first leaf, as written, that takes the item's side and head and whose gates are open; −1 when none does. */
export const leafFor = (tree: Tree, item: Loss, gates: readonly (boolean | number)[]): number => {
  for (let at = 0; at < tree.pools.length; at++) {
    const pool = tree.pools[at] as ReadyPool;
    if (takes(pool, item) && open(pool, gates)) return at;
  }
  return -1;
};

/** Whether the pool stands open: its own `when` and those of the pools above it. */
export const open = (pool: ReadyPool, gates: readonly (boolean | number)[]): boolean => {
  for (const gate of pool.gates) if (gates[gate] !== true) return false;
  return true;
};
