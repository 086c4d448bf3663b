import type { Case } from '#casebook/case.ts';
import type { From, Text } from '#casebook/text.ts';
import { shown, type Shown } from './shown.ts';
import type { Ground } from './result-ground.ts';

/** One thing the result rests on, with where it comes from. */
export interface AssumptionRow {
  readonly id: string;
  readonly label: Text;
  readonly value: Shown;
  readonly from: From;
}

/** What the result rests on: the source, what was agreed, the amounts, and how the sum owed came about. */
export interface AssumptionsView {
  readonly source: { readonly document: string; readonly passage: Text; readonly quote: Text; readonly says: Case['source']['says'] };
  /** What the policy file is, and is not. */
  readonly basis: Text | null;
  readonly settlement: { readonly note: Text; readonly from: From } | null;
  readonly schedule: readonly AssumptionRow[];
  readonly losses: readonly AssumptionRow[];
}

export const assumptionsOf = ({ case: of, policy, filled, own }: Ground): AssumptionsView => ({
  source: { ...of.source },
  basis: policy.basis.note ?? null,
  settlement: of.settlement.note ? { note: filled(of.settlement.note), from: of.settlement.from } : null,
  schedule: Object.entries(policy.schedule).map(([id, entry]) => ({
    id,
    label: entry.label,
    value: shown(entry.type, own.claim.schedule?.[id] ?? entry.value, entry.values),
    from: of.schedule[id]?.from ?? entry.from,
  })),
  losses: of.losses.map(({ id, label, amount, from }) => ({ id, label, value: { kind: 'yen', yen: amount }, from })),
});
