import { loadCase, loadFacts, loadGeneral, loadPolicy } from '#casebook/index.ts';
import { groundOf } from '#view/play-ground.ts';
import { pick } from '#words/locale.svelte.ts';
import { withQuery } from '../address.ts';
import type { Screen, Visit } from '../routes.ts';
import { loadSitting, readSitting } from '../sittings.ts';
import { openingOf } from './play-opening.ts';
import Play from './Play.svelte';

/** 進行: a case as one person plays it, gone on with where it was left. */
export async function load({ address, rewrite }: Visit): Promise<Screen | null> {
  const [, id = '', ...more] = address.path;
  const found = more.length === 0 ? await loadCase(id) : null;
  if (!found) return null;
  const [policy, other, facts, general] = await Promise.all([
    loadPolicy(found.policy),
    found.alsoUnder ? loadPolicy(found.alsoUnder.policy) : null,
    loadFacts(),
    loadGeneral(),
  ]);
  if (!policy) return null;
  const { s: shared, seats } = address.query;
  return {
    name: 'play',
    title: () => pick(found.title),
    nav: 'cases',
    whole: true,
    component: Play,
    props: {
      ground: groundOf(found, policy, other, facts, general),
      opening: openingOf(found, loadSitting(found), shared === undefined ? null : readSitting(found, shared), seats),
      /** A link and a seat are asked for once: afterwards the address stands for what is saved. */
      onopened: () => rewrite((now) => withQuery(withQuery(now, 's', undefined), 'seats', undefined)),
    },
  };
}
