import type { Text } from '#casebook/text.ts';
import type { Assessment, ItemResult, PoolResult, Step } from '#domain/assessment.ts';
import type { Traced } from '#domain/assess.ts';
import type { ClauseId, Pool, PoolId } from '#domain/policy/wording.ts';
import { keyOf, type Labels } from './part.ts';

/** One yen figure of a step with what it stands for. */
export interface Figure {
  readonly label: Text;
  readonly yen: number;
}

/** One line of the working (計算の階段). `yen` is where the reckoning stands after it; `key` is that of the segment it explains. */
export type Stair = { readonly key: string | null; readonly clause: ClauseId | null; readonly yen: number } & (
  | { readonly kind: 'claimed'; readonly figures: readonly Figure[] }
  /** What falls away before any pool: not owed, not covered, excluded. */
  | {
      readonly kind: 'stop';
      readonly cause: 'not-owed' | 'not-covered' | 'excluded' | 'breach';
      readonly cut: number;
      readonly figures: readonly Figure[];
    }
  /** What stays open because a clause is undecided. */
  | { readonly kind: 'open'; readonly cut: number; readonly figures: readonly Figure[] }
  /** What a pool holds before its terms. */
  | { readonly kind: 'pool'; readonly pool: PoolId; readonly label: Text; readonly figures: readonly Figure[] }
  | { readonly kind: 'term'; readonly pool: PoolId; readonly label: Text; readonly step: Step }
  | { readonly kind: 'paid'; readonly figures: readonly Figure[] }
);

/** The working in the order in which it is reckoned: claimed, what falls away, each pool with its terms, what is paid. */
export const stairsOf = (assessment: Traced | Assessment, labels: Labels): Stair[] => {
  const label = new Map(labels.losses.map((loss) => [loss.id, loss.label]));
  const name = (item: ItemResult): Text => label.get(item.id) ?? { ja: item.id, en: item.id };
  const poolName = (id: PoolId): Text => labels.policy.pools[id] ?? { ja: id, en: id };
  const { items } = assessment;
  const poolIds = new Set(assessment.pools.map((pool) => pool.pool));

  const before = stops(items, name, assessment.claimed, poolIds);
  const byPool = new Map<string, PoolResult[]>();
  for (const pool of assessment.pools) byPool.set(pool.pool, [...(byPool.get(pool.pool) ?? []), pool]);
  const inPools = pools(labels.policy.wording.pool, byPool, items, name, poolName);
  const after = breaches(items, name, assessment, byPool.get(labels.policy.wording.pool.id) ?? []);
  const parts = inPools.top.map(({ id, yen }): Figure => ({ label: poolName(id), yen }));
  return [
    {
      kind: 'claimed',
      key: null,
      clause: null,
      yen: assessment.claimed,
      figures: items.filter(({ claimed }) => claimed > 0).map((item) => ({ label: name(item), yen: item.claimed })),
    },
    ...before,
    ...inPools.stairs,
    ...after,
    {
      kind: 'paid',
      key: assessment.paid > 0 ? keyOf('paid', null) : null,
      clause: null,
      yen: assessment.paid,
      figures: parts.length > 1 && after.length === 0 ? parts : [],
    },
  ];
};

type Name = (item: ItemResult) => Text;

/** What falls away before the pools reckon, one stair per cause and clause. */
const stops = (items: readonly ItemResult[], name: Name, claimed: number, terms: ReadonlySet<string>): Stair[] => {
  const found = new Map<string, { cause: 'not-owed' | 'not-covered' | 'excluded'; clause: ClauseId | null; figures: Figure[] }>();
  for (const item of items) {
    for (const { cause, clause, amount } of item.cuts) {
      if (cause !== 'not-owed' && cause !== 'not-covered' && cause !== 'excluded') continue;
      const key = keyOf(cause, clause);
      const one = found.get(key) ?? { cause, clause, figures: [] };
      one.figures.push({ label: name(item), yen: amount });
      found.set(key, one);
    }
  }
  const order = ['not-owed', 'not-covered', 'excluded'];
  let stands = claimed;
  return [...found.entries()]
    .sort(([, a], [, b]) => order.indexOf(a.cause) - order.indexOf(b.cause))
    .map(([key, { cause, clause, figures }]): Stair => {
      const cut = sum(figures);
      stands -= cut;
      return { kind: 'stop', key, clause, cause, cut, figures, yen: terms.size === 0 ? 0 : stands };
    });
};

