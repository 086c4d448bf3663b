import { addDays, type Day } from '../calendar.ts';

/** How long the insurer has to pay (保険法21条 and the forms): days counted with the completion day as the first. */
export interface PaymentRule {
  readonly days: number;
  /** The longer periods that special enquiries allow; the longest one asked for counts. */
  readonly enquiries: Readonly<Record<string, { readonly days: number }>>;
}

/**
 * The last day for payment. Documents complete on 2026-04-13 with 30 days give 2026-05-12; days on which the insured obstructed the
 * enquiry are added. An enquiry the rule does not know is a programming error and throws.
 */
export const paymentDue = (complete: Day, rule: PaymentRule, enquiries: readonly string[] = [], obstructedDays = 0): Day => {
  const days = enquiries.map((name) => {
    const known = rule.enquiries[name];
    if (!known) throw new Error(`no payment period for the enquiry "${name}"`);
    return known.days;
  });
  return addDays(complete, Math.max(rule.days, ...days) - 1 + obstructedDays);
};
