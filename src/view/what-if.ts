import type { ScheduleEntry } from '#casebook/policy.ts';
import type { Value, Values } from '#domain/policy/wording.ts';
import { poolsOf } from '#domain/payout/tree.ts';
import { LARGEST_YEN } from '#domain/yen.ts';
import { shown } from './shown.ts';
import { alike, idOf, traced, type Bench, type WhatIf } from './what-if-bench.ts';
import type { ChoiceControl, Control, Lever, MoneyControl, Position } from './what-if-control.ts';
import { decisiveFacts } from './what-if-facts.ts';

export type { WhatIf } from './what-if-bench.ts';
export type { ChoiceControl, Control } from './what-if-control.ts';

/** Nothing changed. */
export const UNCHANGED: WhatIf = { schedule: {}, facts: {}, amounts: {} };

export interface Controls {
  /** The entries of the schedule that move the money of this claim. */
  readonly schedule: readonly Control[];
  /** Those that do not. */
  readonly idle: readonly Control[];
  /** The decisive facts, most decisive first. */
  readonly facts: readonly ChoiceControl[];
  /** What each item comes to. */
  readonly amounts: readonly MoneyControl[];
}

/** The controls of a claim: what was agreed, and the facts on which the decision turns. No fact or entry is known here by name. */
export const controlsOf = (bench: Bench): Controls => {
  const schedule = Object.entries(bench.policy.schedule).flatMap(([name, entry]) => scheduleControl(bench, name, entry) ?? []);
  return {
    schedule: schedule.filter(({ moves }) => moves).map(({ control }) => control),
    idle: schedule.filter(({ moves }) => !moves).map(({ control }) => control),
    facts: decisiveFacts(bench),
    amounts: bench.losses.map(({ id, label, from }) => {
      const value = bench.claim.losses.find((loss) => loss.id === id)?.amount ?? 0;
      return {
        group: 'amounts',
        name: id,
        label,
        clauses: [],
        from,
        note: null,
        kind: 'money',
        value,
        high: Math.max(HIGHEST, value),
        presets: ROUND,
      };
    }),
  };
};

const SHARES = [10_000, 9_000, 8_000, 7_000, 5_000];
const HIGHEST = 1e9;
/** In yen: an entry of at most so much is a sum per head. */
const SMALL = 10_000;

const scheduleControl = (
  bench: Bench,
  name: string,
  entry: ScheduleEntry,
): { readonly control: Control; readonly moves: boolean } | null => {
  const value = bench.claim.schedule?.[name] ?? entry.value;
  const agreed = bench.case?.schedule[name];
  const lever: Lever = {
    group: 'schedule',
    name,
    label: entry.label,
    clauses: entry.clause === undefined ? [] : [entry.clause],
    from: agreed?.from ?? entry.from,
    note: entry.note ?? null,
  };
  // Where nothing is claimed yet, nothing moves yet either.
  const moves = (values: readonly Value[]): boolean =>
    bench.result.claimed === 0 ||
    values.some((one) => {
      const result = traced(bench, { schedule: { [name]: one } });
      return result !== null && !alike(result, bench.result);
    });
  if (entry.type === 'yen' && typeof value === 'number') {
    const high = value > 0 && value <= SMALL ? SMALL : Math.max(HIGHEST, value);
    const control: MoneyControl = { ...lever, kind: 'money', value, high, presets: presetsOf(bench, name, high) };
    return { control, moves: moves([0, 1_000_000, Math.floor(value / 2), value * 2, LARGEST_YEN]) };
  }
  const values = valuesOf(entry, value);
  if (values.length < 2) return null;
  const positions = values.map((one): Position => ({
    id: idOf(one),
    shown: shown(entry.type, one, entry.values),
    sets: { [name]: one },
  }));
  return { control: { ...lever, kind: 'choice', positions, original: idOf(value), amount: null }, moves: moves(values) };
};

const ROUND = [10_000_000, 30_000_000, 100_000_000];

/** Round amounts for an entry: small ones for what the insured keeps or what is counted per head, large ones for a limit. */
const presetsOf = ({ compiled }: Bench, name: string, high: number): readonly number[] => {
  if (high === SMALL) return [500, 1_000, 5_000];
  const keeps = poolsOf(compiled.wording.pool).some(({ terms }) =>
    terms.some((term) => term.kind === 'deductible' && term.amount.op === 'entry' && term.amount.name === name),
  );
  return keeps ? [0, 1_000_000, 10_000_000] : ROUND;
};

const valuesOf = (entry: ScheduleEntry, value: Value): readonly Value[] => {
  switch (entry.type) {
    case 'yesno':
      return [true, false];
    case 'choice':
      return Object.keys(entry.values ?? {});
    case 'percent': {
      const own = typeof value === 'object' ? value.basisPoints : 10_000;
      return [...new Set([...SHARES, own])].toSorted((a, b) => b - a).map((basisPoints) => ({ basisPoints }));
    }
    default:
      return [];
  }
};

/** Where everything stood before a change. */
export interface Original {
  readonly known: Values;
  readonly agreed: Values;
  /** What each item comes to, in yen. */
  readonly amounts: Readonly<Record<string, number>>;
}

/** The position a control stands in under these changes. */
export const positionOf = (control: ChoiceControl, changes: WhatIf): string => {
  const set = changes[control.group];
  return Object.hasOwn(set, control.name) ? idOf(set[control.name]) : control.original;
};

/** Whether a control, and the amount beside it, stand the same under both changes. */
export const standsAlike = (control: Control, one: WhatIf, other: WhatIf): boolean => {
  const amount = control.kind === 'choice' ? control.amount?.name : undefined;
  return (
    one[control.group][control.name] === other[control.group][control.name] &&
    (amount === undefined || one.facts[amount] === other.facts[amount])
  );
};

/** The changes with more of them. */
export const withSet = (changes: WhatIf, group: keyof WhatIf, sets: Values): WhatIf => ({
  ...changes,
  [group]: { ...changes[group], ...sets },
});

/** Whether a control stands elsewhere than it did. */
export const isSet = (was: Original, changes: WhatIf, { group, name }: Pick<Control, 'group' | 'name'>): boolean =>
  isChanged(was, { ...UNCHANGED, [group]: Object.hasOwn(changes[group], name) ? { [name]: changes[group][name] } : {} });

/** The same text for the same changes, in whichever order they were made. */
export const termsOf = ({ schedule, facts, amounts }: WhatIf): string =>
  [schedule, facts, amounts]
    .map((set) =>
      Object.entries(set)
        .map(([name, value]) => `${name}=${idOf(value)}`)
        .toSorted()
        .join(),
    )
    .join(';');

/** What a fact is under these changes. */
export const valueIn = ({ known }: { readonly known: Values }, changes: WhatIf, name: string): Value | undefined =>
  Object.hasOwn(changes.facts, name) ? changes.facts[name] : known[name];

/** Whether anything is other than it was: a control put back to where it stood changes nothing. */
export const isChanged = (was: Original, changes: WhatIf): boolean =>
  Object.entries(changes.facts).some(([name, value]) => idOf(value) !== idOf(was.known[name])) ||
  Object.entries(changes.schedule).some(([name, value]) => idOf(value) !== idOf(was.agreed[name])) ||
  Object.entries(changes.amounts).some(([id, yen]) => yen !== was.amounts[id]);
