import { describe, expect, test } from 'vitest';
import type { CaseSummary } from '#casebook/case.ts';
import { caseFilter, caseRows, usefulFilters } from '#view/case-list.ts';

const text = (word: string) => ({ ja: word, en: word });
const summary = (id: string, rest: Partial<CaseSummary> & { says?: CaseSummary['source']['says'] }): CaseSummary => ({
  id,
  title: text(id),
  industry: text('industry'),
  kind: 'leak',
  difficulty: 1,
  minutes: 10,
  source: { says: rest.says ?? 'cover' },
  ...rest,
});
const cases = [
  summary('C', { difficulty: 3 }),
  summary('B', { kind: 'stop', minutes: 12, says: 'yen' }),
  summary('A', { minutes: 12 }),
  summary('D', { difficulty: 2, says: 'yen' }),
];
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

describe('the case list', () => {
  test('puts easier and shorter cases first, then goes by id', () => {
    expect(ids(caseRows(cases, 'all'))).toEqual(['A', 'B', 'D', 'C']);
  });
  test('filters by kind, or by a payout printed in the source', () => {
    expect(ids(caseRows(cases, 'stop'))).toEqual(['B']);
    expect(ids(caseRows(cases, 'yen'))).toEqual(['B', 'D']);
  });
  test('offers no filter that would leave nothing', () => {
    expect(usefulFilters(cases)).toEqual(['all', 'leak', 'stop', 'yen']);
    expect(usefulFilters([])).toEqual([]);
  });
  test('reads an unknown filter in an address as all', () => {
    expect(caseFilter('stop')).toBe('stop');
    expect(caseFilter('nonsense')).toBe('all');
    expect(caseFilter(null)).toBe('all');
  });
});
