import type { From, Text } from '#casebook/text.ts';
import type { Verdict } from '#domain/assessment.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { claimAt, type Ground } from './play-ground.ts';

/** What is paid and what stays with the insured, in yen; ends of a range where the wording leaves it open. */
export interface Payment {
  readonly verdict: Verdict;
  readonly low: number;
  readonly high: number;
  readonly ownLow: number;
  readonly ownHigh: number;
  readonly notOwed: number;
}

/** The money panel: what is claimed, and what is paid of it once the prediction is locked. */
export interface MoneyView {
  readonly claimed: number;
  /** Whether own spending is in it. */
  readonly spent: boolean;
  readonly items: readonly {
    readonly id: string;
    readonly label: Text;
    readonly yen: number;
    readonly side: 'claimed' | 'spent';
    readonly from: From;
  }[];
  readonly payment: Payment | null;
}

/** The payment an assessment comes to. */
export const paymentOf = (
  result: { readonly [K in 'claimed' | 'notOwed' | 'low' | 'high' | 'ownCost']: number } & { readonly verdict: Verdict },
): Payment => ({
  verdict: result.verdict,
  low: result.low,
  high: result.high,
  ownLow: result.claimed - result.notOwed - result.high,
  ownHigh: result.ownCost,
  notOwed: result.notOwed,
});

/** The money of a moment. Nothing of the payment is in it before the prediction. */
export const moneyOf = (ground: Ground, moment: Moment): MoneyView => {
  const { losses } = ground.case;
  const result = moment.prediction === null ? null : ground.traced(claimAt(ground, moment));
  return {
    claimed: losses.reduce((sum, loss) => sum + loss.amount, 0),
    spent: losses.some((loss) => loss.side === 'spent'),
    items: losses.map(({ id, label, amount, side, from }) => ({ id, label, yen: amount, side, from })),
    payment: result === null ? null : paymentOf(result),
  };
};
