import type { Letter } from '#casebook/case.ts';
import type { Text } from '#casebook/text.ts';
import type { Verdict } from '#domain/assessment.ts';
import { endOn } from '#lifecycle/walk.ts';
import { groundOf, type Ground, type Reading } from './result-ground.ts';
import { alike } from './what-if-bench.ts';

/** A piece of a letter's paragraph: words, or a slot with the right answer and what the player put there. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: string; readonly answer: Text; readonly put: Text | null; readonly right: boolean };

/** The decision letter filled in: 支払のお知らせ. A language's paragraphs stand apart, for the slots come in another order. */
export interface LetterView {
  readonly outcome: Letter['outcome'];
  readonly to: Text;
  readonly body: { readonly ja: readonly (readonly Piece[])[]; readonly en: readonly (readonly Piece[])[] };
  readonly under: Text | null;
  /** What the letter's figures come to. */
  readonly verdict: Verdict;
  /** The way taken ends otherwise than the letter was written for: its figures are those of the best path. */
  readonly differs: boolean;
  /** How many slots hold another answer than the right one; null where nobody filled it in. */
  readonly wrong: number | null;
}

const SLOT = /\{slot:([^}]+)\}/;

/** The letters that belong to this way: those the player filled in or, unplayed, those that say what came out. */
export const lettersOf = (ground: Ground): readonly LetterView[] => {
  const { case: of, moment } = ground;
  const refused = moment.path.includes('denied') && !moment.path.includes('paid');
  const usual = refused ? 'refusal' : 'payment';
  return of.letters.flatMap((letter, i): LetterView[] =>
    letter.under !== undefined || letter.outcome === usual || moment.letters[i] ? [letterView(ground, letter, moment.letters[i])] : [],
  );
};

const letterView = (ground: Ground, letter: Letter, given: Readonly<Record<string, number>> | undefined): LetterView => {
  const { other } = ground;
  const readingOf = ({ own, also }: Ground): Reading => (letter.under !== undefined && also?.policy.id === letter.under ? also : own);
  const best = groundOf({ ...ground, moment: endOn(ground.case) });
  const differs = !alike(readingOf(ground).result, readingOf(best).result);
  const written = differs ? best : ground;
  const { filled } = written;
  const slot = (id: string): Piece => {
    const found = letter.slots[id];
    if (!found) throw new Error(`the letter has no slot ${id}`);
    const n = given?.[id];
    const put = n === undefined ? null : n === 0 ? found.answer : found.others[n - 1];
    const text = (of: Text): Text => filled(of, letter.under);
    return { kind: 'slot', slot: id, answer: text(found.answer), put: put ? text(put) : null, right: n === undefined || n === 0 };
  };
  const paragraphs = (body: string, locale: 'ja' | 'en'): Piece[][] =>
    body.split(/\n\s*\n/).map((paragraph) =>
      paragraph.split(/(\{slot:[^}]+\})/).flatMap((part): Piece[] => {
        const id = SLOT.exec(part)?.[1];
        if (id !== undefined) return [slot(id)];
        return part === '' ? [] : [{ kind: 'text', text: filled({ ja: part, en: part }, letter.under)[locale] }];
      }),
    );
  const wrong = given === undefined ? null : Object.values(given).filter((n) => n !== 0).length;
  return {
    outcome: letter.outcome,
    to: filled(letter.to, letter.under),
    body: { ja: paragraphs(letter.body.ja, 'ja'), en: paragraphs(letter.body.en, 'en') },
    verdict: readingOf(written).result.verdict,
    differs,
    under: letter.under !== undefined && other?.id === letter.under ? other.title : null,
    wrong,
  };
};
