import type { ClauseKind, FactType, Name, PoolId, Value, Values, Wording } from '#domain/policy/wording.ts';
import type { From, Text } from './text.ts';

/** One entry of facts.yaml: what a clause may ask for, and how a screen asks it. */
export type Fact = FactType & {
  readonly id: Name;
  readonly label: Text;
  readonly question: Text;
  /** The words for the values of a choice, in the order written. */
  readonly valueLabels?: Readonly<Record<string, Text>>;
};

/** The vocabulary: every fact by its id, in the order written. */
export type FactBook = Readonly<Record<Name, Fact>>;

/** Where a clause was printed, or which law or practice it states. */
export type ClauseSource =
  { readonly from: 'document'; readonly document: string; readonly passage: Text } | { readonly from: 'practice'; readonly practice: Text };

/** What a clause says to people. The seven deciding kinds also stand in the wording under the same id; the others decide nothing. */
export interface ClauseText {
  readonly id: string;
  readonly kind: ClauseKind | 'exception' | 'payment' | 'procedure' | 'note';
  /** The number printed in the source, where it prints one. */
  readonly number?: string;
  /** The running number of an exclusion, 1 to 20. */
  readonly running?: number;
  readonly title: Text;
  readonly quote: Text;
  readonly source: ClauseSource;
  readonly plain: Text;
  readonly customer: Text;
  /** A question that one asks about just this clause before a contract. */
  readonly ask?: Text;
  /** The reading taken where the source is silent or ambiguous, with its reason. */
  readonly reading?: Text;
  readonly except: readonly ClauseText[];
  /** A clause of general.yaml, which neither source prints. */
  readonly general: boolean;
}

/** One entry of the schedule (保険証券の記載): its value when a case does not change it, and what a control shows. */
export interface ScheduleEntry {
  readonly value: Value;
  readonly type: 'yesno' | 'choice' | 'date' | 'yen' | 'percent';
  /** The words for the values of a choice. */
  readonly values?: Readonly<Record<string, Text>>;
  readonly label: Text;
  readonly from: From;
  readonly clause?: string;
  readonly note?: Text;
}

/** A policy file: the wording that the domain decides by, and the texts beside it. */
export interface Policy {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly basis: { readonly document: string; readonly on?: string; readonly note?: Text };
  readonly wording: Wording;
  /** In the order printed; the clauses of general.yaml that the policy uses come last. */
  readonly clauses: readonly ClauseText[];
  readonly schedule: Readonly<Record<Name, ScheduleEntry>>;
  /** What a screen calls each pool. */
  readonly pools: Readonly<Record<PoolId, Text>>;
  /** The facts of an ordinary accident (仮定), with which a claim without a story begins. */
  readonly plain: Values;
}

/** The payment rule of general.yaml: days until payment is due, and the longer terms for special enquiries. */
export interface PaymentRule {
  readonly clause: string;
  readonly days: number;
  readonly enquiries: Readonly<Record<string, { readonly days: number; readonly label: Text }>>;
}

/** general.yaml: clauses of law and market practice, usable by every policy. */
export interface General {
  readonly version: number;
  readonly clauses: readonly ClauseText[];
  readonly payment: PaymentRule;
}

/** Every clause text of a policy by its id, the exceptions nested on clauses included. */
export function clauseTexts(policy: Pick<Policy, 'clauses'>): ReadonlyMap<string, ClauseText> {
  const found = new Map<string, ClauseText>();
  const add = (clause: ClauseText): void => {
    found.set(clause.id, clause);
    clause.except.forEach(add);
  };
  policy.clauses.forEach(add);
  return found;
}
