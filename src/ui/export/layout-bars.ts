import type { Leaflet, LeafletBar, LeafletStretch } from '#view/leaflet.ts';
import { leafletWords } from '#words/leaflet.ts';
import { locale, pick } from '#words/locale.svelte.ts';
import { yenShort } from '#words/yen.ts';
import { type Box, lead, type Pen, put, putLines, SMALLEST, type Type, widthOf, wrapped } from './picture.ts';

const LABEL: Type = { size: SMALLEST };
const BOLD: Type = { size: SMALLEST, weight: 700 };
const CAPTION: Type = { size: 24, weight: 700 };
const SWATCH = { w: 26, h: 18 };
/** How thick a bar may be, in px: the words in it need the least. */
const THICK = { least: lead(BOLD), most: 56 };
const BETWEEN = 12;
const APART = 24;

interface Placed {
  readonly stretch: LeafletStretch;
  readonly x: number;
  readonly w: number;
  /** What stands on it; null where it is too narrow for words. */
  readonly inside: string | null;
}

/** A label above the bar, with the swatch of its stretch; the title of the bar has none. */
interface Label {
  readonly text: string;
  readonly type: Type;
  readonly part: LeafletStretch['part'] | null;
  readonly x: number;
  readonly line: number;
}

interface Row {
  readonly bar: LeafletBar;
  readonly stretches: readonly Placed[];
  readonly labels: readonly Label[];
  /** How many lines of labels stand above the bar. */
  readonly lines: number;
}

const amount = (yen: number): string => yenShort(yen, locale());

const rowOf = (pen: Pen, bar: LeafletBar, { x, w }: Pick<Box, 'x' | 'w'>, scale: number): Row => {
  let left = x;
  // Two of one cause are told apart by their clauses.
  const isAlone = ({ cause }: LeafletStretch): boolean => bar.stretches.filter((other) => other.cause === cause).length === 1;
  const label = (stretch: LeafletStretch): string => {
    const named = `${stretch.name} ${amount(stretch.yen)}`;
    return isAlone(stretch) || widthOf(pen, named, LABEL) + SWATCH.w + 8 > w ? `${stretch.cause} ${amount(stretch.yen)}` : named;
  };
  const stretches = bar.stretches.map((stretch): Placed => {
    const wide = stretch.yen * scale;
    const fitting = [label(stretch), amount(stretch.yen)].find((text) => widthOf(pen, text, BOLD) + 24 <= wide);
    const placed = { stretch, x: left, w: wide, inside: fitting ?? null };
    left += wide;
    return placed;
  });
  const labels: Label[] = [];
  let [at, line] = [0, 0];
  const add = (text: string, type: Type, part: Label['part']): void => {
    const swatch = part === null ? 0 : SWATCH.w + 8;
    const wide = swatch + widthOf(pen, text, type);
    if (at > 0 && at + wide > w) [at, line] = [0, line + 1];
    labels.push({ text, type, part, x: x + at, line });
    at += wide + APART;
  };
  wrapped(pen, `${bar.label} ${amount(bar.claimed)}`, w, BOLD).forEach((text, i) => {
    if (i > 0) [at, line] = [0, line + 1];
    add(text, BOLD, null);
  });
  // What says its amount alone in the bar is named above too.
  for (const { stretch, inside } of stretches) {
    if (inside === null || inside === amount(stretch.yen)) add(label(stretch), LABEL, stretch.part);
  }
  if (bar.ghost !== null) add(pick(leafletWords).wasPaid(amount(bar.ghost)), LABEL, null);
  return { bar, stretches, labels, lines: line + 1 };
};

/** The height of a row without its bar. */
const besides = ({ lines }: Row): number => lines * lead(LABEL) + 4 + BETWEEN;

const rowsOf = (
  pen: Pen,
  { rows }: Leaflet['bars'],
  area: Pick<Box, 'x' | 'w'>,
): { readonly rows: readonly Row[]; readonly scale: number } => {
  const scale = area.w / Math.max(1, ...rows.map(({ claimed, ghost }) => Math.max(claimed, ghost ?? 0)));
  return { scale, rows: rows.map((bar) => rowOf(pen, bar, area, scale)) };
};

/** The rows that fit with bars of the least thickness: the last one, which is the whole, always among them. */
const fitting = (rows: readonly Row[], height: number): readonly Row[] => {
  const high = (some: readonly Row[]): number => some.reduce((sum, row) => sum + besides(row) + THICK.least, 0);
  if (high(rows) <= height) return rows;
  let kept = rows;
  while (kept.length > 1 && high(kept) + lead(LABEL) > height) kept = [...kept.slice(0, -2), ...kept.slice(-1)];
  return kept;
};

/** How high the bars are at least, in px. */
export const barsNeed = (pen: Pen, bars: Leaflet['bars'], width: number): number =>
  wrapped(pen, bars.caption, width, CAPTION).length * lead(CAPTION) +
  8 +
  rowsOf(pen, bars, { x: 0, w: width }).rows.reduce((sum, row) => sum + besides(row) + THICK.least, 0);

/** Bars on one scale with their amounts in or above them; the ghost as a dashed frame. */
export const putBars = (pen: Pen, bars: Leaflet['bars'], area: Box): void => {
  const top = putLines(pen, wrapped(pen, bars.caption, area.w, CAPTION), area.x, area.y, CAPTION) + 8;
  const { rows: all, scale } = rowsOf(pen, bars, area);
  const height = area.y + area.h - top;
  const rows = fitting(all, height);
  const rest = all.length - rows.length;
  const room = height - (rest > 0 ? lead(LABEL) : 0) - rows.reduce((sum, row) => sum + besides(row), 0);
  const thick = Math.max(THICK.least, Math.min(THICK.most, room / Math.max(1, rows.length)));
  let y = top;
  for (const row of rows) y = putRow(pen, row, area.x, y, thick, scale);
  if (rest > 0) put(pen, pick(leafletWords).more(rest), area.x, y - BETWEEN / 2, { ...LABEL, faint: true });
};

const putRow = (pen: Pen, row: Row, x: number, y: number, thick: number, scale: number): number => {
  for (const { text, type, part, x: left, line } of row.labels) {
    const top = y + line * lead(LABEL);
    if (part !== null) pen.marks.push({ kind: 'fill', part, x: left, y: top + (lead(LABEL) - SWATCH.h) / 2, ...SWATCH });
    put(pen, text, left + (part === null ? 0 : SWATCH.w + 8), top, type);
  }
  const top = y + row.lines * lead(LABEL) + 4;
  for (const { stretch, x: left, w, inside } of row.stretches) {
    // A gap of 2 px between neighbours, which contrast little; what is next to nothing is still seen.
    pen.marks.push({ kind: 'fill', part: stretch.part, x: left, y: top, w: Math.max(2, w - 2), h: thick });
    if (inside !== null) put(pen, inside, left + 12, top + (thick - lead(BOLD)) / 2, BOLD, stretch.part);
  }
  const { ghost } = row.bar;
  if (ghost !== null) pen.marks.push({ kind: 'frame', x, y: top - 3, w: ghost * scale, h: thick + 6, thick: 3, dashed: true });
  return top + thick + BETWEEN;
};
