import type { ClaimView, Live } from '#view/claim-view.ts';
import type { Bend } from '#view/chart-curve.ts';
import type { YenAxis } from '#view/chart-axis.ts';
import type { Outcome } from '#view/outcome.ts';
import type { Shown } from '#view/shown.ts';
import { count, date, percent } from '#words/figures.ts';
import { locale, pick, words } from '#words/locale.svelte.ts';
import { plain } from '#words/phrase.ts';
import { resultWords } from '#words/result.ts';
import { said } from './outcome-text.ts';
import { yen, yenShort } from '#words/yen.ts';

/** A value as words. */
export function textOf(value: Shown): string {
  switch (value.kind) {
    case 'yen':
      return yenShort(value.yen, locale());
    case 'percent':
      return percent(value.basisPoints);
    case 'date':
      return date(value.date);
    case 'number':
      return count(value.value);
    case 'yesno':
      return plain(value.yes ? words().yesNo.yes : words().yesNo.no);
    case 'word':
      return said(value.word);
  }
}

const DIVISORS = { ja: { man: 1e4, oku: 1e8 }, en: { man: 1e6, oku: 1e9 } } as const;

/** A tick of an axis: a bare number in the unit of its title. */
export const tick = (axis: YenAxis, value: number): string => count(value / DIVISORS[locale()][axis.unit]);

/** A clause as it is called: an exclusion by its running number, another by its printed one where it has one, and its title. */
export function clauseName(result: Pick<ClaimView, 'clauses'>, id: string | null): string {
  const clause = id === null ? undefined : result.clauses.get(id);
  if (!clause) return id ?? plain(pick(resultWords).bars.noClause);
  const number = clause.running === undefined ? clause.number : words().policy.exclusion(clause.running);
  return number === undefined ? said(clause.title) : `${number} ${said(clause.title)}`;
}

/** What a segment is called: the cause and, where there is one, the clause. */
export function causeName(
  result: Pick<ClaimView, 'clauses'>,
  { part, clause }: { part: Outcome['bars'][number]['segments'][number]['part']; clause: string | null },
): string {
  const t = pick(resultWords);
  const [cause, name] = [plain(t.part[part]), clause === null ? '' : clauseName(result, clause)];
  if (name === '') return cause;
  return name.includes(cause) ? name : t.cause(cause, name);
}

/** The finding of the bars: what was taken off most. */
export function barsFinding(result: Pick<ClaimView, 'clauses'>, outcome: Outcome): string {
  const t = pick(resultWords).bars.finding;
  const segments = outcome.bars.at(-1)?.segments ?? [];
  const cuts = segments.filter(({ part }) => part !== 'paid' && part !== 'open').toSorted((a, b) => b.yen - a.yen);
  if (outcome.open > 0) return t.open(yen(outcome.open, locale()));
  const most = cuts[0];
  if (!most) return t.nothing;
  return outcome.high === 0 && cuts.length === 1
    ? t.all(causeName(result, most))
    : t.most(causeName(result, most), yen(most.yen, locale()));
}

/** The finding of the curve: from where on nothing more is paid. */
export function curveFinding({ curve }: Live): string {
  const t = pick(resultWords).curve.finding;
  const last = curve.low.at(-1)?.y ?? 0;
  if (last === 0 && !curve.high) return t.nothing;
  const flat = curve.bends.find(({ y }) => y === last);
  return flat ? t.flat(yen(flat.x, locale())) : t.grows;
}

/** What a bend of the curve is called. */
export const bendName = (result: Pick<ClaimView, 'clauses'>, { term, clause }: Bend): string =>
  clause === null ? pick(resultWords).part[term] : clauseName(result, clause);
