import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { useBrowser, type Width, widths } from '../support/browser.ts';

const browser = useBrowser();
const drawn = (page: Page) =>
  page.waitForFunction(() => [...document.querySelectorAll('canvas')].every((canvas) => canvas.style.width !== ''));

/** What the lab says: the sentence, the heights of the first tower’s layers, the table’s cells and the one that is outlined. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    sentence: document.querySelector('.top p')?.textContent.trim(),
    tower: [...document.querySelectorAll<HTMLElement>('.tank .part')].map(({ style }) => style.height),
    cells: [...document.querySelectorAll<HTMLElement>('#table td[data-yen]')].map(({ dataset }) => dataset['yen']),
    now: [...document.querySelectorAll<HTMLElement>('#table td.now')].map(({ dataset }) => dataset['yen']),
  }));
const addressed = (page: Page) => page.waitForFunction(() => location.hash.includes('k='));

test('an arrow key on a slider moves sentence, tower and table together, and the address opens the same yen anew', async () => {
  const page = await browser.open('#/lab?c=IT-15');
  const before = await shown(page);
  expect(before.sentence).toContain('5,300万円');
  expect(before.now).toEqual(['53000000']);
  await page.getByRole('slider', { name: '費用総支払限度額のつまみ' }).focus();
  await page.keyboard.press('ArrowRight');
  const after = await shown(page);
  // one rung up from 3,000万円 is 5,000万円: 4,300万円 of costs fit into it
  expect(after.sentence).toContain('6,600万円、自社負担は 0円');
  expect(after.now).toEqual(['66000000']);
  expect(after.tower).not.toEqual(before.tower);
  expect(after.cells).not.toEqual(before.cells);
  await addressed(page);
  const opened = await browser.open(new URL(page.url()).hash);
  expect(await shown(opened)).toEqual(after);
  expect(await opened.getByRole('alert').count()).toBe(0);

  await page.getByRole('button', { name: '取り消す' }).click();
  expect(await shown(page)).toEqual(before);
  await page.getByRole('button', { name: 'やり直す' }).click();
  expect(await shown(page)).toEqual(after);
});

test('a preset sets its terms at one tap and can be set back', async () => {
  const page = await browser.open('#/lab?c=IT-15');
  const before = await shown(page);
  await page.getByRole('button', { name: 'この条件にする' }).first().click();
  expect((await shown(page)).now).toEqual(['66000000']);
  await page.getByRole('button', { name: '元に戻す' }).click();
  expect(await shown(page)).toEqual(before);
});

test('a damaged link says so and offers what could be read; an unknown case leads to the list', async () => {
  const page = await browser.open('#/lab?c=IT-15&v=1&e=9.9&s=costLimit.50000000*gone.1&k=zzz');
  await page.getByText('このリンクは途中で変わったか、欠けています。').waitFor();
  expect((await shown(page)).now).toEqual(['66000000']);
  const lost = await browser.open('#/lab?c=NOBODY');
  await lost.getByText('リンクの事案が見つかりません。').waitFor();
  await lost.getByText('答えを含みます。').waitFor();
  await lost.locator('main li a').first().click();
  await lost.locator('.top').waitFor();
});

test('has no accessibility violation in either language, light or dark', async () => {
  for (const language of ['ja', 'en']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.open(`#/lab?c=PB-01&l=${language}`, { colorScheme, reducedMotion: 'reduce' });
      for (const summary of await page.locator('main summary').all()) if (await summary.isVisible()) await summary.click();
      await drawn(page);
      await page.evaluate(() => scrollTo(0, 0));
      expect(await violations(page), `${language} ${colorScheme}`).toEqual([]);
      await page.context().close();
    }
  }
});

test('never scrolls sideways; on narrow screens the sentence stays on top and takes at most 38 % of the height', async () => {
  for (const width of Object.keys(widths) as Width[]) {
    for (const language of ['ja', 'en']) {
      const page = await browser.open(`#/lab?c=PB-01&l=${language}`, { width });
      await drawn(page);
      await page.evaluate(() => scrollTo(0, 1200));
      const { wide, top, height, header } = await page.evaluate(() => {
        const box = document.querySelector('.top')?.getBoundingClientRect();
        const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
        return {
          wide: document.documentElement.scrollWidth - innerWidth,
          top: box?.top ?? NaN,
          height: (box?.height ?? NaN) / innerHeight,
          header,
        };
      });
      expect({ width, language, wide }).toEqual({ width, language, wide: 0 });
      if (widths[width][0] < 1024) {
        expect(Math.abs(top - header)).toBeLessThanOrEqual(2);
        expect(height).toBeLessThanOrEqual(0.38);
      }
      await page.context().close();
    }
  }
});

test('the longest sentence too leaves most of a small phone to the controls', async () => {
  const page = await browser.open('#/lab?c=IT-03&l=en', { width: 'phone' });
  for (const fact of await page.locator('.controls fieldset').all()) {
    const unknown = fact.getByRole('radio', { name: 'Not known' });
    if (await unknown.count()) await unknown.check({ force: true });
  }
  expect(await page.locator('.top p').first().innerText()).toMatch(/from ¥.+ is paid/);
  const top = await page.locator('.top').boundingBox();
  expect((top?.height ?? Infinity) / widths.phone[1]).toBeLessThanOrEqual(0.38);
});

test('what the keyboard reaches does not hide under the sentence', async () => {
  const page = await browser.open('#/lab?c=PB-01', { width: 'android' });
  await drawn(page);
  for (const back of [false, true]) {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement;
        const cover = document.querySelector('.top');
        if (!focused || !cover || !focused.closest('.controls')) return 0;
        return cover.getBoundingClientRect().bottom - focused.getBoundingClientRect().bottom;
      });
      expect(hidden).toBeLessThanOrEqual(0);
    }
  }
});

test('the code of the lab with its charts stays within 180 KB', async () => {
  const page = await browser.open('#/about');
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(request.url()));
  await page.goto(`${inject('site')}#/lab?c=IT-15`);
  await page.reload();
  await drawn(page);
  await page.locator('#steps').waitFor();
  const isContent = (url: string) => /\/(IT-\d+|PB-\d+|it-liability|plan-b|facts|general|summaries)-[^/]+$/.test(url);
  const code = [...asked].filter((url) => url.endsWith('.js') && !isContent(url));
  expect(code.length).toBeGreaterThan(5);
  const bytes = code.reduce((sum, url) => sum + gzipSync(readFileSync(`dist/${url.slice(inject('site').length)}`)).length, 0);
  expect(bytes).toBeLessThanOrEqual(180 * 1024);
});
