import { basename, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { readCase } from '#casebook/build/case.ts';
import type { Case, CaseSummary } from '#casebook/case.ts';
import type { Policy } from '#casebook/policy.ts';
import { written, type Reading } from '#casebook/read/problem.ts';
import { asCode } from './as-code.ts';
import { policyFile, policyIds, readGround, readPolicyFile, SCENARIOS, shownAs, textOf, type Ground } from './library.ts';

/** What the case list needs of a case. */
const summaryOf = (of: Case): CaseSummary => ({
  id: of.id,
  version: of.version,
  title: of.title,
  industry: of.industry,
  kind: of.kind,
  difficulty: of.difficulty,
  minutes: of.minutes,
  policy: of.policy,
  source: of.source,
  covers: of.covers,
});

/** What every file of scenarios/ is read against. */
interface Shelf {
  readonly ground: Ground;
  readonly policies: Readonly<Record<string, Policy>>;
}

const shelfOf = (root: string): Reading<Shelf> => {
  const ground = readGround(root);
  if (!ground.ok) return ground;
  const policies: Record<string, Policy> = {};
  for (const id of policyIds(root)) {
    const policy = readPolicyFile(policyFile(id, root), ground.value, { strict: true });
    if (!policy.ok) return policy;
    policies[id] = policy.value;
  }
  return { ok: true, value: { ground: ground.value, policies } };
};

/** What a file of scenarios/ is for the browser: its facts, general clauses, policy, case, or the summary of a case. */
const contentOf = (file: string, query: string, root: string, { ground, policies }: Shelf): Reading<unknown> => {
  const part = relative(root, file).split(sep).join('/');
  if (part === 'facts.yaml') return { ok: true, value: ground.facts };
  if (part === 'policies/general.yaml') return { ok: true, value: ground.general.general };
  if (part.startsWith('policies/')) return { ok: true, value: policies[basename(file, '.yaml')] };
  const text = textOf(file);
  if (!text.ok) return text;
  const read = readCase(text.value, shownAs(file), { facts: ground.facts, policies });
  if (!read.ok) return read;
  return { ok: true, value: query === 'summary' ? summaryOf(read.value.case) : read.value.case };
};

/** The content of one file alone, everything it refers to read along with it: for tests, which have no build around them. */
export const moduleOf = (file: string, query: string, root = SCENARIOS): Reading<unknown> => {
  const shelf = shelfOf(root);
  return shelf.ok ? contentOf(file, query, root, shelf.value) : shelf;
};

/** Makes plain modules of the YAML files under scenarios/ at build time, read and judged; a broken file ends the build with its place. */
export const scenarios = (root = SCENARIOS): Plugin => {
  let shelf: Reading<Shelf> | undefined;
  const forget = (): void => void (shelf = undefined);
  return {
    name: 'satei:scenarios',
    enforce: 'pre',
    buildStart: forget,
    watchChange: forget,
    load(id) {
      const [path = '', query = ''] = id.split('?');
      if (!path.endsWith('.yaml') || !resolve(path).startsWith(resolve(root) + sep)) return null;
      for (const file of [join(root, 'facts.yaml'), ...['general', ...policyIds(root)].map((one) => policyFile(one, root))])
        this.addWatchFile(file);
      shelf ??= shelfOf(root);
      const made = shelf.ok ? contentOf(path, query, root, shelf.value) : shelf;
      if (made.ok) return { code: `export default ${asCode(made.value)};`, map: null };
      const [first] = made.problems;
      return this.error({
        message: `${basename(path)} is refused:\n${made.problems.map(written).join('\n')}`,
        id,
        ...(first ? { loc: { file: first.file, line: first.line, column: first.column } } : {}),
      });
    },
  };
};
