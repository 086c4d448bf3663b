import type { ItemResult, PoolResult } from '#domain/assessment.ts';
import { poolsOf } from '#domain/payout/tree.ts';
import type { Pool, PoolId } from '#domain/policy/wording.ts';

/** The items that stand in one box of the contract, and the pools in it; null for those that no pool takes. */
export interface Box {
  readonly pool: PoolId | null;
  readonly inside: ReadonlySet<PoolId>;
  readonly items: readonly ItemResult[];
}

interface Money {
  readonly pools: readonly PoolResult[];
  readonly items: readonly ItemResult[];
}

/**
 * The boxes a screen draws a bar for. From the whole contract down, a pool is opened while something in it has terms of its own and
 * items: so 費用にかかる求償額 with its limit stands apart, and 賠償 without such a part is one box. A pool that was opened follows its
 * parts as a box of its own where its terms reckon with less than everything. The boxes depend on the items and the wording, not on
 * amounts: moving a limit moves no box. Boxes without items are left out.
 */
export const boxesOf = (root: Pool, { pools, items }: Money): Box[] => {
  const withTerms = new Set(pools.filter((pool) => pool.steps.length > 0).map((pool) => pool.pool));
  const boxOf = (pool: Pool): Box => {
    const inside = new Set(poolsOf(pool).map((one) => one.id));
    return { pool: pool.id, inside, items: items.filter((item) => item.pool !== null && inside.has(item.pool)) };
  };
  const reckons = (pool: Pool): boolean => boxOf(pool).items.length > 0 && poolsOf(pool).some((one) => withTerms.has(one.id));
  const taken = items.filter((item) => item.pool !== null).length;
  const opened = (pool: Pool): Box[] => {
    const box = boxOf(pool);
    const opens = pool === root || (pool.of ?? []).some(reckons);
    if (!pool.of || !opens) return [box];
    const parts = pool.of.flatMap(opened).filter((part) => part.items.length > 0);
    const isApart = withTerms.has(pool.id) && parts.length > 1 && box.items.length < taken;
    return isApart ? [...parts, box] : parts;
  };
  const nowhere: Box = { pool: null, inside: new Set(), items: items.filter((item) => item.pool === null) };
  return [...opened(root), nowhere].filter((box) => box.items.length > 0);
};
