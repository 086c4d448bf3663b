import { plus, type Exact } from '../exact.ts';
import type { Loss, Step } from '../assessment.ts';
import type { Rounding } from '../policy/wording.ts';
import type { Asked } from './amount.ts';
import { after, known, perHead } from './term.ts';
import type { ReadyPool, ReadyTerm, Tree } from './tree.ts';

/** An item with what it still has, in whole yen. */
export interface Held {
  readonly loss: Loss;
  /** The place of its leaf in the tree; −1 when no leaf takes it. */
  readonly leaf: number;
  left: number;
}

/** One claim on its way through the tree: what was decided before any money, and what its pools came to so far. */
export interface Run extends Asked {
  readonly tree: Tree;
  readonly rounding: Rounding;
  readonly gates: readonly (boolean | number)[];
  readonly items: readonly Held[];
  /** Per pool: what earlier claims of the period finally received; none where it is empty. */
  readonly used: readonly number[];
  /** Per pool: what it came to after its own terms; −1 where it has not been reckoned. */
  readonly results: number[];
  soFar: Exact;
  /** Per pool: the working, where it is kept. */
  readonly steps: (readonly Step[] | undefined)[];
}

/** The working of a pool without terms. */
export const noSteps: readonly Step[] = [];

/** A claim ready to run: `result` is the evaluator, counting or keeping the working. */
export const runOf = (of: Omit<Run, 'losses' | 'results' | 'soFar' | 'steps'>): Run => {
  const { tree, items } = of;
  const losses = tree.pools.map(() => 0);
  const results = tree.pools.map(() => -1);
  for (const { leaf, left } of items) {
    if (leaf < 0 || left === 0) continue;
    for (const at of (tree.pools[leaf] as ReadyPool).above) losses[at] = (losses[at] as number) + left;
  }
  return {
    tree,
    rounding: of.rounding,
    values: of.values,
    gates: of.gates,
    items,
    used: of.used,
    result: of.result,
    losses,
    results,
    soFar: 0,
    steps: [],
  };
};

/** Whether a term applies in the run. */
export const applies = (run: Run, term: ReadyTerm): boolean => term.gate < 0 || run.gates[term.gate] === true;

/** What a pool holds before its terms: the covered items of a leaf, or what its children came to. */
export const held = (run: Run, at: number): Exact => {
  const { takes, children } = run.tree.pools[at] as ReadyPool;
  if (takes) return run.losses[at] as number;
  let sum: Exact = 0;
  for (const child of children) sum = plus(sum, run.result(run, child));
  return sum;
};

/** What a pool holds after one more term. */
export const next = (run: Run, at: number, term: ReadyTerm, holds: Exact): Exact => {
  run.soFar = holds;
  if (term.kind !== 'per-head') return after(term, holds, run, run.used[at] ?? 0);
  const cap = known(term.amount(run));
  let sum = 0;
  for (const item of run.items) if (item.leaf === at) sum += perHead(cap, item.loss, item.left, run.rounding);
  return sum;
};
