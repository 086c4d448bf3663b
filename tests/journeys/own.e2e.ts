import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { doOne, taskOn } from './play-driver.ts';

const browser = useBrowser();
const template = readFileSync('scenarios/template.yaml', 'utf8');
const slow = { timeout: 30_000 };

const type = async (page: Page, text: string) => {
  await page.locator('textarea').fill(text);
};
const isGood = (page: Page) => page.locator('.status.good').waitFor(slow);
/** Drops a file onto the page, as from a folder. */
const drop = async (page: Page, name: string, bytes: Uint8Array) => {
  const transfer = await page.evaluateHandle(
    ([title, numbers]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(numbers)], title));
      return data;
    },
    [name, [...bytes]] as const,
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
};
const exported = async (page: Page): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '書き出す' }).first().click()]);
  return readFileSync(await download.path());
};

test('a broken file is shown its line, mended in place, played, found again after a reload, and exported as it was but for the mending', async () => {
  const page = await browser.open('#/own', { width: 'projector' });
  const windows = `\uFEFF${template.replace('difficulty: 1', 'difficulty: one').replaceAll('\n', '\r\n')}`;
  await drop(page, 'mine.yaml', new TextEncoder().encode(windows));
  const line = template.split('\n').findIndex((one) => one.startsWith('difficulty:')) + 1;
  const place = page.getByRole('button', { name: `本文の${line}行 13桁へ移動` });
  await place.waitFor(slow);
  expect(await page.locator('.problems').innerText()).toContain('1から3までの難しさ');
  expect(await page.locator('.mark').count()).toBe(1);
  await place.click();
  const chosen = () =>
    page.locator('textarea').evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
  expect(await chosen()).toBe('one');
  await page.keyboard.type('2');
  await isGood(page);
  await page.getByRole('button', { name: '保存して始める' }).click();
  await page.getByText('自作の事案（この端末だけ）').waitFor(slow);
  expect(page.url()).toContain('#/case/own-MY-01');
  await page.getByRole('link', { name: '全員の立場で始める' }).click();
  await page.locator('[data-task]').waitFor(slow);
  for (let turn = 0; turn < 6; turn++) await doOne(page, turn);
  const before = await taskOn(page);
  await page.reload();
  await page.locator('[data-task]').waitFor(slow);
  expect(await taskOn(page)).toBe(before);
  await page.getByText('自作の事案（この端末だけ）').waitFor();
  await page.goto(`${inject('site')}#/own`);
  await isGood(page);
  expect((await exported(page)).equals(Buffer.from(windows.replace('difficulty: one', 'difficulty: 2')))).toBe(true);
});

test('what is not text in UTF-8 gets a sentence, and Shift_JIS is read when asked to', async () => {
  const page = await browser.open('#/own');
  const alert = page.getByRole('alert');
  await drop(page, 'large.yaml', new Uint8Array(1_000_001).fill(0x61));
  await alert.getByText('1000001バイトのファイル').waitFor();
  await drop(page, 'photo.yaml', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  await alert.getByText('文字のファイルではないもの').waitFor();
  await drop(page, 'old.yaml', new Uint8Array([0x74, 0x3a, 0x20, 0x8e, 0x96, 0x88, 0xc4, 0x82, 0xcc, 0x96, 0xbc, 0x91, 0x4f, 0x0a]));
  await alert.getByText('Shift_JISで保存されたファイル').waitFor();
  await page.getByRole('button', { name: 'Shift_JISとして読む' }).click();
  expect(await page.locator('textarea').inputValue()).toBe('t: 事案の名前\n');
  expect(await alert.count()).toBe(0);
});

test('a file made to cost much ends in a sentence, and the page answers all the while', async () => {
  const page = await browser.open('#/own');
  const files = ['['.repeat(300_000), Array.from({ length: 20_000 }, (_, i) => `k${String(i)}: 1`).join('\n'), `# ${'x'.repeat(900_000)}`];
  for (const [i, text] of files.entries()) {
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await drop(page, `${String(i)}.yaml`, new TextEncoder().encode(text));
    await page.locator('.status.bad').waitFor(slow);
    expect(await page.locator('.problems li').count()).toBeGreaterThan(0);
  }
  await page.getByRole('button', { name: 'ひな型から始める' }).click();
  await isGood(page);
});

test('a broken text fits every width, has no accessibility violation, light or dark, and can be mended by keyboard alone', async () => {
  for (const [width, colorScheme, language] of [
    ['phone', 'light', 'ja'],
    ['android', 'dark', 'en'],
    ['tablet', 'light', 'en'],
    ['projector', 'dark', 'ja'],
  ] as const) {
    const page = await browser.open(`#/own?l=${language}`, { width, colorScheme, reducedMotion: 'reduce' });
    await type(page, template.replace('kind: leak', 'kind: leek').replace('hints:', 'hint:'));
    await page.locator('.problems').waitFor(slow);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.evaluate(() => scrollTo(0, 0));
    expect(await violations(page), width).toEqual([]);
    const first = page.locator('.problems button').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('leak');
    await page.waitForFunction(() => document.querySelectorAll('.problems li').length === 1, undefined, slow);
    await page.context().close();
  }
});

test('a case is kept, opened in the editor again, asked about before it is replaced, and deleted with how far it was played', async () => {
  const page = await browser.open('#/own');
  await page.getByRole('button', { name: 'ひな型から始める' }).click();
  await isGood(page);
  await page.getByRole('button', { name: 'この端末に保存する' }).click();
  await page.getByText('この端末に保存しました。').waitFor();
  await page.getByRole('button', { name: '本文を空にする' }).click();
  await type(page, template.replace('minutes: 8', 'minutes: 9'));
  await isGood(page);
  await page.getByRole('button', { name: 'この端末に保存する' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'やめる' }).click();
  const keys = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('satei.own.')));
  expect(await keys()).toEqual(['satei.own.own-MY-01']);
  await page.getByRole('button', { name: '削除' }).click();
  await page.getByRole('button', { name: '削除する' }).click();
  expect(await keys()).toEqual([]);
  await page.goto(`${inject('site')}#/case/own-MY-01`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('自作の事案（この端末だけ）').count()).toBe(0);
});

