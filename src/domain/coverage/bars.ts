import type { Truth } from '../logic.ts';
import type { Clause, ClauseId, Scope } from '../policy/wording.ts';

/** A clause with the place where its truth stands in a world. */
export interface Placed {
  readonly clause: Clause;
  readonly at: number;
}

/** A clause that may keep an item from being paid, with the bit of the question it waits for: 0 where it is settled. */
export interface Bar {
  readonly clause: ClauseId;
  readonly scope: Scope;
  readonly cause: 'not-covered' | 'excluded';
  readonly open: boolean;
  readonly bit: number;
}

/** A trigger (担保事由) that is met, is not, or may be. */
export interface Chance {
  readonly clause: ClauseId;
  readonly scope: Scope;
  readonly truth: Truth;
  readonly bit: number;
}

/** The clauses that bar an item, or may: a required one that is not met, an exclusion that is. In the order written. */
export const barsOf = (required: readonly Placed[], exclusions: readonly Placed[], truth: (one: Placed) => Truth): Bar[] => {
  const bars: Bar[] = [];
  const look = (one: Placed, cause: Bar['cause'], bites: boolean): void => {
    const so = truth(one);
    if (so !== !bites) bars.push({ clause: one.clause.id, scope: one.clause.scope, cause, open: so === null, bit: 0 });
  };
  for (const one of required) look(one, 'not-covered', false);
  for (const one of exclusions) look(one, 'excluded', true);
  return bars;
};

/** The triggers as they stand. */
export const chancesOf = (triggers: readonly Placed[], truth: (one: Placed) => Truth): Chance[] =>
  triggers.map((one) => ({ clause: one.clause.id, scope: one.clause.scope, truth: truth(one), bit: 0 }));
