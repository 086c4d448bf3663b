import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFacts, readGeneral, type GeneralSource } from '#casebook/build/ground.ts';
import { readPolicy, type PolicyRules } from '#casebook/build/policy.ts';
import type { FactBook, Policy } from '#casebook/policy.ts';
import { refused, type Reading } from '#casebook/read/problem.ts';
import { decoded } from '#casebook/read/bytes.ts';
import { LARGEST_FILE } from '#casebook/read/guard.ts';

/** The folder scenarios/ of this project. */
export const SCENARIOS = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** The file that was named; `npm run` moves to the top of the project first, so one that is not there is looked for where the command was given. */
export const givenFile = (file: string): string => {
  const there = resolve(process.env['INIT_CWD'] ?? '.', file);
  return !existsSync(file) && existsSync(there) ? there : file;
};

/** A file name as a person would write it from where the command was given. */
export const shownAs = (file: string): string => {
  const near = relative(process.cwd(), file);
  return near === '' || near.startsWith('..') ? file : near;
};

/** The text of a file; why it cannot be read is a problem of its first line. */
export const textOf = (file: string): Reading<string> => {
  const at = { file: shownAs(file), line: 1, column: 1 };
  try {
    const { size } = statSync(file);
    if (size > LARGEST_FILE * 4) {
      return refused([
        {
          ...at,
          found: `a file of ${size} bytes`,
          allowed: `at most ${LARGEST_FILE} characters`,
          remedy: 'check that it is the file you meant',
        },
      ]);
    }
    const read = decoded(readFileSync(file));
    return read.ok ? { ok: true, value: read.text.replace(/^\uFEFF/u, '') } : refused([{ ...at, ...read.why }]);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const why = missing ? 'no file of this name' : 'a file that cannot be opened';
    const remedy = missing ? 'check the name; it counts from where the command is given' : 'check that it is a file you may read';
    return refused([{ ...at, found: why, allowed: 'a text file in UTF-8', remedy }]);
  }
};

/** The vocabulary and the general clauses, which every policy may use. */
export interface Ground {
  readonly facts: FactBook;
  readonly general: GeneralSource;
}

/** Reads facts.yaml and general.yaml. */
export const readGround = (root = SCENARIOS): Reading<Ground> => {
  const [factsFile, generalFile] = [join(root, 'facts.yaml'), join(root, 'policies', 'general.yaml')];
  const [factsText, generalText] = [textOf(factsFile), textOf(generalFile)];
  if (!factsText.ok) return factsText;
  if (!generalText.ok) return generalText;
  const facts = readFacts(factsText.value, shownAs(factsFile));
  const general = readGeneral(generalText.value, shownAs(generalFile));
  if (!facts.ok) return facts;
  return general.ok ? { ok: true, value: { facts: facts.value, general: general.value } } : general;
};

/** The ids of the policies under scenarios/policies. */
export const policyIds = (root = SCENARIOS): readonly string[] =>
  readdirSync(join(root, 'policies'))
    .filter((name) => name.endsWith('.yaml') && name !== 'general.yaml')
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();

const idsIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => name.slice(0, -'.yaml'.length))
        .sort()
    : [];

/** The ids of the cases under scenarios/cases. */
export const caseIds = (root = SCENARIOS): readonly string[] => idsIn(join(root, 'cases'));
/** The ids of the drills under scenarios/drills. */
export const drillIds = (root = SCENARIOS): readonly string[] => idsIn(join(root, 'drills'));

/** The ids of the forms under scenarios/forms: policies of the money side alone, which no case is for. */
export const formIds = (root = SCENARIOS): readonly string[] => idsIn(join(root, 'forms'));

export const formFileOf = (id: string, root = SCENARIOS): string => join(root, 'forms', `${id}.yaml`);
export const policyFile = (id: string, root = SCENARIOS): string => join(root, 'policies', `${id}.yaml`);
export const caseFileOf = (id: string, root = SCENARIOS): string => join(root, 'cases', `${id}.yaml`);
export const drillFileOf = (id: string, root = SCENARIOS): string => join(root, 'drills', `${id}.yaml`);

/** Whether a file lies under scenarios/, where every text and source is demanded. */
export const isOurs = (file: string, root = SCENARIOS): boolean => resolve(file).startsWith(resolve(root) + sep);

/** Reads a policy file; one under scenarios/ as strictly as all of these, another as somebody's own. */
export const readPolicyFile = (file: string, ground: Ground, options: Partial<Pick<PolicyRules, 'strict'>> = {}): Reading<Policy> => {
  const text = textOf(file);
  if (!text.ok) return text;
  const id =
    file
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? 'own';
  return readPolicy(text.value, shownAs(file), { strict: options.strict ?? isOurs(file), ...ground, id });
};
