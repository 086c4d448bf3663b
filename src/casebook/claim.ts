import type { Claim, Loss } from '#domain/assessment.ts';
import { portion, rounded } from '#domain/exact.ts';
import type { Rounding, Values } from '#domain/policy/wording.ts';
import type { Changes, LossItem, Route, Share, Sourced } from './case.ts';

/** What a share is of an amount, in whole yen by the wording's rule: 70 % of 1,001 is 700, or 701 under 四捨五入. */
export const shareOf = (amount: number, share: Share, rule: Rounding = 'down'): number =>
  typeof share === 'number' ? share : rounded(portion(amount, share.basisPoints, 10_000), rule);

/** What may be changed over a claim. `amounts`: what an item comes to instead, in yen; what is owed and performed of it keeps its share. */
type Change = Partial<Changes> & { readonly amounts?: Readonly<Record<string, number>> };

/** The claim with other schedule entries, facts, owed amounts or amounts: a what-if, or a named end of the case. */
export const changed = (claim: Claim, changes: Change): Claim => ({
  ...claim,
  schedule: { ...claim.schedule, ...changes.schedule },
  facts: { ...claim.facts, ...changes.facts },
  losses: claim.losses.map((loss): Loss => {
    const share = changes.owed?.[loss.id];
    const now = resized(loss, changes.amounts?.[loss.id] ?? loss.amount);
    return share === undefined ? now : { ...now, owed: Math.min(now.amount, shareOf(now.amount, share)) };
  }),
});

const resized = (loss: Loss, amount: number): Loss => {
  if (amount === loss.amount) return loss;
  const part = (yen: number): number => (loss.amount === 0 ? amount : rounded(portion(amount, yen, loss.amount), 'down'));
  return {
    ...loss,
    amount,
    ...(loss.owed === undefined ? {} : { owed: part(loss.owed) }),
    ...(loss.performed === undefined ? {} : { performed: part(loss.performed) }),
  };
};

/** The claim as somebody reckons it who makes the mistake of a route. More owed than is claimed means that the item is counted so much higher. */
export const rerouted = (claim: Claim, route: Route): Claim => {
  const losses = claim.losses
    .filter(({ id }) => !route.drop.includes(id))
    .map((loss): Loss => {
      const share = route.owed[loss.id];
      const owed = share === undefined ? undefined : shareOf(loss.amount, share);
      const amount = Math.max(loss.amount, owed ?? 0);
      return { ...loss, amount, ...(owed === undefined ? {} : { owed }), ...route.reclassify[loss.id] };
    });
  return changed({ ...claim, losses }, { schedule: route.schedule, facts: route.facts });
};

/** The values of entries without where they come from. */
export const valuesOf = (entries: Readonly<Record<string, Sourced>>): Values =>
  Object.fromEntries(Object.entries(entries).map(([name, { value }]) => [name, value]));

/** An item of a file as the engine reckons with it: what is owed of it, and what of that is performed, once these are said. */
export const lossFrom = ({ id, side, head, amount, count, claim }: LossItem, owedShare?: Share, performedShare?: Share): Loss => {
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
};
