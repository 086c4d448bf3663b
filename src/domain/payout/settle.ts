import type { Cause, Cut, ItemResult, PoolResult } from '../assessment.ts';
import { inScope } from '../coverage/scope.ts';
import { least, minus, rounded } from '../exact.ts';
import type { ClauseId, PoolId } from '../policy/wording.ts';
import type { Asked } from './amount.ts';
import { count } from './count.ts';
import { coverOf, gatesOf, type Cover } from './cover.ts';
import type { Broken, Prepared } from './prepare.ts';
import { noSteps, runOf, type Held, type Run } from './run.ts';
import { split } from './split.ts';
import { open as opens, type ReadyPool } from './tree.ts';
import { working } from './working.ts';

/** What one way to settle the open questions comes to. */
export interface Total {
  readonly paid: number;
  /** Whether something was cut as not covered, excluded, or for a breach. */
  readonly partly: boolean;
}

/** One way to settle the open questions, with the working: items, and pools per claim. */
export interface Settlement extends Total {
  readonly items: readonly ItemResult[];
  readonly pools: readonly PoolResult[];
  readonly notOwed: number;
  readonly open: number;
}

interface Item extends Held {
  readonly owed: number;
  readonly stop: Cover['stop'];
  readonly cuts: Cut[];
  open: number;
}

const has = (bits: number, bit: number): boolean => bit === 0 || (bits & bit) === bit;

const itemsOf = (prepared: Prepared, gates: readonly (boolean | number)[], bits: number): Item[] =>
  prepared.claim.losses.map((loss) => {
    const owed = loss.owed ?? loss.amount;
    const { leaf, stop } = coverOf(prepared, loss, gates, bits);
    return { loss, leaf, owed, stop, left: stop ? 0 : owed, cuts: [], open: 0 };
  });

/** The items of each claim, in the order the claims are listed; an item that names no claim belongs to the first. */
const claimsOf = (prepared: Prepared, items: readonly Item[], bits: number): (readonly Item[])[] => {
  const { oneSeries } = prepared;
  if (oneSeries === true || (oneSeries !== false && has(bits, oneSeries))) return [items];
  const first = items.find((item) => item.loss.claim !== undefined)?.loss.claim;
  const claims = new Map<string | undefined, Item[]>();
  for (const item of items) {
    const id = item.loss.claim ?? first;
    const list = claims.get(id);
    if (list) list.push(item);
    else claims.set(id, [item]);
  }
  return [...claims.values()];
};

const start = (
  prepared: Prepared,
  gates: readonly (boolean | number)[],
  items: readonly Item[],
  used: readonly number[],
  result: Run['result'],
): Run => {
  const { tree, wording } = prepared.compiled;
  return runOf({ tree, rounding: wording.rounding, values: prepared.world.values, gates, items, used, result });
};

const usedBefore = ({ compiled, claim }: Prepared): number[] =>
  claim.used ? compiled.tree.pools.map((pool) => claim.used?.[pool.id] ?? 0) : [];

const stopped = (item: Item): boolean => item.stop !== null && item.owed > 0;

/** A run that counts; null where items have to be followed to the end: after a breach, or over several claims. */
export const countingRun = (prepared: Prepared, bits: number, result: Run['result'] = count): Run | null => {
  const gates = gatesOf(prepared, bits);
  const items = itemsOf(prepared, gates, bits);
  if (claimsOf(prepared, items, bits).length > 1 || prepared.broken.some(({ bit }) => has(bits, bit))) return null;
  return start(prepared, gates, items, usedBefore(prepared), result);
};

/** The total alone, through the counting evaluator wherever it can. */
export const totalOf = (prepared: Prepared, bits: number): Total => {
  const run = countingRun(prepared, bits);
  return run === null ? settle(prepared, bits) : { paid: count(run, 0), partly: (run.items as readonly Item[]).some(stopped) };
};

/** One way to settle the open questions, without its items: what is paid, and what each term of each pool does. */
export interface Outline {
  readonly paid: number;
  readonly pools: readonly Pick<PoolResult, 'pool' | 'steps'>[];
}

const stepping = working(null);

/** The same payment and the same steps as `settle`, through the counting evaluator wherever it can. */
export const outlineOf = (prepared: Prepared, bits: number): Outline => {
  const run = countingRun(prepared, bits, stepping);
  if (run === null) return settle(prepared, bits);
  const paid = stepping(run, 0);
  const pools: Outline['pools'][number][] = [];
  for (const [at, pool] of run.tree.pools.entries()) {
    if (opens(pool, run.gates)) pools.push({ pool: pool.id, steps: run.steps[at] ?? noSteps });
  }
  return { paid, pools };
};

