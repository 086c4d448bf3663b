import { caseIds, loadCase, loadPolicy, policyIds } from '#casebook/index.ts';
import type { Case } from '#casebook/case.ts';
import type { Policy } from '#casebook/policy.ts';

const present = <T>(value: T | null): value is T => value !== null;

/** Every case in full. Screens that show one case load that one alone. */
export const allCases = async (): Promise<readonly Case[]> => (await Promise.all(caseIds().map(loadCase))).filter(present);

/** Every wording, in the order of the ids. */
export const allPolicies = async (): Promise<readonly Policy[]> => (await Promise.all(policyIds().map(loadPolicy))).filter(present);