test('a case is turned in the lab, from its result on, and its state stands in the address', async () => {
  const page = await browser.open('#/own');
  await page.getByRole('button', { name: 'ひな型から始める' }).click();
  await isGood(page);
  await page.getByRole('button', { name: 'この端末に保存する' }).click();
  await page.getByText('この端末に保存しました。').waitFor();
  await page.goto(`${inject('site')}#/result/own-MY-01?open=1`);
  await page.getByRole('link', { name: '試算で条件を変える' }).click(slow);
  await page.locator('.top').waitFor(slow);
  await page.getByText('自作の事案（この端末だけ）').waitFor();
  const said = () => page.locator('.top p').first().innerText();
  const before = await said();
  await page.getByRole('slider', { name: '免責金額のつまみ' }).focus();
  await page.keyboard.press('ArrowRight');
  const after = await said();
  expect(after).not.toBe(before);
  await page.waitForFunction(() => location.hash.includes('k='));
  await page.reload();
  await page.locator('.top').waitFor(slow);
  expect(await said()).toBe(after);
});

test('markup and script addresses in the texts of a case are shown as they are written, and run nothing', async () => {
  const evil = '<script>window.ran = 1</script><img src=x onerror="window.ran = 1"><a href="javascript:window.ran=1">x</a>';
  const text = template
    .replace('送り先を1字まちがえた名簿', evil.replaceAll('"', ''))
    .replace('ja: S社 }', `ja: '${evil}' }`)
    .replace('document: 自作', 'document: "javascript:window.ran=1"')
    .replace('passage: { ja: 研修のために作った事案 }', `passage: { ja: '${evil}' }`);
  const page = await browser.open('#/own');
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => request.url().startsWith(inject('site')) || trouble.push(request.url()));
  const before = await page.evaluate(() => Object.keys(localStorage).sort());
  await type(page, text);
  await isGood(page);
  await page.getByRole('button', { name: '保存して始める' }).click();
  await page.getByText('自作の事案（この端末だけ）').waitFor(slow);
  expect(await page.locator('h1').innerText()).toContain('<script>');
  for (const path of ['#/play/own-MY-01', '#/result/own-MY-01?open=1', '#/lab?c=own-MY-01', '#/compare?c=own-MY-01']) {
    await page.goto(inject('site') + path);
    await page.getByText('自作の事案（この端末だけ）').waitFor(slow);
  }
  expect(
    await page.evaluate(() => ({
      ran: 'ran' in window,
      bad: document.querySelectorAll('main script, main img[src="x"], a[href^="javascript"]').length,
    })),
  ).toEqual({
    ran: false,
    bad: 0,
  });
  expect(trouble).toEqual([]);
  const added = await page.evaluate(
    (old) =>
      Object.keys(localStorage)
        .filter((key) => !old.includes(key))
        .sort(),
    before,
  );
  expect(added).toEqual(['satei.own-draft', 'satei.own.own-MY-01']);
});

test('a Japanese-only case on an English screen says of its Japanese that it is Japanese', async () => {
  const page = await browser.open('#/own?l=en');
  await type(page, template);
  await isGood(page);
  await page.getByRole('button', { name: 'Keep and play' }).click();
  await page.getByText('A case of your own').waitFor(slow);
  expect(await page.locator('main h1 [lang="ja"], main h1[lang="ja"]').count()).toBe(1);
  const left = await page.evaluate(
    () =>
      [...document.querySelectorAll('main *')].filter(
        (element) =>
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && /[\u3041-\u30ff\u4e00-\u9fff]/.test(node.nodeValue ?? ''),
          ) && element.closest('[lang]')?.getAttribute('lang') !== 'ja',
      ).length,
  );
  expect(left).toBe(0);
});
