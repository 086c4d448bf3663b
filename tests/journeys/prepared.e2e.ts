import { readdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { useBrowser, type Width } from '../support/browser.ts';

const browser = useBrowser();
const PREPARED = readdirSync('dist/assets', { recursive: true, encoding: 'utf8' }).filter((name) => /\/.+\.html$/.test(name));
const FIRST = 'PB-06';

/** A page whose app does not come until `release` is called, and what it said on the console. */
const waiting = async (width: Width = 'android', options = {}) => {
  const page = await browser.open('#/about', { width, ...options });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  let release = (): void => undefined;
  const open = async (address: string) => {
    await page.goto('about:blank');
    const gate = new Promise<void>((done) => (release = done));
    await page.unrouteAll();
    await page.route(/\/assets\/index-[^/]+\.js$/, async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto(inject('site') + address, { waitUntil: 'commit' });
  };
  return { page, said, open, release: () => release() };
};
const live = (page: Page) => page.waitForFunction(() => document.title.includes('｜'));
const shown = (page: Page): Promise<string> => page.locator('#app').innerText();

test('every case has its first question ready in both languages, and the app goes on with the very same', async () => {
  expect(PREPARED.length).toBeGreaterThanOrEqual(58);
  const { page, said, open, release } = await waiting();
  for (const file of PREPARED) {
    const [, id = '', language = ''] = /([^/]+)\.(ja|en)\.html$/.exec(file) ?? [];
    await open(`#/play/${id}?l=${language}`);
    await page.locator('.task input[type=radio], .task button, .bar .main').first().waitFor();
    const before = await shown(page);
    const nodes = await page.evaluateHandle(() => [...document.querySelectorAll('#app h1, #app button, #app input')]);
    release();
    await live(page);
    const after = await shown(page);
    expect(after, file).toBe(before);
    expect(await nodes.evaluate((all) => all.filter((node) => !node.isConnected).length), file).toBe(0);
  }
  expect(said).toEqual([]);
}, 120_000);

test('what is pressed before the app has come is done when it comes', async () => {
  const { page, open, release } = await waiting();
  await open(`#/play/${FIRST}`);
  const answer = page.locator('.task input[type=radio]').nth(1);
  await answer.check();
  const proceed = page.locator('.bar .main');
  expect(await proceed.isEnabled()).toBe(false);
  await page.getByRole('button', { name: 'English' }).click();
  release();
  await page.getByRole('button', { name: '日本語' }).waitFor();
  expect(await answer.isChecked()).toBe(true);
  await proceed.click();
  await page.locator('[data-task=decided]').waitFor();
});

test('brightness and language are those of an earlier visit', async () => {
  const { page, open } = await waiting();
  await page.evaluate(() => {
    localStorage.setItem('satei.theme', 'dark');
    localStorage.setItem('satei.language', 'en');
  });
  await open(`#/play/${FIRST}`);
  await page.getByRole('button', { name: '日本語' }).waitFor();
  expect(await page.locator('html').evaluate((html: HTMLElement) => [html.lang, html.dataset['theme'], html.dataset['screen']])).toEqual([
    'en',
    'dark',
    'play',
  ]);
});

test('who goes elsewhere before the app has come arrives there', async () => {
  const { page, open, release } = await waiting();
  await open(`#/play/${FIRST}`);
  await page.locator('header a.title').click();
  release();
  await page.getByRole('link', { name: '結果を開く' }).waitFor();
  expect(await page.locator('h1').count()).toBe(1);
});

test('a sitting that was left, a seat, a shared state, a wide window and an unknown case wait for the app', async () => {
  const { page, open, release } = await waiting();
  await open(`#/play/${FIRST}`);
  release();
  await page.locator('.task input[type=radio]').first().check();
  await page.locator('.bar .main:enabled').click();
  await page.locator('[data-task=decided]').waitFor();
  const wide = await waiting('tablet');
  for (const [where, address] of [
    [{ page, open, release }, `#/play/${FIRST}`],
    [{ page, open, release }, '#/play/IT-15?seats=insured'],
    [{ page, open, release }, '#/play/IT-15?s=x'],
    [{ page, open, release }, '#/play/XX-99'],
    [wide, '#/play/IT-15'],
  ] as const) {
    await where.open(address);
    await where.page.waitForTimeout(300);
    expect(await where.page.locator('#app').innerHTML(), address).toBe('');
    where.release();
    await where.page.locator('h1').first().waitFor();
  }
});

test('where the prepared file does not come, the app begins without it', async () => {
  const { page, open, release } = await waiting();
  await open(`#/play/${FIRST}`);
  await page.goto('about:blank');
  await page.route(/\.html$/, (route) => route.abort());
  await page.goto(`${inject('site')}#/play/${FIRST}`, { waitUntil: 'commit' });
  release();
  await page.locator('.task input[type=radio]').first().check();
  expect(await page.locator('.bar .main').isEnabled()).toBe(true);
});

test('where the script that shows it comes after the app, nothing on the page is lost', async () => {
  const page = await browser.open('#/about', { width: 'android' });
  let release = (): void => undefined;
  const gate = new Promise<void>((done) => (release = done));
  await page.goto('about:blank');
  await page.route(/\/prepared-[^/]+\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(`${inject('site')}#/play/${FIRST}`, { waitUntil: 'commit' });
  await page.locator('.task input[type=radio]').nth(1).check();
  const late = page.waitForResponse(/\.html$/);
  release();
  await late;
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.task input[type=radio]').nth(1).isChecked()).toBe(true);
  await page.locator('.bar .main:enabled').click();
  await page.locator('[data-task=decided]').waitFor();
});
