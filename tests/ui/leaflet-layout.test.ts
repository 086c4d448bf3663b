import { afterEach, describe, expect, test } from 'vitest';
import { layoutOf, PICTURE } from '#ui/export/layout.ts';
import type { Mark } from '#ui/export/picture.ts';
import { linesOf } from '#ui/export/wrap.ts';
import type { Leaflet } from '#view/leaflet.ts';
import { locale, setLocale } from '#words/locale.svelte.ts';
import { yenShort } from '#words/yen.ts';
import { ids, sourceOf } from '../view/result-support.ts';
import { labFor, leafletOf, turnedFor } from './leaflet-support.ts';

afterEach(() => setLocale('ja'));

/** A little wider than the real letters. */
const measure = (text: string, size: number, weight: 400 | 700): number =>
  [...text].reduce((sum, c) => sum + (/[ -~\u00a0-\u024f\u2010-\u2027]/.test(c) ? 0.58 : 1), 0) * size * (weight === 700 ? 1.03 : 1);

const textsOf = (marks: readonly Mark[]) => marks.filter((mark) => mark.kind === 'text');
const meet = (a: Mark, b: Mark): boolean =>
  a.x < b.x + b.w - 0.5 && b.x < a.x + a.w - 0.5 && a.y < b.y + b.h - 0.5 && b.y < a.y + a.h - 0.5;

/** What is wrong with a picture: marks beyond the edge, words over words or over paint they do not belong to, type that is too small. */
const faults = (marks: readonly Mark[]): string[] => {
  const texts = textsOf(marks);
  const fills = marks.filter((mark) => mark.kind === 'fill');
  const name = (mark: Mark) => (mark.kind === 'text' ? mark.text : mark.kind);
  return [
    ...marks
      .filter(({ x, y, w, h }) => x < 20 || y < 16 || x + w > PICTURE.width - 20 || y + h > PICTURE.height - 16)
      .map((mark) => `out: ${name(mark)}`),
    ...texts.flatMap((a, i) => texts.slice(i + 1).flatMap((b) => (meet(a, b) ? [`over: ${a.text} × ${b.text}`] : []))),
    ...texts.filter(({ on }) => on === null).flatMap((a) => fills.flatMap((b) => (meet(a, b) ? [`on paint: ${a.text}`] : []))),
    ...texts
      .filter(({ on }) => on !== null)
      .flatMap((a) =>
        fills.some((b) => b.part === a.on && a.x >= b.x && a.x + a.w <= b.x + b.w && a.y >= b.y - 1 && a.y + a.h <= b.y + b.h + 1)
          ? []
          : [`off its bar: ${a.text}`],
      ),
    ...texts.filter(({ size }) => size < 20).map(({ text }) => `small: ${text}`),
  ];
};

describe.each(['ja', 'en'] as const)('the picture in %s', (language) => {
  test.each(ids)('%s: nothing overlaps, nothing beyond the edge, every figure of the total is there', (id) => {
    setLocale(language);
    const lab = labFor(sourceOf(id));
    for (const changes of [undefined, turnedFor(lab)]) {
      const { leaflet, live } = leafletOf(lab, changes);
      const marks = layoutOf(leaflet, measure);
      expect(faults(marks)).toEqual([]);
      const texts = textsOf(marks).map(({ text }) => text);
      const all = texts.join(language === 'ja' ? '' : ' ');
      expect(all).toContain(leaflet.title.replaceAll('\u200b', ''));
      for (const { yen } of live.outcome.bars.at(-1)?.segments ?? []) expect(all).toContain(yenShort(yen, locale()));
      for (const part of [leaflet.notice.full, leaflet.link]) {
        const squeezed = (text: string) => text.replaceAll(/[\s\u200b]/g, '');
        expect(squeezed(all)).toContain(squeezed(part));
      }
      // The stretches of the total, in the lowest bar, are as long as their yen say.
      const bars = marks.filter((mark) => mark.kind === 'fill' && mark.h > 20);
      const lowest = Math.max(...bars.map(({ y }) => y));
      const total = bars.filter(({ y }) => y === lowest);
      const claimed = live.outcome.claimed;
      const scale = (Math.max(...total.map(({ x, w }) => x + w)) + 2 - Math.min(...total.map(({ x }) => x))) / claimed;
      expect(total).toHaveLength(live.outcome.bars.at(-1)?.segments.length ?? NaN);
      live.outcome.bars
        .at(-1)
        ?.segments.forEach(({ yen }, i) => expect(Math.abs((total[i]?.w ?? 0) - yen * scale)).toBeLessThanOrEqual(4.5));
    }
  });
});

