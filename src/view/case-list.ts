import type { CaseSummary } from '#casebook/case.ts';
import type { Text } from '#casebook/text.ts';

/** What the chips above the list offer: every case, one kind of accident, or the cases whose source prints the payout. */
export const CASE_FILTERS = ['all', 'leak', 'stop', 'data', 'rights', 'yen'] as const;
export type CaseFilter = (typeof CASE_FILTERS)[number];

/** One row of the case list. */
export interface CaseRow {
  readonly id: string;
  readonly title: Text;
  readonly industry: Text;
  readonly kind: CaseSummary['kind'];
  readonly difficulty: 1 | 2 | 3;
  readonly minutes: number;
  readonly says: CaseSummary['source']['says'];
}

/** The case that the home screen opens with. */
export type HomeExample = Omit<CaseRow, 'difficulty' | 'minutes'>;

function row({ id, title, industry, kind, difficulty, minutes, source }: CaseSummary): CaseRow {
  return { id, title, industry, kind, difficulty, minutes, says: source.says };
}

function fits(summary: CaseSummary, filter: CaseFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'yen' ? summary.source.says === 'yen' : summary.kind === filter;
}

/** The rows that a filter leaves, easier and shorter cases first. */
export function caseRows(cases: readonly CaseSummary[], filter: CaseFilter): readonly CaseRow[] {
  return cases
    .filter((summary) => fits(summary, filter))
    .toSorted((a, b) => a.difficulty - b.difficulty || a.minutes - b.minutes || a.id.localeCompare(b.id))
    .map(row);
}

/** The filters that leave at least one case, so that no chip leads to an empty list. */
export function usefulFilters(cases: readonly CaseSummary[]): readonly CaseFilter[] {
  return CASE_FILTERS.filter((filter) => cases.some((summary) => fits(summary, filter)));
}

/** The word of an address as a filter: anything unknown shows every case. */
export function caseFilter(word: string | null): CaseFilter {
  return CASE_FILTERS.find((filter) => filter === word) ?? 'all';
}
