import type { Loss } from '../assessment.ts';
import type { Scope } from '../policy/wording.ts';

/** Whether a clause with this scope bites on an item that stands in these pools (its leaf and all above it; none when no leaf takes it). */
export const inScope = (scope: Scope, item: Loss, pools: readonly string[]): boolean =>
  (scope.heads === undefined || scope.heads.includes(item.head)) &&
  (scope.pools === undefined || scope.pools.some((pool) => pools.includes(pool)));
