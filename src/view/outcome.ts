import type { Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import type { Assessment, Cause, Verdict } from '#domain/assessment.ts';
import type { Traced } from '#domain/assess.ts';
import type { ClauseId, PoolId } from '#domain/policy/wording.ts';
import { boxesOf, type Box } from './boxes.ts';
import { stairsOf, type Stair } from './stairs.ts';

/** Why yen are in a segment: paid, still open, or the cause that cut them. */
export type Part = 'paid' | 'open' | Cause;

/** One stretch of a bar. `key` names the same thing in bar, steps and clause list, so that they can light up together. */
export interface Segment {
  readonly key: string;
  readonly part: Part;
  readonly clause: ClauseId | null;
  readonly yen: number;
}

/** A bar: one box of the contract, or the whole claim. Its segments add up to `claimed`. */
export interface Bar {
  readonly id: PoolId | 'total';
  readonly label: Text | 'total' | 'nowhere';
  readonly claimed: number;
  readonly segments: readonly Segment[];
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

/** What an outcome needs beside the assessment: the wording's tree, and what screens call its pools and the items. */
export interface Labels {
  readonly policy: Pick<Policy, 'wording' | 'pools'>;
  readonly losses: readonly { readonly id: string; readonly label: Text }[];
}

/** The order of segments in a bar, and of the causes in a legend: what is paid first, then what keeps yen back, in the order of cutting. */
export const PARTS: readonly Part[] = [
  'paid',
  'open',
  'deductible',
  'franchise',
  'ratio',
  'per-head',
  'limit',
  'aggregate',
  'only-if-pays',
  'not-covered',
  'excluded',
  'breach',
  'not-owed',
];

export const keyOf = (part: Part, clause: ClauseId | null): string => `${part}:${clause ?? ''}`;

/** The outcome of an assessment, ready to be shown. */
export const outcomeOf = (assessment: Traced | Assessment, labels: Labels): Outcome => {
  const boxes = boxesOf(labels.policy.wording.pool, assessment);
  const bars = [
    ...boxes.map((box) => barOf(box.pool ?? 'total', box.pool === null ? 'nowhere' : (labels.policy.pools[box.pool] ?? { ja: box.pool, en: box.pool }), box)),
    barOf('total', 'total', { pool: null, items: assessment.items }),
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

const barOf = (id: Bar['id'], label: Bar['label'], { items }: Box): Bar => {
  const sums = new Map<string, Segment>();
  const add = (part: Part, clause: ClauseId | null, yen: number): void => {
    if (yen === 0) return;
    const key = keyOf(part, clause);
    sums.set(key, { key, part, clause, yen: (sums.get(key)?.yen ?? 0) + yen });
  };
  for (const item of items) {
    add('paid', null, item.paid);
    add('open', null, item.open);
    for (const cut of item.cuts) add(cut.cause, cut.clause, cut.amount);
  }
  const segments = [...sums.values()].sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
  return { id, label, claimed: items.reduce((sum, item) => sum + item.claimed, 0), segments };
};

