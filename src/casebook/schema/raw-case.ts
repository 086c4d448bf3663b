import type { EventName, Option, StateName } from '../names.ts';
import type { From, Seat } from '../text.ts';
import type { Bare, RawText } from './scalars.ts';

type Values = Record<string, Bare>;
type Shares = Record<string, string | number>;
export interface RawSourced {
  value: Bare;
  from: From;
  reason?: RawText;
  note?: RawText;
}
export interface RawChoice {
  text: RawText;
  consequence: RawText;
  reason: RawText;
  misconception?: RawText;
  events: EventName[];
  sets?: Values;
  owed?: Shares;
  performed?: Shares;
  days?: number;
}
export interface RawChanges {
  schedule?: Values;
  facts?: Values;
  owed?: Shares;
}
export interface RawRoute extends RawChanges {
  reclassify?: Record<string, { head?: string; side?: 'claimed' | 'spent' }>;
  drop?: string[];
  under?: string;
}
export interface RawLoss {
  id: string;
  side: 'claimed' | 'spent';
  head: string;
  label: RawText;
  amount?: string | number;
  each?: string | number;
  count?: number;
  claim?: string;
  from: From;
  payee?: string;
}
export interface RawCase {
  id: string;
  version: number;
  title: RawText;
  industry: RawText;
  kind: 'leak' | 'stop' | 'data' | 'rights';
  difficulty: number;
  minutes: number;
  source: { document: string; passage: RawText; quote: RawText; says: 'cover' | 'incident' | 'yen' };
  covers: string[];
  summary: RawText;
  goal: RawText;
  policy: string;
  schedule?: Record<string, RawSourced>;
  alsoUnder?: { policy: string; schedule?: Record<string, RawSourced>; given?: Record<string, RawSourced>; why: RawText };
  parties: {
    id: string;
    role: 'insured' | 'claimant' | 'principal' | 'agency' | 'insurer' | 'employee' | 'other';
    name: RawText;
    note?: RawText;
    from: From;
  }[];
  amounts?: Record<string, { value: string | number; from: From }>;
  documents: {
    id: string;
    kind: 'call' | 'report' | 'mail' | 'contract' | 'log' | 'invoice' | 'record' | 'letter';
    title: RawText;
    on?: string;
    lines: { id: string; text: RawText; from: From; facts?: Values; losses?: string[] }[];
  }[];
  facts: { given: Record<string, RawSourced> };
  losses: RawLoss[];
  settlement: { owed: Shares; performed?: Shares; note?: RawText; from: From };
  claim: 'none' | { on: string; at: StateName };
  dates: Record<string, string>;
  enquiries?: string[];
  timeline?: { at: StateName; text: RawText; from: From }[];
  decisions: {
    id: string;
    at: StateName;
    seat: Seat;
    who: RawText;
    on: string;
    time?: string;
    under?: string;
    situation: RawText;
    question: RawText;
    clauses: string[];
    wouldChange: RawText;
    choices: Record<Option, RawChoice>;
  }[];
  matching: { line: string; clause: string; answer: 'met' | 'not-met' | 'excepted' | 'unknown'; note: RawText; under?: string }[];
  predictions: { question: RawText; wrong: { id: string; because: RawText; reply: RawText; route: RawRoute; gives: string | number }[] };
  letters: {
    outcome: 'payment' | 'refusal';
    to: RawText;
    body: RawText;
    slots: Record<string, { answer: RawText; others: RawText[] }>;
    under?: string;
  }[];
  customerLine: Record<Option, { text: RawText; reply: RawText }>;
  hints: RawText[];
  beats: { text: RawText; show: 'claimed' | 'outcome' | 'cut' | 'whatIf' | 'other' | 'ask'; set?: RawChanges }[];
  contrastWith?: { case: string; why: RawText }[];
  expected: {
    name: string;
    verdict: 'paid' | 'partly-paid' | 'not-paid' | 'open';
    paid?: string | number;
    low?: string | number;
    high?: string | number;
    ownCost?: string | number;
    arithmetic?: RawText;
    choose?: Record<string, Option>;
    set?: RawChanges;
    under?: string;
  }[];
}
