import type { Percent, Side, Value, Values } from '#domain/policy/wording.ts';
import type { Verdict } from '#domain/assessment.ts';
import type { EventName, Option, StateName } from './names.ts';
import type { From, Seat, Text } from './text.ts';

export type { From, Seat, Text } from './text.ts';
export type { EventName, Option, StateName } from './names.ts';

/** Yen as a safe integer, or a percentage of the item. */
export type Share = number | Percent;

/** A value with its provenance. */
export interface Sourced {
  readonly value: Value;
  readonly from: From;
  /** For a given fact: half a line on why it stands so. */
  readonly reason?: Text;
}

export interface Party {
  readonly id: string;
  readonly role: 'insured' | 'claimant' | 'principal' | 'agency' | 'insurer' | 'employee' | 'other';
  readonly name: Text;
  readonly note?: Text;
  readonly from: From;
}

export interface DocumentLine {
  readonly id: string;
  readonly text: Text;
  readonly from: From;
  /** The facts that this line reveals. */
  readonly facts: Values;
  /** The loss items that this line carries. */
  readonly losses: readonly string[];
}

export interface CaseDocument {
  readonly id: string;
  readonly kind: 'call' | 'report' | 'mail' | 'contract' | 'log' | 'invoice' | 'record' | 'letter';
  readonly title: Text;
  readonly on?: string;
  readonly lines: readonly DocumentLine[];
}

export interface LossItem {
  readonly id: string;
  readonly side: Side;
  readonly head: string;
  readonly label: Text;
  /** In yen; each × count where the file gives these. */
  readonly amount: number;
  readonly each?: number;
  readonly count?: number;
  readonly claim?: string;
  readonly from: From;
  /** The party who is to be paid. */
  readonly payee?: string;
}

export interface Settlement {
  /** By loss id: what is legally owed once it is fixed; an item not named is owed in full. */
  readonly owed: Readonly<Record<string, Share>>;
  /** By loss id: paid to the victim or payable with the victim's consent (保険法22条). */
  readonly performed: Readonly<Record<string, Share>>;
  readonly note?: Text;
  readonly from: From;
}

export interface Choice {
  readonly text: Text;
  readonly consequence: Text;
  readonly reason: Text;
  /** The mistake a sensible person makes here; the best choice has none. */
  readonly misconception?: Text;
  readonly events: readonly EventName[];
  readonly sets: Values;
  readonly owed: Readonly<Record<string, Share>>;
  readonly performed: Readonly<Record<string, Share>>;
  /** Calendar days by which everything after moves later. */
  readonly days: number;
}

export interface Decision {
  readonly id: string;
  readonly at: StateName;
  readonly seat: Seat;
  readonly who: Text;
  readonly on: string;
  readonly time?: string;
  /** The policy id of the other wording, where the decision is about that one. */
  readonly under?: string;
  readonly situation: Text;
  readonly question: Text;
  readonly clauses: readonly string[];
  readonly wouldChange: Text;
  readonly choices: Readonly<Record<Option, Choice>>;
}

export interface Matching {
  readonly line: string;
  readonly clause: string;
  readonly answer: 'met' | 'not-met' | 'excepted' | 'unknown';
  readonly note: Text;
  readonly under?: string;
}

/** What is changed over a path: entries of the schedule, facts, what is owed. */
export interface Changes {
  readonly schedule: Values;
  readonly facts: Values;
  readonly owed: Readonly<Record<string, Share>>;
}

/** A wrong way to reckon, which the engine follows to the yen a person would get by that mistake. */
export interface Route extends Changes {
  readonly reclassify: Readonly<Record<string, { readonly head?: string; readonly side?: Side }>>;
  readonly drop: readonly string[];
  readonly under?: string;
}

export interface WrongPrediction {
  readonly id: string;
  readonly because: Text;
  readonly reply: Text;
  readonly route: Route;
  /** In yen: a cross-check of the route, never shown directly. */
  readonly gives: number;
}

export interface Letter {
  readonly outcome: 'payment' | 'refusal';
  readonly to: Text;
  /** Paragraphs are separated by a blank line; slots stand as `{slot:id}`. */
  readonly body: Text;
  readonly slots: Readonly<Record<string, { readonly answer: Text; readonly others: readonly Text[] }>>;
  readonly under?: string;
}

export interface Beat {
  readonly text: Text;
  readonly show: 'claimed' | 'outcome' | 'cut' | 'whatIf' | 'other' | 'ask';
  readonly set?: { readonly schedule: Values; readonly facts: Values };
}

/** A golden end: what the engine must give on a named path. */
export interface Expected {
  readonly name: string;
  readonly verdict: Verdict;
  readonly paid?: number;
  readonly low?: number;
  readonly high?: number;
  readonly ownCost?: number;
  readonly arithmetic?: Text;
  /** The choices that are not the best one, by decision id. */
  readonly choose: Readonly<Record<string, Option>>;
  readonly set: Changes;
  readonly under?: string;
}

export interface AlsoUnder {
  readonly policy: string;
  readonly schedule: Readonly<Record<string, Sourced>>;
  /** Facts that only this wording asks. */
  readonly given: Readonly<Record<string, Sourced>>;
  readonly why: Text;
}

/** What the case list needs: it is loaded for every case at once. */
export interface CaseSummary {
  readonly id: string;
  readonly title: Text;
  readonly industry: Text;
  readonly kind: 'leak' | 'stop' | 'data' | 'rights';
  readonly difficulty: 1 | 2 | 3;
  readonly minutes: number;
  readonly source: Pick<CaseSource, 'says'>;
}

export interface CaseSource {
  readonly document: string;
  readonly passage: Text;
  readonly quote: Text;
  /** The source presents the case as covered, reports an incident only, or prints the payout. */
  readonly says: 'cover' | 'incident' | 'yen';
}

/** A documented accident as read from its file: references checked, amounts in yen, dates as YYYY-MM-DD. */
export interface Case extends CaseSummary {
  readonly version: number;
  readonly policy: string;
  readonly source: CaseSource;
  readonly covers: readonly string[];
  readonly summary: Text;
  readonly goal: Text;
  readonly schedule: Readonly<Record<string, Sourced>>;
  readonly alsoUnder?: AlsoUnder;
  readonly parties: readonly Party[];
  /** Other yen amounts and numbers that a text mentions. */
  readonly amounts: Readonly<Record<string, { readonly value: number; readonly from: From }>>;
  readonly documents: readonly CaseDocument[];
  /** Facts that stand in the briefing. */
  readonly given: Readonly<Record<string, Sourced>>;
  readonly losses: readonly LossItem[];
  readonly settlement: Settlement;
  /** When the third party's demand arrives; null for a costs-only case. */
  readonly claim: { readonly on: string; readonly at: StateName } | null;
  /** The day on which the best path enters each state, and the day the documents are complete. */
  readonly dates: Readonly<Partial<Record<StateName | 'documentsComplete', string>>>;
  readonly enquiries: readonly string[];
  readonly timeline: readonly { readonly at: StateName; readonly text: Text; readonly from: From }[];
  readonly decisions: readonly Decision[];
  readonly matching: readonly Matching[];
  readonly predictions: { readonly question: Text; readonly wrong: readonly WrongPrediction[] };
  readonly letters: readonly Letter[];
  readonly customerLine: Readonly<Record<Option, { readonly text: Text; readonly reply: Text }>>;
  readonly hints: readonly [Text, Text, Text];
  readonly beats: readonly Beat[];
  readonly contrastWith: readonly { readonly case: string; readonly why: Text }[];
  readonly expected: readonly Expected[];
}
