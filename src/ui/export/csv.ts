import type { Leaflet, LeafletRow, LeafletTable } from '#view/leaflet.ts';
import { leafletWords } from '#words/leaflet.ts';
import { pick, words } from '#words/locale.svelte.ts';
import { plain } from '#words/phrase.ts';

/** A cell of a spreadsheet: words, whole yen, or nothing. */
type Cell = string | number | null;
type Row = readonly Cell[];

/** Everything of a leaflet as rows of a spreadsheet, one part below the other. Yen are plain integers; the unit stands in the head of their column. */
export function rowsOf(leaflet: Leaflet): readonly Row[] {
  const t = pick(leafletWords);
  const { bars, towers, steps, notice } = leaflet;
  const facts = (rows: readonly LeafletRow[]): Row[] => rows.map(({ label, value, from }) => [label, ...apart(value), words().from[from]]);
  const parts: readonly (readonly Row[])[] = [
    [[leaflet.title], ...leaflet.subtitle.map((line): Row => [line])],
    [...leaflet.sentences.map((line): Row => [line])],
    [[t.figures], [t.item, t.inYen(t.value), t.value, t.from], ...facts(leaflet.figures)],
    leaflet.changes.length === 0
      ? [[t.changes], [t.none]]
      : [
          [t.changes],
          [t.item, t.inYen(t.before), t.before, t.inYen(t.after), t.after],
          ...leaflet.changes.map(({ label, before, after }): Row => [label, ...apart(before), ...apart(after)]),
        ],
    [
      [t.bars],
      [bars.caption],
      [t.bar, t.part, t.inYen(t.value)],
      ...bars.rows.flatMap(({ label, stretches, ghost }): Row[] => [
        ...stretches.map(({ name, yen }): Row => [label, name, yen]),
        ...(ghost === null ? [] : [[label, t.ghost, ghost]]),
      ]),
      ...(bars.note === null ? [] : [[bars.note]]),
    ],
    towers.length === 0
      ? []
      : [
          [t.towers],
          [t.bar, t.tower, t.inYen(t.value)],
          ...towers.flatMap(({ label, loss, layers, limit }): Row[] => [
            ...layers.map(({ name, yen }): Row => [label, name, yen]),
            [label, t.loss, loss],
            ...(limit === null ? [] : [[label, t.limitName, limit]]),
          ]),
        ],
    ...leaflet.tables.map(tableRows),
    steps.length === 0
      ? []
      : [
          [t.steps],
          ['', t.what, t.figuresOf, t.inYen(t.cut), t.inYen(t.stands)],
          ...steps.map(({ what, figures, cut, stands }, i): Row => [
            i + 1,
            what,
            figures.map(({ label, yen }) => `${label} ${String(yen)}`).join(t.plus),
            cut,
            stands,
          ]),
        ],
    [
      [t.assumptions],
      [t.item, t.inYen(t.value), t.value, t.from],
      ...facts(leaflet.assumptions),
      ...leaflet.notes.map((note): Row => [note]),
    ],
    [
      [t.sources],
      [t.item, t.quote, t.passage, t.from],
      ...leaflet.sources.map(({ name, text, passage, from }): Row => [name, text, passage, words().from[from]]),
    ],
    [[t.notice], [notice.short], [notice.full]],
    [[t.link], [leaflet.link]],
  ];
  const joined = parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [[], ...part]));
  return joined.map((row) => row.map((cell) => (typeof cell === 'string' ? plain(cell) : cell)));
}

/** Yen and words have a column each, so that a column of yen can be added up. */
const apart = (value: LeafletRow['value']): [number | null, string | null] => (typeof value === 'number' ? [value, null] : [null, value]);

const tableRows = ({ caption, down, across, columns, rows, marked }: LeafletTable): Row[] => {
  const t = pick(leafletWords);
  const where = marked && [columns[marked.column] ?? null, rows[marked.row]?.head ?? null];
  return [
    [t.inYen(`${plain(t.tables)}${t.gap}${plain(caption)}`)],
    [`${plain(down)} ↓${t.gap}${plain(across)} →`, ...columns],
    ...rows.map(({ head, cells }): Row => [head, ...cells]),
    ...(marked && where ? [[`${plain(marked.what)}${t.gap}${plain(down)}`, where[1] ?? null, across, where[0] ?? null]] : []),
  ];
};

/** What a spreadsheet would take for a formula, in half and full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/** The leaflet as a file that Excel opens in Japan with its characters intact: UTF-8 with a byte order mark, CRLF, nothing that acts as a formula. */
export const csvFile = async (leaflet: Leaflet): Promise<Blob> =>
  new Blob([`\uFEFF${await written(rowsOf(leaflet), ',')}\r\n`], { type: 'text/csv;charset=utf-8' });

/** The same as it is pasted into a spreadsheet. */
export const tsvOf = (leaflet: Leaflet): Promise<string> => written(rowsOf(leaflet), '\t');

async function written(rows: readonly Row[], delimiter: string): Promise<string> {
  const { unparse } = (await import('papaparse')).default;
  return unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n', delimiter, escapeFormulae: FORMULA },
  );
}
