import { noPool, type Flaw, type Report } from './flaw.ts';
import type { Amount, Condition, Pool, PoolId, Side, Term, Wording } from './wording.ts';

type Path = Flaw['path'];

/** Judges the tree of pools: ids, references between pools, and whether each leaf can receive anything. */
export const judgePools = (wording: Wording, report: Report): void => {
  const pools = placed(wording.pool, ['pool'], [], []);
  judgePoolIds(pools, report);
  judgeReferences(pools, report);
  judgeLeaves(pools, report);
  for (const { pool, path } of pools) {
    pool.terms.forEach((term, i) => {
      if (term.kind !== 'per-head' || (i === 0 && pool.of === undefined)) return;
      report({
        path: [...path, 'terms', i],
        found: pool.of ? 'a cap per head on a pool of pools' : 'a cap per head after another term',
        allowed: 'perHead as the first term of a pool that takes losses',
        remedy: 'move it to the first place of the pool whose losses it caps',
      });
    });
  }
};

interface Placed {
  readonly pool: Pool;
  readonly path: Path;
  /** The pools it is in, outermost first. */
  readonly above: readonly PoolId[];
  /** Its own `when` and those of the pools it is in. */
  readonly whens: readonly Condition[];
}

const placed = (pool: Pool, path: Path, above: readonly PoolId[], outer: readonly Condition[]): Placed[] => {
  const whens = pool.when ? [...outer, pool.when] : outer;
  const parts = (pool.of ?? []).flatMap((part, i) => placed(part, [...path, 'of', i], [...above, pool.id], whens));
  return [{ pool, path, above, whens }, ...parts];
};

const judgePoolIds = (pools: readonly Placed[], report: Report): void => {
  const seen = new Set<PoolId>();
  for (const { pool, path } of pools) {
    if (seen.has(pool.id)) {
      report({
        path: [...path, 'id'],
        found: `the pool id "${pool.id}" a second time`,
        allowed: 'each pool id once',
        remedy: 'give one of the two another id',
      });
    }
    seen.add(pool.id);
  }
};

interface Reference {
  readonly to: PoolId;
  readonly path: Path;
  /** Before its terms; otherwise what comes out after them. */
  readonly loss: boolean;
  readonly by: Term['kind'];
}

const inAmount = (amount: Amount, path: Path, by: Term['kind']): Reference[] => {
  switch (amount.op) {
    case 'percent':
      return inAmount(amount.of, [...path, 'of'], by);
    case 'each':
      return [...inAmount(amount.each, [...path, 'each'], by), ...inAmount(amount.count, [...path, 'count'], by)];
    case 'least':
    case 'sum':
    case 'minus':
      return amount.of.flatMap((one, i) => inAmount(one, [...path, 'of', i], by));
    case 'loss':
    case 'result':
      return [{ to: amount.pool, path: [...path, 'pool'], loss: amount.op === 'loss', by }];
    default:
      return [];
  }
};

const inTerm = (term: Term, path: Path): Reference[] => {
  if ('amount' in term) return inAmount(term.amount, [...path, 'amount'], term.kind);
  if (term.kind === 'only-if-pays') return term.pools.map((to, i) => ({ to, path: [...path, 'pools', i], loss: false, by: term.kind }));
  if (typeof term.ratio === 'string' || 'basisPoints' in term.ratio) return [];
  return [...inAmount(term.ratio.of, [...path, 'ratio', 'of'], term.kind), ...inAmount(term.ratio.to, [...path, 'ratio', 'to'], term.kind)];
};

