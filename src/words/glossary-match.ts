/** The written forms of one term in one language. */
export interface Forms {
  readonly id: string;
  readonly forms: readonly string[];
}

/** Finds terms in texts of one language. */
export interface Matcher {
  /** The form that begins at this place of a text: where it ends, and its term; null for a longer word that is no term. */
  readonly formAt: (text: string, from: number) => { readonly to: number; readonly term: string | null } | null;
}

/** A stretch of a text: a term, or what stands between terms. */
export interface TermPiece {
  readonly text: string;
  readonly term: string | null;
}

const BREAK = '\u200b';
const APOSTROPHE = /’/gu;
const SPACES = /\s+/gu;
/** As forms are compared: in small letters, with one kind of space and of apostrophe. */
const folded = (form: string): string => form.replaceAll(BREAK, '').replace(APOSTROPHE, "'").replace(SPACES, ' ').toLowerCase();
const signAt = (text: string, at: number): string => {
  const sign = text.charAt(at).toLowerCase();
  return sign === '’' ? "'" : sign;
};
const isSpace = (sign: string): boolean => sign !== '' && sign.trim() === '';

/** Where a form that begins at a place of a text ends; -1 where it does not stand there. In Japanese a break hint may stand between any two signs. */
const endOf = (text: string, from: number, form: string, mayBreak: boolean): number => {
  let at = from;
  for (let i = 0; i < form.length; i++) {
    if (mayBreak && i > 0 && text.charAt(at) === BREAK) at++;
    if (form[i] === ' ') {
      if (!isSpace(text.charAt(at))) return -1;
      while (isSpace(text.charAt(at))) at++;
    } else if (signAt(text, at) === form[i]) at++;
    else return -1;
  }
  return at;
};

// Two code units hold any letter.
const endsInWord = (text: string, at: number): boolean => at > 0 && /[\p{L}\p{N}-]$/u.test(text.slice(Math.max(0, at - 2), at));
const beginsWord = (text: string, at: number): boolean => /^[\p{L}\p{N}-]/u.test(text.slice(at, at + 2));

/**
 * The matcher of a glossary. The longest form that begins at a place wins, and what it covers is not searched again; so no term is
 * found inside a longer one, nor inside a word of `notIn`. English forms are whole words, in capitals or not, and may end in -s.
 * One regular expression over all forms would do the same with half a megabyte of machine code.
 */
export function matcherOf(terms: readonly Forms[], notIn: readonly string[], isEnglish: boolean): Matcher {
  const ids = new Map<string, string | null>(notIn.map((word) => [folded(word), null]));
  for (const { id, forms } of terms) for (const form of forms) ids.set(folded(form), id);
  const byFirst = new Map<string, (readonly [form: string, term: string | null])[]>();
  for (const [form, term] of [...ids].toSorted(([a], [b]) => b.length - a.length)) {
    byFirst.set(form.charAt(0), [...(byFirst.get(form.charAt(0)) ?? []), [form, term]]);
  }
  /** Where the word ends whose form ends here; -1 within a longer word. */
  const wordEnd = (text: string, end: number): number => {
    const isPlural = signAt(text, end) === 's' && !beginsWord(text, end + 1);
    return isPlural ? end + 1 : beginsWord(text, end) ? -1 : end;
  };
  return {
    formAt: (text, from) => {
      const forms = byFirst.get(signAt(text, from));
      if (!forms || (isEnglish && endsInWord(text, from))) return null;
      for (const [form, term] of forms) {
        const end = endOf(text, from, form, !isEnglish);
        const to = end >= 0 && isEnglish ? wordEnd(text, end) : end;
        if (to >= 0) return { to, term };
      }
      return null;
    },
  };
}

/** A text cut at its terms. Put together again the pieces are the text; each term is named once, where it first stands. */
export function termPieces(text: string, { formAt }: Matcher): readonly TermPiece[] {
  const pieces: TermPiece[] = [];
  const seen = new Set<string>();
  let done = 0;
  const upTo = (to: number): void => {
    if (to > done) pieces.push({ text: text.slice(done, to), term: null });
  };
  for (let at = 0; at < text.length;) {
    const found = formAt(text, at);
    if (found !== null && found.term !== null && !seen.has(found.term)) {
      seen.add(found.term);
      upTo(at);
      pieces.push({ text: text.slice(at, found.to), term: found.term });
      done = found.to;
    }
    at = found?.to ?? at + 1;
  }
  upTo(text.length);
  return pieces;
}
