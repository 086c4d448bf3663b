import type { Policy } from './policy.ts';
import type { Text } from './text.ts';

/**
 * The door to scenarios/forms: how products of the market pay, as policies of the money side alone. They stand apart from the policies of the
 * two sources, so that nothing that lists those lists them too.
 */

/** What a chooser shows of a form. */
export interface FormSummary {
  readonly id: string;
  readonly title: Text;
}

const forms = import.meta.glob<Policy>('/scenarios/forms/*.yaml', { import: 'default' });
const found = import.meta.glob<FormSummary>('/scenarios/forms/*.yaml', { query: '?summary', import: 'default', eager: true });

/** Every form by id and title, in the order of their ids. */
export const formSummaries: readonly FormSummary[] = Object.values(found).sort((a, b) => (a.id < b.id ? -1 : 1));

/** A form with its wording; null when there is none of this id. */
export const loadForm = (id: string): Promise<Policy | null> => {
  const path = `/scenarios/forms/${id}.yaml`;
  return Object.hasOwn(forms, path) ? (forms[path]?.() ?? Promise.resolve(null)) : Promise.resolve(null);
};
