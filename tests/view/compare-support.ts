import fc from 'fast-check';
import type { FactBook, Policy } from '#casebook/policy.ts';
import type { HeadBook } from '#casebook/heads.ts';
import { changed } from '#casebook/claim.ts';
import { trace, type Traced } from '#domain/assess.ts';
import type { Value, Values } from '#domain/policy/wording.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { formFileOf, formIds, policyFile, policyIds, SCENARIOS } from '#tools/library.ts';
import { moduleOf } from '#tools/yaml-plugin.ts';
import { type CompareSource, isAssessable } from '#view/compare-bench.ts';
import { type CompareView, compareOf } from '#view/compare.ts';
import type { CompareState } from '#view/compare-state.ts';
import { benchOfCase, benchOfNothing, benchUnder } from '#view/lab-bench.ts';
import type { Rule } from '#view/lab-code.ts';
import { scopeOf } from '#view/lab-link.ts';
import type { Bench } from '#view/what-if-bench.ts';
import { ids, sourceOf } from './result-support.ts';

const read = <T>(file: string): T => {
  const made = moduleOf(file, '');
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value as T;
};
export const forms: readonly Policy[] = formIds().map((id) => read<Policy>(formFileOf(id)));
export const policies: readonly Policy[] = policyIds().map((id) => read<Policy>(policyFile(id)));
const facts = read<FactBook>(`${SCENARIOS}/facts.yaml`);
const heads = read<HeadBook>(`${SCENARIOS}/heads.yaml`);

const pairOf = (a: string, b: string): CompareState => ({
  columns: [a, b].map((contract) => ({ contract, schedule: {} })),
  facts: {},
  amounts: {},
});

/** What the screen loads to compare contracts for a case. */
export const caseSource = (id: string): CompareSource => {
  const { case: of, policy, other, moment } = sourceOf(id);
  const offered = forms.filter((form) => isAssessable(form, { facts: {}, losses: claimOf(of, moment).losses }));
  return {
    id,
    title: of.title,
    version: of.version,
    base: { c: id },
    contracts: [{ policy, why: null }, ...[...(other ? [other] : []), ...offered].map((one) => ({ policy: one, why: one.title }))],
    bench: (one) => ([policy, other].includes(one) ? benchOfCase(of, moment, one, facts) : benchUnder(of, moment, one, facts)),
    start: pairOf(policy.id, policy.id),
  };
};

/** What the screen loads to compare contracts for a claim without a story. */
export const emptySource: CompareSource = {
  id: '',
  title: { ja: '事案なし', en: 'no case' },
  version: 0,
  base: {},
  contracts: [...forms, ...policies].map((policy) => ({ policy, why: policy.title })),
  bench: (policy) => benchOfNothing(policy, facts, heads),
  start: pairOf('form-a', 'form-b'),
};

/** Every source with its view: the cases, and last the claim without a story. */
export const all: readonly { readonly source: CompareSource; readonly view: CompareView }[] = [...ids.map(caseSource), emptySource].map(
  (source) => ({ source, view: compareOf(source, {}) }),
);
/** A contract with the accident of a source, made once. */
export const benchAt = (source: CompareSource, contract: string): Bench => {
  const key = `${source.id} ${contract}`;
  const policy = source.contracts.find((one) => one.policy.id === contract)?.policy;
  if (!policy) throw new Error(`${contract} is not offered for ${source.id}`);
  const made = benches.get(key) ?? source.bench(policy);
  benches.set(key, made);
  return made;
};
const benches = new Map<string, Bench>();

/** Every column assessed for itself, from the accident and the wording alone: no column knows of another, but for the items. */
export const apart = (id: string, { columns, facts, amounts }: CompareState): readonly Traced[] | null => {
  const source = sourceAt(id);
  const all = columns.map(({ contract }) => benchAt(source, contract));
  const losses = [...new Map(all.flatMap(({ claim }) => claim.losses).map((loss) => [loss.id, loss])).values()];
  const results = all.map(({ compiled, claim }, i) =>
    trace(compiled, changed({ ...claim, losses }, { schedule: columns[i]?.schedule ?? {}, facts, amounts })),
  );
  const traced = results.flatMap((one) => ('refused' in one ? [] : [one]));
  return traced.length < results.length ? null : traced;
};

export const sourceAt = (id: string): CompareSource => {
  const found = all.find(({ source }) => source.id === id);
  if (!found) throw new Error(`no comparison of ${id}`);
  return found.source;
};
export const viewOf = (id: string): CompareView => {
  const found = all.find(({ source }) => source.id === id);
  if (!found) throw new Error(`no comparison of ${id}`);
  return found.view;
};

const valueOf = ({ type, original }: Rule): fc.Arbitrary<Value | undefined> => {
  if (typeof type === 'object') return fc.constantFrom(...type);
  switch (type) {
    case 'yesno':
      return fc.boolean();
    case 'date':
      return fc
        .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    case 'percent':
      return fc.integer({ min: 0, max: 10_000 }).map((basisPoints) => ({ basisPoints }));
    case 'yen':
      return fc.oneof(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constant(original),
        fc.integer({ min: 0, max: 1e5 }).map((man) => man * 1e4),
      );
    default:
      return fc.integer({ min: 0, max: 10_000 });
  }
};
const someOf = (rules: ReadonlyMap<string, Rule>, unknown: number | null): fc.Arbitrary<Values> =>
  fc.record(
    Object.fromEntries(
      [...rules].map(([name, rule]) => [
        name,
        unknown !== null ? fc.option(valueOf(rule), { nil: undefined, freq: unknown }) : valueOf(rule),
      ]),
    ),
    { requiredKeys: [] },
  );
/** Often only a few of them, as somebody turns them. */
const fewOf = (rules: ReadonlyMap<string, Rule>, mayBeUnknown: boolean): fc.Arbitrary<Values> =>
  fc
    .shuffledSubarray([...rules], { maxLength: Math.min(4, rules.size) })
    .chain((some) => fc.oneof(someOf(new Map(some), mayBeUnknown ? 1 : null), someOf(rules, mayBeUnknown ? 12 : null)));

/** A source with a state that its screen can reach. */
export const anyState: fc.Arbitrary<readonly [id: string, state: CompareState]> = fc.constantFrom(...all).chain(({ source }) =>
  fc
    .array(fc.oneof(fc.constantFrom(...source.contracts.slice(0, 2)), fc.constantFrom(...source.contracts)), { minLength: 2, maxLength: 3 })
    .chain((contracts) => {
      const scopes = contracts.map(({ policy }) => scopeOf({}, '', benchAt(source, policy.id)));
      const rules = (group: 'facts' | 'amounts') => new Map(scopes.flatMap((scope) => [...scope.rules[group]]));
      return fc
        .record({
          schedules: fc.tuple(...scopes.map((scope) => fewOf(scope.rules.schedule, false))),
          facts: fewOf(rules('facts'), true),
          amounts: fewOf(rules('amounts'), false) as fc.Arbitrary<CompareState['amounts']>,
        })
        .map(
          ({ schedules, ...accident }) =>
            [
              source.id,
              { columns: contracts.map(({ policy }, i) => ({ contract: policy.id, schedule: schedules[i] ?? {} })), ...accident },
            ] as const,
        );
    }),
);
