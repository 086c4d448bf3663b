import type { LeafletTable, LeafletValue } from '#view/leaflet.ts';
import { leafletWords } from '#words/leaflet.ts';
import { pick } from '#words/locale.svelte.ts';
import { type Box, lead, type Pen, put, putLines, SMALLEST, type Type, widthOf, wrapped } from './picture.ts';
import { cellText } from './value.ts';

const TITLE: Type = { size: 22, weight: 700 };
const NOTE: Type = { size: SMALLEST, faint: true };
const CELL: Type = { size: SMALLEST };
const HEAD: Type = { size: SMALLEST, weight: 700 };
const PAD = 12;
const ROW = { least: 28, most: 42 };

/** So many of a row of things that are next to one of them, in their order. */
const around = (count: number, must: number, most: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => i)
    .toSorted((a, b) => Math.abs(a - must) - Math.abs(b - must))
    .slice(0, Math.max(1, most))
    .toSorted((a, b) => a - b);

/** How high a table is at least, in px, about. */
export const tableNeed = ({ rows }: LeafletTable): number => lead(TITLE) + 2 * lead(NOTE) + 6 + (rows.length + 1) * ROW.least;

/** A table with its unit; the meant cell framed. Of rows and columns that have no room, those next to that cell stay; the rest is counted. */
export const putTable = (pen: Pen, table: LeafletTable, { x, y, w, h }: Box): void => {
  const t = pick(leafletWords);
  const { caption, columns, rows, marked } = table;
  const isYen = rows.some(({ head, cells }) => [head, ...cells].some((value) => typeof value === 'number'));
  const unit = isYen ? `${t.gap}${t.unit}` : '';
  const framed = marked ? `${t.gap}${t.marked(marked.what)}` : '';
  const below = putLines(pen, wrapped(pen, `${caption}${unit}`, w, TITLE), x, y, TITLE);
  const top = putLines(pen, wrapped(pen, `${t.axes(table.down, table.across)}${framed}`, w, NOTE), x, below, NOTE) + 6;
  const wide = (value: LeafletValue | undefined, type: Type): number =>
    value === undefined ? 0 : widthOf(pen, cellText(value), type) + 2 * PAD;
  const first = Math.max(...rows.map(({ head }) => wide(head, HEAD)));
  const widths = columns.map((column, k) => Math.max(wide(column, HEAD), ...rows.map(({ cells }) => wide(cells[k], CELL))));
  let shown = around(columns.length, marked?.column ?? 0, columns.length);
  const sum = (): number => first + shown.reduce((all, k) => all + (widths[k] ?? 0), 0);
  while (shown.length > 1 && sum() > w) shown = around(columns.length, marked?.column ?? 0, shown.length - 1);
  const room = y + h - top;
  const dropped = columns.length > shown.length;
  const isShort = (rows.length + 1) * ROW.least + (dropped ? lead(NOTE) : 0) > room;
  const lines = around(rows.length, marked?.row ?? 0, isShort ? Math.floor((room - lead(NOTE)) / ROW.least) - 1 : rows.length);
  const rest = rows.length - lines.length + (columns.length - shown.length);
  const high = Math.max(ROW.least, Math.min(ROW.most, (room - (rest > 0 ? lead(NOTE) : 0)) / (lines.length + 1)));
  const spare = (w - sum()) / (shown.length + 1);
  const cell = (value: LeafletValue, left: number, width: number, line: number, type: Type): Box => {
    const text = cellText(value);
    put(pen, text, left + width - PAD - widthOf(pen, text, type), top + line * high + (high - lead(type)) / 2, type);
    return { x: left, y: top + line * high, w: width, h: high };
  };
  lines.forEach((i, line) => {
    const row = rows[i];
    if (row) cell(row.head, x, first + spare, line + 1, HEAD);
    let left = x + first + spare;
    for (const k of shown) {
      const width = (widths[k] ?? 0) + spare;
      if (line === 0) cell(columns[k] ?? '', left, width, 0, HEAD);
      const box = cell(row?.cells[k] ?? '', left, width, line + 1, marked?.row === i && marked.column === k ? HEAD : CELL);
      if (marked?.row === i && marked.column === k) pen.marks.push({ kind: 'frame', ...box, thick: 3, dashed: false });
      left += width;
    }
  });
  for (let line = 1; line <= lines.length + 1; line++)
    pen.marks.push({ kind: 'rule', x, y: top + line * high, w, h: 0, strong: line === 1 });
  if (rest > 0) put(pen, t.more(rest), x, top + (lines.length + 1) * high, NOTE);
};
