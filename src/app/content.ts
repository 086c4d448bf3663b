import { loadCase, loadPolicy, policyIds } from '#casebook/index.ts';
import type { Case } from '#casebook/case.ts';
import { OWN } from '#casebook/own-id.ts';
import type { Policy } from '#casebook/policy.ts';
import type { Screen, Visit } from './routes.ts';

const present = <T>(value: T | null): value is T => value !== null;

/** Every wording, in the order of the ids. */
export const allPolicies = async (): Promise<readonly Policy[]> => (await Promise.all(policyIds().map(loadPolicy))).filter(present);

/** The screen of one case: one of ours, or one that somebody wrote, which `own/screen.ts` checks anew and marks. Null where there is none of this id. */
export const caseScreen = async (id: string, visit: Visit, screen: (of: Case) => Promise<Screen | null>): Promise<Screen | null> => {
  if (id.startsWith(OWN)) return (await import('./own/screen.ts')).ownScreen(id, visit, screen);
  const found = await loadCase(id);
  return found && screen(found);
};
