import { caseSummaries } from '#casebook/index.ts';
import CaseList from '#ui/cases/CaseList.svelte';
import { caseFilter, type CaseFilter, caseRows, usefulFilters } from '#view/case-list.ts';
import { words } from '#words/locale.svelte.ts';
import { withQuery } from '../address.ts';
import type { Screen, Visit } from '../routes.ts';

/** 事案一覧. The filter stands in the address. */
export async function load({ address, rewrite }: Visit): Promise<Screen | null> {
  if (address.path.length > 1) return null;
  const cases = await caseSummaries();
  return {
    name: 'cases',
    title: () => words().cases.title,
    nav: 'cases',
    component: CaseList,
    props: {
      rows: (filter: CaseFilter) => caseRows(cases, filter),
      filters: usefulFilters(cases),
      filter: caseFilter(address.query['k'] ?? null),
      onfilter: (filter: CaseFilter) => rewrite((now) => withQuery(now, 'k', filter === 'all' ? undefined : filter)),
    },
  };
}
