import type { Verdict } from '#domain/assessment.ts';
import type { Values } from '#domain/policy/wording.ts';
import type { Text } from './text.ts';

/** Facts and schedule entries that a pair puts in the place of those of the case. */
export interface PairSet {
  readonly facts: Values;
  readonly schedule: Values;
}

/** One side of a pair: a case, read under its own wording or the other one. */
export interface PairSide {
  readonly case: string;
  readonly title: Text;
  /** The id and the title of the policy that it is read under. */
  readonly policy: string;
  readonly wording: Text;
  /** Whether that is the wording of its `alsoUnder`. */
  readonly other: boolean;
  readonly set: PairSet;
}

/** What an answer claims; which of them is true the engine says. */
export type PairSays = { readonly more: 'a' | 'b' | 'same' } | { readonly ends: { readonly a: Verdict; readonly b: Verdict } };

export interface PairAnswer {
  readonly label: Text;
  readonly says: PairSays;
}

/** Two ends to be held against each other. Its texts may hold `{a.paid}`, `{b.loss.ID}` and the like. */
export interface Pair {
  readonly id: string;
  /** Ids of COVERAGE.md. */
  readonly covers: readonly string[];
  readonly a: PairSide;
  readonly b: PairSide;
  /** What the learner decides first. */
  readonly question: Text;
  /** None: which of the two pays more. */
  readonly answers: readonly PairAnswer[];
  /** Why these two stand side by side, and what they teach: shown after the answer. */
  readonly why: Text;
  readonly lesson: Text;
}

/** What one wording says of a topic: its clauses, or the note that says that its source is silent, with the practice that fills the gap. */
export interface TopicSide {
  readonly clauses: readonly string[];
  readonly silent: string | null;
}

/** One topic on which both wordings are read side by side. */
export interface Topic {
  readonly id: string;
  readonly title: Text;
  /** What the difference means for a claim. */
  readonly note: Text;
  /** In the order of `policies`. */
  readonly sides: readonly [TopicSide, TopicSide];
}

/** What one wording has and the other lacks. */
export interface Comparison {
  readonly policies: readonly [string, string];
  readonly topics: readonly Topic[];
}

/** A case in which a clause mattered. */
export interface CaseLink {
  readonly id: string;
  readonly title: Text;
  /** Only where somebody chooses otherwise than best. */
  readonly detour: boolean;
}

/** Where a clause matters: the cases it decided, those in which it was met but an exception gave cover back, and the drills on it. */
export interface UseOfClause {
  readonly decided: readonly CaseLink[];
  readonly excepted: readonly CaseLink[];
  readonly drills: readonly { readonly id: string; readonly title: Text }[];
}

/** By clause id, the exceptions included. */
export type ClauseUse = Readonly<Record<string, UseOfClause>>;
