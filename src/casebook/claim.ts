import type { Claim, Loss } from '#domain/assessment.ts';
import type { Case, Changes, Route, Share } from './case.ts';

/** What a share is of an amount, in whole yen, fractions cut off: 70 % of 1,001 is 700. */
export const shareOf = (amount: number, share: Share): number => {
  if (typeof share === 'number') return share;
  const { basisPoints } = share;
  const tenThousands = Math.floor(amount / 10_000);
  return tenThousands * basisPoints + Math.floor(((amount - tenThousands * 10_000) * basisPoints) / 10_000);
};

/** The claim with other schedule entries, facts or owed amounts: a what-if, or a named end of the case. */
export const changed = (claim: Claim, changes: Partial<Changes>): Claim => ({
  ...claim,
  schedule: { ...claim.schedule, ...changes.schedule },
  facts: { ...claim.facts, ...changes.facts },
  losses: claim.losses.map((loss): Loss => {
    const share = changes.owed?.[loss.id];
    return share === undefined ? loss : { ...loss, owed: Math.min(loss.amount, shareOf(loss.amount, share)) };
  }),
});

/** The claim as somebody reckons it who makes the mistake of a route. */
export const rerouted = (claim: Claim, route: Route): Claim => {
  const other = changed(claim, route);
  const losses = other.losses.filter(({ id }) => !route.drop.includes(id)).map((loss): Loss => ({ ...loss, ...route.reclassify[loss.id] }));
  return { ...other, losses };
};

/** Whether a case may be read under a policy: its own, or the other one it names. */
export const isUnder = (of: Case, policy: string): boolean => policy === of.policy || policy === of.alsoUnder?.policy;
