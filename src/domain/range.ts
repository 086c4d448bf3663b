import type { Verdict } from './assessment.ts';
import type { Prepared } from './payout/prepare.ts';
import { settle, totalOf, type Settlement, type Total } from './payout/settle.ts';

/** The least and the most that can come of a claim, and the way to settle its open questions that gives the least. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
  /** The settlement of `low`; of equals, the one in which the fewest open questions keep money back. */
  readonly bits: number;
  /** The working of `low`, where it was needed to find it. */
  readonly settled?: Settlement;
}

/** Above this many open questions of their own a claim is refused rather than ranged over. */
export const MOST_QUESTIONS = 16;

const verdictOf = ({ paid, partly }: Total): Verdict => (paid === 0 ? 'not-paid' : partly ? 'partly-paid' : 'paid');

const ones = (bits: number): number => {
  let n = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) n++;
  return n;
};

/**
 * Settles every open question both ways, independently. It never assumes that an exclusion that applies pays less: under 争訟費用の按分
 * fewer damages can mean more.
 */
export const rangeOf = (prepared: Prepared): Range => {
  if (prepared.questions === 0) {
    const settled = settle(prepared, 0);
    return { low: settled.paid, high: settled.paid, verdict: verdictOf(settled), bits: 0, settled };
  }
  const first = totalOf(prepared, 0);
  let [low, high, bits] = [first.paid, first.paid, 0];
  let verdict: Verdict = verdictOf(first);
  for (let way = 1; way < 2 ** prepared.questions; way++) {
    const total = totalOf(prepared, way);
    if (verdictOf(total) !== verdict) verdict = 'open';
    if (total.paid > high) high = total.paid;
    if (total.paid < low || (total.paid === low && ones(way) < ones(bits))) [low, bits] = [total.paid, way];
  }
  return { low, high, verdict, bits };
};
