import type { Case, Option } from '#casebook/case.ts';
import type { FactBook, General, Policy } from '#casebook/policy.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { endOn } from '#lifecycle/walk.ts';
import { caseFileOf, caseIds, policyFile, SCENARIOS } from '#tools/library.ts';
import { moduleOf } from '#tools/yaml-plugin.ts';
import { resultOf, type ResultView } from '#view/result.ts';
import type { ResultSource } from '#view/result-ground.ts';

const shelf = new Map<string, unknown>();
const read = <T>(file: string): T => {
  if (!shelf.has(file)) {
    const made = moduleOf(file, '');
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    shelf.set(file, made.value);
  }
  return shelf.get(file) as T;
};

export const ids = caseIds();
export const caseAt = (id: string): Case => read(caseFileOf(id));
const policyAt = (id: string): Policy => read(policyFile(id));

/** What the screen loads for a case: its best path, or that of these choices; with something of a sitting, as played. */
export const sourceOf = (id: string, choose: Readonly<Record<string, Option>> = {}, sitting: Partial<Moment> = {}): ResultSource => {
  const of = caseAt(id);
  return {
    case: of,
    policy: policyAt(of.policy),
    ...(of.alsoUnder ? { other: policyAt(of.alsoUnder.policy) } : {}),
    facts: read<FactBook>(`${SCENARIOS}/facts.yaml`),
    general: read<General>(policyFile('general')),
    titles: Object.fromEntries(ids.map((other) => [other, caseAt(other).title])),
    moment: { ...endOn(of, choose), ...sitting },
    played: Object.keys(sitting).length > 0,
  };
};

export const resultAt = (...args: Parameters<typeof sourceOf>): ResultView => resultOf(sourceOf(...args));
