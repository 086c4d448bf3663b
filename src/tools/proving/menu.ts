import { compile, trace, type Compiled } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import type { Pool, Wording } from '#domain/policy/wording.ts';

const MAN = 10_000;
/** What is on offer, as a real menu would have it: 14 × 14 × 10 × 8 = 15,680 contracts. In yen, rising. */
export const MENU = {
  liabilityLimit: [500, 1000, 2000, 3000, 5000, 7000, 10_000, 15_000, 20_000, 30_000, 50_000, 70_000, 100_000, 300_000].map((n) => n * MAN),
  deductible: [0, 5, 10, 20, 30, 50, 80, 100, 200, 300, 500, 800, 1000, 3000].map((n) => n * MAN),
  costLimit: [100, 300, 500, 1000, 2000, 3000, 5000, 7000, 10_000, 30_000].map((n) => n * MAN),
  costDeductible: [0, 1, 5, 10, 30, 50, 100, 300].map((n) => n * MAN),
} as const;
const AXES = Object.keys(MENU) as (keyof typeof MENU)[];
const RISES: Readonly<Record<keyof typeof MENU, 1 | -1>> = { liabilityLimit: 1, deductible: -1, costLimit: 1, costDeductible: -1 };

/** A wording that sells a deductible on own costs too, where it has a box for them: neither source prints one, and the menu has it. */
const withCostDeductible = (wording: Wording): Wording => {
  const changed = (pool: Pool): Pool =>
    pool.terms.some((term) => 'amount' in term && term.amount.op === 'entry' && term.amount.name === 'costLimit') && pool.of
      ? { ...pool, terms: [{ kind: 'deductible', amount: { op: 'entry', name: 'costDeductible' } }, ...pool.terms] }
      : { ...pool, ...(pool.of ? { of: pool.of.map(changed) } : {}) };
  return {
    ...wording,
    schedule: { ...wording.schedule, costDeductible: 0 },
    pool: changed(wording.pool),
  };
};

/** One thing that is not as it must be, on one contract. */
export interface Slip {
  readonly contract: Readonly<Record<string, number>>;
  readonly what: string;
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * One claim on every contract of the menu: paid is never over the limits, never falls as a limit rises, never rises as a deductible rises,
 * and the shares of every item sum to the claim. An axis that the wording does not have is passed once only, so `contracts` may be fewer.
 */
export const overMenu = (wording: Wording, claim: Claim): { readonly contracts: number; readonly slips: readonly Slip[] } => {
  const compiled = compile(withCostDeductible(wording));
  const limits = new Map(limitsOf(wording.pool).filter(([, name]) => name in MENU));
  const axes = AXES.filter((axis) => axis in wording.schedule || (axis === 'costDeductible' && 'costLimit' in wording.schedule));
  const slips: Slip[] = [];
  const ends = new Map<string, Ends>();
  let contracts = 0;
  const visit = (at: number, chosen: readonly number[]): void => {
    const axis = axes[at];
    if (axis !== undefined) return MENU[axis].forEach((_, i) => visit(at + 1, [...chosen, i]));
    contracts++;
    const contract = Object.fromEntries(axes.map((name, i) => [name, MENU[name][chosen[i] as number] as number]));
    const { low, high, what } = onOne(compiled, { ...claim, schedule: { ...claim.schedule, ...contract } }, contract, limits);
    ends.set(chosen.join(), { low, high });
    for (const [i, name] of axes.entries()) {
      const before = chosen[i] === 0 ? undefined : ends.get(chosen.with(i, (chosen[i] as number) - 1).join());
      if (before && (RISES[name] * (low - before.low) < 0 || RISES[name] * (high - before.high) < 0))
        what.push(`${name} moves it the wrong way`);
    }
    slips.push(...what.map((one) => ({ contract, what: one })));
  };
  visit(0, []);
  return { contracts, slips };
};

/** By pool: the entry of the contract that limits it whatever the facts are. */
const limitsOf = (pool: Pool): readonly (readonly [string, string])[] => [
  ...pool.terms.flatMap((term) =>
    term.kind === 'limit' && !term.when && term.amount.op === 'entry' ? [[pool.id, term.amount.name] as const] : [],
  ),
  ...(pool.of ?? []).flatMap(limitsOf),
];

const onOne = (
  compiled: Compiled,
  claim: Claim,
  contract: Readonly<Record<string, number>>,
  limits: ReadonlyMap<string, string>,
): Ends & { what: string[] } => {
  const one = trace(compiled, claim);
  if ('refused' in one) return { low: 0, high: 0, what: [one.refused] };
  const what: string[] = [];
  for (const item of one.items) {
    const shares = item.paid + item.open + item.cuts.reduce((sum, cut) => sum + cut.amount, 0);
    if (shares !== item.claimed) what.push(`${item.id}: shares sum to ${shares}, not ${item.claimed}`);
  }
  for (const row of one.pools) {
    for (const { term, amount } of row.steps) {
      if (term === 'limit' && amount !== null && row.paid > amount) what.push(`${row.pool}: ${row.paid} over the limit of ${amount}`);
    }
    const sold = limits.get(row.pool);
    if (sold !== undefined && row.paid > (contract[sold] as number)) what.push(`${row.pool}: ${row.paid} over ${sold}`);
  }
  if (one.high > one.claimed - one.notOwed) what.push('more paid than is owed');
  return { low: one.low, high: one.high, what };
};
