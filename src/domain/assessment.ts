import type { ClauseId, ClauseKind, Name, PoolId, Side, TermKind, Value, Values } from './policy/wording.ts';

/** One item of loss: what somebody demands from the insured, or what the insured spent. Yen are safe integers up to 10^12. */
export interface Loss {
  readonly id: string;
  readonly side: Side;
  readonly head: string;
  readonly amount: number;
  /** How many heads the amount is for, where a per-head cap may ask. */
  readonly count?: number;
  /** What is legally owed of it in yen, after 過失相殺; the whole amount where it is not said. */
  readonly owed?: number;
  /** The third-party claim it belongs to; without one, the first. */
  readonly claim?: string;
  /** How much of it the insured has paid the victim, or may receive with the victim's consent (保険法22条), in yen. */
  readonly performed?: number;
}

export interface Claim {
  readonly facts: Values;
  /** Entries that differ from the wording's own schedule. */
  readonly schedule?: Values;
  readonly losses: readonly Loss[];
  /** Per pool: what earlier claims of the period finally received, in yen. */
  readonly used?: Readonly<Record<PoolId, number>>;
}

export type Result = 'met' | 'not-met' | 'excepted' | 'unknown';

export interface Finding {
  readonly clause: ClauseId;
  readonly kind: ClauseKind;
  readonly result: Result;
  /** The known facts and schedule entries that settled it. */
  readonly decidedBy: readonly Name[];
  /** The exceptions that are met, as written. */
  readonly exceptedBy: readonly ClauseId[];
  /** The unknown facts that still matter, of undecided branches only. */
  readonly needs: readonly Name[];
}

export type Cause = 'not-owed' | 'not-covered' | 'excluded' | TermKind | 'breach';

export interface Cut {
  readonly cause: Cause;
  readonly amount: number;
  /** The clause that caused it: none only where a policy names none. */
  readonly clause: ClauseId | null;
  readonly pool: PoolId | null;
}

export interface ItemResult {
  readonly id: string;
  /** The leaf that takes it; null when none does. */
  readonly pool: PoolId | null;
  readonly claimed: number;
  readonly paid: number;
  /** What an undecided clause keeps back: neither paid nor cut yet. */
  readonly open: number;
  readonly cuts: readonly Cut[];
}

export interface Step {
  readonly term: TermKind;
  /** The deductible, limit or cap of the term, in yen as shown; the share kept in basis points for a ratio; null where it has none. */
  readonly amount: number | null;
  /** The two sides of a proportion such as 争訟費用の按分, in yen. */
  readonly of?: number;
  readonly to?: number;
  readonly before: number;
  readonly after: number;
  readonly clause: ClauseId | null;
}

export interface PoolResult {
  readonly pool: PoolId;
  /** The id of the claim the tree ran for; null when no item names one. */
  readonly claim: string | null;
  /** The sum of the items in it, as claimed. */
  readonly claimed: number;
  /** After coverage, before any term. */
  readonly loss: number;
  readonly steps: readonly Step[];
  /** After its own terms. */
  readonly result: number;
  /** What finally reaches the total, after the pools above it and any breach. */
  readonly paid: number;
  /** What is not paid of it: claimed − paid. */
  readonly left: number;
  /** What remains of its period aggregate after this claim; null where it has none. */
  readonly aggregateLeft: number | null;
}

export type Verdict = 'not-paid' | 'partly-paid' | 'paid' | 'open';

export interface Flip {
  readonly fact: Name;
  readonly from: Value | null;
  readonly to: Value;
  readonly verdict: Verdict;
  readonly low: number;
  readonly high: number;
}

export interface Assessment {
  readonly policy: string;
  readonly version: number;
  readonly verdict: Verdict;
  readonly claimed: number;
  readonly notOwed: number;
  readonly paid: number;
  readonly open: number;
  readonly low: number;
  readonly high: number;
  readonly ownCost: number;
  readonly findings: readonly Finding[];
  readonly pools: readonly PoolResult[];
  readonly items: readonly ItemResult[];
  readonly flips: readonly Flip[];
}
