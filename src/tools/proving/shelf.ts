import { readCase } from '#casebook/build/case.ts';
import { readDrill } from '#casebook/build/drill.ts';
import type { Case } from '#casebook/case.ts';
import type { Drill } from '#casebook/drill.ts';
import type { Policy } from '#casebook/policy.ts';
import { written, type Reading } from '#casebook/read/problem.ts';
import type { FactBook } from '#casebook/policy.ts';
import {
  caseFileOf,
  caseIds,
  drillFileOf,
  drillIds,
  policyFile,
  policyIds,
  readGround,
  readPolicyFile,
  shownAs,
  textOf,
} from '../library.ts';

/** All of scenarios/, read. */
export interface Shelf {
  readonly facts: FactBook;
  readonly policies: Readonly<Record<string, Policy>>;
  readonly cases: readonly Case[];
  readonly drills: readonly Drill[];
}

const good = <T>(reading: Reading<T>): T => {
  if (reading.ok) return reading.value;
  throw new Error(reading.problems.map(written).join('\n'));
};

/** Reads every wording and case; throws where one is refused, which `check:cases` says better. */
export const readShelf = (): Shelf => {
  const ground = good(readGround());
  const policies = Object.fromEntries(policyIds().map((id) => [id, good(readPolicyFile(policyFile(id), ground, { strict: true }))]));
  const library = { facts: ground.facts, policies };
  const text = (file: string): string => good(textOf(file));
  const cases = caseIds().map((id) => good(readCase(text(caseFileOf(id)), shownAs(caseFileOf(id)), library)).case);
  const drills = drillIds().map((id) => good(readDrill(text(drillFileOf(id)), shownAs(drillFileOf(id)), library)).drill);
  return { facts: ground.facts, policies, cases, drills };
};
