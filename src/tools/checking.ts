import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clauseTexts, type Policy } from '#casebook/policy.ts';
import { inOrder, type Problem } from '#casebook/read/problem.ts';
import { readYaml, type Source } from '#casebook/read/yaml.ts';
import { readFacts } from '#casebook/build/ground.ts';
import { policyAt } from '#casebook/build/policy.ts';
import { checkCase } from '#lifecycle/check/case.ts';
import { mapOf } from '#lifecycle/check/map.ts';
import { checkOwnCase } from '#lifecycle/check/own.ts';
import { checkedDrill } from './check-drills.ts';
import { checkLab } from './check-lab.ts';
import { checkContrasts } from './check-pairs.ts';
import { checkYears } from './check-years.ts';
import { glossaryFile, readGlossaryFile } from './glossary.ts';
import { homeFileOf, readHomeFile } from './home.ts';
import { mapLines } from './path-map.ts';
import {
  caseFileOf,
  caseIds,
  isOurs,
  drillFileOf,
  drillIds,
  policyFile,
  policyIds,
  readGround,
  readPolicyFile,
  SCENARIOS,
  shownAs,
  textOf,
  type Ground,
} from './library.ts';

/** What is said of one file: a line for a good one, problems for a broken one. */
export interface Checked {
  readonly file: string;
  readonly line: string;
  readonly problems: readonly Problem[];
  /** Of a case: how many ways there are through it. */
  readonly paths?: number;
  /** Of a case that was named alone: every path, as lines of a tree. */
  readonly map?: readonly string[];
}

interface Shelf {
  readonly root: string;
  readonly ground: Ground;
  readonly policies: Readonly<Record<string, Policy>>;
  readonly cases: ReadonlySet<string>;
  /** The policies that were refused: a case for one of them cannot be checked, and needs no message of its own. */
  readonly refused: readonly string[];
}

const broken = (file: string, problems: readonly Problem[]): Checked => ({ file, line: '', problems: inOrder(problems) });

/** Checks the named files, or all of scenarios/: every policy, then every case, then every drill. */
export const checkAll = (files: readonly string[], root = SCENARIOS): readonly Checked[] => {
  const ground = readGround(root);
  if (!ground.ok) return [broken(ground.problems[0]?.file ?? 'scenarios', ground.problems)];
  const policies: Record<string, Policy> = {};
  const results: Checked[] = [];
  for (const id of policyIds(root)) {
    const policy = readPolicyFile(policyFile(id, root), ground.value, { strict: true });
    if (policy.ok) policies[id] = policy.value;
    if (files.length === 0 || files.some((file) => resolve(file) === policyFile(id, root))) {
      results.push(
        policy.ok
          ? { file: policyFile(id, root), line: policyLine(policy.value), problems: [] }
          : broken(policyFile(id, root), policy.problems),
      );
    } else if (!policy.ok) results.push(broken(policyFile(id, root), policy.problems));
  }
  if (files.length === 0 || files.some((file) => resolve(file) === glossaryFile(root)))
    results.push(...checkedGlossary(root, ground.value, policies));
  if (files.length === 0 || files.some((file) => resolve(file) === homeFileOf(root)))
    results.push(...checkedHome(root, ground.value, policies, files.length === 0));
  const refused = policyIds(root).filter((id) => !(id in policies));
  if (refused.length === 0) {
    for (const { file, read } of [
      ...checkLab(root, files, ground.value, policies),
      ...checkContrasts(root, files, ground.value, policies),
      ...checkYears(root, files, ground.value, policies),
    ])
      results.push(read.ok ? { file, line: read.value, problems: [] } : broken(file, read.problems));
  }
  const shelf: Shelf = { root, ground: ground.value, policies, cases: new Set(caseIds(root)), refused };
  const rest =
    files.length === 0
      ? [...[...shelf.cases].map((id) => caseFileOf(id, root)), ...drillIds(root).map((id) => drillFileOf(id, root))]
      : files.filter((file) => !results.some((one) => one.file === resolve(file)));
  return [...results, ...rest.map((file) => checkFile(file, shelf, files.length === 1))];
};

/** The glossary, where the folder has one and no policy is refused whose clauses it may name. */
const checkedGlossary = (root: string, ground: Ground, policies: Readonly<Record<string, Policy>>): Checked[] => {
  const file = glossaryFile(root);
  if (!existsSync(file) || policyIds(root).some((id) => !(id in policies))) return [];
  const read = readGlossaryFile(root, ground, policies);
  return [read.ok ? { file, line: `glossary  ${read.value.length} terms`, problems: [] } : broken(file, read.problems)];
};

