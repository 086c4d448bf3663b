import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Policy } from '#casebook/policy.ts';
import type { Reading } from '#casebook/read/problem.ts';
import { checkMoments, momentLibrary, momentsFileOf, momentsOfFolder } from './check-moments.ts';
import { headsFileOf, readForm, readHeadsFile } from './forms.ts';
import { formFileOf, formIds, type Ground } from './library.ts';

const checkForm = (id: string, root: string, ground: Ground): Reading<string> => {
  const read = readForm(id, root, ground);
  if (!read.ok) return read;
  const { pools, schedule, clauses } = read.value;
  const of = (what: Readonly<Record<string, unknown>>): number => Object.keys(what).length;
  return { ok: true, value: `${id}  form: ${of(schedule)} schedule entries, ${of(pools)} pools, ${clauses.length} clauses` };
};

const checkHeads = (root: string): Reading<string> => {
  const read = readHeadsFile(root);
  return read.ok ? { ok: true, value: `heads  ${read.value.length} heads of loss` } : read;
};

const checkMomentsFile = (root: string, ground: Ground, policies: Readonly<Record<string, Policy>>): Reading<string> => {
  const library = momentLibrary(root, ground, policies);
  if (!library.ok) return library;
  const read = momentsOfFolder(root, library.value);
  return read.ok ? checkMoments(read.value, library.value) : read;
};

/** The files of the lab (heads.yaml, the forms, moments.yaml), where the folder has them and where they are asked for: by name, or with everything else. */
export const checkLab = (
  root: string,
  files: readonly string[],
  ground: Ground,
  policies: Readonly<Record<string, Policy>>,
): readonly { readonly file: string; readonly read: Reading<string> }[] =>
  [
    { file: headsFileOf(root), check: () => checkHeads(root) },
    ...formIds(root).map((id) => ({ file: formFileOf(id, root), check: () => checkForm(id, root, ground) })),
    { file: momentsFileOf(root), check: () => checkMomentsFile(root, ground, policies) },
  ]
    .filter(({ file }) => (files.length === 0 ? existsSync(file) : files.some((one) => resolve(one) === resolve(file))))
    .map(({ file, check }) => ({ file, read: check() }));

/** What a file of the lab holds for the browser; undefined for a file of another kind. */
export const labContent = (
  part: string,
  query: string,
  root: string,
  ground: Ground,
  policies: Readonly<Record<string, Policy>>,
): Reading<unknown> | undefined => {
  if (part === 'heads.yaml') return readHeadsFile(root);
  if (part === 'moments.yaml') {
    const library = momentLibrary(root, ground, policies);
    if (!library.ok) return library;
    const read = momentsOfFolder(root, library.value);
    return read.ok ? { ok: true, value: read.value.moments } : read;
  }
  if (!part.startsWith('forms/')) return undefined;
  const read = readForm(basename(part, '.yaml'), root, ground);
  return read.ok && query === 'summary' ? { ok: true, value: { id: read.value.id, title: read.value.title } } : read;
};
