import type { Part } from '#view/outcome.ts';
import { plain } from '#words/phrase.ts';
import { linesOf, type Measure } from './wrap.ts';

/** A place on a picture, in px from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Something to be drawn. `on`: words that stand on the paint of a part. */
export type Mark = Box &
  (
    | {
        readonly kind: 'text';
        readonly text: string;
        readonly size: number;
        readonly weight: 400 | 700;
        readonly faint: boolean;
        readonly on: Part | null;
      }
    | { readonly kind: 'fill'; readonly part: Part }
    | { readonly kind: 'frame'; readonly thick: number; readonly dashed: boolean }
    | { readonly kind: 'rule'; readonly strong: boolean }
  );

/** What a layout is written with: it knows how wide letters are, and keeps what is to be drawn. */
export interface Pen {
  readonly measure: Measure;
  readonly marks: Mark[];
}

/** How words are set. `size` in px. */
export interface Type {
  readonly size: number;
  readonly weight?: 400 | 700;
  readonly faint?: boolean;
}

/** The smallest type of a picture, in px: what a room reads from a wall. */
export const SMALLEST = 20;

/** The height of a line of this type, in px. */
export const lead = ({ size }: Type): number => Math.round(size * 1.35);

/** The lines of a text in this type and width. */
export const wrapped = ({ measure }: Pen, text: string, width: number, type: Type): readonly string[] =>
  linesOf(text, width, (line) => measure(plain(line), type.size, type.weight ?? 400));

/** How wide a text is in one line. */
export const widthOf = ({ measure }: Pen, text: string, type: Type): number => measure(plain(text), type.size, type.weight ?? 400);

/** Sets one line at a place; gives the place it takes. */
export const put = (pen: Pen, text: string, x: number, y: number, type: Type, on: Part | null = null): Box => {
  const box = { x, y, w: widthOf(pen, text, type), h: lead(type) };
  pen.marks.push({ kind: 'text', ...box, text: plain(text), size: type.size, weight: type.weight ?? 400, faint: type.faint ?? false, on });
  return box;
};

/** Sets lines one below the other; gives where the next one would begin. */
export const putLines = (pen: Pen, lines: readonly string[], x: number, y: number, type: Type): number => {
  lines.forEach((line, i) => put(pen, line, x, y + i * lead(type), type));
  return y + lines.length * lead(type);
};

/** The largest of these types in which a text takes at most so many lines; the last one where it does in none. */
export const typeFor = (pen: Pen, text: string, width: number, most: number, types: readonly [Type, ...Type[]]): Type =>
  types.find((type) => wrapped(pen, text, width, type).length <= most) ?? (types.at(-1) as Type);
