import { changed } from '#casebook/claim.ts';
import type { CaseSummary } from '#casebook/case.ts';
import type { LabMoment } from '#casebook/moment.ts';
import type { Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import type { BeatView } from './beats.ts';
import { type ClaimView, claimViewOf } from './claim-view.ts';
import { kept } from './kept.ts';
import { type LabBasis, labBasisOf } from './lab-leaflet.ts';
import { type Linked, type LabScope, linked, scopeOf } from './lab-link.ts';
import { type AxisEntry, entriesOf, type LabTable, tableOf } from './lab-table.ts';
import { type Turns, turnsOf } from './lab-turns.ts';
import { type Bench, traced, type WhatIf } from './what-if-bench.ts';
import { isChanged, termsOf, UNCHANGED } from './what-if.ts';

/** Something to be tried with one tap: what it shows, and the terms it speaks of. */
export interface Preset {
  /** A moment's id, by which an address opens it; a beat of the case has none. */
  readonly id: string | null;
  readonly title: Text | null;
  readonly text: Text;
  /** What it is compared with. */
  readonly before: WhatIf;
  readonly changes: WhatIf;
  /** Where it is shown, if not here: the case under its other wording stands beside its own. */
  readonly href: string | null;
}

/** Everything the lab of one claim shows. Sentence, bars, towers and steps read the `Live` that `view.at` gives. */
export interface LabView {
  /** A case under its own contract, its items under a product form, or no case at all. */
  readonly kind: 'case' | 'form' | 'empty';
  readonly view: ClaimView;
  readonly scope: LabScope;
  /** The same under other contracts. */
  readonly others: readonly { readonly href: string; readonly title: Text }[];
  /** What screens call each pool. */
  readonly pools: Policy['pools'];
  /** Where the address says it should stand. */
  readonly start: Linked;
  /** The preset that the address asks for with `m`. */
  readonly opening: Preset | null;
  readonly presets: readonly Preset[];
  /** The limits that the table can turn, and the deductible against which it does; null where the wording has no such pair. */
  readonly axes: { readonly limits: readonly AxisEntry[]; readonly deductible: AxisEntry } | null;
  /** The table of one limit under these changes. */
  readonly table: (changes: WhatIf, limit: AxisEntry) => LabTable | null;
  /** What the figures rest on under these changes. */
  readonly basis: (changes: WhatIf) => LabBasis;
  /** On what the verdict turns under these changes. */
  readonly turns: (changes: WhatIf) => Turns;
}

/** What a lab is made of. */
export interface LabSource extends Pick<LabView, 'kind' | 'others' | 'presets'> {
  readonly bench: Bench;
  readonly id: string;
  readonly title: Text;
  /** The version of the case; 0 where there is none. */
  readonly version: number;
  /** What the address names the lab by. */
  readonly base: Readonly<Record<string, string>>;
}

/** The lab of a claim, opened at the state of an address. */
export const labOf = (
  { bench, id, title, version, base, kind, others, presets }: LabSource,
  query: Readonly<Record<string, string>>,
): LabView => {
  const { compiled, claim, policy } = bench;
  const view = claimViewOf(bench, id, title);
  const scope = scopeOf(base, `${String(version)}.${String(policy.version)}`, bench);
  const [limits, [deductible]] = [
    entriesOf(policy.wording, policy.schedule, ['limit', 'aggregate']),
    entriesOf(policy.wording, policy.schedule, ['deductible', 'franchise']),
  ];
  const moving = new Set(view.controls.schedule.map(({ name }) => name));
  // A limit that moves the payment of this claim is shown first.
  const inOrder = limits.toSorted((a, b) => +moving.has(b.name) - +moving.has(a.name));
  const axes = deductible && inOrder.length > 0 ? { limits: inOrder, deductible } : null;
  const start = linked(scope, query);
  return {
    kind,
    others,
    view,
    scope,
    pools: policy.pools,
    // What cannot be assessed together is not shown: the claim as it is takes its place.
    start: traced(bench, start.changes) ? start : { changes: UNCHANGED, state: 'damaged' },
    presets: presets.filter(({ before, changes, href }) => href !== null || isChanged(view, changes) || isChanged(view, before)),
    opening: presets.find((preset) => preset.id !== null && preset.id === query['m'] && preset.href === null) ?? null,
    axes,
    table: kept(
      (changes, limit) => `${termsOf(changes)}|${limit.name}`,
      (changes, limit) => axes && tableOf(compiled, changed(claim, changes), limit.name, axes.deductible.name),
    ),
    basis: (changes) => labBasisOf(bench, changes),
    turns: (changes) => turnsOf(bench, changes),
  };
};

/** The beats of a case as presets, without those that set what a moment sets already. */
export const presetsOf = (moments: readonly Preset[], beats: readonly BeatView[]): readonly Preset[] => {
  const said = new Set(moments.map(({ changes }) => JSON.stringify(changes)));
  const more = beats.filter(({ changes }) => !said.has(JSON.stringify(changes)));
  return [
    ...moments,
    ...more.map(({ text, changes }): Preset => ({ id: null, title: null, text, before: UNCHANGED, changes, href: null })),
  ];
};

/** What one can start from without a case: the wordings of the sources, and the forms of the market. */
export type ContractChoices = Readonly<Record<'policies' | 'forms', readonly { readonly id: string; readonly title: Text }[]>>;

/** A moment to open from the chooser: where it starts from, and its id. */
export interface MomentChoice {
  readonly id: string;
  readonly title: Text;
  readonly start: LabMoment['start'];
}

export const momentChoices = (moments: readonly LabMoment[]): readonly MomentChoice[] =>
  moments.filter(({ after }) => !after.other).map(({ id, title, start }) => ({ id, title, start }));

/** A case to choose for the lab. */
export interface LabChoice {
  readonly id: string;
  readonly title: Text;
  readonly kind: CaseSummary['kind'];
}

/** The cases of the chooser, one kind of accident after the other. */
export const labChoices = (cases: readonly CaseSummary[]): readonly LabChoice[] =>
  cases.map(({ id, title, kind }) => ({ id, title, kind })).toSorted((a, b) => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id));
