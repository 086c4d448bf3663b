import { resolve } from 'node:path';
import { caseOf } from '#casebook/build/case.ts';
import { contentFaults } from '#casebook/check/content.ts';
import { referenceFaults } from '#casebook/check/references.ts';
import { placeholderFaults, writtenYenFaults } from '#casebook/check/texts.ts';
import { clauseTexts, type Policy } from '#casebook/policy.ts';
import { inOrder, type Problem, type Reading } from '#casebook/read/problem.ts';
import { readYaml, type Source } from '#casebook/read/yaml.ts';
import { readFacts } from '#casebook/build/ground.ts';
import { policyAt } from '#casebook/build/policy.ts';
import { endFaults } from './check-ends.ts';
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

/** What is said of one file: a line for a good one, problems for a broken one. */
export interface Checked {
  readonly file: string;
  readonly line: string;
  readonly problems: readonly Problem[];
}

interface Shelf {
  readonly ground: Ground;
  readonly policies: Readonly<Record<string, Policy>>;
  readonly cases: readonly string[];
  /** The policies that were refused: a case for one of them cannot be checked, and needs no message of its own. */
  readonly refused: readonly string[];
}

const broken = (file: string, problems: readonly Problem[]): Checked => ({ file, line: '', problems: inOrder(problems) });

/** Checks the named files, or all of scenarios/: every policy, then every case. */
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
  const refused = policyIds(root).filter((id) => !(id in policies));
  const shelf: Shelf = { ground: ground.value, policies, cases: caseIds(root), refused };
  const rest =
    files.length === 0
      ? shelf.cases.map((id) => caseFileOf(id, root))
      : files.filter((file) => !results.some((one) => one.file === resolve(file)));
  return [...results, ...rest.map((file) => checkFile(file, shelf))];
};

const checkFile = (file: string, shelf: Shelf): Checked => {
  const text = textOf(file);
  if (!text.ok) return broken(file, text.problems);
  const source = readYaml(text.value, shownAs(file));
  if (!source.ok) return broken(file, source.problems);
  const value = source.value.value;
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
  if (has('pool')) {
    const policy = policyAt(source.value, [], { strict: true, ...shelf.ground });
    return policy.ok ? { file, line: policyLine(policy.value), problems: [] } : broken(file, policy.problems);
  }
  if (has('facts') && !has('decisions') && !has('losses')) {
    const facts = readFacts(text.value, shownAs(file));
    return facts.ok ? { file, line: `facts  ${Object.keys(facts.value).length} facts`, problems: [] } : broken(file, facts.problems);
  }
  return checkCase(file, source.value, shelf);
};

const checkCase = (file: string, source: Source, { ground, policies, cases, refused }: Shelf): Checked => {
  const { policy: wanted, alsoUnder } = (source.value ?? {}) as { policy?: unknown; alsoUnder?: { policy?: unknown } | null };
  const waits = refused.find((id) => id === wanted || id === alsoUnder?.policy);
  if (waits !== undefined) return { file, line: `${source.file}  not checked: the policy ${waits} is refused`, problems: [] };
  const read: Reading<{ case: Parameters<typeof referenceFaults>[0] }> = caseOf(source, { facts: ground.facts, policies });
  if (!read.ok) return broken(file, read.problems);
  const of = read.value.case;
  const policy = policies[of.policy];
  const other = of.alsoUnder && policies[of.alsoUnder.policy];
  if (!policy) throw new Error(`the case was read without its policy ${of.policy}`);
  const around = {
    policy,
    other,
    payment: ground.general.general.payment,
    cases,
    clauses: Object.values(policies).flatMap((one) => [...clauseTexts(one).keys()]),
  };
  const content = [
    ...referenceFaults(of, around),
    ...contentFaults(of),
    ...placeholderFaults(source.value, { case: of, facts: ground.facts, policies: other ? [policy, other] : [policy] }),
    ...writtenYenFaults(source.value),
  ];
  if (content.length > 0) return broken(file, content.map(source.place));
  const { faults, walked } = endFaults(of, policy, other);
  if (faults.length > 0) return broken(file, faults.map(source.place));
  const ends = Object.entries(walked.ends).filter(([, count]) => count > 0);
  const line = `${of.id}  ${walked.paths.length} paths, ${walked.distinct} distinct: ${ends.map(([end, count]) => `${count} ${end}`).join(', ')}; ${of.expected.length} expected ends`;
  return { file, line, problems: [] };
};

const policyLine = (policy: Policy): string => {
  const kinds = new Map<string, number>();
  for (const { kind } of policy.wording.clauses) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return `${policy.id}  ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${Object.keys(policy.pools).length} pools`;
};
