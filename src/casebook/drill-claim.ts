import type { Claim, Loss } from '#domain/assessment.ts';
import { paymentDue, type PaymentRule } from '#domain/payout/due.ts';
import type { Values } from '#domain/policy/wording.ts';
import type { Sourced } from './case.ts';
import { shareOf } from './claim.ts';
import type { Drill, Situation } from './drill.ts';

/** The policy that a situation is judged under; of the drill itself, its own. */
export const policyOf = (drill: Pick<Drill, 'policy'>, situation?: Pick<Situation, 'under'>): string => situation?.under ?? drill.policy;

const valuesOf = (entries: Readonly<Record<string, Sourced>>): Values =>
  Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, entry.value]));

/** The claim of a drill as a situation has it; without a situation, the base that all of them start from. */
export const situationClaim = (drill: Drill, situation?: Situation): Claim => {
  const other = policyOf(drill, situation) === drill.policy ? undefined : drill.alsoUnder;
  const set = situation?.set;
  const owedShares = { ...drill.settlement.owed, ...set?.owed };
  return {
    facts: { ...(other ? valuesOf(other.given) : {}), ...valuesOf(drill.given), ...set?.facts },
    schedule: { ...valuesOf((other ?? drill).schedule), ...set?.schedule },
    losses: drill.losses
      .filter(({ id }) => !set?.drop.includes(id))
      .map(({ id, side, head, amount, count, claim }): Loss => {
        const [owedShare, performedShare] = [owedShares[id], drill.settlement.performed[id]];
        const owed = owedShare === undefined ? undefined : shareOf(amount, owedShare);
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

/** The last day for payment in a situation (YYYY-MM-DD); undefined where it names no day on which the documents are complete. */
export const situationDue = ({ documentsComplete, enquiries }: Situation, rule: PaymentRule): string | undefined =>
  documentsComplete === undefined ? undefined : paymentDue(documentsComplete, rule, enquiries);
