import type { Case } from '#casebook/case.ts';
import { loadFacts, loadGeneral, loadPolicy } from '#casebook/index.ts';
import { groundOf } from '#view/play-ground.ts';
import { pick } from '#words/locale.svelte.ts';
import { withQuery } from '../address.ts';
import { caseScreen } from '../content.ts';
import type { Screen, Visit } from '../routes.ts';
import { loadSitting, readSitting } from '../sittings.ts';
import { openingOf } from './play-opening.ts';
import Play from './Play.svelte';

/** 進行: a case as one person plays it, gone on with where it was left. */
export async function load(visit: Visit): Promise<Screen | null> {
  const [, id = '', ...more] = visit.address.path;
  return more.length === 0 ? caseScreen(id, visit, (found) => playOf(found, visit)) : null;
}

async function playOf(found: Case, { address, rewrite }: Visit): Promise<Screen | null> {
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
