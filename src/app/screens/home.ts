import { home } from '#casebook/home.ts';
import { caseSummaries } from '#casebook/index.ts';
import Home from '#ui/home/Home.svelte';
import type { Resumable } from '#view/resumable.ts';
import type { Screen } from '../routes.ts';
import { keptSittings } from '../storage.ts';

/** ホーム. */
export async function load(): Promise<Screen> {
  const { example, first } = home();
  return {
    name: 'home',
    title: () => '',
    nav: 'home',
    component: Home,
    props: {
      example,
      live: import('./home-example.ts').then(({ liveExample }) => liveExample()),
      first,
      resumable: keptSittings().length > 0 ? await resumable() : [],
    },
  };
}

/** The sittings that are not finished. Reading them needs the statechart, and their titles every case's: a newcomer's first view does without. */
async function resumable(): Promise<readonly Resumable[]> {
  const left = (await import('../sittings.ts')).openSittings();
  const titles = new Map(left.length > 0 ? (await caseSummaries()).map(({ id, title }) => [id, title]) : []);
  return left.flatMap(({ case: id, left }) => {
    const title = titles.get(id);
    return title ? [{ href: `#/play/${encodeURIComponent(id)}`, title, left }] : [];
  });
}
