import type { Outcome } from '#view/outcome.ts';
import { locale, pick } from '#words/locale.svelte.ts';
import { outcomeWords, type Piece } from '#words/outcome.ts';
import { plain } from '#words/phrase.ts';
import { yen, yenRange } from '#words/yen.ts';

/** A text of the content in the language on screen, without its break hints: for a canvas, a label, a spoken sentence. */
export const said = (text: { readonly ja: string; readonly en: string }): string => plain(pick(text));

/** What is paid, as an amount or a range. */
export const paidText = ({ low, high }: Pick<Outcome, 'low' | 'high'>): string => yenRange(low, high, locale());

/** The one sentence beside every chart, in pieces. */
export function sentenceOf(outcome: Outcome, sides: 'claimed' | 'spent' | 'both'): readonly Piece[] {
  const isOpen = outcome.low !== outcome.high;
  return pick(outcomeWords).sentence(sides, {
    claimed: yen(outcome.claimed, locale()),
    paid: paidText(outcome),
    own: yenRange(outcome.ownLow, outcome.ownCost, locale()),
    notOwed: outcome.notOwed > 0 ? yen(outcome.notOwed, locale()) : null,
    isOpen,
  });
}

/** The same as plain text. */
export const sentenceText = (pieces: readonly Piece[]): string =>
  plain(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.strong)).join(''));

/** What a bar is called. */
export function barName(label: Outcome['bars'][number]['label']): string {
  const t = pick(outcomeWords);
  return label === 'total' ? plain(t.total) : label === 'nowhere' ? plain(t.nowhere) : said(label);
}
