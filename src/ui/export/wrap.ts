import { pieces, plain } from '#words/phrase.ts';
import { amountPieces } from '#words/yen.ts';

/** How wide a text is at this size, in px. */
export type Measure = (text: string, size: number, weight: 400 | 700) => number;

const NEVER_FIRST = /^[、。，．・：；！？）」』】〕〉》％%々ー〜…’”)\],.:;!?ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const NEVER_LAST = /[（「『【〔〈《“‘([¥]$/u;
/** A word of Latin letters and figures with the space behind it, or one other character. */
const UNITS = /[!-~\u00a1-\u024f\u2010-\u2027]+ *|\s+|./gu;

/** A phrase that is longer was never marked: it is running text. */
const LONG = 24;

const words = (text: string): readonly string[] =>
  amountPieces(text).flatMap((piece, i) => (i % 2 === 1 ? [piece] : (piece.match(UNITS) ?? [])));

/** What a line may break between: phrases where the build has marked them, else words, amounts and single Japanese characters. */
const units = (text: string): readonly string[] => {
  const phrases = pieces(text);
  const all = phrases.length > 1 ? phrases.flatMap((phrase) => (phrase.length > LONG ? words(phrase) : [phrase])) : words(text);
  const joined: string[] = [];
  for (const unit of all) {
    const last = joined.at(-1);
    if (last !== undefined && (NEVER_FIRST.test(unit) || NEVER_LAST.test(last))) joined[joined.length - 1] = last + unit;
    else joined.push(unit);
  }
  return joined;
};

/** The text in lines that are at most this wide. Only what is wider than a whole line is broken inside. */
export function linesOf(text: string, width: number, fits: (line: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
  };
  for (const unit of units(text)) {
    if (fits((line + unit).trimEnd()) <= width) {
      line += unit;
      continue;
    }
    if (fits(unit.trimEnd()) <= width) {
      end();
      line = unit.trimStart();
      continue;
    }
    for (const letter of plain(unit)) {
      if (fits(line + letter) > width) end();
      line += letter;
    }
  }
  end();
  return lines;
}
