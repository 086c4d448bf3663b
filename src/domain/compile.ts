import { barsOf, chancesOf, type Bar, type Chance, type Placed } from './coverage/bars.ts';
import { type Clauses, namesIn } from './coverage/condition.ts';
import { coverageOf, rulesOf, type Coverage } from './coverage/findings.ts';
import { worlds, type Places, type World, type WorldOf } from './coverage/world.ts';
import type { Finding } from './assessment.ts';
import type { Truth } from './logic.ts';
import { amountOf, type Sum } from './payout/amount.ts';
import { poolsOf, treeOf, type ReadyPool, type Tree } from './payout/tree.ts';
import { comparisonsOf, conditionsOf, namesOfTerm, namesUsed } from './policy/names.ts';
import type { Clause, Name, PoolId, Values, Wording } from './policy/wording.ts';

/** A duty with the most its breach may take; null where the whole payment in its scope is at stake. */
export interface Duty extends Placed {
  readonly most: Sum | null;
}

/** The names a term must know before it can be applied. */
export interface Need {
  readonly pool: PoolId;
  /** The `when` of the term and those of its pools: where one of them is shut, the term needs nothing. */
  readonly gates: readonly number[];
  readonly names: readonly Name[];
}

/** A judged wording made ready for many claims. */
export interface Compiled {
  readonly wording: Wording;
  readonly places: Places;
  readonly coverage: Coverage;
  readonly tree: Tree;
  readonly series: readonly Placed[];
  readonly needs: readonly Need[];
  readonly worldOf: WorldOf;
  /** Decides the clauses for these facts and this schedule. Where all that a condition asks is as it was, the clauses are too: a turned limit decides nothing anew. */
  readonly know: (facts: Values, schedule: Values | undefined) => Known;
}

/** What the wording says of one set of facts under one schedule, before any money. */
export interface Known {
  readonly facts: Values;
  readonly schedule: Values | undefined;
  readonly world: World;
  readonly gates: readonly Truth[];
  /** The gates, where none of them is open. */
  readonly settled: readonly boolean[] | null;
  readonly findings: readonly Finding[];
  readonly bars: readonly Bar[];
  readonly chances: readonly Chance[];
  /** Whether a bar or a trigger is open. */
  readonly open: boolean;
  /** The duties that are broken, or may be. */
  readonly duties: readonly Duty[];
}

/** Makes a wording ready. It must have been judged (policy/judge.ts): a name or pool that is nowhere throws here. */
export const compile = (wording: Wording): Compiled => {
  const names = namesUsed(wording);
  const nameAt = new Map(names.map((name, i) => [name, i]));
  const ruleAt = new Map(rulesOf(wording).map((rule, i) => [rule.id, i]));
  const find = (places: ReadonlyMap<string, number>, what: string) => (id: string) => {
    const at = places.get(id);
    if (at === undefined) throw new Error(`no ${what} "${id}"`);
    return at;
  };
  const places: Places = { names, place: find(nameAt, 'name'), clause: find(ruleAt, 'clause') };
  const coverage = coverageOf(wording, places);
  const clauses: Clauses = { truth: coverage.truth, explain: coverage.explain };
  const tree = treeOf(wording.pool, places, clauses);
  const placed = (...kinds: Clause['kind'][]): Placed[] =>
    wording.clauses.filter(({ kind }) => kinds.includes(kind)).map((clause) => ({ clause, at: places.clause(clause.id) }));
  const most = ({ breach }: Clause): Sum | null => {
    const amount = breach?.kind === 'deduct' ? breach.amount : breach?.kind === 'some-or-all' ? breach.upTo : undefined;
    return amount ? amountOf(amount, places, tree.place) : null;
  };
  const worldOf = worlds(places, wording.schedule);
  const required = placed('eligibility', 'insured', 'period');
  const triggers = placed('trigger');
  const exclusions = placed('exclusion');
  const duties = placed('duty').map((one) => ({ ...one, most: most(one.clause) }));
  const asked = [...new Set(conditionsOf(wording).flatMap(comparisonsOf).flatMap(namesIn))].map(places.place);
  let last: Known | undefined;
  const know = (facts: Values, schedule: Values | undefined): Known => {
    if (last && last.facts === facts && last.schedule === schedule) return last;
    const world = worldOf(facts, schedule);
    const before = last?.world;
    if (last && before && asked.every((place) => before.values[place] === world.values[place])) {
      return (last = { ...last, facts, schedule, world: { ...world, met: before.met } });
    }
    const gates = tree.gates.map((gate) => gate.test(world));
    const settled = gates.includes(null) ? null : (gates as boolean[]);
    const truth = (one: Placed): Truth => coverage.truth(one.at, world);
    const bars = barsOf(required, exclusions, truth);
    const chances = chancesOf(triggers, truth);
    last = {
      facts,
      schedule,
      world,
      gates,
      settled,
      findings: coverage.findings(world),
      bars,
      chances,
      open: bars.some((bar) => bar.open) || chances.some((one) => one.truth === null),
      duties: duties.filter((one) => truth(one) !== false),
    };
    return last;
  };
  return {
    wording,
    worldOf,
    know,
    places,
    coverage,
    tree,
    series: placed('series'),
    needs: poolsOf(wording.pool).flatMap((pool, at) =>
      pool.terms.flatMap((term, i): Need[] => {
        const needed = namesOfTerm(term);
        const ready = tree.pools[at] as ReadyPool;
        const own = ready.terms[i]?.gate ?? -1;
        return needed.length === 0 ? [] : [{ pool: pool.id, gates: own < 0 ? ready.gates : [own, ...ready.gates], names: needed }];
      }),
    ),
  };
};
