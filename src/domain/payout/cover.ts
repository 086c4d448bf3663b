import type { Loss } from '../assessment.ts';
import { inScope } from '../coverage/scope.ts';
import type { ClauseId } from '../policy/wording.ts';
import type { Prepared } from './prepare.ts';
import { leafFor, takes, type ReadyPool } from './tree.ts';

/** Where an item stands under one way to settle the open questions, and what keeps it from being paid. */
export interface Cover {
  readonly leaf: number;
  /** Null: nothing does. `open`: an undecided clause does, as settled here. */
  readonly stop: { readonly cause: 'not-covered' | 'excluded' | 'open'; readonly clause: ClauseId | null } | null;
}

const has = (bits: number, bit: number): boolean => bit > 0 && (bits & bit) === bit;

/** Each gate as settled: a pool shut or a term applied is the answer that keeps money back, bit 1. */
export const gatesOf = ({ gates, compiled, questions }: Prepared, bits: number): readonly (boolean | number)[] =>
  questions === 0
    ? gates
    : gates.map((gate, at) => {
        if (typeof gate === 'boolean') return gate;
        const back = has(bits, gate);
        return compiled.tree.gates[at]?.of === 'pool' ? !back : back;
      });

/** The leaf and the cover of one item. What is settled stops an item before what is open does. */
export const coverOf = (prepared: Prepared, item: Loss, gates: readonly (boolean | number)[], bits: number): Cover => {
  const { tree } = prepared.compiled;
  const leaf = leafFor(tree, item, gates);
  if (leaf >= 0) return { leaf, stop: stopOf(prepared, item, tree.pools[leaf] as ReadyPool, bits) };
  const clause = tree.pools[0]?.clause ?? null;
  const possible = tree.pools.filter((pool) => takes(pool, item) && pool.gates.every((gate) => prepared.gates[gate] !== false));
  if (possible.length === 0) return { leaf, stop: { cause: 'not-covered', clause } };
  const settled = possible.map((pool) => stopOf(prepared, item, pool, 0));
  return { leaf, stop: settled.includes(null) ? { cause: 'open', clause } : (settled[0] ?? null) };
};

/** What stops an item in these pools; with no bit set, only what is settled does. */
const stopOf = (prepared: Prepared, item: Loss, { ids: pools, clause }: ReadyPool, bits: number): Cover['stop'] => {
  let open: ClauseId | null = null;
  let excluded: ClauseId | null = null;
  for (const bar of prepared.bars) {
    if (!inScope(bar.scope, item, pools)) continue;
    if (bar.bit === 0 && bar.cause === 'not-covered') return bar;
    if (bar.bit === 0) excluded ??= bar.clause;
    else if (has(bits, bar.bit)) open ??= bar.clause;
  }
  let only: ClauseId | null = null;
  let asked = 0;
  let chance = false;
  let waiting: ClauseId | null = null;
  for (const trigger of prepared.chances) {
    if (!inScope(trigger.scope, item, pools)) continue;
    asked++;
    only ??= trigger.clause;
    if (trigger.truth === true || (trigger.truth === null && !has(bits, trigger.bit))) chance = true;
    if (trigger.truth === null) waiting ??= trigger.clause;
  }
  // One trigger in scope says why by itself; of several that are all not met, none does: the clause of the pool says what is paid for.
  if (asked > 0 && !chance && waiting === null) return { cause: 'not-covered', clause: asked === 1 ? only : (clause ?? only) };
  if (excluded !== null) return { cause: 'excluded', clause: excluded };
  if (asked > 0 && !chance) open = waiting;
  return open === null ? null : { cause: 'open', clause: open };
};
