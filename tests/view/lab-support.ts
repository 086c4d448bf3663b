import fc from 'fast-check';
import type { Name, Value, Values } from '#domain/policy/wording.ts';
import { beatsOf } from '#view/beats.ts';
import { benchOfCase } from '#view/lab-bench.ts';
import type { Rule } from '#view/lab-code.ts';
import type { LabScope } from '#view/lab-link.ts';
import { labOf, type LabView, presetsOf } from '#view/lab.ts';
import { groundOf } from '#view/result-ground.ts';
import type { WhatIf } from '#view/what-if.ts';
import { ids, sourceOf } from './result-support.ts';

/** What the lab of a case is made of. */
export const benchAt = (id: string) => {
  const { case: of, moment, policy, facts } = sourceOf(id);
  return benchOfCase(of, moment, policy, facts);
};

/** The lab of a case as an address opens it. */
export const labAt = (id: string, query: Readonly<Record<string, string>> = {}): LabView => {
  const { other: _other, ...source } = sourceOf(id);
  const { title, version } = source.case;
  const presets = presetsOf([], beatsOf(groundOf(source)));
  return labOf({ kind: 'case', bench: benchAt(id), id, title, version, base: { c: id }, others: [], presets }, query);
};

export const labs: readonly LabView[] = ids.map((id) => labAt(id));

const DAYS = ['2024-02-29', '2025-04-01', '2026-03-31', '2031-12-31'];

/** Any value that a name of this type may have; `undefined` where it may be unknown. */
const valueOf = ({ type }: Rule, mayBeUnknown: boolean): fc.Arbitrary<Value | undefined> => {
  const unknown = mayBeUnknown ? [fc.constant(undefined)] : [];
  if (typeof type !== 'string') return fc.oneof(fc.constantFrom(...type), ...unknown);
  switch (type) {
    case 'yesno':
      return fc.oneof(fc.boolean(), ...unknown);
    case 'date':
      return fc.oneof(fc.constantFrom(...DAYS), ...unknown);
    case 'percent':
      return fc.nat(10_000).map((basisPoints) => ({ basisPoints }));
    default:
      return fc.oneof(
        fc.nat(2_000_000_000),
        fc.nat(200_000).map((man) => man * 10_000),
        ...unknown,
      );
  }
};

const some = (rules: ReadonlyMap<Name, Rule>, mayBeUnknown: boolean): fc.Arbitrary<Values> =>
  fc
    .subarray([...rules], { maxLength: Math.min(12, rules.size) })
    .chain((few) =>
      few.length === 0
        ? fc.constant({})
        : fc.record(
            Object.fromEntries(few.map(([name, rule]): [Name, fc.Arbitrary<Value | undefined>] => [name, valueOf(rule, mayBeUnknown)])),
          ),
    );

/** Any state of this lab: up to twelve changes of each group. */
export const stateOf = ({ rules }: LabScope): fc.Arbitrary<WhatIf> =>
  fc.record({
    schedule: some(rules.schedule, false),
    facts: some(rules.facts, true),
    amounts: some(rules.amounts, false) as fc.Arbitrary<WhatIf['amounts']>,
  });

const byId = new Map(labs.map((lab) => [lab.view.id, lab]));
/** The lab of a case, made once. */
export const labOfCase = (id: string): LabView => {
  const found = byId.get(id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
};

/** The id of a case with a state of its lab. */
export const anyState: fc.Arbitrary<readonly [id: string, state: WhatIf]> = fc
  .constantFrom(...ids)
  .chain((id) => stateOf(labOfCase(id).scope).map((state) => [id, state] as const));
