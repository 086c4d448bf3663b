import type { Clauses } from './coverage/condition.ts';
import { coverageOf, rulesOf, type Coverage } from './coverage/findings.ts';
import { worldOf, type Places, type World } from './coverage/world.ts';
import type { Finding } from './assessment.ts';
import type { Truth } from './logic.ts';
import { amountOf, type Sum } from './payout/amount.ts';
import { poolsOf, treeOf, type Tree } from './payout/tree.ts';
import { namesOfTerm, namesUsed } from './policy/names.ts';
import type { Clause, Name, PoolId, Values, Wording } from './policy/wording.ts';

/** A clause with the place where its truth stands in a world. */
export interface Placed {
  readonly clause: Clause;
  readonly at: number;
}

/** A duty with the most its breach may take; null where the whole payment in its scope is at stake. */
export interface Duty extends Placed {
  readonly most: Sum | null;
}

/** The names a term must know before it can be applied. */
export interface Need {
  readonly pool: PoolId;
  readonly gate: number;
  readonly names: readonly Name[];
}

/** A judged wording made ready for many claims. */
export interface Compiled {
  readonly wording: Wording;
  readonly places: Places;
  readonly coverage: Coverage;
  readonly tree: Tree;
  /** Eligibility, insured persons, period: all in scope must be met. */
  readonly required: readonly Placed[];
  /** 担保事由: one in scope must be met. */
  readonly triggers: readonly Placed[];
  readonly exclusions: readonly Placed[];
  readonly duties: readonly Duty[];
  readonly series: readonly Placed[];
  readonly needs: readonly Need[];
  /** Decides the clauses for these facts and this schedule; asked again with the same two, it answers from memory. */
  readonly know: (facts: Values, schedule: Values | undefined) => Known;
}

/** What the wording says of one set of facts under one schedule, before any money. */
export interface Known {
  readonly schedule: Values | undefined;
  readonly world: World;
  readonly gates: readonly Truth[];
  /** The gates, where none of them is open. */
  readonly settled: readonly boolean[] | null;
  readonly findings: readonly Finding[];
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
  const clauses: Clauses = { truth: coverage.truth, why: coverage.why };
  const tree = treeOf(wording.pool, places, clauses);
  const placed = (...kinds: Clause['kind'][]): Placed[] =>
    wording.clauses.filter(({ kind }) => kinds.includes(kind)).map((clause) => ({ clause, at: places.clause(clause.id) }));
  const most = ({ breach }: Clause): Sum | null => {
    const amount = breach?.kind === 'deduct' ? breach.amount : breach?.kind === 'some-or-all' ? breach.upTo : undefined;
    return amount ? amountOf(amount, places, tree.place) : null;
  };
  const memory = new WeakMap<Values, Known>();
  const know = (facts: Values, schedule: Values | undefined): Known => {
    const last = memory.get(facts);
    if (last && last.schedule === schedule) return last;
    const world = worldOf(places, schedule ? { ...wording.schedule, ...schedule } : wording.schedule, facts);
    const gates = tree.gates.map((gate) => gate.test(world));
    const settled = gates.every((gate) => gate !== null) ? gates : null;
    const known: Known = { schedule, world, gates, settled, findings: coverage.findings(world) };
    memory.set(facts, known);
    return known;
  };
  return {
    wording,
    know,
    places,
    coverage,
    tree,
    required: placed('eligibility', 'insured', 'period'),
    triggers: placed('trigger'),
    exclusions: placed('exclusion'),
    duties: placed('duty').map((one) => ({ ...one, most: most(one.clause) })),
    series: placed('series'),
    needs: poolsOf(wording.pool).flatMap((pool, at) =>
      pool.terms.flatMap((term, i): Need[] => {
        const needed = namesOfTerm(term);
        return needed.length === 0 ? [] : [{ pool: pool.id, gate: tree.pools[at]?.terms[i]?.gate ?? -1, names: needed }];
      }),
    ),
  };
};
