import type { Case } from '#casebook/case.ts';
import type { Policy, FactBook } from '#casebook/policy.ts';
import type { Traced } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import { isDay } from '#domain/calendar.ts';
import { isPercent } from '#domain/payout/amount.ts';
import type { Value } from '#domain/policy/wording.ts';
import type { Lookup } from '#words/fill.ts';
import { count, date, percent } from '#words/figures.ts';
import type { Locale } from '#words/locale.svelte.ts';
import { yen } from '#words/yen.ts';

/** What the placeholders of a case's texts may be filled from. Results are there only once the prediction is locked. */
export interface Known {
  readonly case: Pick<Case, 'amounts'>;
  readonly policy: Policy;
  readonly facts: FactBook;
  readonly claim: Claim;
  readonly dates: Readonly<Partial<Record<string, string>>>;
  readonly due?: string;
  readonly result?: Traced;
  /** The golden ends of the case by name, as the engine reckons them. */
  readonly ends?: Readonly<Record<string, Pick<Traced, 'paid' | 'low' | 'high' | 'ownCost'>>>;
}

type Show = (value: number) => string;

/** The lookup of a case: `loss.gift`, `schedule.costLimit`, `paid` … (scenarios/README.md lists them). */
export const lookupOf =
  (known: Known): Lookup =>
  (name, locale) => {
    const [root = '', id = '', field = ''] = name.split('.');
    const show: Show = (value) => yen(value, locale);
    const { claim, result } = known;
    switch (root) {
      case 'claimed':
        return show(claim.losses.reduce((sum, loss) => sum + loss.amount, 0));
      case 'loss':
        return show(total(claim, id, (loss) => loss.amount));
      case 'owed':
        return show(total(claim, id, (loss) => loss.owed ?? loss.amount));
      case 'schedule':
        return valueOf({ ...known.policy.wording.schedule, ...claim.schedule }[id], locale);
      case 'amount':
        return optional(known.case.amounts[id]?.value, show);
      case 'number':
        return optional(known.case.amounts[id]?.value, count);
      case 'fact':
        return factOf(known, id, locale);
      case 'date':
        return optional(known.dates[id], date);
      case 'due':
        return optional(known.due, date);
      case 'expected':
        return optional(known.ends?.[id]?.[field as 'paid'], show);
      default:
        return result && ofResult(result, root, id, field, show);
    }
  };

const optional = <T>(value: T | undefined, show: (value: T) => string): string | undefined =>
  value === undefined ? undefined : show(value);

const total = (claim: Claim, ids: string, of: (loss: Claim['losses'][number]) => number): number =>
  claim.losses.filter((loss) => ids.split('+').includes(loss.id)).reduce((sum, loss) => sum + of(loss), 0);

const ofResult = (result: Traced, root: string, id: string, field: string, show: Show): string | undefined => {
  const cuts = result.items.flatMap((item) => item.cuts);
  switch (root) {
    case 'paid':
    case 'low':
    case 'high':
    case 'ownCost':
    case 'notOwed':
    case 'open':
      return show(result[root]);
    case 'cut':
      return show(sum(cuts.filter((cut) => cut.cause === id)));
    case 'excluded':
      return show(sum(cuts.filter((cut) => cut.clause === id)));
    case 'pool': {
      const pools = result.pools.filter((pool) => pool.pool === id);
      return pools.length === 0 ? undefined : show(pools.reduce((all, pool) => all + pool[field as 'paid'], 0));
    }
    default:
      return undefined;
  }
};

const sum = (cuts: readonly { readonly amount: number }[]): number => cuts.reduce((all, cut) => all + cut.amount, 0);

const factOf = ({ facts, claim }: Known, id: string, locale: Locale): string | undefined => {
  const [value, fact] = [claim.facts[id], facts[id]];
  if (typeof value === 'number' && fact?.type === 'number') return count(value);
  if (typeof value === 'string' && fact?.type === 'choice') return fact.valueLabels?.[value]?.[locale] ?? value;
  return valueOf(value, locale);
};

/** A value of the schedule or a fact as a text shows it: 90%, 1億円, 2022/04/01. */
export const valueOf = (value: Value | undefined, locale: Locale): string | undefined => {
  if (isPercent(value)) return percent(value.basisPoints);
  if (typeof value === 'number') return yen(value, locale);
  return isDay(value) ? date(value) : undefined;
};
