import type { Case } from './case.ts';

/** Every case by its file, each a chunk of its own. This list grows with every case: index.ts alone imports it, when the first one is asked for. */
const cases = import.meta.glob<Case>('/scenarios/cases/*.yaml', { import: 'default' });

/** The ids of all cases. */
export const caseIds: readonly string[] = Object.keys(cases).map((file) => file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length));
/** A whole case; null when there is none of this id. */
export const loadCase = async (id: string): Promise<Case | null> => {
  const path = `/scenarios/cases/${id}.yaml`;
  return Object.hasOwn(cases, path) ? ((await cases[path]?.()) ?? null) : null;
};
