import { isMore, least, minus, portion, rounded, type Exact } from '../exact.ts';
import type { Loss } from '../assessment.ts';
import type { Rounding } from '../policy/wording.ts';
import { share, type Asked } from './amount.ts';
import type { ReadyTerm } from './tree.ts';

const WHOLE = 10_000;

/** The amount of a term; a wording whose amount rests on an unknown fact is refused before any term is applied. */
export const known = (amount: Exact | null): Exact => {
  if (amount === null) throw new Error('a term was applied to an unknown amount');
  return amount;
};

/** What a pool holds after one term: a deductible of 500,000 leaves 6,700,000 of 7,200,000. `used` is what the period already took. */
export const after = (term: ReadyTerm, held: Exact, asked: Asked, used: number): Exact => {
  switch (term.kind) {
    case 'deductible':
      return minus(held, known(term.amount(asked)));
    case 'franchise':
      return isMore(held, known(term.amount(asked))) ? held : 0;
    case 'limit':
      return least(held, known(term.amount(asked)));
    case 'aggregate':
      return least(held, minus(known(term.amount(asked)), used));
    case 'ratio':
      return term.points
        ? portion(held, known(term.points(asked.values)), WHOLE)
        : share(held, known(term.of(asked)), known(term.to(asked)));
    case 'only-if-pays':
      return term.pools.some((pool) => asked.result(asked, pool) > 0) ? held : 0;
    case 'per-head':
      throw new Error('a per-head cap works on items, not on what a pool holds');
  }
};

/** What a per-head cap leaves, in whole yen by the wording's rule, of an item that still has `left` yen: at most the cap times its heads, 500 × 50,000 = 25,000,000. */
export const perHead = (cap: Exact, { count }: Loss, left: number, rule: Rounding): number => {
  if (count === undefined) throw new Error('a per-head cap met an item that counts no heads');
  return rounded(least(left, portion(cap, count, 1)), rule);
};
