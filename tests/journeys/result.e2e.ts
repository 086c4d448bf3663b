import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { useBrowser, type Width, widths } from '../support/browser.ts';

const browser = useBrowser();
const drawn = (page: Page) =>
  page.waitForFunction(() => [...document.querySelectorAll('canvas')].every((canvas) => canvas.style.width !== ''));

test.each(['#/result/IT-04?open=1', '#/result/PB-01?open=1', '#/result/PB-07'])(
  '%s has no accessibility violation in either language, light or dark',
  async (path) => {
    for (const language of ['ja', 'en']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.open(`${path}${path.includes('?') ? '&' : '?'}l=${language}`, { colorScheme, reducedMotion: 'reduce' });
        for (const summary of await page.locator('main summary').all()) if (await summary.isVisible()) await summary.click();
        const step = page.locator('#steps button').nth(2);
        if (await step.count()) await step.click();
        await drawn(page);
        await page.evaluate(() => scrollTo(0, 0));
        expect(await violations(page), `${language} ${colorScheme}`).toEqual([]);
        await page.context().close();
      }
    }
  },
);

test('the result never scrolls sideways and shows the verdict in the first screen, at every width', async () => {
  for (const width of Object.keys(widths) as Width[]) {
    for (const language of ['ja', 'en']) {
      const page = await browser.open(`#/result/PB-01?open=1&l=${language}`, { width });
      await drawn(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const figure = await page.locator('header .figure').boundingBox();
      expect({ width, language, wide }).toEqual({ width, language, wide: 0 });
      expect((figure?.y ?? Infinity) + (figure?.height ?? 0)).toBeLessThanOrEqual(widths[width][1]);
      await page.context().close();
    }
  }
});

test('no payout is shown without a sitting, nor before the guess is locked', async () => {
  const page = await browser.open('#/result/IT-15');
  expect(await page.locator('main').innerText()).not.toContain('5,300万円');
  await page.getByRole('link', { name: 'はじめる' }).click();
  await page.locator('main a[href^="#/play/IT-15"]').first().click();
  await page.locator('[data-played]').waitFor();
  await page.locator('.task input[type="radio"]').first().check();
  await page.locator('.bar .main:not(:disabled)').click();
  await page.goto(`${inject('site')}#/result/IT-15`);
  await page.getByRole('heading', { name: '支払額の予想がまだです' }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain('5,300万円');
});

test('the code of the result screen with its charts stays within 180 KB; nothing violates the content security policy', async () => {
  const page = await browser.open('#/about');
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${inject('site')}#/result/IT-15?open=1`);
  await page.reload();
  await drawn(page);
  await page.locator('#what-if').waitFor();
  const isContent = (url: string) => /\/(IT-\d+|PB-\d+|it-liability|plan-b|facts|general|summaries)-[^/]+$/.test(url);
  const code = [...new Set(asked.filter((url) => url.endsWith('.js') && !isContent(url)))];
  const bytes = code.reduce((sum, url) => sum + gzipSync(readFileSync(`dist/${url.slice(inject('site').length)}`)).length, 0);
  expect(code.length).toBeGreaterThan(5);
  expect(bytes).toBeLessThanOrEqual(180 * 1024);
  expect(complaints).toEqual([]);
});

test('a what-if change reaches the page well within 100 ms, on a processor slowed down fourfold', async () => {
  const page = await browser.open('#/result/IT-15?open=1', { width: 'projector' });
  await drawn(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times = await page.evaluate(async () => {
    const slider = document.querySelectorAll<HTMLInputElement>('.control input[type=range]')[1];
    if (!slider) throw new Error('no slider');
    const found: number[] = [];
    for (let i = 0; i < 60; i++) {
      slider.value = String((i * 7) % Number(slider.max));
      const from = performance.now();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await Promise.resolve();
      found.push(performance.now() - from);
      await new Promise(requestAnimationFrame);
    }
    return found.slice(10).toSorted((a, b) => a - b);
  });
  const p95 = times[Math.floor(times.length * 0.95)] ?? Infinity;
  console.log(`slider to figures, 95th percentile at 4 × CPU slow-down: ${p95.toFixed(1)} ms`);
  expect(p95).toBeLessThanOrEqual(100);
});
