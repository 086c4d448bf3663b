import { caseSummaries } from '#casebook/index.ts';
import Home from '#ui/home/Home.svelte';
import { caseRows, firstCase } from '#view/case-list.ts';
import type { Screen } from '../routes.ts';
import { keptSittings } from '../storage.ts';

/** ホーム. */
export async function load(): Promise<Screen> {
  const cases = await caseSummaries();
  const titles = new Map(cases.map(({ id, title }) => [id, title]));
  // Reading sittings needs the statechart, which a newcomer's first view does without.
  const left = keptSittings().length > 0 ? (await import('../sittings.ts')).openSittings() : [];
  const resumable = left.flatMap(({ case: id, left }) => {
    const title = titles.get(id);
    return title ? [{ href: `#/play/${encodeURIComponent(id)}`, title, left }] : [];
  });
  const example = firstCase(cases);
  return {
    name: 'home',
    title: () => '',
    nav: 'home',
    component: Home,
    props: {
      example,
      live: example && import('./home-example.ts').then(({ liveExample }) => liveExample(example.id)),
      shortest: caseRows(cases, 'all')[0],
      resumable,
    },
  };
}
