import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { compareLeaflet } from '#ui/compare/leaflet.ts';
import { rowsOf } from '#ui/export/csv.ts';
import { layoutOf, PICTURE } from '#ui/export/layout.ts';
import type { Mark } from '#ui/export/picture.ts';
import { compareOf } from '#view/compare.ts';
import { setLocale } from '#words/locale.svelte.ts';
import { yenInTable } from '#words/yen.ts';
import { anyState, sourceAt, viewOf } from '../view/compare-support.ts';

afterEach(() => setLocale('ja'));
const [DAY, SITE] = ['2026-11-22', 'https://example.com/satei/'];

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test('every figure of a leaflet is the one that the screen shows: 100 random states', () => {
    fc.assert(
      fc.property(anyState, ([id, state]) => {
        setLocale(language);
        const [view, now] = [viewOf(id), viewOf(id).at(state)];
        if (!now) return;
        const leaflet = compareLeaflet(view, now, DAY, SITE);
        const [differences, none] = leaflet.tables;
        expect(differences?.rows.map(({ cells }) => cells)).toEqual(
          now.differences.map((row) => [...row.yen, ...row.differences.slice(1)]),
        );
        expect(none?.rows.map(({ cells }) => cells[0]) ?? []).toEqual(
          now.none.rows.length === 0 ? [] : [now.none.total, ...now.none.rows.map(({ yen }) => yen)],
        );
        // The first row holds the sums of those below it, contract by contract.
        const [sums, ...items] = none?.rows.map(({ cells }) => cells) ?? [];
        sums?.forEach((sum, k) => expect(sum).toBe(items.reduce((all, cells) => all + Number(cells[k]), 0)));
        expect(leaflet.bars.rows.map(({ claimed }) => claimed)).toEqual(now.columns.map(({ live }) => live.outcome.claimed));
        for (const { stretches, claimed } of leaflet.bars.rows) expect(stretches.reduce((sum, { yen }) => sum + yen, 0)).toBe(claimed);
        const turned = now.schedule.flatMap(({ cells }) => cells.filter((cell) => cell?.before)).length + now.basis.turned.length;
        expect(leaflet.changes).toHaveLength(turned);
        expect([...leaflet.assumptions, ...leaflet.figures].filter(({ from }) => !from)).toEqual([]);
        expect(leaflet.assumptions.length).toBe(
          now.amounts.length +
            now.schedule.reduce((sum, { cells, differs }) => sum + (differs ? cells.filter((cell) => cell).length : 1), 0),
        );
        expect(rowsOf(leaflet).flat()).toEqual(expect.arrayContaining([leaflet.link, leaflet.notice.full]));
      }),
      { numRuns: 100 },
    );
  });

  test('the picture has its words inside the edge and over no other words: 60 random states', () => {
    // A little wider than the real letters.
    const measure = (text: string, size: number): number =>
      [...text].reduce((sum, c) => sum + (/[ -~\u00a0-\u024f]/.test(c) ? 0.6 : 1), 0) * size;
    fc.assert(
      fc.property(anyState, ([id, state]) => {
        setLocale(language);
        const [view, now] = [viewOf(id), viewOf(id).at(state)];
        if (!now) return;
        const marks = layoutOf(compareLeaflet(view, now, DAY, SITE), measure);
        const texts = marks.filter(({ kind }) => kind === 'text');
        expect(texts.length).toBeGreaterThan(20);
        expect(marks.filter(({ x, y, w, h }) => x < 0 || y < 0 || x + w > PICTURE.width || y + h > PICTURE.height)).toEqual([]);
        const meet = (a: Mark, b: Mark): boolean =>
          a.x < b.x + b.w - 0.5 && b.x < a.x + a.w - 0.5 && a.y < b.y + b.h - 0.5 && b.y < a.y + a.h - 0.5;
        expect(texts.filter((a, i) => texts.slice(i + 1).some((b) => meet(a, b)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('the link opens the same comparison in the same language', () => {
    setLocale(language);
    const view = viewOf('IT-04');
    const now = view.at({
      columns: ['it-liability', 'plan-b', 'form-d'].map((contract) => ({ contract, schedule: { liabilityLimit: 7_000_000 } })),
      facts: {},
      amounts: {},
    });
    if (!now) throw new Error('three contracts of one case can be compared');
    const { link } = compareLeaflet(view, now, DAY, SITE);
    const query = Object.fromEntries(new URLSearchParams(link.slice(`${SITE}#/compare?`.length)));
    expect(query['l']).toBe(language);
    const opened = compareOf(sourceAt('IT-04'), query);
    expect(opened.start).toEqual({ state: now.state, link: 'whole' });
    expect(opened.opened.differences).toEqual(now.differences);
  });
});

test('a difference in a table has a true minus sign', () => {
  expect([yenInTable(-13_000_000, 'ja'), yenInTable(-13_500_000, 'en'), yenInTable(-1_234_567, 'ja')]).toEqual([
    '−1,300',
    '−13.5',
    '−123万4,567円',
  ]);
});
