import type { PairAnswerView, PairSideView } from '#view/pair.ts';
import type { ClauseCell } from '#view/pair-rows.ts';
import { locale, pick, words } from '#words/locale.svelte.ts';
import { pairWords } from '#words/pair.ts';
import { yenRange } from '#words/yen.ts';
import { said } from '../result/outcome-text.ts';

/** A clause as it is called: an exclusion by its running number, another by its printed one where it has one, and its title. */
export function clauseTitle(clause: Pick<ClauseCell['clause'], 'running' | 'number' | 'title'>): string {
  const number = clause.running === undefined ? clause.number : words().policy.exclusion(clause.running);
  return number === undefined ? said(clause.title) : `${number} ${said(clause.title)}`;
}

/** An answer in words. */
export function answerText({ label, says }: PairAnswerView): string {
  if (label) return pick(label);
  const t = pick(pairWords).generic;
  return 'more' in says ? t[says.more] : '';
}

/** A side as a list or a title names it: the case, and under which wording where both columns read one accident. */
export const sideName = (side: Pick<PairSideView, 'title' | 'wording'>, oneAccident: boolean): string =>
  oneAccident ? pick(side.wording) : pick(side.title);

/** An amount or a range. */
export const amount = ({ low, high }: { readonly low: number; readonly high: number }): string => yenRange(low, high, locale());
