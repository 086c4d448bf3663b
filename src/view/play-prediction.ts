import { rerouted } from '#casebook/claim.ts';
import type { Text } from '#casebook/text.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { fillerOf } from './play-fill.ts';
import { claimAt, type Ground } from './play-ground.ts';
import { type Payment, paymentOf } from './play-money.ts';

/** The player's guess held against what the engine reckons. Yen throughout. */
export interface PredictionAnswer {
  readonly predicted: number;
  readonly payment: Payment;
  /** How far the reckoned amount lies above the guess: to the nearer end of a range, 0 within it. */
  readonly above: number;
  /** The mistake that leads to just this guess, and what to say to it. */
  readonly mistake: { readonly because: Text; readonly reply: Text } | null;
}

const aboveBy = (guess: number, { low, high }: Payment): number => {
  if (guess < low) return low - guess;
  return guess > high ? high - guess : 0;
};

/** The answer to a locked prediction; null before it is locked, or where the facts do not suffice. */
export const predictionOf = (ground: Ground, moment: Moment): PredictionAnswer | null => {
  const predicted = moment.prediction;
  if (predicted === null) return null;
  const result = ground.traced(claimAt(ground, moment));
  if (result === null) return null;
  const payment = paymentOf(result);
  const above = aboveBy(predicted, payment);
  const mistake =
    above === 0
      ? undefined
      : ground.case.predictions.wrong.find(
          ({ route }) => ground.traced(rerouted(claimAt(ground, moment, route.under), route), route.under)?.paid === predicted,
        );
  const filled = fillerOf(ground, moment);
  return {
    predicted,
    payment,
    above,
    mistake: mistake === undefined ? null : { because: filled(mistake.because), reply: filled(mistake.reply) },
  };
};
