import type { Case, CaseSummary } from './case.ts';
import type { FormSummary } from './forms.ts';
import type { HeadBook } from './heads.ts';
import type { LabMoment } from './moment.ts';
import type { FactBook, General, Policy } from './policy.ts';

/**
 * The door to scenarios/ in the browser: files read and judged at build time, each a chunk that is loaded when it is asked for. The lists of
 * all cases are chunks too, so that the first view does not grow with their number.
 */

const policies = import.meta.glob<Policy>(['/scenarios/policies/*.yaml', '!/scenarios/policies/general.yaml'], { import: 'default' });
const general = import.meta.glob<General>('/scenarios/policies/general.yaml', { import: 'default' });
const facts = import.meta.glob<FactBook>('/scenarios/facts.yaml', { import: 'default' });

const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
const only = <T>(files: Readonly<Record<string, () => Promise<T>>>): Promise<T> => {
  const load = Object.values(files)[0];
  if (!load) throw new Error('a file of scenarios/ is missing from the build');
  return load();
};
const named = <T>(files: Readonly<Record<string, () => Promise<T>>>, id: string): Promise<T | null> => {
  const load = Object.entries(files).find(([file]) => idOf(file) === id)?.[1];
  return load ? load() : Promise.resolve(null);
};

/** The ids of all cases. */
export const caseIds = async (): Promise<readonly string[]> => (await import('./cases.ts')).caseIds;
/** The ids of all policies. */
export const policyIds = (): readonly string[] => Object.keys(policies).map(idOf);

/** What the case list shows of every case. */
export const caseSummaries = async (): Promise<readonly CaseSummary[]> => (await import('./summaries.ts')).summaries;
/** A whole case; null when there is none of this id. */
export const loadCase = async (id: string): Promise<Case | null> => (await import('./cases.ts')).loadCase(id);
/** A policy with its wording; null when there is none of this id. */
export const loadPolicy = (id: string): Promise<Policy | null> => named(policies, id);
/** The vocabulary. */
export const loadFacts = (): Promise<FactBook> => only(facts);
/** The general clauses and the payment rule. */
export const loadGeneral = (): Promise<General> => only(general);
/** What a chooser shows of every form. */
export const formSummaries = async (): Promise<readonly FormSummary[]> => (await import('./forms.ts')).formSummaries;
/** The ids of all forms. */
export const formIds = async (): Promise<readonly string[]> => (await formSummaries()).map(({ id }) => id);
/** A form with its wording; null when there is none of this id. */
export const loadForm = async (id: string): Promise<Policy | null> => (await import('./forms.ts')).loadForm(id);
/** The heads of loss. */
export const loadHeads = async (): Promise<HeadBook> => (await import('./heads.ts')).loadHeads();
/** What the lab shows with one tap. */
export const loadMoments = async (): Promise<readonly LabMoment[]> => (await import('./moments.ts')).loadMoments();
