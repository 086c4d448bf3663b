import { readdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { doOne } from './play-driver.ts';

const browser = useBrowser();
const ids = readdirSync('scenarios/cases').map((file) => file.slice(0, -'.yaml'.length));
const PAGE_PX = ((297 - 30) / 25.4) * 96;

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(inject('site') + path);
  await page.locator('h1:visible').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
};
/** How many pages it prints on, by its PDF. */
const pagesOf = async (page: Page): Promise<number> =>
  ((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page(?![a-z])/g) ?? []).length;

test('both sheets of every case print on one or two pages of A4, in both languages', { timeout: 300_000 }, async () => {
  const page = await browser.open('#/about');
  const found: Record<string, number> = {};
  const small: string[] = [];
  for (const language of ['ja', 'en']) {
    for (const who of ['trainer', 'learner']) {
      for (const id of ids) {
        await open(page, `#/sheet/${id}?for=${who}&l=${language}`);
        await page.locator(`.sheet[data-of="${id} ${who} ${language}"]`).waitFor();
        found[`${id} ${who} ${language}`] = await pagesOf(page);
        // As on paper, for a moment: nothing stands outside its page, and no text of the tables is under 8.5 points.
        const { out, least } = await page.evaluate(() => {
          const sheet = document.querySelector('.sheet');
          sheet?.classList.add('paper-size', 'measured');
          const right = sheet?.getBoundingClientRect().right ?? 0;
          const shown = [...(sheet?.querySelectorAll('.flow li, .flow td, .flow th, .flow p, .flow h3') ?? [])].filter(
            (one) => one.getClientRects().length > 0,
          );
          const result = {
            out: shown.filter((one) => one.getBoundingClientRect().right > right + 1).length,
            least: Math.min(...shown.map((one) => parseFloat(getComputedStyle(one).fontSize))),
          };
          sheet?.classList.remove('paper-size', 'measured');
          return result;
        });
        if (out > 0 || least < (8.5 * 96) / 72 - 0.01) small.push(`${id} ${who} ${language}: ${String(out)} outside, ${String(least)} px`);
      }
    }
  }
  expect(Object.keys(found)).toHaveLength(ids.length * 4);
  expect(small).toEqual([]);
  expect(Object.entries(found).filter(([, pages]) => pages < 1 || pages > 2)).toEqual([]);
});

test('the five questions print on half a page, notice and all', async () => {
  const page = await browser.open('#/about');
  await page.setViewportSize({ width: Math.round((180 / 25.4) * 96), height: 900 });
  for (const path of ['#/questions/PB-06?l=ja', '#/questions/IT-15?l=en', '#/questions/IT-01?l=en']) {
    await open(page, path);
    const id = path.slice('#/questions/'.length, '#/questions/XX-00'.length);
    await page.locator('article', { hasText: id }).locator('ol li').nth(4).waitFor();
    expect(await page.locator('article ol li').count()).toBe(5);
    await page.emulateMedia({ media: 'print' });
    const { height, notice } = await page.evaluate(() => ({
      height: document.querySelector('article')?.getBoundingClientRect().bottom ?? Infinity,
      notice: document.querySelector('article .notice')?.getBoundingClientRect().height ?? 0,
    }));
    expect(notice, path).toBeGreaterThan(20);
    expect(height, path).toBeLessThanOrEqual(PAGE_PX / 2);
    await page.emulateMedia({ media: 'screen' });
    expect(await pagesOf(page)).toBe(1);
  }
});

test('the briefing leads to both sheets, and says which one has the answers; learners see no payout', async () => {
  const page = await browser.open('#/case/PB-06');
  await page.getByText('研修用の資料').click();
  await page.getByRole('link', { name: '受講者用の資料' }).click();
  await page.getByRole('heading', { level: 1, name: /受講者用/ }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain('670万円');
  await page.getByRole('link', { name: '講師用の資料（答えあり）' }).click();
  await page.getByRole('heading', { level: 1, name: /講師用/ }).waitFor();
  expect(await page.locator('main').innerText()).toContain('670万円');
});

test('who played the insured company alone finds the five questions at the end, and on paper', async () => {
  const page = await browser.open('#/play/PB-06?seats=insured');
  await page.locator('[data-task]').waitFor();
  for (let turn = 0; turn < 200 && (await doOne(page, turn)); turn++);
  await page.locator('.bar .main').click();
  const part = page.locator('#before');
  await part.waitFor();
  expect(await part.getByRole('heading', { level: 2 }).innerText()).toContain('契約前に確かめる5つの質問');
  expect(await part.locator('li').count()).toBe(5);
  expect(await part.locator('li a[href^="#/policy/"]').count()).toBe(5);
  await page.emulateMedia({ media: 'print' });
  await page.locator('#before-on-paper li').nth(4).waitFor();
  await page.emulateMedia({ media: 'screen' });
  await part.first().getByRole('link', { name: '印刷用の画面を開く' }).click();
  await page.getByRole('heading', { level: 1, name: '契約前に確かめる5つの質問' }).waitFor();
  expect(await page.locator('article ol li').count()).toBe(5);
});
