import type { Cause } from '#domain/assessment.ts';
import type { Values } from '#domain/policy/wording.ts';
import type { Text } from './text.ts';

/** Where a moment starts: a case on its best way, or an empty claim under a form. */
export type MomentStart = { readonly case: string } | { readonly form: string };

/** What is changed over the start. Amounts are yen by loss id; in an empty claim the ids are SIDE-HEAD. */
export interface MomentState {
  readonly schedule: Values;
  readonly facts: Values;
  readonly amounts: Readonly<Record<string, number>>;
  /** Whether a case is read under the other wording that it names. */
  readonly other: boolean;
}

/** A figure of an assessment that a moment speaks of. */
export type MomentFigure = 'claimed' | 'paid' | 'ownCost';

/** What the sentence of a moment claims, so that the engine can check it: where a figure goes, or what a clause takes off for a cause, in yen. */
export type MomentHold =
  | { readonly goes: 'same' | 'falls' | 'rises'; readonly figure: MomentFigure }
  | { readonly cut: Cause; readonly clause: string; readonly before: number; readonly after: number };

/** Something the lab shows with one tap: two states of one claim, and what lies between them. */
export interface LabMoment {
  readonly id: string;
  readonly title: Text;
  readonly start: MomentStart;
  readonly before: MomentState;
  readonly after: MomentState;
  /** May hold `{before.paid}`, `{after.cut.limit}`, `{difference}` and the like. */
  readonly says: Text;
  /** What is paid in the two states, in yen: a cross-check, never shown directly. */
  readonly gives: { readonly before: number; readonly after: number };
  readonly holds: readonly MomentHold[];
}

/** The moments that start from this case, or from an empty claim under this form, in the order of their file. */
export const momentsFor = (moments: readonly LabMoment[], start: MomentStart): readonly LabMoment[] =>
  moments.filter((one) =>
    'case' in start ? 'case' in one.start && one.start.case === start.case : 'form' in one.start && one.start.form === start.form,
  );
