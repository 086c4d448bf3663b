import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readYaml } from '#casebook/read/yaml.ts';
import { written, type Reading } from '#casebook/read/problem.ts';
import { checkCase, type Shelf } from '#lifecycle/check/case.ts';
import { checkAll } from '../checking.ts';
import { caseFileOf, caseIds, policyFile, policyIds, readGround, readPolicyFile, SCENARIOS, textOf } from '../library.ts';
import { dice, shortened, varied, type Story } from './vary.ts';

const DECISIONS = 3;

const good = <T>(reading: Reading<T>): T => {
  if (reading.ok) return reading.value;
  throw new Error(reading.problems.map(written).join('\n'));
};

const shelfOf = (): Shelf => {
  const { facts, general } = good(readGround());
  const policies = Object.fromEntries(
    policyIds().map((id) => [id, good(readPolicyFile(policyFile(id), { facts, general }, { strict: true }))]),
  );
  return { facts, payment: general.general.payment, policies, cases: new Set(caseIds()) };
};

/** The standing case that is told with so few decisions and still passes: the one with the shortest text. */
const pattern = (shelf: Shelf): Story => {
  const texts = caseIds().map((id) => good(textOf(caseFileOf(id))));
  for (const text of texts.toSorted((a, b) => a.length - b.length)) {
    const source = good(readYaml(text, 'standing'));
    const story = shortened(source.value as Story, DECISIONS);
    if (checkCase({ ...source, value: story }, shelf).ok) return story;
  }
  throw new Error(`no case can be told with ${DECISIONS} decisions`);
};

/** Writes `n` valid case files into the folder and gives their names; the same ones for the same seed. Each is a standing case, varied. */
export const generate = (folder: string, n: number, seed = 1): readonly string[] => {
  mkdirSync(folder, { recursive: true });
  const shelf = shelfOf();
  const story = pattern(shelf);
  const random = dice(seed);
  return Array.from({ length: n }, (_, i) => {
    const id = `MANY-${String(i + 1).padStart(5, '0')}`;
    const file = join(folder, `${id}.yaml`);
    writeFileSync(file, stringify(varied(story, id, random, shelf), { lineWidth: 0 }));
    return file;
  });
};

/** What checking many files took. */
export interface CheckTime {
  readonly files: number;
  /** Files with at least one problem. */
  readonly refused: number;
  /** Milliseconds on the processor. */
  readonly cpu: number;
  /** Megabytes that are held once all is checked. */
  readonly heap: number;
  /** The most megabytes that the process has had so far. */
  readonly peak: number;
}

/** Checks the files, as `check:cases` does, or with none all of the folder; and takes the time. */
export const timeOfCheck = (files: readonly string[], root = SCENARIOS): CheckTime => {
  const before = process.cpuUsage();
  const results = checkAll(files, root);
  const { user, system } = process.cpuUsage(before);
  const heap = process.memoryUsage().heapUsed / 2 ** 20;
  const refused = results.filter(({ problems }) => problems.length > 0).length;
  return { files: results.length, refused, cpu: (user + system) / 1000, heap, peak: process.resourceUsage().maxRSS / 1024 };
};
