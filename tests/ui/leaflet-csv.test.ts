import { parse } from 'papaparse';
import { afterEach, expect, test } from 'vitest';
import { csvFile, rowsOf, tsvOf } from '#ui/export/csv.ts';
import type { Leaflet } from '#view/leaflet.ts';
import { setLocale } from '#words/locale.svelte.ts';
import { ids, sourceOf } from '../view/result-support.ts';
import { labFor, leafletOf, turnedFor } from './leaflet-support.ts';

afterEach(() => setLocale('ja'));

/** The file as a person’s spreadsheet reads its bytes: UTF-8, commas, CRLF. */
const readBack = (bytes: Uint8Array): string[][] =>
  parse<string[]>(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { newline: '\r\n', delimiter: ',' }).data;
const bytesOf = async (leaflet: Leaflet) => new Uint8Array(await (await csvFile(leaflet)).arrayBuffer());
const below = (rows: readonly string[][], head: string): string[][] => {
  const from = rows.findIndex(([first, ...rest]) => first === head && rest.every((cell) => cell === ''));
  expect(from, head).toBeGreaterThanOrEqual(0);
  const to = rows.findIndex((row, i) => i > from && row.join('') === '');
  return rows.slice(from + 1, to);
};

test('begins with the mark by which Excel knows UTF-8, and ends every line with CRLF', async () => {
  const { leaflet } = leafletOf(labFor(sourceOf('IT-15')));
  const bytes = await bytesOf(leaflet);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  const unquoted = text.replaceAll(/"(?:[^"]|"")*"/g, '');
  expect(unquoted.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text).not.toContain('\u200b');
});

test('the yen of every case read back are those of the outcome, as plain integers', async () => {
  for (const id of ids) {
    const lab = labFor(sourceOf(id));
    for (const changes of [undefined, turnedFor(lab)]) {
      const { leaflet, live } = leafletOf(lab, changes);
      const rows = readBack(await bytesOf(leaflet));
      const [, ...figures] = below(rows, '結果');
      expect(figures.map(([, yen]) => Number(yen))).toEqual(leaflet.figures.map(({ value }) => value));
      expect(figures.map(([, , , from]) => from)).toEqual(figures.map(() => '計算'));
      const [, head, ...stretches] = below(rows, '内訳');
      expect(head?.[2]).toBe('内容（円）');
      const total = live.outcome.bars.at(-1)?.segments ?? [];
      const ofTotal = stretches.filter(([bar, part, yen]) => bar === '合計' && part !== '変更前の支払' && yen !== '');
      expect(ofTotal.map(([, , yen]) => yen)).toEqual(total.map(({ yen }) => String(yen)));
      const [, ...steps] = below(rows, '計算の手順');
      expect(steps.map((row) => row[4])).toEqual(live.outcome.stairs.map(({ yen }) => String(yen)));
      expect(rows.flat().filter((cell) => /^\d{1,3}(,\d{3})+$/.test(cell))).toEqual([]);
    }
  }
});

test('the table holds every combination, and says which one is the contract', async () => {
  const { leaflet, live } = leafletOf(labFor(sourceOf('IT-14')));
  const rows = readBack(await bytesOf(leaflet));
  const [head, ...cells] = below(rows, '組合せの表　限度額と免責金額の組合せ（円）');
  expect(head?.slice(1, 7)).toEqual(['0', '1000000', '2000000', '5000000', '10000000', '30000000']);
  expect(cells.slice(0, -1).map((row) => row.slice(1, 7).map(Number))).toEqual(leaflet.tables[0]?.rows.map((row) => row.cells));
  const [what, limit, , deductible] = cells.at(-1) ?? [];
  expect(what).toContain('いまの契約');
  const row = cells.find(([first]) => first === limit);
  expect(row?.[(head ?? []).indexOf(deductible ?? '')]).toBe(String(live.outcome.low));
});

test('every value has its mark, and assumptions, sources, notice and link are there', async () => {
  const lab = labFor(sourceOf('IT-10'));
  const { leaflet } = leafletOf(lab, turnedFor(lab));
  const rows = readBack(await bytesOf(leaflet));
  const values = below(rows, '前提').slice(1, 1 + leaflet.assumptions.length);
  expect(values.filter(([, , , from]) => !/^(資料|実務|仮定|計算)$/.test(from ?? ''))).toEqual([]);
  expect(below(rows, '変更した条件（仮定）')).toHaveLength(1 + leaflet.changes.length);
  expect(below(rows, '決め手の条項と出典')).toHaveLength(1 + leaflet.sources.length);
  expect(below(rows, 'ご利用にあたって').flat().join('')).toContain('法律相談ではありません');
  expect(below(rows, 'リンク')[0]?.[0]).toBe(leaflet.link);
});

test('signs outside Shift_JIS, quotes, commas and line breaks come through; nothing acts as a formula', async () => {
  const { leaflet } = leafletOf(labFor(sourceOf('IT-15')));
  const hostile = ['=1+1', '+81', '-2', '@SUM(A1)', '＝A1', '\t=1', '=HYPERLINK("x","y")'];
  const notes = ['①「〜」㎡ 髙 𠮷 — ¥ ～', 'a "quoted", text', 'two\nlines', ...hostile];
  const odd: Leaflet = { ...leaflet, notes, assumptions: [] };
  for (const rows of [readBack(await bytesOf(odd)), parse<string[]>(await tsvOf(odd), { newline: '\r\n', delimiter: '\t' }).data]) {
    const found = below(rows, '前提')
      .slice(1)
      .map(([first]) => first);
    expect(found.slice(0, 3)).toEqual(notes.slice(0, 3));
    expect(found.slice(3)).toEqual(hostile.map((text) => `'${text}`));
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t＝＋－＠]/u);
  }
});

test('in English the words are English and the yen the same', async () => {
  const lab = labFor(sourceOf('PB-06'));
  const inJapanese = rowsOf(leafletOf(lab).leaflet).map((row) => row.filter((cell) => typeof cell === 'number'));
  setLocale('en');
  const rows = rowsOf(leafletOf(lab).leaflet);
  expect(rows.map((row) => row.filter((cell) => typeof cell === 'number'))).toEqual(inJapanese);
  expect(readBack(await bytesOf(leafletOf(lab).leaflet)).map(([first]) => first)).toContain('Assumptions');
});
