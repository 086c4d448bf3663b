import { join } from 'node:path';
import { readHeads } from '#casebook/build/heads.ts';
import type { HeadBook } from '#casebook/heads.ts';
import type { Policy } from '#casebook/policy.ts';
import type { Reading } from '#casebook/read/problem.ts';
import { formFileOf, readPolicyFile, shownAs, textOf, type Ground } from './library.ts';

export const headsFileOf = (root: string): string => join(root, 'heads.yaml');

/** Reads heads.yaml. */
export const readHeadsFile = (root: string): Reading<HeadBook> => {
  const text = textOf(headsFileOf(root));
  return text.ok ? readHeads(text.value, shownAs(headsFileOf(root))) : text;
};

/** Reads a form: a policy file as strict as any other. */
export const readForm = (id: string, root: string, ground: Ground): Reading<Policy> =>
  readPolicyFile(formFileOf(id, root), ground, { strict: true });
