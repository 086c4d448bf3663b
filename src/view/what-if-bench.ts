import type { Case } from '#casebook/case.ts';
import { changed } from '#casebook/claim.ts';
import type { FactBook, Policy } from '#casebook/policy.ts';
import { trace, type Compiled, type Traced } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import type { Value, Values } from '#domain/policy/wording.ts';

/** What a person has changed over the claim as it was: entries of the schedule and facts. An unknown fact is there as undefined. */
export interface WhatIf {
  readonly schedule: Values;
  readonly facts: Values;
}

/** What the controls are made from. */
export interface Bench {
  readonly case: Case;
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
