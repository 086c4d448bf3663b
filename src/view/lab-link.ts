import { LARGEST_YEN } from '#domain/yen.ts';
import type { Name, Value, Values } from '#domain/policy/wording.ts';
import type { ResultView } from './result.ts';
import { idOf, type WhatIf } from './what-if-bench.ts';

/** What one name of a lab state may stand at: some values by the id they have in a link, or any whole amount of yen up to `high`. */
export interface Allowed {
  /** Where it stands when the link does not name it. */
  readonly original: string;
  readonly values: ReadonlyMap<string, Value | undefined>;
  /** In yen; null where it is no amount. */
  readonly high: number | null;
}

/** What a link of one case can say. */
export interface LabScope {
  readonly case: string;
  /** The versions of case and wording, e.g. `2.1`: another edition makes a link an old one. */
  readonly edition: string;
  readonly schedule: ReadonlyMap<Name, Allowed>;
  readonly facts: ReadonlyMap<Name, Allowed>;
}

/** A state read from a link. `old`: of another edition or format; `damaged`: not as it was written. Both give what still fits. */
export interface Linked {
  readonly changes: WhatIf;
  readonly state: 'whole' | 'old' | 'damaged';
}

type Query = Readonly<Record<string, string>>;

const FORMAT = '1';
const BETWEEN = '*';

/** What may be set in the lab of a case: everything that one of its controls or beats sets, and nothing else. */
export const scopeOf = ({ id, version, policy, controls, beats, known, agreed }: ResultView): LabScope => {
  const groups = { schedule: new Map<Name, Allowed>(), facts: new Map<Name, Allowed>() };
  const was: Record<keyof WhatIf, Values> = { schedule: agreed, facts: known };
  const at = (group: keyof WhatIf, name: Name): Allowed => {
    const value = was[group][name];
    const found = groups[group].get(name) ?? { original: idOf(value), values: new Map([[idOf(value), value]]), high: null };
    groups[group].set(name, found);
    return found;
  };
  const add = (group: keyof WhatIf, sets: Values): void => {
    for (const [name, value] of Object.entries(sets)) {
      const { original, values, high } = at(group, name);
      groups[group].set(name, { original, values: new Map([...values, [idOf(value), value]]), high });
    }
  };
  for (const { changes } of beats) {
    add('schedule', changes.schedule);
    add('facts', changes.facts);
  }
  for (const control of [...controls.schedule, ...controls.idle, ...controls.facts]) {
    if (control.kind === 'money') {
      groups[control.group].set(control.name, { ...at(control.group, control.name), high: control.high });
      continue;
    }
    for (const { sets } of control.positions) add(control.group, sets);
    const yen = control.amount?.name;
    if (yen !== undefined) groups.facts.set(yen, { ...at('facts', yen), high: LARGEST_AMOUNT });
  }
  return { case: id, edition: `${String(version)}.${String(policy.version)}`, ...groups };
};

/** What an amount of a fact may be at most: as much as its field takes. */
const LARGEST_AMOUNT = Math.min(1e9, LARGEST_YEN);

/** The state without what stands where it stood anyway. */
export const tidied = (scope: LabScope, changes: WhatIf): WhatIf => ({
  schedule: differing(scope.schedule, changes.schedule),
  facts: differing(scope.facts, changes.facts),
});

const differing = (allowed: ReadonlyMap<Name, Allowed>, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => idOf(value) !== allowed.get(name)?.original)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

const written = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}.${value === undefined ? '' : idOf(value)}`)
    .join(BETWEEN);

/** Notices any change of a link: FNV-1a in 32 bits. */
const sealOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
};

const PARTS = ['c', 'v', 'e', 's', 'f'] as const;
const sealed = (query: Query): string => sealOf(PARTS.map((part) => query[part] ?? '').join('&'));

/** The query of the address of a state. The case alone, where nothing is changed. */
export const linkOf = (scope: LabScope, changes: WhatIf): Query => {
  const { schedule, facts } = tidied(scope, changes);
  const [s, f] = [written(schedule), written(facts)];
  if (s === '' && f === '') return { c: scope.case };
  const query = { c: scope.case, v: FORMAT, e: scope.edition, ...(s === '' ? {} : { s }), ...(f === '' ? {} : { f }) };
  return { ...query, k: sealed(query) };
};

/** The state of an address: never anything that the controls could not set. */
export const linked = (scope: LabScope, query: Query): Linked => {
  const [schedule, facts] = [read(scope.schedule, query['s'] ?? ''), read(scope.facts, query['f'] ?? '')];
  const changes = tidied(scope, { schedule: schedule.values, facts: facts.values });
  const says = ['v', 'e', 's', 'f', 'k'].some((part) => query[part] !== undefined);
  if (!says) return { changes, state: 'whole' };
  if (query['c'] !== scope.case || query['k'] !== sealed(query)) return { changes, state: 'damaged' };
  const isOld = query['v'] !== FORMAT || query['e'] !== scope.edition || !schedule.fits || !facts.fits;
  return { changes, state: isOld ? 'old' : 'whole' };
};

const read = (allowed: ReadonlyMap<Name, Allowed>, text: string): { readonly values: Values; readonly fits: boolean } => {
  const values: Record<Name, Value | undefined> = {};
  let fits = true;
  for (const piece of text.split(BETWEEN).filter((one) => one !== '')) {
    const [, name, word] = /^([^.]*)\.(.*)$/su.exec(piece) ?? [];
    const rule = allowed.get(name ?? '');
    const id = word === '' ? '?' : (word ?? '');
    if (name !== undefined && rule?.values.has(id)) values[name] = rule.values.get(id);
    else if (name !== undefined && /^\d{1,13}$/u.test(id) && Number(id) <= (rule?.high ?? -1)) values[name] = Number(id);
    else fits = false;
  }
  return { values, fits };
};
