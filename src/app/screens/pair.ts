import type { Case } from '#casebook/case.ts';
import { loadCase, loadFacts, loadGeneral, loadPolicy } from '#casebook/index.ts';
import type { PairSide } from '#casebook/pair.ts';
import { loadPairs } from '#casebook/pairs.ts';
import PairScreen from '#ui/pair/PairScreen.svelte';
import { pairAt, sidePart } from '#view/pair-list.ts';
import { pairOf, type PairSideSource } from '#view/pair.ts';
import { pick } from '#words/locale.svelte.ts';
import { pairWords } from '#words/pair.ts';
import { plain } from '#words/phrase.ts';
import type { Screen, Visit } from '../routes.ts';

const UNCHANGED: PairSide['set'] = { facts: {}, schedule: {} };

/** A side of the address: `IT-04`, or `IT-04.plan-b` under the other wording; null where there is no such case, or it is not read so. */
const sideAt = async (part: string): Promise<PairSide | null> => {
  const [id = '', under] = part.split('.', 2);
  const of = await loadCase(id);
  const other = under !== undefined && under !== of?.policy;
  if (!of || (other && under !== of.alsoUnder?.policy)) return null;
  const policy = await loadPolicy(other ? under : of.policy);
  return policy && { case: of.id, title: of.title, policy: policy.id, wording: policy.title, other, set: UNCHANGED };
};

const sourceOf = async (side: PairSide, of: Case | null): Promise<PairSideSource | null> => {
  const [policy, also] = of ? await Promise.all([loadPolicy(of.policy), of.alsoUnder ? loadPolicy(of.alsoUnder.policy) : null]) : [];
  return of && policy ? { side, case: of, policy, ...(also ? { alsoPolicy: also } : {}) } : null;
};

/** 対になる事案: a listed pair, or any two that the address names. With `open=1` the answer is shown at once. */
export async function load({ address }: Visit): Promise<Screen | null> {
  const [, first, second, ...more] = address.path;
  if (first === undefined || more.length > 0) return null;
  const pair = pairAt(await loadPairs(), second === undefined ? [first] : [first, second]) ?? null;
  const sides = pair ? [pair.a, pair.b] : second === undefined ? [] : await Promise.all([sideAt(first), sideAt(second)]);
  const [one, two] = sides;
  if (!one || !two || (!pair && sidePart(one) === sidePart(two))) return null;
  const [a, b, facts, general] = await Promise.all([
    loadCase(one.case).then((of) => sourceOf(one, of)),
    loadCase(two.case).then((of) => sourceOf(two, of)),
    loadFacts(),
    loadGeneral(),
  ]);
  if (!a || !b) return null;
  const view = pairOf({ pair, a, b, facts, general });
  const now = new Date();
  const twoDigits = (n: number): string => String(n).padStart(2, '0');
  return {
    name: 'pair',
    title: () => {
      const names = one.case === two.case ? [pick(one.wording), pick(two.wording)] : [one.case, two.case];
      return pick(pairWords).title(plain(names[0] ?? ''), plain(names[1] ?? ''));
    },
    nav: 'cases',
    component: PairScreen,
    props: {
      pair: view,
      open: address.query['open'] === '1',
      today: `${String(now.getFullYear())}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`,
    },
  };
}
