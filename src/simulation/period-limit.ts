import type { Name, PoolId, Wording } from '#domain/policy/wording.ts';
import { poolsOf } from '#domain/payout/tree.ts';

/** A wording under one more limit: what the whole contract pays in a period at most. No wording here prints one, so it is always an assumption. */
export interface PeriodLimited {
  readonly wording: Wording;
  /** The pool around the wording's own root that the aggregate stands on. */
  readonly pool: PoolId;
  /** The entry of the schedule that holds the amount, in yen. */
  readonly entry: Name;
}

/** The wording with an aggregate of so many yen around its root: a term on the root itself would be read as said by the root's clause. */
export const withPeriodLimit = (wording: Wording, yen: number): PeriodLimited => {
  const pool = free('period', new Set(poolsOf(wording.pool).map(({ id }) => id)));
  const entry = free('periodLimit', new Set([...Object.keys(wording.schedule), ...Object.keys(wording.facts)]));
  return {
    pool,
    entry,
    wording: {
      ...wording,
      schedule: { ...wording.schedule, [entry]: yen },
      pool: { id: pool, of: [wording.pool], terms: [{ kind: 'aggregate', amount: { op: 'entry', name: entry } }] },
    },
  };
};

const free = (name: string, taken: ReadonlySet<string>): string => (taken.has(name) ? free(`${name}-`, taken) : name);
