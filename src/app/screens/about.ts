import About from '#ui/about/About.svelte';
import { words } from '#words/locale.svelte.ts';
import { allPolicies } from '../content.ts';
import type { Screen, Visit } from '../routes.ts';

/** 出典・方針. */
export async function load({ address }: Visit): Promise<Screen | null> {
  if (address.path.length > 1) return null;
  const found = await allPolicies();
  return {
    name: 'about',
    title: () => words().about.title,
    nav: 'about',
    component: About,
    props: { sources: found.map(({ id, title, basis }) => ({ id, title, note: basis.note })) },
  };
}
