import type { Case, Seat } from '#casebook/case.ts';
import type { ClauseText } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import { changed } from '#casebook/claim.ts';
import { trace } from '#domain/assess.ts';
import type { PoolResult } from '#domain/assessment.ts';
import type { Values } from '#domain/policy/wording.ts';
import { payable } from '#domain/payout/payable.ts';
import { curveOf, type Curve } from '#simulation/curve.ts';
import { barsOf, type BarsChart } from './chart-bars.ts';
import { questionsOf, type Question } from './questions.ts';
import { curveChartOf, reachOf, type CurveChart } from './chart-curve.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { alsoOf, type AlsoView } from './result-also.ts';
import { assumptionsOf, type AssumptionsView } from './result-assumptions.ts';
import { customerOf, decisionsOf, type CustomerView, type DecisionView } from './result-decisions.ts';
import { allClauses, groundOf, type Ground, type ResultSource } from './result-ground.ts';
import { lettersOf, type LetterView } from './result-letter.ts';
import { predictionOf, type PredictionView } from './result-prediction.ts';
import { controlsOf, UNCHANGED, type Controls, type WhatIf } from './what-if.ts';

/** What of the outcome moves with the what-if controls. */
export interface Live {
  readonly changes: WhatIf;
  readonly outcome: Outcome;
  readonly bars: BarsChart;
  /** The pools of the same assessment, with what each of their terms takes. */
  readonly pools: readonly PoolResult[];
  readonly curve: CurveChart;
  /** 保険法22条: of what is paid, what the insured may have now, and what is kept for the victim. In yen. */
  readonly payableNow: number;
  readonly reserved: number;
}

/** A beat of the story for a presenter: a sentence, what it points at, and what it changes. */
export interface BeatView {
  readonly text: Text;
  readonly show: Case['beats'][number]['show'];
  readonly changes: WhatIf;
}

/** Everything the result screen shows. Sentence, bars, curve, steps and print read `live`, or what `at` gives for a what-if. */
export interface ResultView {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly policy: { readonly id: string; readonly version: number; readonly title: Text };
  readonly played: boolean;
  /** Whether the sitting still waits for something. */
  readonly goesOn: boolean;
  readonly seats: readonly Seat[];
  /** Whose yen are in the claim: demanded by others, spent by the insured, or both. */
  readonly sides: 'claimed' | 'spent' | 'both';
  readonly live: Live;
  /** The claim under a what-if; null where it cannot be assessed so. `ghost` keeps the unchanged one beside it. */
  readonly at: (changes: WhatIf, ghost: boolean) => Live | null;
  readonly controls: Controls;
  /** The facts and the schedule as they are, which the controls start from. */
  readonly known: Values;
  readonly agreed: Values;
  readonly clauses: ReadonlyMap<string, ClauseText>;
  readonly due: string | null;
  readonly closed: string | null;
  readonly letters: readonly LetterView[];
  readonly prediction: PredictionView | null;
  readonly decisions: readonly DecisionView[];
  readonly customer: CustomerView;
  readonly also: AlsoView | null;
  readonly contrast: readonly { readonly id: string; readonly title: Text; readonly why: Text }[];
  readonly beats: readonly BeatView[];
  readonly hints: number;
  readonly assumptions: AssumptionsView;
  /** What to ask before a contract: for somebody who played the insured company alone. */
  readonly questions: readonly Question[];
}

/** The result of a sitting or, unplayed, of the best path. */
export const resultOf = (source: ResultSource): ResultView => {
  const ground = groundOf(source);
  const { case: of, policy, moment, filled, titles } = ground;
  const at = liveOf(ground);
  const live = at(UNCHANGED, false);
  if (live === null) throw new Error('an assessed claim can be assessed again');
  return {
    id: of.id,
    version: of.version,
    title: of.title,
    policy: { id: policy.id, version: policy.version, title: policy.title },
    played: source.played,
    goesOn: source.played && moment.todo.kind !== 'end',
    seats: [...new Set(of.decisions.map(({ seat }) => seat))],
    sides: sidesOf(of),
    live,
    at,
    controls: controlsOf({ case: of, facts: source.facts, ...ground.own }),
    known: ground.own.claim.facts,
    agreed: { ...policy.wording.schedule, ...ground.own.claim.schedule },
    clauses: allClauses(source),
    due: ground.due,
    closed: moment.dates.closed ?? null,
    letters: lettersOf(ground),
    prediction: predictionOf(ground),
    decisions: decisionsOf(ground),
    customer: customerOf(ground),
    also: alsoOf(ground),
    contrast: of.contrastWith.flatMap(({ case: id, why }) => (titles[id] ? [{ id, title: titles[id], why: filled(why) }] : [])),
    beats: of.beats.map(({ text, show, set }) => ({
      text: filled(text),
      show,
      changes: set ? { schedule: set.schedule, facts: set.facts } : UNCHANGED,
    })),
    hints: moment.hints,
    assumptions: assumptionsOf(ground),
    questions: source.played && source.seats === 'insured' ? questionsOf(ground) : [],
  };
};

const sidesOf = (of: Case): ResultView['sides'] => {
  const sides = new Set(of.losses.map(({ side }) => side));
  return sides.size > 1 ? 'both' : sides.has('spent') ? 'spent' : 'claimed';
};

/** The what-if machine of a claim. The curve's reach and its ghost are reckoned once. */
const liveOf = ({ case: of, policy, own }: Ground): ResultView['at'] => {
  const { compiled, claim, result } = own;
  const labels = { policy, losses: of.losses };
  const most = reachOf(compiled, claim, result.claimed);
  const unchanged: { readonly outcome: Outcome; readonly curve: Curve } = {
    outcome: outcomeOf(result, labels),
    curve: curveOf(compiled, claim, most),
  };
  return (changes, ghost) => {
    const now = changed(claim, changes);
    const traced = trace(compiled, now);
    if ('refused' in traced) return null;
    const outcome = outcomeOf(traced, labels);
    const before = ghost ? unchanged : undefined;
    return {
      changes,
      outcome,
      bars: barsOf(outcome, before?.outcome),
      pools: traced.pools,
      curve: curveChartOf(curveOf(compiled, now, most), traced, most, before?.curve),
      ...payable({ ...traced, flips: [] }, now.losses),
    };
  };
};
