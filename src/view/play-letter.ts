import type { Letter } from '#casebook/case.ts';
import type { Text } from '#casebook/text.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { fillerOf } from './play-fill.ts';
import { type Ground, shuffled } from './play-ground.ts';

/** A stretch of a letter: words, or the place of a gap. */
export type Piece = { readonly text: string } | { readonly slot: string };

export interface SlotView {
  readonly id: string;
  /** Its number in the order of the Japanese text, from 1. */
  readonly n: number;
  readonly options: readonly { readonly answer: number; readonly text: Text }[];
  readonly chosen: number | null;
}

export interface LetterView {
  readonly kind: 'letter';
  /** Which of the case's letters it is. */
  readonly place: number;
  readonly outcome: Letter['outcome'];
  readonly under: Text | null;
  readonly to: Text;
  readonly paragraphs: { readonly [L in 'ja' | 'en']: readonly (readonly Piece[])[] };
  readonly slots: readonly SlotView[];
  readonly empty: number;
  readonly wrong: number;
}

const SLOT = /\{slot:([^}]+)\}/;

/** The gaps of a letter in the order of its Japanese text. */
const slotsOf = (letter: Letter): string[] => [...letter.body.ja.matchAll(/\{slot:([^}]+)\}/g)].flatMap(([, id]) => id ?? []);

/** A letter of the case with what the player has put into its gaps. */
export const letterOf = (ground: Ground, moment: Moment, place: number): LetterView | null => {
  const letter = ground.case.letters[place];
  if (letter === undefined) return null;
  const filled = fillerOf(ground, moment, letter.under);
  const answers = moment.letters[place] ?? {};
  const piecesOf = (locale: 'ja' | 'en') =>
    letter.body[locale]
      .trim()
      .split(/\n\s*\n/)
      .map((paragraph) =>
        paragraph.split(SLOT).flatMap((part, i): Piece[] => {
          if (i % 2 === 1) return [{ slot: part }];
          return part === '' ? [] : [{ text: filled({ ja: part, en: part })[locale] }];
        }),
      );
  const slots = [...new Set(slotsOf(letter))].flatMap((id, i): SlotView[] => {
    const slot = letter.slots[id];
    if (slot === undefined) return [];
    const options = [slot.answer, ...slot.others].map((text, answer) => ({ answer, text: filled(text) }));
    const order = shuffled(options, `${ground.case.id} ${String(place)} ${id}`, (option) => String(option.answer));
    return [{ id, n: i + 1, options: order, chosen: answers[id] ?? null }];
  });
  return {
    kind: 'letter',
    place,
    outcome: letter.outcome,
    under: ground.isOther(letter.under) ? (ground.other?.title ?? null) : null,
    to: letter.to,
    paragraphs: { ja: piecesOf('ja'), en: piecesOf('en') },
    slots,
    empty: slots.filter((slot) => slot.chosen === null).length,
    wrong: slots.filter((slot) => slot.chosen !== null && slot.chosen !== 0).length,
  };
};
