import type { Answered, Conclusion, DrillClause } from '#view/drill.ts';
import { drillWords } from '#words/drill.ts';
import { date } from '#words/figures.ts';
import { locale, pick, words } from '#words/locale.svelte.ts';
import { yenRange, yenShort } from '#words/yen.ts';

/** What a clause goes by: the number of an exclusion, or its id. */
export const clauseNumber = ({ id, running }: { readonly id: string; readonly running?: number | null }): string =>
  running ? words().policy.exclusion(running) : id;

/** A clause by its number and title. */
export const clauseName = (clause: DrillClause): string => pick(drillWords).named(clauseNumber(clause), pick(clause.title));

/** What a situation came to, in a word or two. */
export const conclusionText = (conclusion: Conclusion, { outcome }: Pick<Answered, 'outcome'>): string => {
  if (conclusion.kind === 'finding') return pick(drillWords).findings[conclusion.group][conclusion.result];
  return conclusion.kind === 'due' ? date(conclusion.date) : words().verdict[outcome.verdict];
};

/** What is paid, as short as a table needs it. */
export const paidShort = ({ low, high }: Answered['outcome']): string =>
  low === high ? yenShort(low, locale()) : yenRange(low, high, locale());
