import type { Claim } from '#domain/assessment.ts';
import type { PoolId, Side, Wording } from '#domain/policy/wording.ts';
import type { Text } from './text.ts';

/** A case as the home screen reckons with it: the wording and the claim on the best path, and no text but labels. */
export interface Example {
  readonly id: string;
  readonly wording: Wording;
  readonly pools: Readonly<Record<PoolId, Text>>;
  readonly losses: readonly { readonly id: string; readonly side: Side; readonly label: Text }[];
  readonly claim: Claim;
}

const found = import.meta.glob<Example>('/scenarios/cases/*.yaml', { query: '?example', import: 'default' });

/** The example of a case; null when there is none of this id. */
export const loadExample = async (id: string): Promise<Example | null> => (await found[`/scenarios/cases/${id}.yaml`]?.()) ?? null;
