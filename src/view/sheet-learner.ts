import type { Case, CaseDocument, Seat } from '#casebook/case.ts';
import type { From, Text } from '#casebook/text.ts';
import { endOn } from '#lifecycle/walk.ts';
import { fillerOf } from './play-fill.ts';
import { groundOf } from './play-ground.ts';
import { lineNumber, orderOf, sheetHead, type SheetHead, type SheetSource } from './sheet.ts';

/** 受講者用: what a learner may have on paper. No payout, no reason, no clause of a question. */
export interface LearnerSheet extends SheetHead {
  readonly for: 'learner';
  readonly documents: readonly {
    readonly id: string;
    readonly kind: CaseDocument['kind'];
    readonly title: Text;
    readonly on: string | null;
    readonly lines: readonly { readonly id: string; readonly at: string; readonly text: Text; readonly from: From }[];
  }[];
  readonly losses: readonly {
    readonly id: string;
    readonly label: Text;
    readonly side: 'claimed' | 'spent';
    readonly yen: number;
    readonly from: From;
  }[];
  /** In yen. */
  readonly claimed: number;
  readonly questions: readonly {
    readonly id: string;
    readonly seat: Seat;
    readonly who: Text;
    readonly on: string;
    readonly situation: Text;
    readonly question: Text;
    readonly choices: readonly Text[];
  }[];
  readonly prediction: Text;
}

/** The learner's sheet. Its texts are filled as before the prediction, with nothing of what is owed in the end. */
export const learnerSheetOf = (source: SheetSource): LearnerSheet => {
  const { case: of, policy, other, facts, general } = source;
  const ground = groundOf(of, policy, other ?? null, facts, general);
  const end = endOn(of);
  const before = { ...end, prediction: null, owed: {}, performed: {}, record: { ...end.record, liability: 'open' as const } };
  const filled = fillerOf(ground, before);
  const question = (decision: Case['decisions'][number]): LearnerSheet['questions'][number] => {
    const text = fillerOf(ground, before, decision.under);
    return {
      id: decision.id,
      seat: decision.seat,
      who: decision.who,
      on: decision.on,
      situation: text(decision.situation),
      question: text(decision.question),
      choices: orderOf(of, decision.id).map((option) => text(decision.choices[option].text)),
    };
  };
  return {
    for: 'learner',
    ...sheetHead(source, filled),
    documents: of.documents.map(({ id, kind, title, on, lines }, d) => ({
      id,
      kind,
      title,
      on: on ?? null,
      lines: lines.map((line, i) => ({ id: line.id, at: lineNumber(d, i), text: filled(line.text), from: line.from })),
    })),
    losses: of.losses.map(({ id, label, side, amount, from }) => ({ id, label, side, yen: amount, from })),
    claimed: of.losses.reduce((sum, { amount }) => sum + amount, 0),
    questions: of.decisions.map(question),
    prediction: filled(of.predictions.question),
  };
};
