import type { ClauseUse, Comparison, Pair } from './pair.ts';

const pairs = import.meta.glob<readonly Pair[]>('/scenarios/pairs.yaml', { import: 'default' });
const comparison = import.meta.glob<Comparison>('/scenarios/compare.yaml', { import: 'default' });
const uses = import.meta.glob<ClauseUse>(['/scenarios/policies/*.yaml', '!/scenarios/policies/general.yaml'], {
  query: '?use',
  import: 'default',
});

/** The listed pairs, in the order of their file. */
export const loadPairs = async (): Promise<readonly Pair[]> => (await Object.values(pairs)[0]?.()) ?? [];
/** What one wording has and the other lacks; null without a comparison. */
export const loadComparison = async (): Promise<Comparison | null> => (await Object.values(comparison)[0]?.()) ?? null;
/** In which cases each clause of a wording mattered. */
export const loadClauseUse = async (policy: string): Promise<ClauseUse> => (await uses[`/scenarios/policies/${policy}.yaml`]?.()) ?? {};
