import type { Case, LossItem } from '#casebook/case.ts';
import { changed } from '#casebook/claim.ts';
import type { FactBook, Policy } from '#casebook/policy.ts';
import { trace, type Compiled, type Traced } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import type { Value, Values } from '#domain/policy/wording.ts';

/** What a person has changed over the claim as it was: entries of the schedule, facts, amounts of items in yen. An unknown fact is there as undefined. */
export interface WhatIf {
  readonly schedule: Values;
  readonly facts: Values;
  readonly amounts: Readonly<Record<string, number>>;
}

/** A claim under a contract, ready to be turned. */
export interface Bench {
  /** The case it comes from; null where it is nobody's story: an empty claim, or a case's items under a product form. */
  readonly case: Case | null;
  /** The items of the claim with what screens call them. */
  readonly losses: readonly Pick<LossItem, 'id' | 'side' | 'label' | 'from'>[];
  readonly policy: Policy;
  readonly facts: FactBook;
  readonly compiled: Compiled;
  readonly claim: Claim;
  readonly result: Traced;
}

/** How a value stands in a position's id. */
export const idOf = (value: Value | undefined): string =>
  value === undefined ? '?' : typeof value === 'object' ? `${value.basisPoints}bp` : String(value);

/** Whether two outcomes say the same in verdict and yen. */
export const alike = (a: Traced, b: Traced): boolean => a.verdict === b.verdict && a.low === b.low && a.high === b.high;

/** The claim under a what-if; null where it cannot be assessed so. */
export const traced = ({ compiled, claim }: Pick<Bench, 'compiled' | 'claim'>, changes: Partial<WhatIf>): Traced | null => {
  const result = trace(compiled, changed(claim, changes));
  return 'refused' in result ? null : result;
};