const long = (n: number): string => '費用総支払限度額の内訳についての長い説明'.repeat(n);

/** Far more of everything than a picture holds. */
const overfull = (): Leaflet => {
  const lab = labFor(sourceOf('IT-10'));
  const { leaflet } = leafletOf(lab, turnedFor(lab));
  const [bar] = leaflet.bars.rows;
  const [table] = leaflet.tables;
  if (!bar || !table) throw new Error('a case without bars or table');
  return {
    ...leaflet,
    title: long(6),
    sentences: [long(9), long(3)],
    changes: Array.from({ length: 30 }, (_, i) => ({ label: long(2), before: i, after: 123_456_789 })),
    bars: { ...leaflet.bars, caption: long(5), rows: Array.from({ length: 14 }, (_, i) => ({ ...bar, label: `${String(i)} ${long(3)}` })) },
    tables: [
      {
        ...table,
        rows: Array.from({ length: 20 }, () => ({ head: 123_456_789, cells: table.columns.map(() => 123_456_789) })),
        marked: { row: 15, column: 3, what: 'x' },
      },
    ],
    assumptions: Array.from({ length: 80 }, () => ({ label: long(3), value: 1_234_567, from: 'assumed' as const })),
    notes: [long(20)],
    sources: Array.from({ length: 30 }, () => ({ name: long(2), text: long(9), passage: long(3), from: 'document' as const })),
    link: `https://example.com/#/lab?${'x'.repeat(480)}`,
  };
};

test('what has no room is cut by whole lines and counted', () => {
  const leaflet = overfull();
  const marks = layoutOf(leaflet, measure);
  expect(faults(marks)).toEqual([]);
  const more = textsOf(marks).flatMap(({ text }) => /ほか(\d+)件/.exec(text)?.[1] ?? []);
  expect(more.length).toBeGreaterThanOrEqual(5);
  const bars = textsOf(marks).filter(({ text }) => /^\d+ 費用総支払/.test(text));
  expect(bars.at(-1)?.text).toMatch(/^13 /);
});

test('without a table the towers take its place, each layer named with its amount', () => {
  const { leaflet } = leafletOf(labFor(sourceOf('IT-15')));
  const marks = layoutOf({ ...leaflet, tables: [] }, measure);
  expect(faults(marks)).toEqual([]);
  const all = textsOf(marks)
    .map(({ text }) => text)
    .join('');
  expect(all).toContain('負担の層');
  for (const { layers } of leaflet.towers) for (const { yen } of layers) expect(all).toContain(yenShort(yen, 'ja'));
  expect(
    faults(
      layoutOf(
        {
          ...overfull(),
          tables: [],
          towers: Array.from({ length: 9 }, () => leaflet.towers[0]).flatMap((one) => (one ? [{ ...one, label: long(2) }] : [])),
        },
        measure,
      ),
    ),
  ).toEqual([]);
});

test('lines break between phrases, never before 「、」 nor inside an amount, and a long word is cut to fit', () => {
  const width = (line: string): number => [...line.replaceAll('\u200b', '')].length;
  expect(linesOf('損害賠償請求が\u200bなされる\u200bおそれが\u200bある', 11, width).map((line) => line.replaceAll('\u200b', ''))).toEqual([
    '損害賠償請求がなされる',
    'おそれがある',
  ]);
  for (const line of linesOf('支払は、5,300万円、自社負担は、1,300万円です。', 9, width)) expect(line).not.toMatch(/^[、。]|\d,?$/);
  expect(linesOf('x'.repeat(25), 10, width)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  expect(linesOf('One two three', 7, width)).toEqual(['One two', 'three']);
});
