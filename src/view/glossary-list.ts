import type { Glossary, Term } from '#casebook/glossary.ts';
import type { ClauseText } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import type { Locale } from '#words/locale.svelte.ts';

/** One entry of the glossary screen: the term, with the names of what it leads to. */
export interface TermRow extends Term {
  readonly confusedWith: readonly Term[];
  readonly leadsTo: readonly { readonly id: string; readonly title: Text }[];
}

/** The terms under one letter: あ to わ by reading, A to Z by the English word. */
export interface TermSection {
  readonly letter: string;
  readonly rows: readonly TermRow[];
}

/** Each row of the syllabary begins with the kana after which it is called. */
const ROWS = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ'];
const collators = { ja: new Intl.Collator('ja'), en: new Intl.Collator('en') };

function letterOf(term: Term, locale: Locale): string {
  if (locale === 'en') return term.en.slice(0, 1).toUpperCase();
  // Small kana stand directly before the large ones, so ぁ belongs to あ.
  const kana = term.reading.normalize('NFD').slice(0, 1);
  return ROWS.findLast((row) => kana >= row) ?? 'あ';
}

function mentions({ term, reading, forms, en, enForms, meaning }: Term, word: string): boolean {
  return [term, reading, ...forms, en, ...enForms, meaning.ja, meaning.en].some((text) => text.toLowerCase().includes(word));
}

/** Katakana are looked for as hiragana too: a reading is written in these. */
const asHiragana = (word: string): string => word.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** The terms in the order of a language that mention a word, by letter; all for an empty word. */
export function termSections(
  glossary: Glossary,
  clauses: ReadonlyMap<string, Pick<ClauseText, 'id' | 'title'>>,
  locale: Locale,
  word = '',
): readonly TermSection[] {
  const wanted = word.normalize('NFKC').trim().toLowerCase();
  const named = new Map(glossary.map((term) => [term.id, term]));
  const key = (term: Term): string => (locale === 'ja' ? term.reading : term.en.toLowerCase());
  const sections = new Map<string, TermRow[]>();
  const found = glossary.filter((term) => mentions(term, wanted) || mentions(term, asHiragana(wanted)));
  for (const term of found.toSorted((a, b) => collators[locale].compare(key(a), key(b)))) {
    const letter = letterOf(term, locale);
    const row = {
      ...term,
      confusedWith: (term.distinguish?.ids ?? []).flatMap((id) => named.get(id) ?? []),
      leadsTo: term.clauses.flatMap((id) => clauses.get(id) ?? []).map(({ id, title }) => ({ id, title })),
    };
    sections.set(letter, [...(sections.get(letter) ?? []), row]);
  }
  return [...sections].map(([letter, rows]) => ({ letter, rows }));
}