const judgeReferences = (pools: readonly Placed[], report: Report): void => {
  const ids = pools.map(({ pool }) => pool.id);
  const waitsFor = new Map<PoolId, PoolId[]>();
  for (const { pool } of pools)
    waitsFor.set(
      pool.id,
      (pool.of ?? []).map((part) => part.id),
    );
  for (const { pool, path, above } of pools) {
    for (const reference of pool.terms.flatMap((term, i) => inTerm(term, [...path, 'terms', i]))) {
      const { to, loss, by } = reference;
      if (!ids.includes(to)) report(noPool(to, ids, reference.path));
      else if (loss) continue;
      else if (to === pool.id || above.includes(to)) {
        report({
          path: reference.path,
          found: `${termCalled[by]} of the pool "${pool.id}" that refers to itself${to === pool.id ? '' : `: "${to}" contains this pool`}`,
          allowed: 'the result of a pool that is reckoned before this one',
          remedy: 'name a pool beside or inside this one, { loss: pool }, or soFar for what the pool holds at this term',
        });
      } else {
        const round = way(waitsFor, to, pool.id);
        if (round) {
          report({
            path: reference.path,
            found: `pools that wait for each other in a circle: ${[pool.id, ...round].join(' → ')}`,
            allowed: 'pools that can be reckoned one after the other',
            remedy: 'take one of the references out, or use { loss: pool }, which is known before any term',
          });
        } else waitsFor.get(pool.id)?.push(to);
      }
    }
  }
};

const termCalled: Readonly<Record<Term['kind'], string>> = {
  'per-head': 'a cap per head',
  deductible: 'a deductible',
  franchise: 'a franchise',
  limit: 'a limit',
  aggregate: 'an aggregate limit',
  ratio: 'a ratio',
  'only-if-pays': 'a condition (onlyIfPays)',
};

/** The way from one pool to another along what they wait for. */
const way = (waits: ReadonlyMap<PoolId, readonly PoolId[]>, from: PoolId, to: PoolId, seen = new Set<PoolId>()): PoolId[] | undefined => {
  if (from === to) return [to];
  if (seen.has(from)) return undefined;
  seen.add(from);
  for (const next of waits.get(from) ?? []) {
    const rest = way(waits, next, to, seen);
    if (rest) return [from, ...rest];
  }
  return undefined;
};

const SIDES: readonly Side[] = ['claimed', 'spent'];
const same = (a: Condition, b: Condition): boolean => JSON.stringify(a) === JSON.stringify(b);
const within = (some: readonly Condition[], all: readonly Condition[]): boolean =>
  some.every((one) => all.some((other) => same(one, other)));

const judgeLeaves = (pools: readonly Placed[], report: Report): void => {
  const leaves = pools.filter(({ pool }) => pool.of === undefined);
  leaves.forEach((leaf, i) => {
    const before = leaves.slice(0, i);
    const takes = SIDES.flatMap((side) => {
      const heads = leaf.pool.takes?.[side];
      return heads === undefined ? [] : heads === 'all' ? [{ side, head: 'all' }] : heads.map((head) => ({ side, head }));
    });
    if (takes.length === 0) {
      report({
        path: leaf.path,
        found: `the pool "${leaf.pool.id}", which takes no losses`,
        allowed: 'a pool that takes at least one head on one side',
        remedy: 'name the heads under claimed: or spent:, or delete the pool',
      });
      return;
    }
    const gets = (other: Placed, side: Side, head: string): boolean => {
      const heads = other.pool.takes?.[side];
      return heads === 'all' || (heads?.includes(head) ?? false);
    };
    const covered = ({ side, head }: { side: Side; head: string }): Placed | undefined =>
      before.find((other) => gets(other, side, head) && within(other.whens, leaf.whens));
    for (const { side, head } of takes) {
      const twin = before.find(
        (other) =>
          other.pool.takes?.[side] !== 'all' &&
          gets(other, side, head) &&
          within(other.whens, leaf.whens) &&
          within(leaf.whens, other.whens),
      );
      if (!twin) continue;
      report({
        path: [...leaf.path, 'takes', side],
        found: `"${head}" on the side ${side} in two pools, "${twin.pool.id}" and "${leaf.pool.id}", that do not differ by when`,
        allowed: 'each head on each side in one pool, or in pools that differ by when',
        remedy: 'take the head out of one of the two, or give one of them a when',
      });
      return;
    }
    if (takes.every(covered)) {
      const [first] = takes;
      report({
        path: leaf.path,
        found: `the pool "${leaf.pool.id}", which no loss can reach: "${first && covered(first)?.pool.id}" before it takes the same`,
        allowed: 'pools that take different heads, or differ by when',
        remedy: 'move it before the other, let it take other heads, or give the earlier pool a when',
      });
    }
  });
};
