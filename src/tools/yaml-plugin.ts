import { basename, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { readCase } from '#casebook/build/case.ts';
import type { Case, CaseSummary } from '#casebook/case.ts';
import type { Example } from '#casebook/example.ts';
import type { Policy } from '#casebook/policy.ts';
import { written, type Reading } from '#casebook/read/problem.ts';
import { namesUsed } from '#domain/policy/names.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { asCode } from './as-code.ts';
import { policyFile, policyIds, readGround, readPolicyFile, SCENARIOS, shownAs, textOf, type Ground } from './library.ts';

/** What the case list needs of a case. */
const summaryOf = (of: Case): CaseSummary => ({
  id: of.id,
  title: of.title,
  industry: of.industry,
  kind: of.kind,
  difficulty: of.difficulty,
  minutes: of.minutes,
  ...(of.shownOn ? { shownOn: of.shownOn } : {}),
  source: { says: of.source.says },
});

/** What the home screen needs to reckon with a case: its wording and its claim on the best path, without the texts of either. */
const exampleOf = (of: Case, { wording, pools }: Policy): Example => {
  const used = new Set(namesUsed(wording));
  const only = <T>(values: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(values).filter(([name]) => used.has(name)));
  const claim = claimOf(of, endOn(of));
  return {
    id: of.id,
    wording: { ...wording, facts: only(wording.facts) },
    pools,
    losses: of.losses.map(({ id, side, label }) => ({ id, side, label })),
    claim: { ...claim, facts: only(claim.facts) },
  };
};

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

/** What a file of scenarios/ is for the browser: its facts, general clauses, policy, case, or of a case the summary or the example. */
const contentOf = (file: string, query: string, root: string, { ground, policies }: Shelf): Reading<unknown> => {
  const part = relative(root, file).split(sep).join('/');
  if (part === 'facts.yaml') return { ok: true, value: ground.facts };
  if (part === 'policies/general.yaml') return { ok: true, value: ground.general.general };
  if (part.startsWith('policies/')) return { ok: true, value: policies[basename(file, '.yaml')] };
  const text = textOf(file);
  if (!text.ok) return text;
  const read = readCase(text.value, shownAs(file), { facts: ground.facts, policies });
  if (!read.ok) return read;
  const of = read.value.case;
  const policy = policies[of.policy];
  if (query === 'summary') return { ok: true, value: summaryOf(of) };
  return { ok: true, value: query === 'example' && policy ? exampleOf(of, policy) : of };
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
