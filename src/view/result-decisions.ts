import type { Case, Decision, Option, Seat } from '#casebook/case.ts';
import type { Text } from '#casebook/text.ts';
import { daysBetween } from '#domain/calendar.ts';
import type { Verdict } from '#domain/assessment.ts';
import type { Moment, Taken } from '#lifecycle/moment.ts';
import { endOn } from '#lifecycle/walk.ts';
import type { Ground } from './result-ground.ts';

/** How a way ends: what is paid, and when the case is closed. */
export interface End {
  readonly verdict: Verdict;
  readonly low: number;
  readonly high: number;
  readonly closed: string | null;
  /** Days later (or, below 0, earlier) than the way taken. */
  readonly days: number;
}

/** One choice of a decision, with how the case ends by it when everything else is decided as it was. */
export interface ChoiceView {
  readonly option: Option;
  readonly text: Text;
  readonly reason: Text;
  readonly misconception: Text | null;
  readonly end: End;
}

/** A decision looked back on. */
export interface DecisionView {
  readonly id: string;
  readonly seat: Seat;
  readonly who: Text;
  readonly on: string;
  readonly situation: Text;
  readonly question: Text;
  /** The title of the other wording, where the decision is about that one. */
  readonly under: Text | null;
  readonly by: Taken['by'];
  readonly chosen: ChoiceView & { readonly consequence: Text };
  readonly others: readonly ChoiceView[];
  readonly wouldChange: Text;
  readonly clauses: readonly string[];
}

const OTHERS: Readonly<Record<Option, readonly Option[]>> = {
  best: ['tempting', 'late'],
  tempting: ['best', 'late'],
  late: ['best', 'tempting'],
};

/** The decisions of the way taken, in the order asked. One that this way never came to is left out. */
export const decisionsOf = (ground: Ground): readonly DecisionView[] => {
  const { case: of, moment } = ground;
  return moment.choices.flatMap((taken): DecisionView[] => {
    const decision = of.decisions.find(({ id }) => id === taken.decision);
    return decision ? [lookedBack(ground, decision, taken)] : [];
  });
};

const chosenWith = (moment: Moment, id: string, option: Option): Readonly<Record<string, Option>> => ({
  ...Object.fromEntries(moment.choices.map((taken) => [taken.decision, taken.option])),
  [id]: option,
});

const lookedBack = (ground: Ground, decision: Decision, taken: Taken): DecisionView => {
  const { moment, filled, other } = ground;
  const under = decision.under;
  const text = (of: Text): Text => filled(of, under);
  const here = endOn(ground.case, chosenWith(moment, decision.id, taken.option));
  const view = (option: Option): ChoiceView => {
    const choice = decision.choices[option];
    const at = option === taken.option ? here : endOn(ground.case, chosenWith(moment, decision.id, option));
    return {
      option,
      text: text(choice.text),
      reason: text(choice.reason),
      misconception: choice.misconception ? text(choice.misconception) : null,
      end: endOf(ground, at, here, under),
    };
  };
  return {
    id: decision.id,
    seat: decision.seat,
    who: decision.who,
    on: taken.on,
    situation: text(decision.situation),
    question: text(decision.question),
    under: under !== undefined && other && under === other.id ? other.title : null,
    by: taken.by,
    chosen: { ...view(taken.option), consequence: text(decision.choices[taken.option].consequence) },
    others: OTHERS[taken.option].map(view),
    wouldChange: text(decision.wouldChange),
    clauses: decision.clauses,
  };
};

const endOf = (ground: Ground, at: Moment, here: Moment, under: string | undefined): End => {
  const { verdict, low, high } = ground.end(at, under);
  const [closed, usual] = [at.dates.closed, here.dates.closed];
  return { verdict, low, high, closed: closed ?? null, days: closed && usual ? daysBetween(usual, closed) : 0 };
};

/** The explain-back: what was said to the customer, the reply to it, and what the other two would have got. */
export interface CustomerView {
  readonly said: Option | null;
  readonly lines: readonly { readonly option: Option; readonly text: Text; readonly reply: Text }[];
}

export const customerOf = ({ case: of, moment, filled }: Pick<Ground, 'case' | 'moment' | 'filled'>): CustomerView => {
  const said = moment.explained;
  const order: readonly Option[] = said === null ? ['best', 'tempting', 'late'] : [said, ...OTHERS[said]];
  const line = (option: Option): CustomerView['lines'][number] => {
    const { text, reply }: Case['customerLine'][Option] = of.customerLine[option];
    return { option, text: filled(text), reply: filled(reply) };
  };
  return { said, lines: order.map(line) };
};
