import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { assessed, type Answer } from '#tools/assessing.ts';
import { drillFileOf } from '#tools/library.ts';
import { yenJa } from '#words/yen.ts';
import { violations } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';

const { open } = useBrowser();
const ID = 'DR-PB-EX18';
const SITUATIONS = ['last-day', 'day-after', 'from-delivery', 'end-of-april', 'preview', 'some-day-in-january'];

const engine = (path: string): Answer => {
  const reading = assessed({ file: drillFileOf(ID), set: [], path });
  if (!reading.ok) throw new Error(`${ID} ${path} cannot be assessed`);
  return reading.value.answer;
};
const words = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).last().innerText()).replaceAll('\u200b', '').replace(/\s+/gu, '');

/** Presses Tab until the focus is on what matches the selector. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}
const isFocused = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

async function answer(page: Page): Promise<void> {
  await tabTo(page, 'fieldset:enabled input');
  await page.keyboard.press('Space');
  await tabTo(page, '.button.main:enabled');
  await page.keyboard.press('Enter');
  await isFocused(page, '[data-current] [data-reply]');
}
async function next(page: Page): Promise<void> {
  await tabTo(page, '.button.main');
  await page.keyboard.press('Enter');
  await isFocused(page, '[data-now]');
}

test('a drill is played by keyboard alone, from the list to its rule, and shows the figures of the engine after each answer', async () => {
  const page = await open('#/drills');
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await tabTo(page, `main a[href="#/drill/${ID}"]`);
  await page.keyboard.press('Enter');
  await page.locator(`[data-drill="${ID}"]`).waitFor();
  for (const [i, path] of SITUATIONS.entries()) {
    expect(await page.locator('fieldset:enabled').count()).toBe(1);
    expect(await page.locator('[data-compare] tbody tr').count()).toBe(i);
    expect(await page.locator('[data-current] .stamp').count()).toBe(0);
    await answer(page);
    const { low, high, paid, claimed } = engine(path);
    const sentence = await words(page, '[data-current] [data-sentence]');
    expect(sentence).toContain(`請求${yenJa(claimed)}のうち`);
    if (low === high) expect(sentence).toContain(`支払われる保険金は${yenJa(paid)}、`);
    else expect(sentence).toMatch(new RegExp(`支払われる保険金は.*〜${yenJa(high)}の間`, 'u'));
    const row = await words(page, '[data-compare] tbody tr');
    expect(row).toContain(low === high ? yenJa(paid) : `〜${yenJa(high)}`);
    expect(await violations(page), path).toEqual([]);
    await next(page);
  }
  expect(await words(page, '[data-now]')).toBe('まとめ');
  expect(await page.locator('.rule').isVisible()).toBe(true);
  await tabTo(page, '.next a.main');
  expect(complaints).toEqual([]);
  await page.goto(page.url().replace(/#.*/u, '#/drills'));
  const row = page.locator('li', { has: page.locator(`a[href="#/drill/${ID}"]`) });
  expect((await row.innerText()).replaceAll('\u200b', '')).toContain('終了');
  await page.context().close();
}, 120_000);

test('a drill that was left is gone on with after a reload, and begins anew when what is kept is damaged or of another version', async () => {
  const page = await open(`#/drill/${ID}`);
  await answer(page);
  await next(page);
  await answer(page);
  await page.reload();
  await page.locator('[data-drill]').waitFor();
  expect(await page.locator('[data-drill]').getAttribute('data-at')).toBe('2');
  expect(await page.locator('[data-compare] tbody tr').count()).toBe(2);
  const kept = await page.evaluate((id) => localStorage.getItem(`satei.drill.${id}`), ID);
  for (const damaged of [
    '{',
    'null',
    '[]',
    '{"version":1,"answers":{"last-day":"maybe"}}',
    kept?.replace(/"version":\d+/u, '"version":9999') ?? '',
  ]) {
    await page.evaluate(([id, text]) => localStorage.setItem(`satei.drill.${id}`, text), [ID, damaged] as const);
    await page.reload();
    await page.locator('[data-drill]').waitFor();
    expect(await page.locator('[data-drill]').getAttribute('data-at'), damaged).toBe('0');
  }
  await page.context().close();
}, 60_000);
