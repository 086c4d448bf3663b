import type { Case } from '#casebook/case.ts';
import { shareOf } from '#casebook/claim.ts';
import type { Claim } from '#domain/assessment.ts';
import type { Values } from '#domain/policy/wording.ts';
import type { Moment } from './moment.ts';

const valuesOf = (entries: Case['schedule']): Values =>
  Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, entry.value]));

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
    losses: of.losses.map(({ id, side, head, amount, count, claim }) => {
      const [owedShare, performedShare] = [moment.owed[id], moment.performed[id]];
      const owed = free && side === 'claimed' ? 0 : owedShare === undefined ? undefined : shareOf(amount, owedShare);
      const performed = performedShare === undefined ? undefined : shareOf(owed ?? amount, performedShare);
      return {
        id,
        side,
        head,
        amount,
        ...(count === undefined ? {} : { count }),
        ...(claim === undefined ? {} : { claim }),
        ...(owed === undefined ? {} : { owed }),
        ...(performed === undefined ? {} : { performed }),
      };
    }),
  };
};
