import type { Result, Verdict } from '#domain/assessment.ts';
import type { Values } from '#domain/policy/wording.ts';
import type { AlsoUnder, LossItem, Settlement, Share, Sourced } from './case.ts';
import type { From, Text } from './text.ts';

/** What a situation asks, with its answers. Which answer is right the engine says; of `say`, where no figure decides, the file does. */
export type DrillQuestion =
  | { readonly ask: 'clause'; readonly clause: string; readonly answers: readonly { readonly is: Result; readonly reply: Text }[] }
  | { readonly ask: 'paid'; readonly question: Text; readonly answers: readonly { readonly is: number; readonly reply: Text }[] }
  | { readonly ask: 'due'; readonly question: Text; readonly answers: readonly { readonly is: string; readonly reply: Text }[] }
  | {
      readonly ask: 'say';
      readonly question: Text;
      readonly answers: readonly { readonly text: Text; readonly right: boolean; readonly reply: Text }[];
    };

/** What the engine must give in a situation. */
export interface DrillEnd {
  readonly verdict: Verdict;
  readonly paid?: number;
  readonly low?: number;
  readonly high?: number;
  /** What the clause that is asked about comes to. */
  readonly finding?: Result;
}

/** One variation of the claim of a drill, and the question about it. */
export interface Situation {
  readonly id: string;
  readonly text: Text;
  readonly from: From;
  /** What is different from the base, and the items that are left out. */
  readonly set: {
    readonly facts: Values;
    readonly schedule: Values;
    readonly owed: Readonly<Record<string, Share>>;
    readonly drop: readonly string[];
  };
  /** The policy id of the other wording, where it is judged under that one. */
  readonly under?: string;
  /** The day on which the documents are complete (YYYY-MM-DD), where payment days are counted. */
  readonly documentsComplete?: string;
  readonly enquiries: readonly string[];
  readonly question: DrillQuestion;
  readonly expected: DrillEnd;
}

/** What the list of drills needs: it is loaded for every drill at once. */
export interface DrillSummary {
  readonly id: string;
  readonly title: Text;
  readonly group: 'exclusion' | 'contract';
  readonly minutes: number;
  /** The clause that is drilled: its id, and the running number of an exclusion. */
  readonly clause?: { readonly id: string; readonly running?: number };
}

/** An exercise on one clause: a small claim and situations that each differ from it in little. */
export interface Drill {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly group: DrillSummary['group'];
  readonly minutes: number;
  readonly policy: string;
  readonly schedule: Readonly<Record<string, Sourced>>;
  readonly alsoUnder?: AlsoUnder;
  readonly covers: readonly string[];
  readonly story: Text;
  readonly amounts: Readonly<Record<string, { readonly value: number; readonly from: From }>>;
  readonly given: Readonly<Record<string, Sourced>>;
  readonly losses: readonly LossItem[];
  readonly settlement: Settlement;
  readonly situations: readonly Situation[];
  /** What to remember. */
  readonly rule: Text;
}
