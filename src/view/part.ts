import type { Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import type { Cause } from '#domain/assessment.ts';
import type { ClauseId } from '#domain/policy/wording.ts';

/** Why yen are in a segment: paid, still open, or the cause that cut them. */
export type Part = 'paid' | 'open' | Cause;

/** What an outcome needs beside the assessment: the wording's tree, and what screens call its pools and the items. */
export interface Labels {
  readonly policy: Pick<Policy, 'wording' | 'pools'>;
  readonly losses: readonly { readonly id: string; readonly label: Text }[];
}

/** The order of segments in a bar, and of the causes in a legend: what is paid first, then what keeps yen back, in the order of cutting. */
export const PARTS: readonly Part[] = [
  'paid',
  'open',
  'deductible',
  'franchise',
  'ratio',
  'per-head',
  'limit',
  'aggregate',
  'only-if-pays',
  'not-covered',
  'excluded',
  'breach',
  'not-owed',
];

/** The name a part has in bars, steps and clause list alike, so that they light up together. */
export const keyOf = (part: Part, clause: ClauseId | null): string => `${part}:${clause ?? ''}`;
