import { basename, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { readCase } from '#casebook/build/case.ts';
import { readDrill } from '#casebook/build/drill.ts';
import type { Case, CaseSummary } from '#casebook/case.ts';
import type { Drill, DrillSummary } from '#casebook/drill.ts';
import { clauseTexts, type Policy } from '#casebook/policy.ts';
import { written, type Reading } from '#casebook/read/problem.ts';
import { asCode } from './as-code.ts';
import { labContent } from './check-lab.ts';
import { contrastContent, isContrast, pairLibrary } from './check-pairs.ts';
import { yearsOfFolder } from './check-years.ts';
import { readGlossaryFile } from './glossary.ts';
import { readHomeFile } from './home.ts';
import {
  caseFileOf,
  caseIds,
  policyFile,
  policyIds,
  readGround,
  readPolicyFile,
  SCENARIOS,
  shownAs,
  textOf,
  type Ground,
} from './library.ts';

/** What the case list needs of a case. */
const summaryOf = (of: Case): CaseSummary => ({
  id: of.id,
  title: of.title,
  industry: of.industry,
  kind: of.kind,
  difficulty: of.difficulty,
  minutes: of.minutes,
  source: { says: of.source.says },
});

/** What the list of drills needs of a drill. The clause is the first it covers that facts decide; of an exclusion drill, the first exclusion. */
const drillSummaryOf = (of: Drill, { clauses }: Policy): DrillSummary => {
  const texts = clauseTexts({ clauses });
  const covered = of.covers.flatMap((id) => texts.get(id) ?? []);
  const clause = covered.find(({ kind }) => (of.group === 'exclusion' ? kind === 'exclusion' : kind !== 'exception')) ?? covered[0];
  return {
    id: of.id,
    title: of.title,
    group: of.group,
    minutes: of.minutes,
    ...(clause
      ? {
          clause: {
            id: clause.id,
            ...(clause.running === undefined ? {} : { running: clause.running }),
          },
        }
      : {}),
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

/** What a file of scenarios/ is for the browser: its facts, general clauses, policy, case, or of a case the summary alone. */
const contentOf = (file: string, query: string, root: string, { ground, policies }: Shelf): Reading<unknown> => {
  const part = relative(root, file).split(sep).join('/');
  if (part === 'facts.yaml') return { ok: true, value: ground.facts };
  if (part === 'policies/general.yaml') return { ok: true, value: ground.general.general };
  if (part === 'glossary.yaml') return readGlossaryFile(root, ground, policies);
  if (part === 'home.yaml') return homeContent(query, root, { ground, policies });
  const ofLab = labContent(part, query, root, ground, policies);
  if (ofLab) return ofLab;
  if (part === 'years.yaml') return yearsContent(file, root, { ground, policies });
  if (isContrast(part, query)) return contrastContent(file, root, ground, policies);
  if (part.startsWith('policies/')) return { ok: true, value: policies[basename(file, '.yaml')] };
  // A case is read once for itself, its summary and what refers to it; one that is refused is read again for its problems.
  const known = part.startsWith('cases/') ? pairLibrary(root, ground, policies).cases.get(basename(file, '.yaml')) : undefined;
  if (known) return caseContent(known, query);
  const text = textOf(file);
  if (!text.ok) return text;
  if (part.startsWith('drills/')) return drillContent(text.value, file, query, { ground, policies });
  const read = readCase(text.value, shownAs(file), { facts: ground.facts, policies });
  return read.ok ? caseContent(read.value.case, query) : read;
};

const caseContent = (of: Case, query: string): Reading<Case | CaseSummary> => ({
  ok: true,
  value: query === 'summary' ? summaryOf(of) : of,
});

const homeContent = (query: string, root: string, { ground, policies }: Shelf): Reading<unknown> => {
  const read = readHomeFile(root, { facts: ground.facts, policies });
  return read.ok ? { ok: true, value: query === 'example' ? read.value.example : read.value.content } : read;
};

const yearsContent = (file: string, root: string, { ground, policies }: Shelf): Reading<unknown> => {
  const read = yearsOfFolder(file, root, ground, policies);
  return read.ok ? { ok: true, value: read.value.years } : read;
};

const drillContent = (text: string, file: string, query: string, { ground, policies }: Shelf): Reading<Drill | DrillSummary> => {
  const read = readDrill(text, shownAs(file), { facts: ground.facts, policies });
  if (!read.ok) return read;
  const { drill } = read.value;
  const policy = policies[drill.policy];
  return { ok: true, value: query === 'summary' && policy ? drillSummaryOf(drill, policy) : drill };
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
      if (query === 'raw' || !path.endsWith('.yaml') || !resolve(path).startsWith(resolve(root) + sep)) return null;
      for (const file of [join(root, 'facts.yaml'), ...['general', ...policyIds(root)].map((one) => policyFile(one, root))])
        this.addWatchFile(file);
      if (isContrast(basename(path), query) || ['home.yaml', 'years.yaml', 'moments.yaml'].includes(basename(path)))
        for (const one of caseIds(root)) this.addWatchFile(caseFileOf(one, root));
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
