import type { Seat } from '#casebook/case.ts';
import type { Text } from '#casebook/text.ts';
import { beatsOf, type BeatView } from './beats.ts';
import { claimViewOf, type ClaimView } from './claim-view.ts';
import { questionsOf, type Question } from './questions.ts';
import { alsoOf, type AlsoView } from './result-also.ts';
import { assumptionsOf, type AssumptionsView } from './result-assumptions.ts';
import { customerOf, decisionsOf, type CustomerView, type DecisionView } from './result-decisions.ts';
import { allClauses, groundOf, type ResultSource } from './result-ground.ts';
import { lettersOf, type LetterView } from './result-letter.ts';
import { predictionOf, type PredictionView } from './result-prediction.ts';

/** Everything the result screen shows: the claim as the sitting has it, and what was played. */
export interface ResultView extends ClaimView {
  readonly version: number;
  readonly played: boolean;
  /** Whether the sitting still waits for something. */
  readonly goesOn: boolean;
  readonly seats: readonly Seat[];
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
  const { case: of, moment, filled, titles } = ground;
  return {
    ...claimViewOf({ case: of, losses: of.losses, facts: source.facts, ...ground.own }, of.id, of.title),
    version: of.version,
    played: source.played,
    goesOn: source.played && moment.todo.kind !== 'end',
    seats: [...new Set(of.decisions.map(({ seat }) => seat))],
    clauses: allClauses(source),
    due: ground.due,
    closed: moment.dates.closed ?? null,
    letters: lettersOf(ground),
    prediction: predictionOf(ground),
    decisions: decisionsOf(ground),
    customer: customerOf(ground),
    also: alsoOf(ground),
    contrast: of.contrastWith.flatMap(({ case: id, why }) => (titles[id] ? [{ id, title: titles[id], why: filled(why) }] : [])),
    beats: beatsOf(ground),
    hints: moment.hints,
    assumptions: assumptionsOf(ground),
    questions: source.played && source.seats === 'insured' ? questionsOf(ground) : [],
  };
};