const keepBack = (item: Item, amount: number, cause: Cause | 'open', clause: ClauseId | null, pool: PoolId | null): void => {
  if (amount === 0) return;
  if (cause === 'open') item.open += amount;
  else item.cuts.push({ cause, amount, clause, pool });
};

/** One way to settle the open questions, with the working. */
export const settle = (prepared: Prepared, bits: number): Settlement => {
  const { tree, wording } = prepared.compiled;
  const gates = gatesOf(prepared, bits);
  const items = itemsOf(prepared, gates, bits);
  const broken = prepared.broken.filter(({ bit }) => has(bits, bit));
  const leafId = (item: Item): PoolId | null => tree.pools[item.leaf]?.id ?? null;
  const within =
    ({ duty }: Broken) =>
    (item: Item): boolean =>
      inScope(duty.clause.scope, item.loss, tree.pools[item.leaf]?.ids ?? []);
  let breached = false;
  let notOwed = 0;

  const unowed = broken.filter(({ duty }) => duty.clause.breach?.kind === 'not-owed');
  for (const item of items) {
    const { loss, owed, stop } = item;
    if (loss.amount > owed) {
      const duties = unowed.filter((one) => within(one)(item));
      const sure = duties.find(({ bit }) => bit === 0)?.duty.clause.id ?? null;
      if (duties.length > 0) breached = true;
      if (sure === null) notOwed += loss.amount - owed;
      keepBack(item, loss.amount - owed, sure === null ? 'not-owed' : 'breach', sure ?? wording.owedClause ?? null, leafId(item));
    }
    if (stop) keepBack(item, owed, stop.cause, stop.clause, leafId(item));
  }

  const evaluate: (asked: Asked, at: number) => number = working((item, amount, cause, term, pool) =>
    keepBack(item as Item, amount, term.gate >= 0 && typeof prepared.gates[term.gate] === 'number' ? 'open' : cause, term.clause, pool.id),
  );
  const taking = broken.filter(({ duty }) => duty.clause.breach?.kind !== 'not-owed');
  const taken = new Map<Broken, number>();
  const breach = (one: Broken, mine: readonly Item[]): void => {
    const hit = mine.filter(within(one));
    const there = hit.reduce((sum, item) => sum + item.left, 0);
    const so = taken.get(one) ?? 0;
    const cut = Math.min(there, rounded(least(minus(one.most, so), there), wording.rounding));
    taken.set(one, so + cut);
    if (cut > 0) breached = true;
    split(
      cut,
      hit.map((item) => item.left),
    ).forEach((part, i) => {
      const item = hit[i] as Item;
      item.left -= part;
      keepBack(item, part, one.bit === 0 ? 'breach' : 'open', one.duty.clause.id, leafId(item));
    });
  };

  const used = usedBefore(prepared);
  const pools: PoolResult[] = [];
  const claims = claimsOf(prepared, items, bits);
  for (const mine of claims) {
    const run = start(prepared, gates, mine, used, evaluate);
    evaluate(run, 0);
    for (const one of taking) breach(one, mine);
    poolResults(run, mine, pools);
    if (claims.length > 1)
      for (const item of mine) for (const at of tree.pools[item.leaf]?.above ?? []) used[at] = (used[at] ?? 0) + item.left;
  }
  let paid = 0;
  let open = 0;
  let partly = breached;
  const results: ItemResult[] = [];
  for (const item of items) {
    paid += item.left;
    open += item.open;
    if (stopped(item)) partly = true;
    results.push({ id: item.loss.id, pool: leafId(item), claimed: item.loss.amount, paid: item.left, open: item.open, cuts: item.cuts });
  }
  return { items: results, pools, paid, open, notOwed, partly };
};

const poolResults = ({ tree, gates, steps: worked, used, losses, results }: Run, items: readonly Item[], into: PoolResult[]): void => {
  const claim = items.find(({ loss }) => loss.claim !== undefined)?.loss.claim ?? null;
  for (let at = 0; at < tree.pools.length; at++) {
    const pool = tree.pools[at] as ReadyPool;
    if (!opens(pool, gates)) continue;
    let claimed = 0;
    let paid = 0;
    for (const { leaf, loss, left } of items) {
      if (leaf < 0 || !(tree.pools[leaf] as ReadyPool).above.includes(at)) continue;
      claimed += loss.amount;
      paid += left;
    }
    const steps = worked[at] ?? noSteps;
    let aggregateLeft: number | null = null;
    for (const step of steps) if (step.term === 'aggregate') aggregateLeft = Math.max(0, (step.amount ?? 0) - (used[at] ?? 0) - paid);
    into.push({
      pool: pool.id,
      claim,
      claimed,
      loss: losses[at] as number,
      steps,
      result: results[at] as number,
      paid,
      left: claimed - paid,
      aggregateLeft,
    });
  }
};
