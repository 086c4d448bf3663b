import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { fileName } from '#ui/export/file-name.ts';
import { labLeaflet } from '#ui/lab/leaflet.ts';
import { linked } from '#view/lab-link.ts';
import { telling } from '#ui/export/telling.ts';
import type { Leaflet } from '#view/leaflet.ts';
import { locale, setLocale } from '#words/locale.svelte.ts';
import { yen } from '#words/yen.ts';
import { anyState, labOfCase } from '../view/lab-support.ts';
import { DAY, leafletOf, SITE } from './leaflet-support.ts';

afterEach(() => setLocale('ja'));

const figure = ({ figures }: Leaflet, i: number): unknown => figures[i]?.value;

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test('every figure of a leaflet is the one that the screen shows: 150 random states', () => {
    fc.assert(
      fc.property(anyState, ([id, state]) => {
        setLocale(language);
        const lab = labOfCase(id);
        const { leaflet, live } = leafletOf(lab, state);
        const { claimed, notOwed, low, high, ownLow, ownCost, bars, stairs } = live.outcome;
        expect(figure(leaflet, 0)).toBe(claimed);
        expect(leaflet.figures.map(({ value }) => value)).toEqual([
          claimed,
          ...(notOwed > 0 ? [notOwed] : []),
          ...(low === high ? [low, ownLow] : [low, high, ownLow, ownCost]),
        ]);
        expect(leaflet.sentences[0]).toContain(yen(claimed, locale()));
        expect(leaflet.steps.map(({ stands }) => stands)).toEqual(stairs.map(({ yen: stands }) => stands));
        for (const bar of leaflet.bars.rows) expect(bar.stretches.reduce((sum, one) => sum + one.yen, 0)).toBe(bar.claimed);
        const total = leaflet.bars.rows.at(-1);
        expect(total?.stretches.map(({ part, yen: value }) => [part, value])).toEqual(
          bars.at(-1)?.segments.map(({ part, yen: value }) => [part, value]),
        );
        for (const { loss, layers } of leaflet.towers) expect(layers.reduce((sum, one) => sum + one.yen, 0)).toBe(loss);
        const [table] = leaflet.tables;
        expect(table?.marked && table.rows[table.marked.row]?.cells[table.marked.column]).toBe(low);
        expect([...leaflet.assumptions, ...leaflet.figures].filter(({ from }) => !from)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('the link opens the same terms in the same language', () => {
    fc.assert(
      fc.property(anyState, ([id, state]) => {
        setLocale(language);
        const lab = labOfCase(id);
        const { leaflet, live } = leafletOf(lab, state);
        expect(leaflet.link.startsWith(`${SITE}#/lab?`)).toBe(true);
        const query = Object.fromEntries(new URLSearchParams(leaflet.link.slice(`${SITE}#/lab?`.length)));
        expect(query['l']).toBe(language);
        const opened = linked(lab.scope, query);
        expect(opened.state).toBe('whole');
        expect(lab.view.at(opened.changes, null)?.outcome).toEqual(live.outcome);
      }),
      { numRuns: 100 },
    );
  });
});

test('a leaflet says the case, the wording, their editions and the day; the notice is whole', () => {
  const { leaflet } = leafletOf(labOfCase('IT-15'));
  const text = JSON.stringify(leaflet).replaceAll('\u200b', '');
  expect(text).toMatch(/事案 IT-15 第\d+版/);
  expect(text).toMatch(/約款 IT業務賠償責任保険.*第\d+版/);
  expect(text).toContain('作成日 2026/11/22');
  expect(leaflet.notice.short).toContain('募集資料ではありません');
  expect(leaflet.notice.full).toContain('法律相談ではありません');
  expect(leaflet.changes).toEqual([]);
});

test('what was paid before stands beside what is paid now', () => {
  const lab = labOfCase('IT-15');
  const changes = { schedule: { costLimit: 50_000_000 }, facts: {}, amounts: {} };
  const leaflet = labLeaflet(lab, { changes }, DAY, SITE);
  // 4,300万円 of costs fit into 5,000万円: 6,600万円 is paid instead of 5,300万円
  expect(leaflet.sentences).toEqual([expect.stringContaining('支払われる保険金は 6,600万円、自社負担は 0円'), '変更前 5,300万円']);
  expect(leaflet.bars.rows.at(-1)).toMatchObject({ claimed: 66_000_000, ghost: 53_000_000 });
  expect(leaflet.changes.map(({ before, after }) => [before, after])).toEqual([[30_000_000, 50_000_000]]);
});

test('a working cut short keeps its first and last line and those that take off most', () => {
  const step = (cut: number | null) => ({ what: 'x', figures: [], cut, stands: 0 });
  const steps = [step(null), step(0), step(5), step(null), step(9), step(1), step(null)];
  expect(telling(steps, 4)).toEqual([0, 2, 4, 6]);
  expect(telling(steps, Infinity)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a file is called by title and day, without signs that a file name may not have', () => {
  expect(fileName({ title: '試算：A/B\u200b「1:2」 *?', day: DAY }, 'png')).toBe('試算-A-B「1-2」--2026-11-22.png');
});
