import { readdirSync, readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();
const ids = readdirSync('scenarios/cases').map((file) => file.slice(0, -'.yaml'.length));

const sentence = (page: Page) => page.locator('.top p').first().innerText();
const button = (page: Page, name: string) => page.locator('#leave').getByRole('button', { name, exact: true });
const taken = async (page: Page, name: string): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return download;
};
/** The code of a printed page comes at the first sign of a person. */
const ready = async (page: Page): Promise<void> => {
  await page.keyboard.press('Shift');
  await page.locator('.leaflet-paper[data-ready=true]').waitFor({ state: 'attached' });
};
/** A typical change: the first amount of the contract two rungs up. */
const turn = async (page: Page): Promise<void> => {
  await page.locator('input[type=range]').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => location.hash.includes('k='));
  await ready(page);
};

test('the picture is a file of 1920 × 1080, named by the case and the day', async () => {
  const page = await browser.open('#/lab?c=IT-15');
  const download = await taken(page, '画像を保存');
  expect(download.suggestedFilename()).toMatch(/^試算-.+-\d{4}-\d{2}-\d{2}\.png$/);
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
  expect(bytes.length).toBeGreaterThan(50_000);
  await page.locator('#leave .said', { hasText: `「${download.suggestedFilename()}」のダウンロードを始めました。` }).waitFor();
  await page.getByRole('status').filter({ hasText: 'ダウンロードを始めました' }).waitFor({ state: 'attached' });
});

test('the CSV holds the yen on screen after a change; what writes it is fetched at the click', async () => {
  const page = await browser.open('#/lab?c=IT-15');
  await page.locator('#leave').waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('slider', { name: '費用総支払限度額のつまみ' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await sentence(page)).toContain('6,600万円');
  const bytes = readFileSync(await (await taken(page, 'CSVを保存')).path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8');
  // the cost limit one rung up, from 3,000 to 5,000万円: 4,300万円 of costs fit into it
  expect(text).toContain('\r\n支払われる保険金,66000000,,計算\r\n');
  expect(text).toContain('費用総支払限度額,30000000,,50000000,\r\n');
  expect(text).toContain('①');
  expect(asked.filter((url) => /papaparse/.test(url))).toHaveLength(1);
});

test('the copied link opens the same figures on another device; the copied table is pasted as cells', async () => {
  const page = await browser.open('#/lab?c=PB-01', { permissions: ['clipboard-read', 'clipboard-write'] });
  await turn(page);
  await button(page, 'リンクをコピー').click();
  await page.locator('#leave .said', { hasText: 'リンクをコピーしました。' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(inject('site'))).toBe(true);
  expect(link.length).toBeLessThan(500);
  const there = await browser.open(link.slice(inject('site').length));
  expect(await sentence(there)).toBe(await sentence(page));
  expect(await there.getByRole('alert').count()).toBe(0);
  await button(page, '表をコピー').click();
  await page.locator('#leave .said', { hasText: '表をコピーしました。' }).waitFor();
  const table = await page.evaluate(() => navigator.clipboard.readText());
  expect(table).toMatch(/支払われる保険金\t\d+\t\t計算/);
});

test('where the browser does not copy, it says so and shows the link to be selected', async () => {
  const page = await browser.open('#/about');
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
  });
  await page.goto(`${inject('site')}#/lab?c=IT-14`);
  await page.reload();
  await button(page, 'リンクをコピー').click();
  await page.locator('#leave .said', { hasText: 'コピーを許可しませんでした' }).waitFor();
  const field = page.getByLabel('この条件のリンク');
  await field.focus();
  const chosen = await field.evaluate((input: HTMLInputElement) => input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0));
  expect(chosen).toMatch(/#\/lab\?c=IT-14&l=ja$/);
  expect(await violations(page)).toEqual([]);
});

test('prints one A4 page for every case under changed terms, in both languages', { timeout: 300_000 }, async () => {
  const page = await browser.open('#/about');
  const found: Record<string, number> = {};
  const faults: string[] = [];
  for (const language of ['ja', 'en']) {
    for (const id of ids) {
      const name = `${id} ${language}`;
      await page.goto(`${inject('site')}#/lab?c=${id}&l=${language}`);
      await page.locator('header', { hasText: id }).locator('h1').waitFor();
      await page.locator(`html[lang=${language}]`).waitFor();
      await turn(page);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      found[name] = (pdf.match(/\/Type\s*\/Page(?![a-z])/g) ?? []).length;
      await page.emulateMedia({ media: 'print' });
      await page.locator('.leaflet').waitFor();
      const { text, out, least, rows } = await page.evaluate(() => {
        const sheet = document.querySelector('.leaflet');
        const all = [...(sheet?.querySelectorAll('*') ?? [])];
        const right = sheet?.getBoundingClientRect().right ?? 0;
        return {
          text: (sheet?.textContent ?? '').replaceAll('\u200b', ''),
          out: all.filter((one) => one.getBoundingClientRect().right > right + 1).map((one) => one.outerHTML.slice(0, 60)),
          least: Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize))),
          rows: sheet?.querySelectorAll('.row .bar .part').length ?? 0,
        };
      });
      await page.emulateMedia({ media: null });
      const wanted =
        language === 'ja'
          ? ['募集資料ではありません', '法律相談ではありません', '作成日', '変更した条件']
          : ['Not sales material', 'Made on', 'Changed terms'];
      faults.push(...wanted.filter((one) => !text.includes(one)).map((one) => `${name}: no ${one}`));
      if (!text.includes(inject('site'))) faults.push(`${name}: no link`);
      if (rows === 0) faults.push(`${name}: no bars`);
      if (least < (8.5 * 96) / 72 - 0.01) faults.push(`${name}: ${String(least)} px`);
      faults.push(...out.map((one) => `${name}: outside, ${one}`));
    }
  }
  expect(Object.keys(found)).toHaveLength(ids.length * 2);
  expect(Object.entries(found).filter(([, pages]) => pages !== 1)).toEqual([]);
  expect(faults).toEqual([]);
});

test('a claim without a case and a case under a product form print one page too, and can be drawn', async () => {
  for (const [address, head] of [
    ['#/lab?p=form-a', '損害賠償金'],
    ['#/lab?p=plan-b&l=en', 'Damages'],
    ['#/lab?c=IT-15&p=form-b&l=en', null],
  ] as const) {
    const page = await browser.open(address);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    if (head === null) await turn(page);
    else await page.getByLabel(head, { exact: true }).fill('5000');
    await ready(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#leave').getByRole('button').first().click()]);
    expect(download.suggestedFilename()).toMatch(/\.png$/);
    expect(((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page(?![a-z])/g) ?? []).length).toBe(1);
    expect(complaints).toEqual([]);
  }
});

test('on paper it says what the screen says, in the light colours, and leaves the screen as it was', async () => {
  const page = await browser.open('#/lab?c=IT-15', { colorScheme: 'dark' });
  await turn(page);
  const said = await sentence(page);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.leaflet');
  await sheet.waitFor();
  expect(await sheet.innerText()).toContain(said);
  expect(await sheet.evaluate((one) => getComputedStyle(one).color)).toBe('rgb(0, 0, 0)');
  expect(
    await sheet
      .locator('.part.limit')
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundImage),
  ).toContain('repeating-linear-gradient');
  expect(await page.locator('main article:visible').count()).toBe(1);
  await page.emulateMedia({ media: null });
  expect(await sheet.isVisible()).toBe(false);
  expect(await sentence(page)).toBe(said);
});
