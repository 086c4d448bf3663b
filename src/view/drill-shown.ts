import type { Drill } from '#casebook/drill.ts';
import type { From, Text } from '#casebook/text.ts';
import type { Result } from '#domain/assessment.ts';
import type { drillWords } from '#words/drill.ts';
import type { Difference } from './drill-differences.ts';
import type { Outcome } from './outcome.ts';
import type { Shown } from './shown.ts';

/** How a clause is asked about: that decides the words for what it comes to. */
export type AskGroup = keyof typeof drillWords.ja.asks;

/** A clause as a drill quotes it. */
export interface DrillClause {
  readonly id: string;
  readonly running: number | null;
  readonly title: Text;
  readonly quote: Text;
  readonly plain: Text;
  readonly from: 'document' | 'practice';
  readonly passage: Text;
}

/** What a situation came to: what a clause comes to, the day of payment, or how the claim ends. */
export type Conclusion =
  | { readonly kind: 'finding'; readonly clause: DrillClause; readonly group: AskGroup; readonly result: Result }
  | { readonly kind: 'due'; readonly date: string }
  | { readonly kind: 'end' };

/** What is shown of a situation once it is answered; nothing of it is there before. */
export interface Answered {
  readonly chosen: string;
  readonly right: string;
  readonly rightLabel: Text;
  readonly reply: Text;
  /** Why the right answer is right, where another was chosen. */
  readonly reason: Text | null;
  /** What the other wording does otherwise, where it is judged under that one. */
  readonly why: Text | null;
  readonly conclusion: Conclusion;
  readonly outcome: Outcome;
  readonly sides: 'claimed' | 'spent' | 'both';
  readonly clause: DrillClause | null;
  readonly exceptions: readonly DrillClause[];
  readonly needs: readonly Text[];
  readonly differences: readonly Difference[];
}

export interface SituationView {
  readonly id: string;
  readonly n: number;
  readonly text: Text;
  readonly from: From;
  /** The other wording, where it is judged under that one. */
  readonly under: Text | null;
  readonly question:
    { readonly kind: 'clause'; readonly group: AskGroup; readonly clause: DrillClause } | { readonly kind: 'text'; readonly text: Text };
  readonly answers: readonly { readonly key: string; readonly label: Text }[];
  readonly answered: Answered | null;
}

export interface DrillView {
  readonly id: string;
  readonly title: Text;
  readonly group: Drill['group'];
  readonly minutes: number;
  readonly policy: { readonly id: string; readonly title: Text };
  readonly story: Text;
  readonly items: readonly {
    readonly id: string;
    readonly label: Text;
    readonly yen: number;
    readonly each: number | null;
    readonly count: number | null;
    readonly side: 'claimed' | 'spent';
    readonly from: From;
  }[];
  readonly claimed: number;
  readonly terms: readonly DrillTerm[];
  readonly given: readonly DrillTerm[];
  /** As far as they are answered, and the next one. */
  readonly situations: readonly SituationView[];
  readonly of: number;
  /** What to remember: once all is answered. */
  readonly rule: Text | null;
}

/** A schedule entry or settled fact. */
export interface DrillTerm {
  readonly id: string;
  readonly label: Text;
  readonly value: Shown;
  readonly from: From;
  readonly reason?: Text;
}
