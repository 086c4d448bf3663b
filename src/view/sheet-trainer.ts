import type { Decision, Expected, Matching, Option } from '#casebook/case.ts';
import { changed, rerouted, shareOf } from '#casebook/claim.ts';
import type { ClauseText } from '#casebook/policy.ts';
import type { From, Text } from '#casebook/text.ts';
import { trace } from '#domain/assess.ts';
import type { Verdict } from '#domain/assessment.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { allClauses, assessed, groundOf, type Ground } from './result-ground.ts';
import type { ChoiceView, DecisionView } from './play-task.ts';
import { lineNumber, orderOf, sheetHead, type SheetHead, type SheetSource } from './sheet.ts';
import { shown, type Shown } from './shown.ts';

export interface TrainerChoice extends ChoiceView {
  /** Where it stands on the learner's sheet, from 0. */
  readonly at: number;
  readonly misconception: Text | null;
  readonly consequence: Text;
  readonly reason: Text;
}

export interface TrainerDecision extends Omit<DecisionView, 'kind' | 'choices' | 'clauses'> {
  readonly choices: readonly TrainerChoice[];
  readonly wouldChange: Text;
  readonly clauses: readonly string[];
}

/** What makes a named end differ from the best one. */
export type Difference =
  | { readonly kind: 'choice'; readonly decision: number; readonly option: Option }
  | { readonly kind: 'set'; readonly label: Text; readonly value: Shown | null }
  | { readonly kind: 'owed'; readonly label: Text; readonly yen: number }
  | { readonly kind: 'under'; readonly title: Text };

export interface NamedEnd {
  readonly name: string;
  readonly by: readonly Difference[];
  readonly verdict: Verdict;
  readonly low: number;
  readonly high: number;
  /** In yen, at most. */
  readonly ownCost: number;
}

/** 講師用: a case with all its answers. Yen are the engine's. */
export interface TrainerSheet extends SheetHead {
  readonly for: 'trainer';
  readonly clauses: ReadonlyMap<string, ClauseText>;
  readonly losses: readonly {
    readonly id: string;
    readonly label: Text;
    readonly side: 'claimed' | 'spent';
    readonly yen: number;
    readonly owed: number;
    readonly from: From;
  }[];
  readonly sides: 'claimed' | 'spent' | 'both';
  readonly settlement: Text | null;
  readonly decisions: readonly TrainerDecision[];
  readonly matching: readonly {
    /** The number of the line on the learner's sheet. */
    readonly at: string;
    readonly line: Text;
    readonly clause: string;
    readonly answer: Matching['answer'];
    readonly note: Text;
  }[];
  readonly wrong: readonly { readonly id: string; readonly yen: number; readonly because: Text; readonly reply: Text }[];
  readonly outcome: Outcome;
  readonly arithmetic: Text | null;
  readonly ends: readonly NamedEnd[];
  readonly ask: readonly Text[];
  readonly contrast: readonly { readonly id: string; readonly title: Text; readonly why: Text }[];
  readonly customer: readonly { readonly option: Option; readonly text: Text; readonly reply: Text }[];
}

export const trainerSheetOf = (source: SheetSource): TrainerSheet => {
  const ground = groundOf({ ...source, moment: endOn(source.case), played: false });
  const { case: of, filled, own } = ground;
  const owed = new Map(own.claim.losses.map((loss) => [loss.id, loss.owed ?? loss.amount]));
  const sides = new Set(of.losses.map(({ side }) => side));
  const best = of.expected.find(({ name }) => name === 'best')?.arithmetic;
  const lines = new Map(
    of.documents.flatMap(({ lines }, d) => lines.map((line, i) => [line.id, { text: line.text, at: lineNumber(d, i) }] as const)),
  );
  return {
    for: 'trainer',
    ...sheetHead(source, filled),
    clauses: allClauses(source),
    losses: of.losses.map(({ id, label, side, amount, from }) => ({ id, label, side, yen: amount, owed: owed.get(id) ?? amount, from })),
    sides: sides.size > 1 ? 'both' : sides.has('spent') ? 'spent' : 'claimed',
    settlement: of.settlement.note ? filled(of.settlement.note) : null,
    decisions: of.decisions.map((decision) => decisionOf(ground, decision)),
    matching: of.matching.map(({ line, clause, answer, note, under }) => ({
      at: lines.get(line)?.at ?? line,
      line: filled(lines.get(line)?.text ?? { ja: line, en: line }, under),
      clause,
      answer,
      note: filled(note, under),
    })),
    wrong: wrongOf(ground),
    outcome: outcomeOf(own.result, { policy: own.policy, losses: of.losses }),
    arithmetic: best ? filled(best) : null,
    ends: of.expected.filter(({ name }) => name !== 'best').map((end) => endOf(ground, end)),
    ask: of.beats.filter(({ show }) => show === 'ask').map(({ text }) => filled(text)),
    contrast: of.contrastWith.flatMap(({ case: id, why }) =>
      source.titles[id] ? [{ id, title: source.titles[id], why: filled(why) }] : [],
    ),
    customer: (['best', 'tempting', 'late'] as const).map((option) => {
      const { text, reply } = of.customerLine[option];
      return { option, text: filled(text), reply: filled(reply) };
    }),
  };
};

