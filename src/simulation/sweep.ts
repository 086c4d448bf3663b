import type { Claim } from '#domain/assessment.ts';
import type { Compiled } from '#domain/compile.ts';
import { count } from '#domain/payout/count.ts';
import { prepare } from '#domain/payout/prepare.ts';
import { countingRun, totalOf } from '#domain/payout/settle.ts';
import { comparisonsOf, conditionsOf, namesOfTerm } from '#domain/policy/names.ts';
import { namesIn } from '#domain/coverage/condition.ts';
import { poolsOf } from '#domain/payout/tree.ts';
import type { Name } from '#domain/policy/wording.ts';

/** What is paid at least for one setting of the swept schedule entries, in yen, in the order the entries were named. */
export type Sweep = (...values: number[]) => number;

/**
 * A claim made ready for many values of some schedule entries, through the counting evaluator: coverage is decided once, and only the
 * pools that ask for a swept entry are counted again.
 */
export const sweepOf = (compiled: Compiled, claim: Claim, entries: readonly Name[]): Sweep => {
  const read = new Set(conditionsOf(compiled.wording).flatMap(comparisonsOf).flatMap(namesIn));
  const prepared = prepare(compiled, claim);
  const runs = entries.some((name) => read.has(name))
    ? null
    : Array.from({ length: 2 ** prepared.questions }, (_, bits) => countingRun(prepared, bits));
  if (runs === null || runs.includes(null)) return (...values) => slowly(compiled, claim, entries, values);

  const places = entries.map(compiled.places.place);
  const again = asking(compiled, entries);
  const ready = runs.flatMap((run) => (run ? [{ run, values: [...run.values] }] : [])).map(({ run, values }) => ({ run: { ...run, values }, values }));
  for (const { run } of ready) count(run, 0);
  return (...swept) => {
    let low = Infinity;
    for (const { run, values } of ready) {
      for (let i = 0; i < places.length; i++) values[places[i] as number] = swept[i];
      for (const at of again) run.results[at] = undefined;
      const paid = count(run, 0);
      if (paid < low) low = paid;
    }
    return low;
  };
};

const slowly = (compiled: Compiled, claim: Claim, entries: readonly Name[], values: readonly number[]): number => {
  const changed = Object.fromEntries(entries.map((name, i) => [name, values[i]]));
  const prepared = prepare(compiled, { ...claim, schedule: { ...claim.schedule, ...changed } });
  let low = Infinity;
  for (let bits = 0; bits < 2 ** prepared.questions; bits++) low = Math.min(low, totalOf(prepared, bits).paid);
  return low;
};

/** The places of the pools whose result may change with the entries: they ask for one, or for a pool that does, or hold one that does. */
const asking = ({ wording, tree }: Compiled, entries: readonly Name[]): number[] => {
  const pools = poolsOf(wording.pool);
  const hit = new Set(pools.flatMap((pool, at) => (pool.terms.flatMap(namesOfTerm).some((name) => entries.includes(name)) ? [at] : [])));
  const asks = (at: number): boolean =>
    JSON.stringify(pools[at]?.terms ?? []).includes('"result"') || (pools[at]?.terms ?? []).some((term) => term.kind === 'only-if-pays');
  for (let size = -1; size !== hit.size; ) {
    size = hit.size;
    tree.pools.forEach((pool, at) => {
      if (pool.children.some((child) => hit.has(child)) || (hit.size > 0 && asks(at))) hit.add(at);
    });
  }
  return [...hit];
};

/** A table of two swept entries, row by row: rows.length × columns.length amounts of yen. */
export const grid = (compiled: Compiled, claim: Claim, row: Name, rows: readonly number[], column: Name, columns: readonly number[]): Float64Array => {
  const sweep = sweepOf(compiled, claim, [row, column]);
  const cells = new Float64Array(rows.length * columns.length);
  let at = 0;
  for (const one of rows) for (const other of columns) cells[at++] = sweep(one, other);
  return cells;
};
