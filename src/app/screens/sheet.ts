import type { Case } from '#casebook/case.ts';
import SheetScreen from '#ui/sheet/SheetScreen.svelte';
import { learnerSheetOf } from '#view/sheet-learner.ts';
import { trainerSheetOf } from '#view/sheet-trainer.ts';
import { pick } from '#words/locale.svelte.ts';
import { sheetWords } from '#words/sheet.ts';
import { caseScreen } from '../content.ts';
import type { Screen, Visit } from '../routes.ts';
import { materialOf } from '../material.ts';
import { today } from '../today.ts';

/** 講師用 (`for=trainer`) and 受講者用: the printed sheets of a case. Without saying so nobody gets the answers. */
export async function load(visit: Visit): Promise<Screen | null> {
  const [, id = '', ...more] = visit.address.path;
  return more.length === 0 ? caseScreen(id, visit, (of) => sheetOf(of, visit)) : null;
}

async function sheetOf(of: Case, { address }: Visit): Promise<Screen | null> {
  const source = await materialOf(of);
  const sheet = address.query['for'] === 'trainer' ? trainerSheetOf(source) : learnerSheetOf(source);
  return {
    name: 'sheet',
    title: () => pick(sheetWords).title(pick(sheetWords).kinds[sheet.for], pick(of.title)),
    nav: 'cases',
    component: SheetScreen,
    props: { sheet, today: today() },
  };
}
