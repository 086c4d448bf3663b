import type { EventName, Matching, Option, Share } from '#casebook/case.ts';
import type { Day } from '#domain/calendar.ts';
import type { Values } from '#domain/policy/wording.ts';
import type { ClaimRecord, LifecycleState } from './machine.ts';
import type { Confidence } from './sitting.ts';

/** What the sitting waits for. */
export type Todo =
  | { readonly kind: 'read'; readonly lines: readonly string[] }
  | { readonly kind: 'decision'; readonly decision: string }
  /** Pairs are made of these lines and clauses; what is right stands in the case. */
  | { readonly kind: 'match'; readonly lines: readonly string[]; readonly clauses: readonly string[] }
  | { readonly kind: 'predict' }
  /** The letter by its place in the case, and its slots still empty. */
  | { readonly kind: 'letter'; readonly letter: number; readonly empty: readonly string[] }
  | { readonly kind: 'explain' }
  /** Something stands to be read: a decision's consequence, the prediction's answer, the reply to the customer's line. */
  | { readonly kind: 'next'; readonly after: 'decision' | 'predict' | 'explain' }
  | { readonly kind: 'end' };

/** A choice as taken, by the player or, for a seat not played, by itself. */
export interface Taken {
  readonly decision: string;
  readonly option: Option;
  readonly by: 'player' | 'itself';
  readonly confidence?: Confidence;
  /** The day on which it was decided, delays counted. */
  readonly on: Day;
}

/** A dated entry of the story: references only. `at` is the number of the sitting's events to rewind to for what stood then. */
export type Entry = { readonly on: Day; readonly at: number } & (
  | { readonly kind: 'event'; readonly event: EventName; readonly state: LifecycleState; readonly amount?: number }
  /** An entry of the case's own timeline, by its place there. */
  | { readonly kind: 'beat'; readonly beat: number }
  | { readonly kind: 'documents'; readonly documents: readonly string[] }
  | { readonly kind: 'decision'; readonly decision: string; readonly option: Option; readonly by: Taken['by'] }
);

/** A step of the chart: which innermost states were left and entered by which event. */
export interface Move {
  readonly event: EventName;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Everything that stands at one point of a sitting, as plain data. */
export interface Moment {
  readonly state: LifecycleState;
  readonly record: ClaimRecord;
  readonly todo: Todo;
  readonly now: Day;
  /** Given, found and set, the latest word counting. */
  readonly facts: Values;
  /** The lines read, and by whom: the player, or the insurer's report where the player went on without them. */
  readonly lines: Readonly<Record<string, 'player' | 'report'>>;
  readonly choices: readonly Taken[];
  readonly matches: readonly Pick<Matching, 'line' | 'clause' | 'answer'>[];
  /** In yen; locked once given. */
  readonly prediction: number | null;
  /** By letter and slot: the answer's number. */
  readonly letters: Readonly<Record<number, Readonly<Record<string, number>>>>;
  readonly explained: Option | null;
  readonly hints: number;
  /** Whether the sums are fixed: before that nothing is said of what is owed. */
  readonly settled: boolean;
  /** By loss id, choices over the settlement; empty before it is settled. */
  readonly owed: Readonly<Record<string, Share>>;
  readonly performed: Readonly<Record<string, Share>>;
  /** Days lost by the choices so far. */
  readonly delay: number;
  /** The day each state was first entered, or is going to be by the best path and the delay; and the day the documents are complete. */
  readonly dates: Readonly<Partial<Record<LifecycleState | 'documentsComplete', Day>>>;
  readonly timeline: readonly Entry[];
  /** The states passed, in order. */
  readonly path: readonly LifecycleState[];
  readonly moves: readonly Move[];
  /** How many of the sitting's events are in it. */
  readonly played: number;
}