const sum = (figures: readonly Figure[]): number => figures.reduce((total, figure) => total + figure.yen, 0);

interface Reckoned {
  readonly stairs: Stair[];
  readonly top: readonly { readonly id: PoolId; readonly yen: number }[];
}

/** The pools from the leaves up. A pool without terms that only passes on what its parts came to is not a step of its own. */
const pools = (
  pool: Pool,
  byPool: ReadonlyMap<string, readonly PoolResult[]>,
  items: readonly ItemResult[],
  name: Name,
  poolName: (id: PoolId) => Text,
): Reckoned => {
  const runs = (byPool.get(pool.id) ?? []).filter((run) => run.claimed > 0);
  if (runs.length === 0) return { stairs: [], top: [] };
  const below = (pool.of ?? []).map((child) => pools(child, byPool, items, name, poolName));
  const parts = below.flatMap((one) => one.top);
  const stairs = below.flatMap((one) => one.stairs);
  const label = poolName(pool.id);
  const result = runs.reduce((total, run) => total + run.result, 0);
  const passesOn = pool.of !== undefined && runs.every((run) => run.steps.length === 0);
  if (passesOn) return { stairs, top: parts };
  for (const run of runs) {
    const figures =
      pool.of === undefined
        ? items
            .filter((item) => item.pool === pool.id)
            .map((item) => ({ label: name(item), yen: covered(item) }))
            .filter((figure) => figure.yen > 0)
        : parts.map(({ id, yen }) => ({ label: poolName(id), yen }));
    const held = run.steps[0]?.before ?? run.result;
    if (pool.of === undefined || parts.length > 1)
      stairs.push({ kind: 'pool', key: null, clause: null, pool: pool.id, label, figures: runs.length === 1 ? figures : [], yen: held });
    for (const step of run.steps) {
      stairs.push({ kind: 'term', key: keyOf(step.term, step.clause), clause: step.clause, pool: pool.id, label, step, yen: step.after });
    }
  }
  return { stairs, top: [{ id: pool.id, yen: result }] };
};

/** What an item brings into its leaf: claimed less what fell away before the pools. */
const covered = (item: ItemResult): number =>
  item.cuts.reduce(
    (left, cut) => (cut.cause === 'not-owed' || cut.cause === 'not-covered' || cut.cause === 'excluded' ? left - cut.amount : left),
    item.claimed,
  );

/** What is taken from the payment at the end: breaches, and what an undecided clause keeps back. */
const breaches = (items: readonly ItemResult[], name: Name, assessment: Traced | Assessment, roots: readonly PoolResult[]): Stair[] => {
  let stands = roots.reduce((total, root) => total + root.result, 0);
  const found = new Map<string, { clause: ClauseId | null; figures: Figure[] }>();
  for (const item of items) {
    for (const { cause, clause, amount } of item.cuts) {
      if (cause !== 'breach') continue;
      const one = found.get(clause ?? '') ?? { clause, figures: [] };
      one.figures.push({ label: name(item), yen: amount });
      found.set(clause ?? '', one);
    }
  }
  const stairs = [...found.values()].map(({ clause, figures }): Stair => {
    const cut = sum(figures);
    stands -= cut;
    return { kind: 'stop', key: keyOf('breach', clause), clause, cause: 'breach', cut, figures, yen: stands };
  });
  if (assessment.open === 0) return stairs;
  const figures = items.filter((item) => item.open > 0).map((item) => ({ label: name(item), yen: item.open }));
  return [...stairs, { kind: 'open', key: keyOf('open', null), clause: null, cut: assessment.open, figures, yen: assessment.paid }];
};