const checkFile = (file: string, shelf: Shelf, alone: boolean): Checked => {
  const text = textOf(file);
  if (!text.ok) return broken(file, text.problems);
  const source = readYaml(text.value, shownAs(file));
  if (!source.ok) return broken(file, source.problems);
  const value = source.value.value;
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
  if (['pairs', 'topics', 'years', 'moments', 'heads'].some(has))
    return { file, line: `${source.value.file}  not checked: the policy ${shelf.refused.join(', ')} is refused`, problems: [] };
  if (has('pool')) {
    const policy = policyAt(source.value, [], { strict: true, ...shelf.ground });
    return policy.ok ? { file, line: policyLine(policy.value), problems: [] } : broken(file, policy.problems);
  }
  if (has('facts') && !has('decisions') && !has('losses')) {
    const facts = readFacts(text.value, shownAs(file));
    return facts.ok ? { file, line: `facts  ${Object.keys(facts.value).length} facts`, problems: [] } : broken(file, facts.problems);
  }
  return has('situations') ? checkDrillFile(file, source.value, shelf) : checkCaseFile(file, source.value, shelf, alone);
};

/** The home screen, where the folder has one and no policy is refused. A refused case has its own message where everything is checked. */
const checkedHome = (root: string, { facts }: Ground, policies: Readonly<Record<string, Policy>>, all: boolean): Checked[] => {
  const file = homeFileOf(root);
  if (!existsSync(file) || policyIds(root).some((id) => !(id in policies))) return [];
  const read = readHomeFile(root, { facts, policies });
  if (read.ok)
    return [{ file, line: `home  opens with ${read.value.content.example.id}, offers ${read.value.content.first}`, problems: [] }];
  const elsewhere = read.problems.find((one) => one.file !== shownAs(file));
  if (all && elsewhere) return [{ file, line: `home  not checked: ${elsewhere.file} is refused`, problems: [] }];
  return [broken(file, read.problems)];
};

/** What is said of a file whose policy is refused. */
const waiting = (file: string, source: Source, refused: readonly string[]): Checked | undefined => {
  const { policy: wanted, alsoUnder } = (source.value ?? {}) as { policy?: unknown; alsoUnder?: { policy?: unknown } | null };
  const waits = refused.find((id) => id === wanted || id === alsoUnder?.policy);
  return waits === undefined ? undefined : { file, line: `${source.file}  not checked: the policy ${waits} is refused`, problems: [] };
};

const checkDrillFile = (file: string, source: Source, { ground, policies, cases, refused }: Shelf): Checked => {
  const waits = waiting(file, source, refused);
  if (waits) return waits;
  const clauses = Object.values(policies).flatMap((one) => [...clauseTexts(one).keys()]);
  const around = { payment: ground.general.general.payment, cases, clauses };
  const checked = checkedDrill(source, { facts: ground.facts, policies, around });
  return checked.ok ? { file, line: checked.value, problems: [] } : broken(file, checked.problems);
};

/** A case beside those of scenarios/cases is somebody's own, and may be in Japanese alone. */
const checkCaseFile = (file: string, source: Source, { root, ground, policies, cases, refused }: Shelf, alone: boolean): Checked => {
  const waits = waiting(file, source, refused);
  if (waits) return waits;
  const around = { facts: ground.facts, payment: ground.general.general.payment, policies, cases };
  const checked = isOurs(file, join(root, 'cases')) ? checkCase(source, around) : checkOwnCase(source, around);
  if (!checked.ok) return broken(file, checked.problems);
  const { case: of, walked } = checked.value;
  const ends = Object.entries(walked.ends).filter(([, count]) => count > 0);
  const line = `${of.id}  ${walked.paths.length} paths, ${walked.distinct} distinct: ${ends.map(([end, count]) => `${count} ${end}`).join(', ')}; ${of.expected.length} expected ends`;
  return { file, line, problems: [], paths: walked.paths.length, ...(alone ? { map: mapLines(mapOf(checked.value)) } : {}) };
};

const policyLine = (policy: Policy): string => {
  const kinds = new Map<string, number>();
  for (const { kind } of policy.wording.clauses) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return `${policy.id}  ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${Object.keys(policy.pools).length} pools`;
};
