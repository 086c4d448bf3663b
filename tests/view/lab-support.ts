import fc from 'fast-check';
import type { Value } from '#domain/policy/wording.ts';
import type { Allowed, LabScope } from '#view/lab-link.ts';
import { labOf, type LabView } from '#view/lab.ts';
import type { WhatIf } from '#view/what-if.ts';
import { ids, sourceOf } from './result-support.ts';

/** The lab of a case as an address opens it. */
export const labAt = (id: string, query: Readonly<Record<string, string>> = {}): LabView => {
  const { other: _other, ...source } = sourceOf(id);
  return labOf(source, query);
};

export const labs: readonly LabView[] = ids.map((id) => labAt(id));

const valueOf = ({ values, high }: Allowed): fc.Arbitrary<Value | undefined> => {
  const one = fc.constantFrom(...values.values());
  return high === null
    ? one
    : fc.oneof(
        fc.integer({ min: 0, max: high }),
        fc.integer({ min: 0, max: high / 1e4 }).map((man) => man * 1e4),
        one,
      );
};

const some = (allowed: LabScope['facts']): fc.Arbitrary<WhatIf['facts']> =>
  fc.record(Object.fromEntries([...allowed].map(([name, one]) => [name, valueOf(one)])), { requiredKeys: [] });

/** A state that the controls of this lab can reach. */
const stateOf = ({ scope }: LabView): fc.Arbitrary<WhatIf> => fc.record({ schedule: some(scope.schedule), facts: some(scope.facts) });

const byId = new Map(labs.map((lab) => [lab.scope.case, lab]));
/** The lab of a case, made once. */
export const labOfCase = (id: string): LabView => {
  const found = byId.get(id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
};

/** The id of a case with a state of its lab. */
export const anyState: fc.Arbitrary<readonly [id: string, state: WhatIf]> = fc
  .constantFrom(...ids)
  .chain((id) => stateOf(labOfCase(id)).map((state) => [id, state] as const));
