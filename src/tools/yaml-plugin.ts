import { basename, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { readCase } from '#casebook/build/case.ts';
import type { Case, CaseSummary } from '#casebook/case.ts';
import type { Policy } from '#casebook/policy.ts';
import { written, type Reading } from '#casebook/read/problem.ts';
import { asCode } from './as-code.ts';
import { policyFile, policyIds, readGround, readPolicyFile, SCENARIOS, shownAs, textOf } from './library.ts';

/** What the case list needs of a case. */
export const summaryOf = (of: Case): CaseSummary => ({
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

/** Reads every policy that the cases may refer to. */
const allPolicies = (root: string): Reading<Readonly<Record<string, Policy>>> => {
  const ground = readGround(root);
  if (!ground.ok) return ground;
  const policies: Record<string, Policy> = {};
  for (const id of policyIds(root)) {
    const policy = readPolicyFile(policyFile(id, root), ground.value, { strict: true });
    if (!policy.ok) return policy;
    policies[id] = policy.value;
  }
  return { ok: true, value: policies };
};

/** What a file of scenarios/ is for the browser: its facts, general clauses, policy, case, or the summary of a case. */
export const moduleOf = (file: string, query: string, root = SCENARIOS): Reading<unknown> => {
  const ground = readGround(root);
  if (!ground.ok) return ground;
  const part = relative(root, file).split(sep).join('/');
  if (part === 'facts.yaml') return { ok: true, value: ground.value.facts };
  if (part === 'policies/general.yaml') return { ok: true, value: ground.value.general.general };
  if (part.startsWith('policies/')) return readPolicyFile(file, ground.value, { strict: true });
  const policies = allPolicies(root);
  if (!policies.ok) return policies;
  const text = textOf(file);
  if (!text.ok) return text;
  const read = readCase(text.value, shownAs(file), { facts: ground.value.facts, policies: policies.value });
  if (!read.ok) return read;
  return { ok: true, value: query === 'summary' ? summaryOf(read.value.case) : read.value.case };
};

/** Makes plain modules of the YAML files under scenarios/ at build time, read and judged; a broken file ends the build with its place. */
export const scenarios = (root = SCENARIOS): Plugin => ({
  name: 'satei:scenarios',
  enforce: 'pre',
  load(id) {
    const [path = '', query = ''] = id.split('?');
    if (!path.endsWith('.yaml') || !resolve(path).startsWith(resolve(root) + sep)) return null;
    this.addWatchFile(join(root, 'facts.yaml'));
    this.addWatchFile(join(root, 'policies', 'general.yaml'));
    if (!path.includes('/policies/')) for (const policy of policyIds(root)) this.addWatchFile(policyFile(policy, root));
    const made = moduleOf(path, query);
    if (made.ok) return { code: `export default ${asCode(made.value)};`, map: null };
    const [first] = made.problems;
    return this.error({
      message: `${basename(path)} is refused:\n${made.problems.map(written).join('\n')}`,
      id,
      ...(first ? { loc: { file: first.file, line: first.line, column: first.column } } : {}),
    });
  },
});
