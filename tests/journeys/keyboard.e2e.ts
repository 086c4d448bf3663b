import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { taskOn } from './play-driver.ts';

const { open } = useBrowser();

/** Presses Tab until the focus is on what matches the selector. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

async function press(page: Page, selector: string, key = 'Enter'): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}

const proceed = (page: Page) => press(page, '.bar .main:not(:disabled)');
const count = (page: Page, selector: string) => page.locator(selector).count();

/** One task by keys alone. */
async function answer(page: Page, task: string): Promise<void> {
  if (task === 'read')
    while ((await count(page, '.task button[aria-pressed="false"]')) > 0) await press(page, '.task button[aria-pressed="false"]');
  if (task === 'decision' || task === 'explain') await press(page, '.task input[type="radio"]', 'Space');
  if (task === 'match') {
    await press(page, '[data-step="line"] button');
    await press(page, '[data-step="clause"] button');
    await press(page, '.answer');
    await proceed(page);
    if ((await count(page, '#notes')) === 0) await press(page, '.bar .button:not(.main):nth-of-type(2)');
  }
  if (task === 'predict') {
    await tabTo(page, '.task input[type="text"]');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1000');
  }
  if (task === 'letter') {
    while ((await count(page, '.paper button.empty')) > 0) {
      await press(page, '.paper button.empty');
      await press(page, '.tray button');
    }
    await proceed(page);
  }
  await proceed(page);
}

test('a case is played by keyboard alone, from home to the printed verdict', async () => {
  const page = await open('');
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await press(page, 'main a[href="#/cases"]');
  await press(page, 'main a[href="#/case/IT-15"]');
  await press(page, 'main a[href^="#/play/IT-15"][href*="all"]');
  await page.locator('[data-task]').waitFor();
  for (let task = await taskOn(page); task !== 'end'; task = await taskOn(page)) {
    const before = await page.locator('[data-played]').getAttribute('data-played');
    await answer(page, task);
    await page.waitForFunction((was) => document.querySelector('[data-played]')?.getAttribute('data-played') !== was, before);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  }
  await press(page, '.bar a.main');
  await page.waitForURL(/#\/result\/IT-15/);
  await page.locator('main .stamp').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('article.sheet');
  await sheet.waitFor();
  expect(await sheet.locator('.stamp').first().isVisible()).toBe(true);
  const paper = ((await page.locator('body').innerText()) ?? '').replaceAll('\u200b', '');
  expect(paper).toContain('募集資料ではありません');
  expect(paper).toMatch(/20\d\d[/年]\d{1,2}[/月]\d{1,2}/);
  expect(complaints).toEqual([]);
  await page.context().close();
}, 180_000);
