import { caseSummaries } from '#casebook/index.ts';
import Home from '#ui/home/Home.svelte';
import { caseRows, firstCase } from '#view/case-list.ts';
import type { Screen } from '../routes.ts';
import { keptSittings } from '../storage.ts';

/** ホーム. */
export async function load(): Promise<Screen> {
  const cases = await caseSummaries();
  const titles = new Map(cases.map(({ id, title }) => [id, title]));
  const resumable = keptSittings().flatMap(({ case: id, left }) => {
    const title = titles.get(id);
    return title ? [{ href: `#/play/${encodeURIComponent(id)}`, title, left }] : [];
  });
  return {
    name: 'home',
    title: () => '',
    nav: 'home',
    component: Home,
    props: { example: firstCase(cases), shortest: caseRows(cases, 'all')[0], resumable },
  };
}
