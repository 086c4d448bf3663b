import { leafletWords } from '#words/leaflet.ts';
import { pick } from '#words/locale.svelte.ts';
import { type Box, lead, type Pen, put, SMALLEST, type Type, widthOf, wrapped } from './picture.ts';

const TEXT: Type = { size: SMALLEST };
const HEAD: Type = { size: SMALLEST, weight: 700 };
/** Between two items of a line, in px. */
const GAP = 28;

interface Piece {
  readonly text: string;
  readonly x: number;
  /** Counted in lines from the first. */
  readonly line: number;
}

interface Flow {
  readonly pieces: readonly Piece[];
  readonly lines: number;
}

/** Items one after the other in lines; an item is broken only where it is wider than a whole line. */
const flowing = (pen: Pen, head: string, items: readonly string[], width: number): Flow => {
  const pieces: Piece[] = [];
  let [x, line] = [widthOf(pen, head, HEAD) + GAP, 0];
  for (const item of items) {
    const wide = widthOf(pen, item, TEXT);
    if (x + wide <= width) {
      pieces.push({ text: item, x, line });
      x += wide + GAP;
      continue;
    }
    const broken = wrapped(pen, item, width, TEXT);
    for (const text of broken) pieces.push({ text, x: 0, line: ++line });
    x = widthOf(pen, broken.at(-1) ?? '', TEXT) + GAP;
  }
  return { pieces, lines: line + 1 };
};

/** How high a flow of these items is, in px. */
export const flowHeight = (pen: Pen, head: string, items: readonly string[], width: number): number =>
  items.length === 0 ? 0 : flowing(pen, head, items, width).lines * lead(TEXT);

/** Sets a heading and as many whole items behind it as the box holds; the rest is counted: 「ほか3件」. Gives where they end. */
export const putFlow = (pen: Pen, head: string, items: readonly string[], { x, y, w, h }: Box): number => {
  if (items.length === 0) return y;
  put(pen, head, x, y, HEAD);
  for (let count = items.length; count >= 0; count--) {
    const rest = count < items.length ? [pick(leafletWords).more(items.length - count)] : [];
    const { pieces, lines } = flowing(pen, head, [...items.slice(0, count), ...rest], w);
    if (lines * lead(TEXT) > h + 0.5 && count > 0) continue;
    for (const piece of pieces) put(pen, piece.text, x + piece.x, y + piece.line * lead(TEXT), TEXT);
    return y + lines * lead(TEXT);
  }
  return y;
};
