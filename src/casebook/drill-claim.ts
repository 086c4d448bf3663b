import type { Claim } from '#domain/assessment.ts';
import { paymentDue, type PaymentRule } from '#domain/payout/due.ts';
import { lossFrom, valuesOf } from './claim.ts';
import type { Drill, Situation } from './drill.ts';

/** The policy that a situation is judged under; of the drill itself, its own. */
export const policyOf = (drill: Pick<Drill, 'policy'>, situation?: Pick<Situation, 'under'>): string => situation?.under ?? drill.policy;

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
      .map((item) => lossFrom(item, owedShares[item.id], drill.settlement.performed[item.id])),
  };
};

/** The last day for payment in a situation (YYYY-MM-DD); undefined where it names no day on which the documents are complete. */
export const situationDue = ({ documentsComplete, enquiries }: Situation, rule: PaymentRule): string | undefined =>
  documentsComplete === undefined ? undefined : paymentDue(documentsComplete, rule, enquiries);
