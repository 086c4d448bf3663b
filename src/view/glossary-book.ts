import { loadGlossary, type Glossary, type Term } from '#casebook/glossary.ts';
import { matcherOf, termPieces, type Matcher, type TermPiece } from '#words/glossary-match.ts';
import type { Both, Locale } from '#words/locale.svelte.ts';

export type { Term } from '#casebook/glossary.ts';

/** The glossary ready for use: its terms, and texts cut at them. */
export interface Book {
  readonly term: (id: string) => Term | undefined;
  readonly pieces: (text: string, locale: Locale) => readonly TermPiece[];
}

/** The matchers are made once, each when its language is first on screen. */
export function bookOf(glossary: Glossary): Book {
  const terms = new Map(glossary.map((term) => [term.id, term]));
  const notIn = glossary.flatMap((term) => term.notIn);
  const make: Both<() => Matcher> = {
    ja: () =>
      matcherOf(
        glossary.map(({ id, term, forms }) => ({ id, forms: [term, ...forms] })),
        notIn,
        false,
      ),
    en: () =>
      matcherOf(
        glossary.map(({ id, en, enForms }) => ({ id, forms: [en, ...enForms] })),
        notIn,
        true,
      ),
  };
  const made: Partial<Record<Locale, Matcher>> = {};
  return {
    term: (id) => terms.get(id),
    pieces: (text, locale) => termPieces(text, (made[locale] ??= make[locale]())),
  };
}

/** The glossary of this site. */
export const loadBook = async (): Promise<Book> => bookOf(await loadGlossary());
