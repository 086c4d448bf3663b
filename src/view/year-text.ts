import type { Text } from '#casebook/text.ts';
import { count, date } from '#words/figures.ts';
import { fill } from '#words/fill.ts';
import type { Locale } from '#words/locale.svelte.ts';
import { yen } from '#words/yen.ts';
import { shown } from './shown.ts';
import type { YearSource } from './year-bench.ts';
import type { BothWays } from './year-check.ts';
import { openedOf, tried } from './year-state.ts';

/** A text of a year with its figures: of the year as it opens, or with `then.` after its try. */
export const yearText = (text: Text, source: YearSource, both: BothWays): Text => {
  const filled = (locale: Locale): string => fill(text, (name) => wordOf(name.split('.'), source, both, locale), locale);
  return { ja: filled('ja'), en: filled('en') };
};

const wordOf = (path: readonly string[], source: YearSource, both: BothWays, locale: Locale): string | undefined => {
  const { year, policy } = source;
  if (path[0] === 'then') return figureIn(path.slice(1), both.then, tried(openedOf(year), year.try.change).days, locale);
  if (path[0] === 'aggregate') return yen(year.aggregate.yen, locale);
  if (path[0] !== 'schedule') return figureIn(path, both.opened, openedOf(year).days, locale);
  const entry = policy.schedule[path[1] ?? ''];
  const value = entry && shown(entry.type, year.schedule[path[1] ?? ''] ?? entry.value, entry.values);
  return value?.kind === 'yen' ? yen(value.yen, locale) : undefined;
};

const figureIn = (
  [root = '', field]: readonly string[],
  { rows, totals }: BothWays['opened'],
  days: Readonly<Record<string, string>>,
  locale: Locale,
): string | undefined => {
  const on = days[root];
  if (on !== undefined) {
    if (field === 'on') return date(on);
    const report = rows.flatMap(({ reports }) => reports).find(({ id }) => id === root);
    return report && (field === 'claimed' || field === 'paid' || field === 'cut') ? yen(report[field], locale) : undefined;
  }
  switch (root) {
    case 'claimed':
    case 'paid':
    case 'own':
    case 'cut':
      return yen(totals[root], locale);
    case 'entries':
      return count(totals.entries);
    case 'left':
      return totals.left[0] === undefined ? undefined : yen(totals.left[0], locale);
    default:
      return undefined;
  }
};
