import { loadPairs } from '#casebook/pairs.ts';
import PairList from '#ui/pair/PairList.svelte';
import { pairRows } from '#view/pair-list.ts';
import { pick } from '#words/locale.svelte.ts';
import { pairWords } from '#words/pair.ts';
import type { Screen, Visit } from '../routes.ts';

/** 対比の一覧. */
export async function load({ address }: Visit): Promise<Screen | null> {
  if (address.path.length > 1) return null;
  const pairs = await loadPairs();
  return { name: 'pairs', title: () => pick(pairWords).list.title, nav: 'cases', component: PairList, props: { pairs: pairRows(pairs) } };
}
