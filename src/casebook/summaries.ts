import type { CaseSummary } from './case.ts';

const found = import.meta.glob<CaseSummary>('/scenarios/cases/*.yaml', { query: '?summary', import: 'default', eager: true });

/** The summaries of all cases in one chunk, in the order of their ids. */
export const summaries: readonly CaseSummary[] = Object.values(found).sort((a, b) => (a.id < b.id ? -1 : 1));
