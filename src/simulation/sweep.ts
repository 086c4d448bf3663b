import type { Claim } from '#domain/assessment.ts';
import type { Compiled } from '#domain/compile.ts';
import { count } from '#domain/payout/count.ts';
import { prepare, type Prepared } from '#domain/payout/prepare.ts';
import { settle, totalOf } from '#domain/payout/settle.ts';
import type { Name } from '#domain/policy/wording.ts';
import type { Along } from './band.ts';
import { write } from './columns.ts';
import { least, plus } from './joins.ts';
import { rowOf, type Row } from './row.ts';
import { decides, waysOf } from './ways.ts';

/** A claim under a schedule some of whose entries are turned, by their place in the order they were named. */
export interface Sweep {
  readonly set: (entry: number, value: number) => void;
  /** What is paid at least as the entries stand, in yen. */
  readonly paid: () => number;
  /** Makes ready the row of all these values of one entry; it writes what is paid for each of them as the others stand, from a place on. */
  readonly row: (entry: number, values: Float64Array) => (into: Float64Array, from: number) => void;
}

/**
 * A claim made ready for many values of some schedule entries, through the counting evaluator: coverage is decided once, and only the
 * pools that ask for a swept entry are counted again.
 */
export const sweepOf = (compiled: Compiled, claim: Claim, entries: readonly Name[]): Sweep => {
  if (entries.some((name) => decides(compiled, name))) return anew(compiled, claim, entries);
  const found = prepare(compiled, claim);
  const values = [...found.world.values];
  const prepared: Prepared = { ...found, world: { ...found.world, values } };
  const ways = waysOf(prepared, entries);
  const turning = ways.flatMap((way) => way ?? []);
  // An entry no term reads changes nothing: its place is −1.
  const places = entries.map((name) => compiled.places.names.indexOf(name));
  const sweep: Sweep = {
    set: (entry, value) => {
      const place = places[entry] as number;
      if (place >= 0) values[place] = value;
      for (const { run, changing } of turning) for (const at of changing[entry] as readonly number[]) run.results[at] = -1;
    },
    paid: () => {
      let low = Infinity;
      ways.forEach((way, bits) => {
        let paid = 0;
        if (way) for (const { run } of way) paid += count(run, 0);
        else paid = settle(prepared, bits).paid;
        low = Math.min(low, paid);
      });
      return low;
    },
    row: (entry, values) => {
      const rows = ways.map((way) =>
        way?.map(({ run, changing }) => rowOf(compiled, run, entries[entry] as Name, values, changing[entry] as readonly number[])),
      );
      return (into, from) => {
        let low: Along = Infinity;
        for (const way of rows) low = least(low, way ? total(way) : null);
        if (!write(low, into, from, values.length)) cellByCell(sweep, entry, values, into, from);
      };
    },
  };
  return sweep;
};

const total = (rows: readonly Row[]): Along => {
  let sum: Along = 0;
  for (const row of rows) sum = plus(sum, row());
  return sum;
};

const cellByCell = (sweep: Pick<Sweep, 'set' | 'paid'>, entry: number, values: Float64Array, into: Float64Array, from: number): void => {
  values.forEach((value, i) => {
    sweep.set(entry, value);
    into[from + i] = sweep.paid();
  });
};

/** Where coverage itself turns with an entry, every cell is an assessment of its own. */
const anew = (compiled: Compiled, claim: Claim, entries: readonly Name[]): Sweep => {
  const changed: Record<Name, number> = {};
  const sweep: Sweep = {
    set: (entry, value) => (changed[entries[entry] as Name] = value),
    paid: () => {
      const prepared = prepare(compiled, { ...claim, schedule: { ...claim.schedule, ...changed } });
      let low = Infinity;
      for (let bits = 0; bits < 2 ** prepared.questions; bits++) low = Math.min(low, totalOf(prepared, bits).paid);
      return low;
    },
    row: (entry, values) => (into, from) => cellByCell(sweep, entry, values, into, from),
  };
  return sweep;
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
    along(cells, i * columns.length);
  });
  return cells;
};
