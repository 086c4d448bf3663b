import type { Text } from '#casebook/text.ts';
import type { ItemResult } from '#domain/assessment.ts';
import type { Traced } from '#domain/assess.ts';
import { keyOf, type Part, PARTS } from './part.ts';

/** Why one contract does not pay some yen of an item. */
interface Cause {
  readonly key: string;
  readonly part: Part;
  readonly clause: string | null;
  readonly yen: number;
}

/** An item of which no column pays some yen. */
export interface NoneRow {
  readonly id: string;
  readonly label: Text;
  readonly claimed: number;
  /** What no column pays of it: the least of what the columns do not pay. */
  readonly yen: number;
  /** By column: what it does not pay, why (these add up to it), and what of the item is not settled there. */
  readonly columns: readonly { readonly yen: number; readonly open: number; readonly causes: readonly Cause[] }[];
}

/** What none of the contracts pays, in yen: the rows add up to the total. */
export interface NonePays {
  readonly rows: readonly NoneRow[];
  readonly total: number;
  /** How much of the total is owed by nobody: no loss to the insured either. */
  readonly notOwed: number;
}

/** What none of some assessments of the same items pays. What is still open may be paid, and is left out. */
export const nonePays = (columns: readonly Traced[], items: readonly { readonly id: string; readonly label: Text }[]): NonePays => {
  const rows = items
    .map(({ id, label }): NoneRow => {
      const of = columns.map(({ items: all }) => columnOf(all.find((item) => item.id === id)));
      const claimed = columns[0]?.items.find((item) => item.id === id)?.claimed ?? 0;
      return { id, label, claimed, yen: Math.min(...of.map(({ yen }) => yen)), columns: of };
    })
    .filter(({ yen }) => yen > 0);
  const free = ({ columns: of }: NoneRow): number =>
    Math.min(...of.map(({ causes }) => causes.filter(({ part }) => part === 'not-owed').reduce((sum, { yen }) => sum + yen, 0)));
  return {
    rows,
    total: rows.reduce((sum, { yen }) => sum + yen, 0),
    notOwed: rows.reduce((sum, row) => sum + free(row), 0),
  };
};

const columnOf = (item: ItemResult | undefined): NoneRow['columns'][number] => {
  const causes = new Map<string, Cause>();
  for (const { cause, clause, amount } of item?.cuts ?? []) {
    if (amount === 0) continue;
    const key = keyOf(cause, clause);
    causes.set(key, { key, part: cause, clause, yen: (causes.get(key)?.yen ?? 0) + amount });
  }
  const all = [...causes.values()].toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
  return { yen: all.reduce((sum, { yen }) => sum + yen, 0), open: item?.open ?? 0, causes: all };
};
