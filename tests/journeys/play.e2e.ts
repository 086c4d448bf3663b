import { expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { useBrowser, type Width, widths } from '../support/browser.ts';
import { doOne, taskOn } from './play-driver.ts';

const { open } = useBrowser();

test.each([
  ['ja', 'light'],
  ['ja', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const)(
  'every kind of task is free of accessibility violations, in %s and %s',
  async (language, colorScheme) => {
    const page = await open(`#/play/IT-04?seats=all&l=${language}`, { width: 'android', colorScheme, reducedMotion: 'reduce' });
    // Tall enough that the sticky bar covers nothing: a control half under it would count as too small a target.
    await page.setViewportSize({ width: widths.android[0], height: 4000 });
    const seen = new Set<string>();
    for (let turn = 0, more = true; more; turn++) {
      const task = await taskOn(page);
      if (!seen.has(task)) {
        seen.add(task);
        expect(await violations(page), task).toEqual([]);
      }
      more = await doOne(page, turn);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['decision', 'explain', 'letter', 'match', 'predict', 'read']));
    await page.context().close();
  },
  120_000,
);

test.each(Object.keys(widths) as Width[])(
  'at %s width nothing scrolls sideways, and the way on stands in the first screen of every task',
  async (width) => {
    const page = await open('#/play/PB-06?seats=all', { width });
    for (let turn = 1, more = true; more; turn++) {
      const task = await taskOn(page);
      if (task !== 'end') {
        await page.evaluate(() => scrollTo(0, 0));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        const box = await page.locator('.bar .main').boundingBox();
        expect({ task, wide }).toEqual({ task, wide: 0 });
        expect((box?.y ?? Infinity) + (box?.height ?? 0), `${task} ${turn}`).toBeLessThanOrEqual(widths[width][1]);
      }
      more = await doOne(page, turn);
    }
    await page.context().close();
  },
  120_000,
);
