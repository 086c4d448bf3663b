import type { Case } from '#casebook/case.ts';
import { lossFrom, valuesOf } from '#casebook/claim.ts';
import type { Claim } from '#domain/assessment.ts';
import type { Moment } from './moment.ts';

/**
 * The claim as the moment knows it, for the case's own wording or for the other one it is also read under. Every item is in it from the
 * start; what is owed and performed only once it is settled. Found without liability (無責), nothing of what is claimed is owed.
 */
export const claimOf = (of: Case, moment: Moment, wording: 'own' | 'other' = 'own'): Claim => {
  const other = wording === 'other' ? of.alsoUnder : undefined;
  const free = moment.record.liability === 'none';
  return {
    facts: { ...(other ? valuesOf(other.given) : {}), ...moment.facts },
    schedule: valuesOf(other?.schedule ?? of.schedule),
    losses: of.losses.map((item) => lossFrom(item, free && item.side === 'claimed' ? 0 : moment.owed[item.id], moment.performed[item.id])),
  };
};
