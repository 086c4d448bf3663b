import { changed } from '#casebook/claim.ts';
import type { CaseSummary } from '#casebook/case.ts';
import type { Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import { compile } from '#domain/assess.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { linked, type LabScope, type Linked, scopeOf } from './lab-link.ts';
import { type AxisEntry, entriesOf, type LabTable, tableOf } from './lab-table.ts';
import { type BeatView, resultOf, type ResultView } from './result.ts';
import type { ResultSource } from './result-ground.ts';
import { isChanged, type WhatIf } from './what-if.ts';

/** Everything the lab of one case shows. Sentence, bars, towers and steps read the outcome that `result.at` gives. */
export interface LabView {
  readonly result: ResultView;
  readonly scope: LabScope;
  /** What screens call each pool. */
  readonly pools: Policy['pools'];
  /** Where the address says it should stand. */
  readonly start: Linked;
  /** What the case itself says about other terms, each with the terms it speaks of, to be set with one tap. */
  readonly presets: readonly BeatView[];
  /** The limits that the table can turn, and the deductible against which it does; null where the wording has no such pair. */
  readonly axes: { readonly limits: readonly AxisEntry[]; readonly deductible: AxisEntry } | null;
  /** The table of one limit under these changes. */
  readonly table: (changes: WhatIf, limit: AxisEntry) => LabTable | null;
}

/** The lab of a case, opened on its best path at the state of an address. */
export const labOf = (source: ResultSource, query: Readonly<Record<string, string>>): LabView => {
  const result = resultOf(source);
  const scope = scopeOf(result);
  const { case: of, policy, moment } = source;
  const compiled = compile(policy.wording);
  const claim = claimOf(of, moment);
  const [limits, [deductible]] = [
    entriesOf(policy.wording, policy.schedule, ['limit', 'aggregate']),
    entriesOf(policy.wording, policy.schedule, ['deductible', 'franchise']),
  ];
  const moving = new Set(result.controls.schedule.map(({ name }) => name));
  // A limit that moves the payment of this case is shown first.
  const inOrder = limits.toSorted((a, b) => +moving.has(b.name) - +moving.has(a.name));
  const axes = deductible && inOrder.length > 0 ? { limits: inOrder, deductible } : null;
  const start = linked(scope, query);
  return {
    result,
    scope,
    pools: policy.pools,
    // What cannot be assessed together is not shown: the case as it is takes its place.
    start: result.at(start.changes, false) ? start : { changes: { schedule: {}, facts: {} }, state: 'damaged' },
    presets: result.beats.filter(({ changes }) => isChanged(result, changes)),
    axes,
    table: (changes, limit) => axes && tableOf(compiled, changed(claim, changes), limit.name, axes.deductible.name),
  };
};

/** A case to choose for the lab. */
export interface LabChoice {
  readonly id: string;
  readonly title: Text;
  readonly kind: CaseSummary['kind'];
}

/** The cases of the chooser, one kind of accident after the other. */
export const labChoices = (cases: readonly CaseSummary[]): readonly LabChoice[] =>
  cases.map(({ id, title, kind }) => ({ id, title, kind })).toSorted((a, b) => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id));
