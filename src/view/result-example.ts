import { changed } from '#casebook/claim.ts';
import type { Example } from '#casebook/home.ts';
import { compile, trace } from '#domain/assess.ts';
import { poolsOf } from '#domain/payout/tree.ts';
import { barsOf, type BarsChart } from './chart-bars.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

export interface ExampleOutcome {
  readonly outcome: Outcome;
  readonly bars: BarsChart;
}

/** A case whose deductible a visitor can move. */
export interface ExampleView {
  /** The deductible as agreed, in yen. */
  readonly deductible: number;
  readonly sides: 'claimed' | 'spent' | 'both';
  readonly at: (deductible: number) => ExampleOutcome;
}

/** The example ready to be moved; null where its wording has no deductible that the schedule names. */
export const exampleOf = ({ wording, pools, losses, claim }: Example): ExampleView | null => {
  const entry = poolsOf(wording.pool)
    .flatMap(({ terms }) => terms)
    .map((term) => (term.kind === 'deductible' && term.amount.op === 'entry' ? term.amount.name : null))
    .find((name) => name !== null);
  if (!entry) return null;
  const compiled = compile(wording);
  const agreed = claim.schedule?.[entry] ?? wording.schedule[entry];
  const sides = new Set(losses.map(({ side }) => side));
  return {
    deductible: typeof agreed === 'number' ? agreed : 0,
    sides: sides.size > 1 ? 'both' : sides.has('spent') ? 'spent' : 'claimed',
    at: (deductible) => {
      const traced = trace(compiled, changed(claim, { schedule: { [entry]: deductible } }));
      if ('refused' in traced) throw new Error(`the example cannot be assessed: ${traced.refused}`);
      const outcome = outcomeOf(traced, { policy: { wording, pools }, losses });
      return { outcome, bars: barsOf(outcome) };
    },
  };
};
