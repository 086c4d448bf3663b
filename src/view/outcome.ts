import type { Text } from '#casebook/text.ts';
import type { Assessment, Verdict } from '#domain/assessment.ts';
import type { Traced } from '#domain/assess.ts';
import type { ClauseId, PoolId } from '#domain/policy/wording.ts';
import { boxesOf, type Box } from './boxes.ts';
import { keyOf, PARTS, type Labels, type Part } from './part.ts';
import { stairsOf, type Stair } from './stairs.ts';

export type { Part } from './part.ts';
export type { Stair } from './stairs.ts';

/** One stretch of a bar. `key` names the same thing in bar, steps and clause list, so that they can light up together. */
export interface Segment {
  readonly key: string;
  readonly part: Part;
  readonly clause: ClauseId | null;
  readonly yen: number;
}

/** A bar: one box of the contract, or the whole claim. Its segments add up to `claimed`. */
export interface Bar {
  readonly id: PoolId | 'total' | 'nowhere';
  /** What screens call it; `nowhere` holds the items that no pool takes. */
  readonly label: Text | 'total' | 'nowhere';
  readonly claimed: number;
  readonly segments: readonly Segment[];
  /** In yen: how much of its `paid` is taken, or still open, outside the box: by a term or a breach that reckons with more than it. */
  readonly later: number;
}

/** Everything a result screen shows in yen. Sentence, bars, steps, table and print all read this one object. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly claimed: number;
  readonly notOwed: number;
  readonly low: number;
  readonly high: number;
  readonly open: number;
  readonly ownCost: number;
  /** What stays with the insured at most and at least, where the payment is open. */
  readonly ownLow: number;
  readonly bars: readonly Bar[];
  readonly stairs: readonly Stair[];
}

/** The outcome of an assessment, ready to be shown. */
export const outcomeOf = (assessment: Traced | Assessment, labels: Labels): Outcome => {
  const boxes = boxesOf(labels.policy.wording.pool, assessment);
  const bars = [
    ...boxes.map((box) =>
      barOf(box.pool ?? 'nowhere', box.pool === null ? 'nowhere' : (labels.policy.pools[box.pool] ?? { ja: box.pool, en: box.pool }), box),
    ),
    barOf('total', 'total', { inside: new Set(), items: assessment.items }),
  ];
  return {
    verdict: assessment.verdict,
    claimed: assessment.claimed,
    notOwed: assessment.notOwed,
    low: assessment.low,
    high: assessment.high,
    open: assessment.open,
    ownCost: assessment.ownCost,
    ownLow: assessment.claimed - assessment.notOwed - assessment.high,
    bars,
    stairs: stairsOf(assessment, labels),
  };
};

const STOPS: readonly Part[] = ['not-owed', 'not-covered', 'excluded'];

/** What is cut in the box or before it is cut in its bar; what a deductible, a limit or a breach outside takes later is still in `paid`. */
const barOf = (id: Bar['id'], label: Bar['label'], { items, inside }: Pick<Box, 'items' | 'inside'>): Bar => {
  const sums = new Map<string, Segment>();
  let later = 0;
  const add = (part: Part, clause: ClauseId | null, yen: number): void => {
    if (yen === 0) return;
    const key = keyOf(part, clause);
    sums.set(key, { key, part, clause, yen: (sums.get(key)?.yen ?? 0) + yen });
  };
  // Open in part of an item comes from a scope wider than the item: of the whole, it is shown on the whole.
  const isOwn = id === 'total' || items.every(({ open, paid }) => open === 0 || paid === 0);
  for (const item of items) {
    add('paid', null, item.paid);
    add(isOwn ? 'open' : 'paid', null, item.open);
    if (!isOwn) later += item.open;
    for (const { cause, clause, amount, pool } of item.cuts) {
      const isOutside = id !== 'total' && !STOPS.includes(cause) && (pool === null || !inside.has(pool));
      if (isOutside) later += amount;
      add(isOutside ? 'paid' : cause, isOutside ? null : clause, amount);
    }
  }
  const segments = [...sums.values()].sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
  return { id, label, claimed: items.reduce((sum, item) => sum + item.claimed, 0), segments, later };
};
