import type { Case } from '#casebook/case.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { replay } from '#lifecycle/replay.ts';
import { endOn } from '#lifecycle/walk.ts';
import QuestionsScreen from '#ui/sheet/QuestionsScreen.svelte';
import { questionsOf } from '#view/questions.ts';
import { allClauses, groundOf } from '#view/result-ground.ts';
import { pick } from '#words/locale.svelte.ts';
import { questionWords } from '#words/questions.ts';
import { caseScreen } from '../content.ts';
import type { Screen, Visit } from '../routes.ts';
import { loadSitting } from '../sittings.ts';
import { materialOf } from '../material.ts';
import { today } from '../today.ts';

/** Where the sitting of the case stands, once its payment was guessed. */
function momentOf(of: Case): Moment | null {
  const kept = loadSitting(of);
  if (kept === null || 'problem' in kept) return null;
  const moment = replay(of, kept.sitting);
  return moment.prediction === null ? null : moment;
}

/** 契約前に確かめる5つの質問: of the sitting or, without one, of the best path. */
export async function load(visit: Visit): Promise<Screen | null> {
  const [, id = '', ...more] = visit.address.path;
  return more.length === 0 ? caseScreen(id, visit, questionsScreen) : null;
}

async function questionsScreen(of: Case): Promise<Screen | null> {
  const source = await materialOf(of);
  const moment = momentOf(of);
  const questions = questionsOf(groundOf({ ...source, moment: moment ?? endOn(of), played: moment !== null }));
  return {
    name: 'questions',
    title: () => pick(questionWords).title,
    nav: 'cases',
    component: QuestionsScreen,
    props: {
      id: of.id,
      version: of.version,
      title: of.title,
      policy: source.policy.title,
      questions,
      clauses: allClauses(source),
      played: moment !== null,
      today: today(),
    },
  };
}
