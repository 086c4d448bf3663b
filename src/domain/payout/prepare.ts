import type { Claim, Loss } from '../assessment.ts';
import type { Compiled, Duty, Known } from '../compile.ts';
import type { Bar, Chance, Placed } from '../coverage/bars.ts';
import { inScope } from '../coverage/scope.ts';
import type { World } from '../coverage/world.ts';
import type { Exact } from '../exact.ts';
import type { Truth } from '../logic.ts';
import type { PoolId, Scope } from '../policy/wording.ts';
import type { ReadyPool } from './tree.ts';

/** A duty that is broken, or may be, and the most its breach takes in yen. */
export interface Broken {
  readonly duty: Duty;
  readonly most: Exact;
  readonly bit: number;
}

/** A claim with everything decided that can be decided before any money. Each undecided matter of its own is one bit. */
export interface Prepared {
  readonly compiled: Compiled;
  readonly claim: Claim;
  readonly known: Known;
  readonly world: World;
  /** Per `when` of pools and terms: open, shut, or the bit it waits for. */
  readonly gates: readonly (boolean | number)[];
  readonly bars: readonly Bar[];
  readonly chances: readonly Chance[];
  readonly broken: readonly Broken[];
  readonly oneSeries: boolean | number;
  /** How many questions are open: the ways to settle them are 2 to this power. */
  readonly questions: number;
}

/** Decides clauses, gates and duties for a claim. */
export const prepare = (compiled: Compiled, claim: Claim): Prepared => {
  const { tree, coverage } = compiled;
  const known = compiled.know(claim.facts, claim.schedule);
  const { world } = known;
  const truth = (one: Placed): Truth => coverage.truth(one.at, world);
  let questions = 0;
  const ask = (): number => 2 ** questions++;

  let reached: PoolId[][] | undefined;
  const reaches = (scope: Scope): boolean => {
    reached ??= reachOf(compiled, claim.losses);
    return claim.losses.some((loss, i) => inScope(scope, loss, reached?.[i] ?? []));
  };
  const groups = new Map<string, number>();
  const group = (name: string, scope: Scope): number => {
    if (!reaches(scope)) return 0;
    const key = `${name}|${scope.heads?.join() ?? '*'}|${scope.pools?.join() ?? '*'}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const bit = ask();
    groups.set(key, bit);
    return bit;
  };

  const gates =
    known.settled ??
    known.gates.map((open, at): boolean | number => {
      if (open !== null) return open;
      const pools = tree.pools.filter((pool) => guards(pool, at)).map((pool) => pool.id);
      return reaches({ pools }) ? ask() : tree.gates[at]?.of === 'pool';
    });
  const bars = known.open
    ? known.bars.flatMap((bar): Bar[] => {
        if (!bar.open) return [bar];
        const bit = group(bar.cause, bar.scope);
        return bit === 0 ? [] : [{ ...bar, bit }];
      })
    : known.bars;
  const chances = known.open
    ? known.chances.map((one): Chance => (one.truth === null ? { ...one, bit: group('trigger', one.scope) } : one))
    : known.chances;
  const asked = { values: world.values, losses: [], result: noPool, soFar: 0 };
  const broken: Broken[] = [];
  for (const duty of known.duties) {
    const most = duty.most ? (duty.most(asked) ?? Infinity) : Infinity;
    if (most === 0) continue;
    const { breach, scope } = duty.clause;
    if (!reaches(scope)) continue;
    const open = truth(duty) === null || breach?.kind === 'some-or-all' || (most === Infinity && breach?.kind === 'deduct');
    broken.push({ duty, most, bit: open ? ask() : 0 });
  }
  const first = claim.losses.find((loss) => loss.claim !== undefined)?.claim;
  const several = first !== undefined && claim.losses.some((loss) => loss.claim !== undefined && loss.claim !== first);
  const series = several ? compiled.series.map(truth) : [];
  const oneSeries = !several || series.includes(true) || (series.includes(null) ? ask() : false);

  return {
    compiled,
    claim,
    known,
    world,
    gates,
    bars,
    chances,
    broken,
    oneSeries,
    questions,
  };
};

const noPool = (): never => {
  throw new Error('the amount of a breach asked for a pool');
};

const guards = (pool: ReadyPool, gate: number): boolean => pool.gates.includes(gate) || pool.terms.some((term) => term.gate === gate);

/** Per item: every pool it could stand in, whatever the gates are. */
const reachOf = ({ tree }: Compiled, losses: readonly Loss[]): PoolId[][] =>
  losses.map((loss) =>
    tree.pools
      .filter(({ takes }) => {
        const heads = takes?.[loss.side];
        return heads === 'all' || heads?.includes(loss.head);
      })
      .flatMap((pool) => pool.ids),
  );
