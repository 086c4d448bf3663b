import type { Case } from '#casebook/case.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { replay } from '#lifecycle/replay.ts';
import type { Seats } from '#lifecycle/sitting.ts';
import { endOn } from '#lifecycle/walk.ts';
import NoResult from '#ui/result/NoResult.svelte';
import ResultScreen from '#ui/result/ResultScreen.svelte';
import { resultOf } from '#view/result.ts';
import { pick } from '#words/locale.svelte.ts';
import { resultWords } from '#words/result.ts';
import { caseScreen } from '../content.ts';
import type { Screen, Visit } from '../routes.ts';
import { loadSitting } from '../sittings.ts';
import { materialOf } from '../material.ts';
import { today } from '../today.ts';

type Why = 'none' | 'locked' | 'damaged' | 'version';
type Found = { readonly moment: Moment; readonly seats: Seats } | { readonly why: Why; readonly seats: Seats };

/** Where the sitting of the case stands; without one, or while its payment is not guessed yet, why there is nothing to show. */
function sittingOf(of: Case): Found {
  const kept = loadSitting(of);
  if (kept === null) return { why: 'none', seats: 'all' };
  if ('problem' in kept) return { why: kept.problem === 'other-version' ? 'version' : 'damaged', seats: 'all' };
  const moment = replay(of, kept.sitting);
  return moment.prediction === null ? { why: 'locked', seats: kept.sitting.seats } : { moment, seats: kept.sitting.seats };
}

/** 結果と講評: of the sitting or, with `open=1`, of the best path without playing. */
export async function load(visit: Visit): Promise<Screen | null> {
  const [, id = '', ...more] = visit.address.path;
  return more.length === 0 ? caseScreen(id, visit, (of) => resultScreen(of, visit)) : null;
}

async function resultScreen(of: Case, { address }: Visit): Promise<Screen | null> {
  const title = () => pick(resultWords).title(pick(of.title));
  const open = address.query['open'] === '1';
  const found = open ? { moment: endOn(of), seats: 'all' as const } : sittingOf(of);
  if ('why' in found) {
    return { name: 'result', title, nav: 'cases', component: NoResult, props: { id: of.id, title: of.title, ...found } };
  }
  const result = resultOf({ ...(await materialOf(of)), moment: found.moment, played: !open, seats: found.seats });
  return { name: 'result', title, nav: 'cases', component: ResultScreen, props: { result, today: today() } };
}
