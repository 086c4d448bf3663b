/** The shape of a wording (約款の定め) after its file has been read: what was sold, as data. No clause is known to the code by its id. */

export type ClauseId = string;
export type PoolId = string;
/** The id of a fact, or of an entry of the schedule (保険証券の記載). */
export type Name = string;

/** A percentage in basis points: 90 % is 9000, so that it is never a floating-point number. */
export interface Percent {
  readonly basisPoints: number;
}

/** yes/no as a boolean, yen and numbers as a safe integer, dates as 'YYYY-MM-DD', choices as their word. */
export type Value = boolean | number | string | Percent;
export type Values = Readonly<Record<Name, Value | undefined>>;

export type FactType =
  { readonly type: 'yesno' | 'date' | 'number' | 'yen' } | { readonly type: 'choice'; readonly values: readonly string[] };

/** One yen amount, or a way to reach one from the schedule, the facts, or other pools. */
export type Amount =
  | { readonly op: 'yen'; readonly yen: number }
  | { readonly op: 'entry'; readonly name: Name }
  | { readonly op: 'percent'; readonly percent: Percent | Name; readonly of: Amount }
  | { readonly op: 'each'; readonly each: Amount; readonly count: Amount }
  | { readonly op: 'least' | 'sum' | 'minus'; readonly of: readonly Amount[] }
  | { readonly op: 'loss' | 'result'; readonly pool: PoolId }
  | { readonly op: 'soFar' };

export type DateRef = { readonly date: string } | { readonly name: Name };

export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'is'; readonly name: Name; readonly values: readonly Value[] }
  | { readonly op: 'before' | 'from'; readonly name: Name; readonly than: DateRef }
  | { readonly op: 'within'; readonly name: Name; readonly months: number; readonly after: DateRef }
  | { readonly op: 'atLeast' | 'lessThan'; readonly name: Name; readonly amount: Amount }
  | { readonly op: 'clause'; readonly clause: ClauseId };

export type Side = 'claimed' | 'spent';

export type Ratio = Percent | Name | { readonly of: Amount; readonly to: Amount };

interface TermBase {
  readonly clause?: ClauseId;
  readonly when?: Condition;
}

/** One step between what a pool holds and what it pays, applied in the order written. */
export type Term = TermBase &
  (
    | { readonly kind: 'per-head' | 'deductible' | 'franchise' | 'limit' | 'aggregate'; readonly amount: Amount }
    | { readonly kind: 'ratio'; readonly ratio: Ratio }
    | { readonly kind: 'only-if-pays'; readonly pools: readonly PoolId[] }
  );
export type TermKind = Term['kind'];

/** A pool of the money side: a leaf takes items by side and head, a branch sums its children. Terms then cut the sum. */
export interface Pool {
  readonly id: PoolId;
  readonly clause?: ClauseId;
  readonly when?: Condition;
  readonly takes?: Readonly<Partial<Record<Side, 'all' | readonly string[]>>>;
  readonly of?: readonly Pool[];
  readonly terms: readonly Term[];
}

/** Where a clause bites: on some heads, on some pools (with all they hold), or, with neither, on everything. */
export interface Scope {
  readonly heads?: readonly string[];
  readonly pools?: readonly PoolId[];
}

export interface Exception {
  readonly id: ClauseId;
  readonly when: Condition;
  readonly except: readonly Exception[];
}

/** What the breach of a duty does to the payment. */
export type Breach =
  | { readonly kind: 'deduct'; readonly amount: Amount }
  | { readonly kind: 'not-owed' }
  | { readonly kind: 'some-or-all'; readonly upTo?: Amount };

export type ClauseKind = 'eligibility' | 'insured' | 'period' | 'trigger' | 'exclusion' | 'duty' | 'series';

/** A clause that is decided: a condition over facts, where it bites, and the exceptions nested on it. */
export interface Clause {
  readonly id: ClauseId;
  readonly kind: ClauseKind;
  readonly when: Condition;
  readonly scope: Scope;
  readonly except: readonly Exception[];
  readonly breach?: Breach;
}

/** How a fraction of a yen is rounded when a figure is shown: 円未満切捨て, 四捨五入, 切上げ. */
export type Rounding = 'down' | 'nearest' | 'up';

export interface Wording {
  readonly id: string;
  readonly version: number;
  readonly rounding: Rounding;
  readonly facts: Readonly<Record<Name, FactType>>;
  readonly schedule: Values;
  /** The clause that says why what is not legally owed is not paid. */
  readonly owedClause?: ClauseId;
  readonly clauses: readonly Clause[];
  readonly pool: Pool;
}