const decisionOf = ({ case: of, filled, other }: Ground, decision: Decision): TrainerDecision => {
  const text = (one: Text): Text => filled(one, decision.under);
  const order = orderOf(of, decision.id);
  return {
    id: decision.id,
    seat: decision.seat,
    who: decision.who,
    on: decision.on,
    time: decision.time ?? '',
    under: decision.under !== undefined && other?.id === decision.under ? other.title : null,
    situation: text(decision.situation),
    question: text(decision.question),
    choices: (['best', 'tempting', 'late'] as const).map((option) => {
      const choice = decision.choices[option];
      return {
        option,
        at: order.indexOf(option),
        text: text(choice.text),
        misconception: choice.misconception ? text(choice.misconception) : null,
        consequence: text(choice.consequence),
        reason: text(choice.reason),
      };
    }),
    wouldChange: text(decision.wouldChange),
    clauses: decision.clauses,
  };
};

const wrongOf = ({ case: of, own, also, filled }: Ground): TrainerSheet['wrong'] =>
  of.predictions.wrong.map(({ id, because, reply, route, gives }) => {
    const from = route.under !== undefined && route.under === also?.policy.id ? also : own;
    const result = trace(from.compiled, rerouted(from.claim, route));
    return { id, yen: 'refused' in result ? gives : result.paid, because: filled(because, route.under), reply: filled(reply, route.under) };
  });

const endOf = (ground: Ground, end: Expected): NamedEnd => {
  const { case: of, own, also } = ground;
  const isOther = end.under !== undefined && end.under === also?.policy.id;
  const from = isOther ? also : own;
  const claim = changed(claimOf(of, endOn(of, end.choose), isOther ? 'other' : 'own'), end.set);
  const { verdict, low, high, ownCost } = assessed(from.compiled, claim);
  return { name: end.name, by: differencesOf(ground, end, from.policy), verdict, low, high, ownCost };
};

const differencesOf = ({ case: of, facts }: Ground, { choose, set, under }: Expected, policy: Ground['policy']): readonly Difference[] => [
  ...(under !== undefined && policy.id === under && under !== of.policy ? [{ kind: 'under', title: policy.title } as const] : []),
  ...of.decisions.flatMap(({ id }, decision): Difference[] => {
    const option = choose[id];
    return option === undefined || option === 'best' ? [] : [{ kind: 'choice', decision, option }];
  }),
  ...Object.entries(set.schedule).flatMap(([id, value]): Difference[] => {
    const entry = policy.schedule[id];
    return entry === undefined
      ? []
      : [{ kind: 'set', label: entry.label, value: value === undefined ? null : shown(entry.type, value, entry.values) }];
  }),
  ...Object.entries(set.facts).flatMap(([id, value]): Difference[] => {
    const fact = facts[id];
    return fact === undefined
      ? []
      : [{ kind: 'set', label: fact.label, value: value === undefined ? null : shown(fact.type, value, fact.valueLabels) }];
  }),
  ...Object.entries(set.owed).flatMap(([id, share]): Difference[] => {
    const loss = of.losses.find((one) => one.id === id);
    return loss === undefined ? [] : [{ kind: 'owed', label: loss.label, yen: shareOf(loss.amount, share) }];
  }),
];
