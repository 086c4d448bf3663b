import type { YearReportView, YearStanding, YearView } from '#view/year.ts';
import type { YearRow } from '#view/year-rows.ts';
import { locale, pick } from '#words/locale.svelte.ts';
import type { Piece } from '#words/outcome.ts';
import { plain } from '#words/phrase.ts';
import { yen } from '#words/yen.ts';
import { yearWords } from '#words/year.ts';
import { said } from '../result/outcome-text.ts';

/** The one sentence of a year as it stands: its sums and what the aggregate has left, or why there is none. */
export const saidOf = (standing: YearStanding): readonly Piece[] =>
  piecesOf(standing).map((piece) => (typeof piece === 'string' ? plain(piece) : piece));

function piecesOf({ sums, asked }: YearStanding): readonly Piece[] {
  const t = pick(yearWords);
  if (!sums) return [asked.length > 0 ? t.refused.series(asked.map(said).join(t.comma)) : t.refused.other];
  const { claimed, notOwed, paid, own, open, left } = sums.totals;
  const amount = (value: number): string => yen(value, locale());
  const some = (value: number): string | null => (value > 0 ? amount(value) : null);
  return [
    ...t.sentence({ claimed: amount(claimed), notOwed: some(notOwed), paid: amount(paid), own: amount(own), open: some(open) }),
    ...(left.length > 0 ? [locale() === 'ja' ? '' : ' ', ...t.left(left.map(amount))] : []),
  ];
}

/** What a report is called: the case, and the losses where it holds only some. */
export function reportName(year: Pick<YearView, 'reports'>, id: string): string {
  const report = year.reports.find((one) => one.id === id);
  return report ? nameOf(report) : id;
}

export function nameOf({ title, losses }: YearReportView): string {
  const t = pick(yearWords);
  return losses.length === 0 ? said(title) : t.named(said(title), losses.map(said).join(t.comma));
}

/** A claim in few words: the titles of its cases, each once, and of a series how many reports it holds. */
export function rowName({ reports: all }: Pick<YearView, 'reports'>, { reports }: YearRow): string {
  const t = pick(yearWords);
  const ids = new Set(reports.map(({ id }) => id));
  const mine = all.filter(({ id }) => ids.has(id));
  const [only] = mine;
  if (mine.length === 1 && only) return nameOf(only);
  const titles = [...new Set(mine.map(({ title }) => said(title)))];
  return t.named(titles.join(t.comma), t.letters(mine.length));
}
