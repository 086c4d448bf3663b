import type { Compared, Column } from '#view/compare.ts';
import type { DifferenceRow } from '#view/compare-rows.ts';
import { compareWords } from '#words/compare.ts';
import { locale, pick } from '#words/locale.svelte.ts';
import { outcomeWords } from '#words/outcome.ts';
import { yen, yenDifference, yenRange } from '#words/yen.ts';
import { paidText, said, sentenceOf, sentenceText } from '../result/outcome-text.ts';

/** What a row of the differences is called. Where a payment is open, the rows say which end of it they show. */
export function rowName({ what }: DifferenceRow, differences: readonly DifferenceRow[]): string {
  const t = pick(compareWords);
  const isOpen = differences.some((row) => row.what === 'most');
  switch (what) {
    case 'claimed':
    case 'most':
      return t[what];
    case 'paid':
      return isOpen ? t.paidLow : t.paid;
    case 'own':
      return isOpen ? t.ownMost : t.own;
    default:
      return pick(outcomeWords).part[what];
  }
}

/** Whether a row is one of the sums, which every column has. */
export const isSum = ({ what }: DifferenceRow): boolean => what === 'claimed' || what === 'paid' || what === 'most' || what === 'own';

/** The sentence of a column. */
export const columnSentence = ({ live, view }: Column) => sentenceOf(live.outcome, view.sides);

/** How far the payments of the columns are apart. */
export function barsFinding({ columns }: Compared): string {
  const t = pick(compareWords).barsFinding;
  const outcomes = columns.map(({ live }) => live.outcome);
  const [least, most] = [Math.min(...outcomes.map(({ low }) => low)), Math.max(...outcomes.map(({ high }) => high))];
  return least === most ? t.same : t.spread(yenRange(least, most, locale()));
}

/** Every column in one plain sentence each. */
export const summaryOf = ({ columns }: Compared): string =>
  columns.map((column) => pick(compareWords).said(said(column.name), sentenceText(columnSentence(column)))).join(' ');

/** What is said aloud after a change: the column that was turned, or the payments of all. */
export function spoken({ columns, differences }: Compared, turned: number | null): string {
  const t = pick(compareWords);
  const first = columns[0];
  const paid = differences.find(({ what }) => what === 'paid');
  const told = columns.filter((_, i) => turned === null || turned === i);
  return told
    .map((column) => {
      const at = columns.indexOf(column);
      const payment = t.payment(said(column.name), paidText(column.live.outcome));
      if (!first || column === first || column.live.outcome.low !== column.live.outcome.high) return payment;
      return `${payment} ${t.difference(said(first.name), yenDifference(paid?.differences[at] ?? 0, locale()))}`;
    })
    .join(' ');
}

/** What none of the columns pays, in one or two sentences. */
export function noneFinding({ none, columns }: Compared): string {
  const t = pick(compareWords);
  if (none.total === 0) return columns[0]?.live.outcome.claimed === 0 ? t.zero : t.noneLack;
  const notOwed = none.notOwed > 0 ? ` ${t.noneNotOwed(yen(none.notOwed, locale()))}` : '';
  return `${t.noneLead(yen(none.total, locale()))}${notOwed}`;
}
