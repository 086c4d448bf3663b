import { changed } from '#casebook/claim.ts';
import { clauseTexts, type ClauseText } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import { trace, type Traced } from '#domain/assess.ts';
import type { Side } from '#domain/policy/wording.ts';
import { payable } from '#domain/payout/payable.ts';
import { curveOf, type Curve } from '#simulation/curve.ts';
import { axisOf } from './chart-axis.ts';
import { barsOf, type BarsChart } from './chart-bars.ts';
import { curveChartOf, type CurveChart, reachOf } from './chart-curve.ts';
import { kept } from './kept.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { controlsOf, termsOf, type Controls, type Original, type WhatIf } from './what-if.ts';
import type { Bench } from './what-if-bench.ts';

/** What of the outcome moves with the what-if controls. */
export interface Live {
  readonly changes: WhatIf;
  readonly outcome: Outcome;
  /** What the terms it is compared with come to; null without a comparison. */
  readonly ghost: Outcome | null;
  readonly bars: BarsChart;
  /** The assessment behind it: its pools with what each of their terms takes, and its findings. */
  readonly traced: Traced;
  readonly curve: CurveChart;
  /** 保険法22条: of what is paid, what the insured may have now, and what is kept for the victim. In yen. */
  readonly payableNow: number;
  readonly reserved: number;
}

/** A claim under a contract, with everything on screen that moves when one turns it. Sentence, bars, curve, towers and steps read one `Live`. */
export interface ClaimView extends Original {
  readonly id: string;
  readonly title: Text;
  readonly policy: { readonly id: string; readonly version: number; readonly title: Text };
  /** Whose yen are in the claim: demanded by others, spent by the insured, or both. */
  readonly sides: 'claimed' | 'spent' | 'both';
  readonly losses: Bench['losses'];
  readonly clauses: ReadonlyMap<string, ClauseText>;
  readonly controls: Controls;
  readonly live: Live;
  /** The claim under a what-if, with the one under `ghost` beside it, if any; null where it cannot be assessed so. */
  readonly at: (changes: WhatIf, ghost: WhatIf | null) => Live | null;
}

/** The view of a claim on the bench. */
export const claimViewOf = (bench: Bench, id: string, title: Text): ClaimView => {
  const { policy, compiled, claim, losses } = bench;
  const at = kept((changes, ghost) => `${termsOf(changes)}|${ghost ? termsOf(ghost) : ''}`, liveOf(bench));
  const live = at({ schedule: {}, facts: {}, amounts: {} }, null);
  if (live === null) throw new Error('an assessed claim can be assessed again');
  return {
    id,
    title,
    policy: { id: policy.id, version: policy.version, title: policy.title },
    sides: sidesOf(losses),
    losses,
    clauses: clauseTexts(policy),
    controls: controlsOf(bench),
    live,
    at,
    known: claim.facts,
    agreed: { ...compiled.wording.schedule, ...claim.schedule },
    amounts: Object.fromEntries(claim.losses.map((loss) => [loss.id, loss.amount])),
  };
};

const sidesOf = (losses: readonly { readonly side: Side }[]): ClaimView['sides'] => {
  const sides = new Set(losses.map(({ side }) => side));
  return sides.size > 1 ? 'both' : sides.has('spent') ? 'spent' : 'claimed';
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
};

/** The what-if machine of a claim. What of a ghost can stay is reckoned once. */
const liveOf = ({ policy, compiled, claim, losses, result }: Bench): ClaimView['at'] => {
  const labels = { policy, losses };
  const reach = reachOf(compiled, claim, result.claimed);
  let last: { readonly of: WhatIf; readonly most: number; readonly outcome: Outcome; readonly curve: () => Curve } | null = null;
  const before = (ghost: WhatIf | null, most: number): typeof last => {
    if (ghost === null || (last?.of === ghost && last.most === most)) return ghost && last;
    const was = changed(claim, ghost);
    const traced = trace(compiled, was);
    if ('refused' in traced) return null;
    return (last = { of: ghost, most, outcome: outcomeOf(traced, labels), curve: once(() => curveOf(compiled, was, most)) });
  };
  return (changes, ghost) => {
    const now = changed(claim, changes);
    const traced = trace(compiled, now);
    if ('refused' in traced) return null;
    const outcome = outcomeOf(traced, labels);
    // The axis stays while terms are moved, and follows the claim.
    const most = axisOf(traced.claimed * reach).max;
    const was = before(ghost, most);
    // A hundred assessments, for those who look at it.
    const curve = once(() => curveChartOf(curveOf(compiled, now, most), traced, most, was?.curve()));
    return {
      changes,
      outcome,
      ghost: was?.outcome ?? null,
      bars: barsOf(outcome, was?.outcome),
      traced,
      get curve() {
        return curve();
      },
      ...payable({ ...traced, flips: [] }, now.losses),
    };
  };
};
