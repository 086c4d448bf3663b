import { expect, inject, test } from 'vitest';
import { caseIds } from '#tools/library.ts';
import { useBrowser } from '../support/browser.ts';
import { doOne, playedOn, taskOn, textOn } from './play-driver.ts';

const { open } = useBrowser();

test.each(caseIds().map((id, i) => [id, i] as const))(
  '%s goes on exactly where its tab was closed, task by task',
  { timeout: 180_000 },
  async (id, offset) => {
    let page = await open(`#/play/${id}?seats=all`);
    const context = page.context();
    let turn = offset;
    let last = '';
    let reopened = 0;
    while (await doOne(page, turn++)) {
      const task = await taskOn(page);
      if (task === last) continue;
      last = task;
      const [text, played] = [await textOn(page), await playedOn(page)];
      // The first time the tab itself is closed; after that the page is left for an empty one, which forgets as much and is quicker.
      if (reopened++ === 0) {
        await page.close();
        page = await context.newPage();
        page.setDefaultTimeout(10_000);
      } else await page.goto('about:blank');
      await page.goto(`${inject('site')}#/play/${id}`);
      await page.locator('[data-task]').waitFor();
      expect([await playedOn(page), await textOn(page)]).toEqual([played, text]);
    }
    expect(turn).toBeGreaterThan(20);
    expect(reopened).toBeGreaterThan(10);
    await context.close();
  },
);

test('an older, a damaged and a shared sitting are never half-loaded', async () => {
  const page = await open('#/play/IT-15?seats=insured');
  await doOne(page, 0);
  const kept = await page.evaluate(() => localStorage.getItem('satei.sitting.IT-15') ?? '');
  const { text, left } = JSON.parse(kept) as { text: string; left: string };
  const openWith = async (changed: string) => {
    await page.evaluate((value) => localStorage.setItem('satei.sitting.IT-15', value), JSON.stringify({ text: changed, left }));
    await page.goto(`${inject('site')}#/`);
    await page.goto(`${inject('site')}#/play/IT-15`);
    await page.locator('.gate h1').waitFor();
    expect(await page.locator('[data-task]').count()).toBe(0);
    return ((await page.locator('.gate').textContent()) ?? '').replaceAll('\u200b', '');
  };
  expect(await openWith(text.slice(0, -4))).toContain('保存した進行を読み取れません');
  expect(
    await openWith(
      text
        .replace('"best"', '"late"')
        .replace('"tempting"', '"late"')
        .replace(/"sum":"[^"]*"/, '"sum":"0"'),
    ),
  ).toContain('はじめから');
  await page.locator('.gate .button').first().click();
  await page.locator('[data-task="decision"]').waitFor();
  expect(await playedOn(page)).toBe(0);
  await page.context().close();
});
