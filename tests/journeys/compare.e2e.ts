import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { useBrowser, type Width, widths } from '../support/browser.ts';

const browser = useBrowser();
const WIDE = { viewport: { width: 1280, height: 900 } };

/** What the comparison says: a sentence for each column, the rows of differences, and what none pays. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    sentences: [...document.querySelectorAll('.column .sentence p:first-child')].map((one) => one.textContent.trim()),
    rows: Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('#differences tr[data-row]')].map((row) => [
        row.dataset['row'] ?? '',
        [...row.querySelectorAll<HTMLElement>('[data-more]')].map(({ dataset }) => Number(dataset['more'])),
      ]),
    ),
    none: [...document.querySelectorAll<HTMLElement>('#none [data-none]')].map(({ dataset }) => Number(dataset['none'])),
  }));
const addressed = (page: Page) => page.waitForFunction(() => location.hash.includes('k='));
const open = (page: Page, summary: string) => page.locator('main summary:visible', { hasText: summary }).first().click();

test('a slider moves its own column alone; the difference says so, and the address opens the same yen anew', async () => {
  const page = await browser.open('#/compare?c=IT-15', WIDE);
  const before = await shown(page);
  // Contract B begins as the case itself varies it: 5,000万円 for costs, and so nothing is left by both.
  expect(before.sentences[0]).toContain('支払われる保険金は 5,300万円');
  expect(before.sentences[1]).toContain('支払われる保険金は 6,600万円');
  expect(before.rows['paid']).toEqual([13_000_000]);
  expect(before.rows['limit']).toEqual([-13_000_000]);
  expect(before.none).toEqual([]);
  await open(page, '契約Bの条件を変える');
  await page.getByRole('slider', { name: '費用総支払限度額のつまみ' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  const after = await shown(page);
  expect(after.sentences[0]).toBe(before.sentences[0]);
  // two rungs down from 5,000万円 is 2,000万円: 1,000万円 less than under contract A
  expect(after.sentences[1]).toContain('支払われる保険金は 4,300万円、自社負担は 2,300万円');
  expect(after.rows['paid']).toEqual([-10_000_000]);
  expect(after.rows['own']).toEqual([10_000_000]);
  expect(after.none.reduce((sum, yen) => sum + yen, 0)).toBe(13_000_000);
  await page.getByRole('status').filter({ hasText: '契約Bの支払は 4,300万円です。' }).waitFor({ state: 'attached' });
  await addressed(page);
  const hash = new URL(page.url()).hash;
  expect(hash.length).toBeLessThan(500);
  const opened = await browser.open(hash, WIDE);
  expect(await shown(opened)).toEqual(after);
  expect(await opened.getByRole('alert').count()).toBe(0);
  await page.getByRole('button', { name: '元に戻す' }).click();
  expect(await shown(page)).toEqual(before);
});

test('the accident is turned once for all columns', async () => {
  const page = await browser.open('#/compare?c=IT-15', WIDE);
  await open(page, '事故の金額と事実を変える');
  await page.getByLabel('見舞金', { exact: true }).fill('2,600');
  const { sentences } = await shown(page);
  expect(sentences.map((one) => one.includes('6,700万円のうち'))).toEqual([true, true]);
});

test('a third contract is added and taken away; another wording is marked as a contrast for teaching', async () => {
  const page = await browser.open('#/compare?c=IT-04', WIDE);
  expect(await page.getByText('教材上の対比').count()).toBe(0);
  await page.getByLabel('契約Bの文言または型').selectOption('plan-b');
  await page.getByText('教材上の対比').first().waitFor();
  await page.getByRole('button', { name: '契約を加える' }).click();
  await page.getByLabel('契約Cの文言または型').selectOption('form-d');
  expect((await shown(page)).sentences).toHaveLength(3);
  expect(await page.getByRole('button', { name: '契約を加える' }).isDisabled()).toBe(true);
  await page.getByRole('heading', { name: 'どれでも支払われないもの' }).waitFor();
  await page.getByRole('button', { name: '契約Cを外す' }).click();
  await page.getByRole('button', { name: '契約Bを外す' }).waitFor({ state: 'detached' });
  expect((await shown(page)).sentences).toHaveLength(2);
  await page.getByRole('heading', { name: 'どちらでも支払われないもの' }).waitFor();
});

test('on a phone a switch shows one contract at a time, and the differences stand below', async () => {
  const page = await browser.open('#/compare?c=IT-15', { width: 'android' });
  const heads = page.locator('.column h2:visible');
  expect(await heads.allInnerTexts()).toEqual(['契約B']);
  await page.getByRole('radio', { name: 'A', exact: true }).check({ force: true });
  expect(await heads.allInnerTexts()).toEqual(['契約A']);
  expect(await page.locator('#differences [data-row="paid"]').innerText()).toMatch(
    /契約A[\s\S]*5,300万円[\s\S]*契約B[\s\S]*6,600万円[\s\S]*＋1,300万円/,
  );
});

test('a damaged link says so and offers what could be read; an unknown case leads to the list', async () => {
  const page = await browser.open('#/compare?c=IT-15&v=1&e=9.9&x=it-liability&y=nobody&k=zzz');
  await page.getByText('このリンクは途中で変わったか、欠けています。').waitFor();
  expect((await shown(page)).sentences).toHaveLength(2);
  const lost = await browser.open('#/compare?c=NOBODY');
  await lost.getByText('リンクの事案または契約が見つかりません。').waitFor();
  await lost.locator('main li a').first().click();
  await lost.locator('.columns').waitFor();
});

test('every control can be reached with the keyboard, and none hides under the sentence that stays on top', async () => {
  const page = await browser.open('#/compare?c=IT-15', { width: 'android' });
  await open(page, '契約Bの条件を変える');
  const reached = new Set<string>();
  for (const back of [false, true]) {
    for (let i = 0; i < 45; i++) {
      await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      const [what, hidden] = await page.evaluate(() => {
        const focused = document.activeElement;
        const cover = document.querySelector('.column.shown .sentence');
        const under =
          focused && cover && focused.closest('.controls')
            ? cover.getBoundingClientRect().bottom - focused.getBoundingClientRect().bottom
            : 0;
        return [focused instanceof HTMLElement ? `${focused.tagName} ${focused.getAttribute('type') ?? ''}` : '', under] as const;
      });
      reached.add(what);
      expect(hidden).toBeLessThanOrEqual(0);
    }
  }
  expect([...reached]).toEqual(
    expect.arrayContaining(['SELECT ', 'INPUT range', 'INPUT text', 'INPUT radio', 'SUMMARY ', 'BUTTON button']),
  );
});

test('has no accessibility violation in either language, light or dark', { timeout: 180_000 }, async () => {
  for (const [path, more] of [
    ['c=IT-04&x=it-liability&y=plan-b&z=form-d', {}],
    ['x=form-a&y=form-f', { width: 'android' }],
  ] as const) {
    for (const language of ['ja', 'en']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.open(`#/compare?${path}&l=${language}`, { ...more, colorScheme, reducedMotion: 'reduce' });
        for (const summary of await page.locator('main summary').all()) if (await summary.isVisible()) await summary.click();
        await page.evaluate(() => scrollTo(0, 0));
        expect(await violations(page), `${path} ${language} ${colorScheme}`).toEqual([]);
        await page.context().close();
      }
    }
  }
});

test('never scrolls sideways', { timeout: 180_000 }, async () => {
  for (const path of ['c=IT-04&x=it-liability&y=plan-b&z=form-d', 'x=form-a&y=form-f&z=it-liability']) {
    for (const width of Object.keys(widths) as Width[]) {
      for (const language of ['ja', 'en']) {
        const page = await browser.open(`#/compare?${path}&l=${language}`, { width });
        for (const summary of await page.locator('main summary').all()) if (await summary.isVisible()) await summary.click();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect({ path, width, language, wide }).toEqual({ path, width, language, wide: 0 });
        await page.context().close();
      }
    }
  }
});

test('prints on one page of A4, in both languages, with two contracts and with three', { timeout: 180_000 }, async () => {
  const page = await browser.open('#/about');
  for (const path of ['c=IT-15', 'c=IT-04&x=it-liability&y=plan-b&z=form-d', 'c=PB-01&x=plan-b&y=form-e&z=form-f', 'c=IT-03']) {
    for (const language of ['ja', 'en']) {
      const site = new URL(page.url());
      await page.goto(`${site.origin}${site.pathname}#/compare?${path}&l=${language}`);
      await page.reload();
      await page.locator(`html[lang="${language}"] .columns`).waitFor();
      await page.evaluate(() => document.fonts.ready);
      await page.keyboard.press('Shift');
      await page.locator('.leaflet-paper[data-ready=true]').waitFor({ state: 'attached' });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect({ path, language, pages: (pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-z])/g) ?? []).length }).toEqual({
        path,
        language,
        pages: 1,
      });
    }
  }
});

test('a case of one’s own can be compared and printed', { timeout: 180_000 }, async () => {
  const page = await browser.open('#/own');
  await page.getByRole('button', { name: 'ひな型から始める' }).click();
  await page.getByRole('button', { name: 'この端末に保存する' }).click();
  await page.getByText('この端末に保存しました。').waitFor();
  const site = new URL(page.url());
  await page.goto(`${site.origin}${site.pathname}#/compare?c=own-MY-01`);
  await page.locator('.columns').waitFor();
  expect((await shown(page)).sentences).toHaveLength(2);
  await page.keyboard.press('Shift');
  await page.locator('.leaflet-paper[data-ready="true"]').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.leaflet-paper article');
  await sheet.waitFor();
  expect(await sheet.innerText()).toContain('金額のちがい');
  expect(await page.locator('.columns').isVisible()).toBe(false);
});
