import type { CaseSource } from '#casebook/case.ts';
import type { From, Text } from '#casebook/text.ts';
import type { Value } from '#domain/policy/wording.ts';
import type { Live } from './claim-view.ts';
import { shown, type Shown } from './shown.ts';
import { idOf, type Bench, type WhatIf } from './what-if-bench.ts';

/** One thing that was turned, before and after; null: not known. */
export interface Turned {
  readonly label: Text;
  readonly before: Shown | null;
  readonly after: Shown | null;
}

/** What the figures of a lab rest on, under these changes. */
export interface LabBasis {
  readonly turned: readonly Turned[];
  /** The schedule and the items of the claim as they stand. What was turned is 仮定, wherever it came from before. */
  readonly rows: readonly { readonly label: Text; readonly value: Shown; readonly from: From }[];
  /** The edition of the case, and its source; null where it is nobody's story. */
  readonly version: number | null;
  readonly source: CaseSource | null;
  /** What the policy file is, and is not. */
  readonly note: Text | null;
}

/** What a lab's figures rest on, and what of it was turned over the claim on the bench. */
export const labBasisOf = (bench: Bench, changes: WhatIf): LabBasis => {
  const schedule = Object.entries(bench.policy.schedule).map(([name, entry]) => {
    const original = bench.claim.schedule?.[name] ?? entry.value;
    const say = (value: Value): Shown => shown(entry.type, value, entry.values);
    const from = bench.case?.schedule[name]?.from ?? entry.from;
    return line(entry.label, from, original, Object.hasOwn(changes.schedule, name) ? changes.schedule[name] : original, say);
  });
  const facts = Object.entries(changes.facts).map(([name, value]) => {
    const fact = bench.facts[name];
    const label = fact?.label ?? { ja: name, en: name };
    return line(label, 'assumed', bench.claim.facts[name], value, (one) => shown(fact?.type ?? 'choice', one, fact?.valueLabels));
  });
  const items = bench.losses.map(({ id, label, from }) => {
    const original = bench.claim.losses.find((loss) => loss.id === id)?.amount ?? 0;
    return line(label, from, original, changes.amounts[id] ?? original, (value) => shown('yen', value));
  });
  // An item of an empty claim that nobody has put an amount to is none.
  const there = items.filter(({ after, isTurned }) => isTurned || after?.kind !== 'yen' || after.yen > 0);
  const known = [...schedule, ...there].flatMap(({ label, after, isTurned, from }) =>
    after === null ? [] : [{ label, value: after, from: isTurned ? ('assumed' as const) : from }],
  );
  return {
    turned: [...schedule, ...facts, ...items]
      .filter(({ isTurned }) => isTurned)
      .map(({ label, before, after }) => ({ label, before, after })),
    rows: known,
    version: bench.case?.version ?? null,
    source: bench.case?.source ?? null,
    note: bench.policy.basis.note ?? null,
  };
};

const line = (label: Text, from: From, original: Value | undefined, now: Value | undefined, say: (value: Value) => Shown) => ({
  label,
  from,
  before: original === undefined ? null : say(original),
  after: now === undefined ? null : say(now),
  isTurned: idOf(original) !== idOf(now),
});

/** The clauses that decide: those that took something off, in the order of the bar of the total; where something is paid, the trigger that is met. */
export const decisive = ({ outcome, traced }: Pick<Live, 'outcome' | 'traced'>): readonly string[] => {
  const cutting = (outcome.bars.at(-1)?.segments ?? []).flatMap(({ clause }) => clause ?? []);
  const trigger = traced.findings.find(({ kind, result }) => kind === 'trigger' && result === 'met');
  return [...new Set([...cutting, ...(trigger && outcome.high > 0 ? [trigger.clause] : [])])];
};
