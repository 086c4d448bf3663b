import * as v from 'valibot';
import { isGroup, pick } from './pick.ts';
import { byId, group, id, list, oneOf, say, text, type RawText } from './scalars.ts';

export interface RawFact {
  type: 'yesno' | 'choice' | 'date' | 'number' | 'yen';
  values?: Record<string, RawText> | string[];
  label?: RawText;
  question?: RawText;
}

const types = ['yesno', 'choice', 'date', 'number', 'yen'] as const;
const nonEmpty = <T extends v.GenericSchema<Record<string, unknown>>>(schema: T) =>
  v.pipe(schema, v.minEntries(1, say('at least one entry', 'add one')));

const isChoice = (input: unknown): boolean => isGroup(input) && (input['type'] === 'choice' || 'values' in input);
const texts = { label: text, question: text };
const worded = group('a choice', { type: oneOf(['choice']), values: nonEmpty(byId('values', text)), ...texts });
const simple = group('a fact', { type: oneOf(types), ...texts });
const fact = pick<RawFact>(
  () => [simple, worded],
  (input) => (isChoice(input) ? worded : simple),
);

/** facts.yaml: the vocabulary of all clauses. */
export const facts = group('a vocabulary', { facts: nonEmpty(byId('facts', fact)) });

const ownTexts = { label: v.optional(text), question: v.optional(text) };
const plainValues = pick<Record<string, RawText> | string[]>(
  () => [v.array(id), v.record(v.string(), text)],
  (input) => (Array.isArray(input) ? list('values', id, 1) : nonEmpty(byId('values', text))),
);
const ownChoice = group('a choice', { type: oneOf(['choice']), values: plainValues, ...ownTexts });
const ownSimple = group('a fact', { type: oneOf(types), ...ownTexts });

/** The facts that a policy of one's own declares: texts may be left out, and the values of a choice may be a plain list. */
export const ownFacts = byId(
  'facts',
  pick<RawFact>(
    () => [ownSimple, ownChoice],
    (input) => (isChoice(input) ? ownChoice : ownSimple),
  ),
);
