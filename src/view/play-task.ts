import type { Choice, Decision, Option, Seat } from '#casebook/case.ts';
import { OPTIONS } from '#casebook/names.ts';
import type { Text } from '#casebook/text.ts';
import { addDays } from '#domain/calendar.ts';
import type { Moment } from '#lifecycle/moment.ts';
import type { Sitting } from '#lifecycle/sitting.ts';
import { clausesOf, type ClauseView } from './play-clause.ts';
import type { DocumentView, DossierView } from './play-dossier.ts';
import { type Filler, fillerOf } from './play-fill.ts';
import { type Ground, shuffled } from './play-ground.ts';
import { letterOf, type LetterView } from './play-letter.ts';
import { matchOf, type MatchView } from './play-match.ts';
import { type PredictionAnswer, predictionOf } from './play-prediction.ts';

/** A choice on screen: what is done, and nothing of how good it is. */
export interface ChoiceView {
  readonly option: Option;
  readonly text: Text;
}

export interface DecisionView {
  readonly kind: 'decision';
  readonly id: string;
  readonly seat: Seat;
  readonly who: Text;
  readonly on: string;
  readonly time: string;
  /** The other wording, where the decision is about that one. */
  readonly under: Text | null;
  readonly situation: Text;
  readonly question: Text;
  readonly choices: readonly ChoiceView[];
  readonly clauses: readonly ClauseView[];
}

/** What a choice led to. */
export interface DecidedView {
  readonly kind: 'decided';
  readonly id: string;
  readonly who: Text;
  readonly on: string;
  readonly chosen: Text;
  readonly consequence: Text;
  readonly reason: Text;
  readonly misconception: Text | null;
  readonly wouldChange: Text;
  readonly clauses: readonly ClauseView[];
  readonly days: number;
  /** What to rewind to for the decision itself. */
  readonly back: number;
}

/** What the player is asked, or what stands to be read. */
export type TaskView =
  | { readonly kind: 'read'; readonly documents: readonly DocumentView[]; readonly left: number }
  | DecisionView
  | DecidedView
  | MatchView
  | { readonly kind: 'predict'; readonly question: Text; readonly claimed: number }
  | ({ readonly kind: 'predicted' } & PredictionAnswer)
  | LetterView
  | { readonly kind: 'explain'; readonly choices: readonly ChoiceView[] }
  | { readonly kind: 'explained'; readonly chosen: Text; readonly reply: Text }
  | { readonly kind: 'end' };

const found = <T>(thing: T | undefined | null, what: string): T => {
  if (thing === undefined || thing === null) throw new Error(`nothing stands for ${what}`);
  return thing;
};

const inOrder = (key: string, texts: Readonly<Record<Option, { readonly text: Text }>>, filled: Filler): ChoiceView[] =>
  shuffled(OPTIONS, key, (option) => option).map((option) => ({ option, text: filled(texts[option].text) }));

const decisionOf = (ground: Ground, moment: Moment, decision: Decision): DecisionView => {
  const filled = fillerOf(ground, moment, decision.under);
  const planned = addDays(decision.on, moment.delay);
  return {
    kind: 'decision',
    id: decision.id,
    seat: decision.seat,
    who: decision.who,
    on: moment.now > planned ? moment.now : planned,
    time: decision.time ?? '',
    under: ground.isOther(decision.under) ? (ground.other?.title ?? null) : null,
    situation: filled(decision.situation),
    question: filled(decision.question),
    choices: inOrder(`${ground.case.id} ${decision.id}`, decision.choices, filled),
    clauses: clausesOf(ground, moment, decision.clauses),
  };
};

const decidedOf = (ground: Ground, moment: Moment, sitting: Sitting): DecidedView => {
  const taken = found(moment.choices.at(-1), 'the decision just taken');
  const decision = found(
    ground.case.decisions.find(({ id }) => id === taken.decision),
    taken.decision,
  );
  const choice: Choice = decision.choices[taken.option];
  const filled = fillerOf(ground, moment, decision.under);
  return {
    kind: 'decided',
    id: decision.id,
    who: decision.who,
    on: taken.on,
    chosen: filled(choice.text),
    consequence: filled(choice.consequence),
    reason: filled(choice.reason),
    misconception: choice.misconception === undefined ? null : filled(choice.misconception),
    wouldChange: filled(decision.wouldChange),
    clauses: clausesOf(ground, moment, decision.clauses),
    days: choice.days,
    back: sitting.events.findLastIndex((event) => event.do === 'choose'),
  };
};

/** The task of a moment. */
export const taskOf = (ground: Ground, moment: Moment, sitting: Sitting, dossier: DossierView, filled: Filler): TaskView => {
  const { todo } = moment;
  const { case: of } = ground;
  switch (todo.kind) {
    case 'read':
      return {
        kind: 'read',
        documents: dossier.documents.filter(({ lines }) => lines.some(({ read, id }) => read === null || isFresh(moment, sitting, id))),
        left: todo.lines.length,
      };
    case 'decision':
      return decisionOf(
        ground,
        moment,
        found(
          of.decisions.find(({ id }) => id === todo.decision),
          todo.decision,
        ),
      );
    case 'match':
      return matchOf(
        ground,
        moment,
        todo,
        dossier.documents.flatMap(({ lines }) => lines),
        filled,
      );
    case 'predict':
      return { kind: 'predict', question: filled(of.predictions.question), claimed: of.losses.reduce((sum, loss) => sum + loss.amount, 0) };
    case 'letter':
      return found(letterOf(ground, moment, todo.letter), 'the letter');
    case 'explain':
      return { kind: 'explain', choices: inOrder(`${of.id} customer`, of.customerLine, filled) };
    case 'end':
      return { kind: 'end' };
    case 'next':
      break;
  }
  if (todo.after === 'decision') return decidedOf(ground, moment, sitting);
  if (todo.after === 'predict') return { kind: 'predicted', ...found(predictionOf(ground, moment), 'the prediction') };
  const line = of.customerLine[found(moment.explained, 'the line told')];
  return { kind: 'explained', chosen: filled(line.text), reply: filled(line.reply) };
};

/** Whether the line was read in the present sitting over the documents: since the last thing that was not reading. */
const isFresh = (moment: Moment, sitting: Sitting, line: string): boolean => {
  const since = sitting.events.slice(0, moment.played).findLastIndex((event) => event.do !== 'read' && event.do !== 'hint');
  return sitting.events.slice(since + 1).some((event) => event.do === 'read' && event.line === line);
};
