import type { Claim } from '#domain/assessment.ts';
import type { Compiled } from '#domain/compile.ts';
import { count } from '#domain/payout/count.ts';
import { prepare } from '#domain/payout/prepare.ts';
import { applies, type Run } from '#domain/payout/run.ts';
import { countingRun, totalOf } from '#domain/payout/settle.ts';
import { comparisonsOf, conditionsOf, namesOfTerm } from '#domain/policy/names.ts';
import { namesIn } from '#domain/coverage/condition.ts';
import { poolsOf } from '#domain/payout/tree.ts';
import type { Name } from '#domain/policy/wording.ts';
import { rowOf } from './row.ts';

/** A claim under a schedule some of whose entries are turned, by their place in the order they were named. */
export interface Sweep {
  readonly set: (entry: number, value: number) => void;
  /** What is paid at least as the entries stand, in yen. */
  readonly paid: () => number;
  /** Makes ready the row of all these values of one entry; it writes what is paid for each of them as the others stand. */
  readonly row: (entry: number, values: Float64Array) => (into: Float64Array) => void;
}

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
  if (runs === null || runs.includes(null)) return slowly(compiled, claim, entries);

  // An entry no term reads changes nothing: its place is −1.
  const places = entries.map((name) => compiled.places.names.indexOf(name));
  const again = entries.map((name) => asking(compiled, name));
  const ready = runs.flatMap((run) => (run ? [own(run)] : []));
  const sweep: Sweep = {
    set: (entry, value) => {
      for (const { run, values } of ready) {
        if ((places[entry] as number) >= 0) values[places[entry] as number] = value;
        for (const at of again[entry] as number[]) run.results[at] = -1;
      }
    },
    paid: () => {
      let low = Infinity;
      for (const { run } of ready) {
        const paid = count(run, 0);
        if (paid < low) low = paid;
      }
      return low;
    },
    row: (entry, values) => {
      const rows = ready.map(({ run }) => rowOf(run, entries[entry] as Name, values, new Set(again[entry])));
      const one = new Float64Array(values.length);
      return (into) => {
        const whole = rows.every((row, i) => {
          if (!row?.((ready[i] as (typeof ready)[number]).run, i === 0 ? into : one)) return false;
          if (i > 0) for (let at = 0; at < into.length; at++) into[at] = Math.min(into[at] as number, one[at] as number);
          return true;
        });
        if (!whole) cellByCell(sweep, entry, values, into);
      };
    },
  };
  return sweep;
};

const cellByCell = (sweep: Pick<Sweep, 'set' | 'paid'>, entry: number, values: Float64Array, into: Float64Array): void => {
  values.forEach((value, at) => {
    sweep.set(entry, value);
    into[at] = sweep.paid();
  });
};

/** The run with values of its own to change, and only the terms that apply in it. */
const own = (run: Run) => {
  const values = [...run.values];
  const pools = run.tree.pools.map((pool) => ({ ...pool, terms: pool.terms.filter((term) => applies(run, term)) }));
  return { run: { ...run, values, tree: { ...run.tree, pools } }, values };
};

const slowly = (compiled: Compiled, claim: Claim, entries: readonly Name[]): Sweep => {
  const changed: Record<Name, number> = {};
  const sweep: Sweep = {
    set: (entry, value) => (changed[entries[entry] as Name] = value),
    paid: () => {
      const prepared = prepare(compiled, { ...claim, schedule: { ...claim.schedule, ...changed } });
      return Math.min(...Array.from({ length: 2 ** prepared.questions }, (_, bits) => totalOf(prepared, bits).paid));
    },
    row: (entry, values) => (into) => cellByCell(sweep, entry, values, into),
  };
  return sweep;
};

/** The places of the pools whose result may change with the entry: they ask for it, or for a pool that does, or hold one that does. */
const asking = ({ wording, tree }: Compiled, entry: Name): number[] => {
  const pools = poolsOf(wording.pool);
  const hit = new Set(pools.flatMap((pool, at) => (pool.terms.flatMap(namesOfTerm).includes(entry) ? [at] : [])));
  const asks = (at: number): boolean =>
    JSON.stringify(pools[at]?.terms ?? []).includes('"result"') || (pools[at]?.terms ?? []).some((term) => term.kind === 'only-if-pays');
  for (let size = -1; size !== hit.size;) {
    size = hit.size;
    tree.pools.forEach((pool, at) => {
      if (pool.children.some((child) => hit.has(child)) || (hit.size > 0 && asks(at))) hit.add(at);
    });
  }
  return [...hit];
};

/** A table of two swept entries, row by row: rows.length × columns.length amounts of yen. */
export const grid = (
  compiled: Compiled,
  claim: Claim,
  row: Name,
  rows: readonly number[],
  column: Name,
  columns: readonly number[],
): Float64Array => {
  const sweep = sweepOf(compiled, claim, [row, column]);
  const cells = new Float64Array(rows.length * columns.length);
  const along = sweep.row(1, Float64Array.from(columns));
  rows.forEach((value, i) => {
    sweep.set(0, value);
    along(cells.subarray(i * columns.length, (i + 1) * columns.length));
  });
  return cells;
};
