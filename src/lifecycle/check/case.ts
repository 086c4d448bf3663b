import { caseOf } from '#casebook/build/case.ts';
import type { Case } from '#casebook/case.ts';
import { contentFaults } from '#casebook/check/content.ts';
import { referenceFaults } from '#casebook/check/references.ts';
import { placeholderFaults, writtenYenFaults } from '#casebook/check/texts.ts';
import { clauseTexts, type FactBook, type PaymentRule, type Policy } from '#casebook/policy.ts';
import { inOrder, type Fault, type Problem, type Reading } from '#casebook/read/problem.ts';
import type { Source } from '#casebook/read/yaml.ts';
import type { Walk } from '../walk.ts';
import { endFaults } from './ends.ts';

/** Everything a case is checked against. */
export interface Shelf {
  readonly facts: FactBook;
  readonly payment: PaymentRule;
  readonly policies: Readonly<Record<string, Policy>>;
  /** The ids of all cases. */
  readonly cases: ReadonlySet<string>;
}

/** A case that passed every check, with every way through it. */
export interface CheckedCase {
  readonly case: Case;
  readonly policy: Policy;
  readonly other: Policy | undefined;
  readonly walked: Walk;
}

const refuse = (problems: readonly Problem[]): Reading<never> => ({ ok: false, problems: inOrder(problems) });

/**
 * Checks a case that has been parsed: its shape, its references, its content, its placeholders, then its ends and every path. What one step
 * refuses the next does not look at. `counts` says which faults matter, for a file that is complete in one language alone.
 */
export const checkCase = (source: Source, shelf: Shelf, counts: (fault: Fault) => boolean = () => true): Reading<CheckedCase> => {
  const read = caseOf(source, shelf);
  if (!read.ok) return read;
  const of = read.value.case;
  const policy = shelf.policies[of.policy];
  const other = of.alsoUnder && shelf.policies[of.alsoUnder.policy];
  if (!policy) throw new Error(`the case was read without its policy ${of.policy}`);
  const content = [
    ...referenceFaults(of, {
      policy,
      other,
      payment: shelf.payment,
      cases: shelf.cases,
      clauses: Object.values(shelf.policies).flatMap((one) => [...clauseTexts(one).keys()]),
    }),
    ...contentFaults(of),
    ...placeholderFaults(source.value, { case: of, facts: shelf.facts, policies: other ? [policy, other] : [policy] }),
    ...writtenYenFaults(source.value),
  ].filter(counts);
  if (content.length > 0) return refuse(content.map(source.place));
  const { faults, walked } = endFaults(of, policy, other);
  if (faults.length > 0) return refuse(faults.map(source.place));
  return { ok: true, value: { case: of, policy, other, walked } };
};
