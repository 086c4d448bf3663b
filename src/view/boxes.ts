import type { ItemResult, PoolResult } from '#domain/assessment.ts';
import { poolsOf } from '#domain/payout/tree.ts';
import type { Pool, PoolId } from '#domain/policy/wording.ts';

/** The items that stand in one box of the contract; null for those that no pool takes. */
export interface Box {
  readonly pool: PoolId | null;
  readonly items: readonly ItemResult[];
}

interface Money {
  readonly pools: readonly PoolResult[];
  readonly items: readonly ItemResult[];
}

/**
 * The boxes a screen draws a bar for: from the whole contract down, a pool is opened into its children until it has terms of its own, so
 * that a deductible or a limit is always shown against the pool it belongs to. Boxes without items are left out.
 */
export const boxesOf = (root: Pool, { pools, items }: Money): Box[] => {
  const withTerms = new Set(pools.filter((pool) => pool.steps.length > 0).map((pool) => pool.pool));
  const opened = (pool: Pool): Pool[] => (pool.of && !withTerms.has(pool.id) ? pool.of.flatMap(opened) : [pool]);
  const boxes = opened(root).map((pool): Box => {
    const inside = new Set(poolsOf(pool).map((one) => one.id));
    return { pool: pool.id, items: items.filter((item) => item.pool !== null && inside.has(item.pool)) };
  });
  const nowhere: Box = { pool: null, items: items.filter((item) => item.pool === null) };
  return [...boxes, nowhere].filter((box) => box.items.length > 0);
};
