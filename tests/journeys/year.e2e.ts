import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { useBrowser, type Width, widths } from '../support/browser.ts';

const browser = useBrowser();

/** What the screen says: the sentence, and per claim of the table its date, what it is paid and what the aggregate has left. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    sentence: document.querySelector('.top p')?.textContent.trim(),
    rows: [...document.querySelectorAll('#entries tbody tr')].map((row) => ({
      day: row.querySelector('.day')?.firstChild?.textContent,
      yen: [...row.querySelectorAll('.yen')].map((one) => one.textContent).filter((text) => text.endsWith('円')),
    })),
    levels: [...document.querySelectorAll<HTMLElement>('#level .tank > .left')].map(({ style }) => style.height),
  }));
const disk = '再委託先の社員が、鞄ごとハードディスクをなくした';
const server = '受託サーバーが不正アクセスで止まった';

test('the keyboard moves a claim by a day and by a month; the date field and the buttons say the same', async () => {
  const page = await browser.open('#/year');
  const opened = await shown(page);
  expect(opened.sentence).toContain('支払われる保険金は 5,000万円');
  expect(opened.levels).toEqual(['100%', '46.4%', '0%', '0%']);
  const slider = page.getByRole('slider', { name: `${disk}のつまみ` });
  const field = page.getByLabel(`損害賠償請求の日 ${disk}`, { exact: true });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await field.inputValue()).toBe('2026-11-15');
  await page.keyboard.press('PageDown');
  expect(await field.inputValue()).toBe('2026-10-15');
  await page.keyboard.press('PageUp');
  await page.getByRole('button', { name: `${disk}を1日遅らせる` }).click();
  expect(await field.inputValue()).toBe('2026-11-16');
  expect(await shown(page)).toEqual(opened);
  await page.getByRole('button', { name: `${disk}を1日早める` }).click();
  expect(await slider.getAttribute('aria-valuetext')).toBe('2026/11/15、1年目');

  await field.fill('2031-05-05');
  await field.blur();
  await page.getByRole('alert').getByText('の日付を入力してください。いまは2026/11/15のままです。').waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toBe('2026/11/15、1年目');

  await field.fill('2026-05-11');
  await field.blur();
  const first = await shown(page);
  expect(first.rows[0]?.day).toBe('2026/05/11');
  expect(first.levels).toEqual(['100%', '80%', '26.4%', '0%']);
  expect(first.sentence).toBe(opened.sentence);
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('a marker is dragged, the address opens the same anew, and the order goes back', async () => {
  const page = await browser.open('#/year?y=expiry');
  const opened = await shown(page);
  const slider = page.getByRole('slider', { name: `${server}のつまみ` });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error('no slider');
  const [y, value, days] = [box.y + box.height / 2, Number(await slider.inputValue()), Number(await slider.getAttribute('max'))];
  const x = (share: number) => box.x + 14 + (box.width - 28) * share;
  await page.mouse.move(x(value / days), y);
  await page.mouse.down();
  await page.mouse.move(x(0.7), y, { steps: 5 });
  await page.mouse.up();
  const dragged = await shown(page);
  expect(dragged.rows.at(-1)?.day).toMatch(/^2027\//u);
  expect(dragged.rows).not.toEqual(opened.rows);
  await page.getByText('保険期間中の請求').first().waitFor();
  await page.waitForFunction(() => location.hash.includes('k='));
  const again = await browser.open(new URL(page.url()).hash);
  expect(await shown(again)).toEqual(dragged);
  expect(await again.getByRole('alert').count()).toBe(0);
  const damaged = await browser.open(new URL(page.url()).hash.replace(/server\.2027/u, 'server.2026'));
  await damaged.getByText('このリンクは途中で変わったか、欠けています。').waitFor();
  await page.getByRole('button', { name: '元の並びに戻す' }).click();
  expect(await shown(page)).toEqual(opened);
});

test('a series is turned into separate claims and into an open question; the clause of time leads to the wording', async () => {
  const page = await browser.open('#/year?y=series');
  expect((await shown(page)).rows).toHaveLength(1);
  const question = page.getByRole('group', { name: '複数の請求は、同じ行為または関連する行為から生じましたか。' });
  await question.getByRole('radio', { name: 'なし' }).check({ force: true });
  expect((await shown(page)).rows.map(({ yen }) => yen[1])).toEqual(['260万円', '160万円', '0円']);
  await question.getByRole('radio', { name: '不明' }).check({ force: true });
  await page.getByText('確かめる事実：請求どうしの関連（一連）').waitFor();
  expect((await shown(page)).rows).toEqual([]);

  const other = await browser.open('#/year?y=prior-leak');
  await other.getByRole('button', { name: '知らなかったことに合理性がないとする' }).click();
  await other.locator('#entries').getByRole('link', { name: '始期前の漏えいを知らなかった合理性' }).first().click();
  await other.waitForFunction(() => location.hash.startsWith('#/policy/IT-PRIOR-LEAK'));
});

test('renewal gives a fresh limit, and without the assumed limit nothing goes down', async () => {
  const page = await browser.open('#/year?y=renewal');
  const last = async () => (await shown(page)).rows.at(-1)?.yen;
  expect(await last()).toEqual(['1,440万円', '850万円', '0円', '4,150万円']);
  await page.getByRole('radio', { name: '更新しない' }).check({ force: true });
  expect((await last())?.[1]).toBe('0円');
  await page.getByRole('radio', { name: '置かない' }).check({ force: true });
  await page.getByText('期間中の限度額を置いていないので').waitFor();
  expect(await page.locator('#level figure').count()).toBe(0);
});

test('from the chooser of the lab, and to another year; an unknown one says so', async () => {
  const page = await browser.open('#/lab');
  await page.locator('main a[href="#/year"]').click();
  await page.locator('h1', { hasText: '請求の順番' }).waitFor();
  await page.locator('main nav').getByRole('link', { name: '終期のあとの請求' }).click();
  await page.locator('h1', { hasText: '終期のあとの請求' }).waitFor();
  const lost = await browser.open('#/year?y=nobody');
  await lost.getByText('リンクの題材が見つかりません。').waitFor();
  expect(await lost.locator('main nav a[aria-current]').innerText()).toContain('請求の');
});

test('on narrow screens the sentence stays on top and takes at most 38 % of the height', async () => {
  for (const width of ['phone', 'android', 'tablet'] satisfies Width[]) {
    for (const language of ['ja', 'en']) {
      const page = await browser.open(`#/year?y=renewal&l=${language}`, { width });
      await page.evaluate(() => scrollTo(0, 1500));
      const box = await page.locator('.top').boundingBox();
      const header = await page.locator('header').first().boundingBox();
      expect(Math.abs((box?.y ?? NaN) - (header?.height ?? 0))).toBeLessThanOrEqual(2);
      expect((box?.height ?? Infinity) / widths[width][1]).toBeLessThanOrEqual(0.38);
      await page.context().close();
    }
  }
});
