import { rerouted } from '#casebook/claim.ts';
import type { Text } from '#casebook/text.ts';
import { trace } from '#domain/assess.ts';
import type { Ground } from './result-ground.ts';

/** The player's guess beside what came out. A guess that a named mistake leads to is answered by that mistake. */
export interface PredictionView {
  readonly yen: number;
  readonly low: number;
  readonly high: number;
  /** What was guessed too much (+) or too little (−), to the nearer end of the range; 0 when it is right or within it. */
  readonly off: number;
  readonly mistake: { readonly because: Text; readonly reply: Text } | null;
}

export const predictionOf = (ground: Ground): PredictionView | null => {
  const yen = ground.moment.prediction;
  if (yen === null) return null;
  const { low, high } = ground.own.result;
  const off = yen < low ? yen - low : yen > high ? yen - high : 0;
  return { yen, low, high, off, mistake: off === 0 ? null : mistakeOf(ground, yen) };
};

const mistakeOf = ({ case: of, own, also, filled }: Ground, yen: number): PredictionView['mistake'] => {
  for (const { route, because, reply, gives } of of.predictions.wrong) {
    const from = route.under !== undefined && route.under === also?.policy.id ? also : own;
    const result = trace(from.compiled, rerouted(from.claim, route));
    const isReached = yen === gives || (!('refused' in result) && result.paid === yen);
    if (isReached) return { because: filled(because), reply: filled(reply) };
  }
  return null;
};
