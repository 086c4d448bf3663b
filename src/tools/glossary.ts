import { join } from 'node:path';
import { readGlossary } from '#casebook/build/glossary.ts';
import type { Glossary } from '#casebook/glossary.ts';
import { clauseTexts, type Policy } from '#casebook/policy.ts';
import type { Reading } from '#casebook/read/problem.ts';
import { shownAs, textOf, SCENARIOS, type Ground } from './library.ts';

export const glossaryFile = (root = SCENARIOS): string => join(root, 'glossary.yaml');

/** Reads glossary.yaml against the clauses of all policies and of general.yaml. */
export const readGlossaryFile = (root: string, ground: Ground, policies: Readonly<Record<string, Policy>>): Reading<Glossary> => {
  const text = textOf(glossaryFile(root));
  if (!text.ok) return text;
  const clauses = [...Object.values(policies), ground.general.general].flatMap((one) => [...clauseTexts(one).keys()]);
  return readGlossary(text.value, shownAs(glossaryFile(root)), [...new Set(clauses)]);
};
