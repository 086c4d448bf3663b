/** The written forms of one term in one language. */
export interface Forms {
  readonly id: string;
  readonly forms: readonly string[];
}

/** Finds terms in texts of one language: one regular expression over all their forms. */
export interface Matcher {
  readonly pattern: RegExp;
  /** The id of the term a found form belongs to; null for a longer word that is no term. */
  readonly idOf: (found: string) => string | null;
}

/** A stretch of a text: a term, or what stands between terms. */
export interface TermPiece {
  readonly text: string;
  readonly term: string | null;
}

const BREAK = '\u200b';
const escaped = (sign: string): string => sign.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const LOOSE: Readonly<Record<string, string>> = { ' ': '\\s+', "'": "['’]" };
/** A form as it may stand in a text: any white space for a space, either apostrophe, and in Japanese a break hint between any two letters. */
const loosely = (form: string, between: string): string => [...form].map((sign) => LOOSE[sign] ?? escaped(sign)).join(between);
const folded = (found: string): string => found.replaceAll(BREAK, '').replaceAll('’', "'").replace(/\s+/gu, ' ').toLowerCase();

/**
 * The matcher of a glossary. The longest form that begins at a place wins, and what it covers is not searched again; so no term is
 * found inside a longer one, nor inside a word of `notIn`. English forms are whole words, in capitals or not, and may end in -s.
 */
export function matcherOf(terms: readonly Forms[], notIn: readonly string[], isEnglish: boolean): Matcher {
  const ids = new Map<string, string | null>(notIn.map((word) => [folded(word), null]));
  for (const { id, forms } of terms) for (const form of forms) ids.set(folded(form), id);
  const all = [...ids.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const any = all.length === 0 ? '(?!)' : all.map((form) => loosely(form, isEnglish ? '' : `${BREAK}?`)).join('|');
  const source = isEnglish ? `(?<![\\p{L}\\p{N}-])(?:${any})s?(?![\\p{L}\\p{N}-])` : `(?:${any})`;
  const idOf = (found: string): string | null => {
    const word = folded(found);
    return ids.get(word) ?? ids.get(word.replace(/s$/u, '')) ?? null;
  };
  return { pattern: new RegExp(source, 'giu'), idOf };
}

/** A text cut at its terms. Put together again the pieces are the text; each term is named once, where it first stands. */
export function termPieces(text: string, { pattern, idOf }: Matcher): readonly TermPiece[] {
  const pieces: TermPiece[] = [];
  const seen = new Set<string>();
  let from = 0;
  const upTo = (to: number): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), term: null });
  };
  for (const match of text.matchAll(pattern)) {
    const term = idOf(match[0]);
    if (term === null || seen.has(term)) continue;
    seen.add(term);
    upTo(match.index);
    pieces.push({ text: match[0], term });
    from = match.index + match[0].length;
  }
  upTo(text.length);
  return pieces;
}
