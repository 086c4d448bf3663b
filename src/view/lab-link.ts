import type { Name, Value, Values } from '#domain/policy/wording.ts';
import { codeOf, type Rule, valueOf, wordOf } from './lab-code.ts';
import { sealOf } from './seal.ts';
import { type Bench, idOf, type WhatIf } from './what-if-bench.ts';

/** What a link of one lab can say. */
export interface LabScope {
  /** What the address names the lab by: `c` the case, `p` the contract where it is not the case's own, or there is no case. */
  readonly base: Query;
  /** The versions of case and wording, e.g. `2.1`: another edition makes a link an old one. */
  readonly edition: string;
  readonly rules: Readonly<Record<Group, ReadonlyMap<Name, Rule>>>;
}

/** A state read from a link. `old`: of another edition or format; `damaged`: not as it was written. Both give what still fits. */
export interface Linked {
  readonly changes: WhatIf;
  readonly state: 'whole' | 'old' | 'damaged';
}

type Group = keyof WhatIf;
type Query = Readonly<Record<string, string>>;

const FORMAT = '2';

/** What may be set in a lab, by the types of its policy: the schedule, the facts its wording asks for, and the amounts of the items. */
export const scopeOf = (base: Query, edition: string, { policy, compiled, claim }: Bench): LabScope => {
  const agreed: Values = { ...policy.wording.schedule, ...claim.schedule };
  const entries = Object.entries(policy.schedule).map(([name, { type, values }]): [Name, Rule] => [
    name,
    { type: type === 'choice' ? Object.keys(values ?? {}) : type, original: agreed[name] },
  ]);
  const asked = new Set(compiled.places.names);
  const facts = Object.entries(policy.wording.facts)
    .filter(([name]) => asked.has(name))
    .map(([name, fact]): [Name, Rule] => [name, { type: fact.type === 'choice' ? fact.values : fact.type, original: claim.facts[name] }]);
  const amounts = claim.losses.map(({ id, amount }): [Name, Rule] => [id, { type: 'yen', original: amount }]);
  return { base, edition, rules: { schedule: new Map(entries), facts: new Map(facts), amounts: new Map(amounts) } };
};

const GROUPS = ['schedule', 'facts', 'amounts'] as const satisfies readonly Group[];
const KEYS = { schedule: 's', facts: 'f', amounts: 'a' } as const satisfies Record<Group, string>;

/** The state without what stands where it stood anyway. */
export const tidied = ({ rules }: LabScope, changes: WhatIf): WhatIf => ({
  schedule: differing(rules.schedule, changes.schedule),
  facts: differing(rules.facts, changes.facts),
  amounts: differing(rules.amounts, changes.amounts) as WhatIf['amounts'],
});

const differing = (rules: ReadonlyMap<Name, Rule>, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => idOf(value) !== idOf(rules.get(name)?.original))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The changes of one group as a link writes them: each a code and a value. */
const written = (rules: ReadonlyMap<Name, Rule>, values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => {
      const rule = rules.get(name);
      const word = rule && wordOf(rule, value);
      if (word === undefined || word === null) throw new Error(`a link cannot say ${name}`);
      return codeOf(name) + word;
    })
    .join('');

/** The changes as the parts of a query, without what is empty. */
export const partsOf = (scope: LabScope, changes: WhatIf): Query => {
  const now = tidied(scope, changes);
  return Object.fromEntries(
    GROUPS.map((group): [string, string] => [KEYS[group], written(scope.rules[group], now[group])]).filter(([, text]) => text !== ''),
  );
};

const SEALED = ['c', 'p', 'v', 'e', ...Object.values(KEYS)] as const;
const sealed = (query: Query): string => sealOf(SEALED.map((part) => query[part] ?? '').join('&'));

/** The query of the address of a state. Its base alone, where nothing is changed. */
export const linkOf = (scope: LabScope, changes: WhatIf): Query => {
  const parts = partsOf(scope, changes);
  if (Object.keys(parts).length === 0) return scope.base;
  const query = { ...scope.base, v: FORMAT, e: scope.edition, ...parts };
  return { ...query, k: sealed(query) };
};

/** The changes in the parts of a query, and whether all of them fit. */
export const readParts = ({ rules }: LabScope, query: Query): { readonly changes: WhatIf; readonly fits: boolean } => {
  let fits = true;
  const [schedule, facts, amounts] = GROUPS.map((group): Values => {
    const byCode = new Map([...rules[group]].map(([name, rule]) => [codeOf(name), { name, rule }]));
    const values: Record<Name, Value | undefined> = {};
    for (const piece of (query[KEYS[group]] ?? '').split(/(?=[A-Z])/u).filter((one) => one !== '')) {
      const found = byCode.get(piece.slice(0, 3));
      const read = found && valueOf(found.rule, piece.slice(3));
      if (read && (group === 'facts' || read.value !== undefined)) values[found.name] = read.value;
      else fits = false;
    }
    return values;
  }) as [Values, Values, WhatIf['amounts']];
  return { changes: { schedule, facts, amounts }, fits };
};

/** The state of an address: never anything that the controls could not set. */
export const linked = (scope: LabScope, query: Query): Linked => {
  const read = readParts(scope, query);
  const changes = tidied(scope, read.changes);
  const says = ['v', 'e', 'k', ...Object.values(KEYS)].some((part) => query[part] !== undefined);
  if (!says) return { changes, state: 'whole' };
  // Another format was sealed in another way.
  if (query['v'] !== FORMAT) return { changes, state: 'old' };
  if (SEALED.slice(0, 2).some((part) => query[part] !== scope.base[part]) || query['k'] !== sealed(query))
    return { changes, state: 'damaged' };
  const isOld = query['e'] !== scope.edition || !read.fits;
  return { changes, state: isOld ? 'old' : 'whole' };
};
