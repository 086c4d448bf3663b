import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();

test('a new screen sets the title and puts the focus on its heading; going back finds the old place and link', async () => {
  const page = await browser.open('#/cases', { width: 'android' });
  const link = page.locator('main h2 a').last();
  await link.scrollIntoViewIfNeeded();
  const [href, top] = [await link.getAttribute('href'), await page.evaluate(() => scrollY)];
  expect(top).toBeGreaterThan(0);
  await link.click();
  await page.waitForFunction(() => location.hash.startsWith('#/case/') && document.activeElement?.tagName === 'H1');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await page.title()).toBe(`${(await page.locator('h1').innerText()).replaceAll('\n', '')}｜IT賠償 事故対応シミュレーター`);
  await page.goBack();
  await page.waitForFunction((address) => document.activeElement?.getAttribute('href') === address, href);
  expect(await page.evaluate(() => scrollY)).toBe(top);
});

test('the language switches without a reload, and the address passes it on', async () => {
  const page = await browser.open('#/cases?k=leak');
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
  expect(page.url()).toContain('k=leak&l=en');
  expect(await page.getByRole('button', { name: 'Leak' }).getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('link', { name: 'Wordings' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Wordings' }).waitFor();
  expect(page.url()).toContain('l=en');
});

test('a browser that speaks English gets English, one that speaks neither gets Japanese', async () => {
  for (const [locale, lang] of [
    ['en-GB', 'en'],
    ['fr-FR', 'ja'],
  ] as const) {
    const page = await browser.open('#/', { locale });
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    await page.context().close();
  }
});

test('the brightness follows the device until a person chooses, and the choice is remembered', async () => {
  const page = await browser.open('#/about', { colorScheme: 'dark' });
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.getByRole('button', { name: '表示設定' }).click();
  await page.getByRole('radio', { name: '明るい' }).check();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.reload();
  await page.locator('h1').waitFor();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
});

test('the keyboard reaches the content first, and every link and button shows its ring', async () => {
  const page = await browser.open('#/');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').getAttribute('class')).toContain('skip');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineWidth)).toBe('4px');
});

test('an address that leads nowhere says so and offers the way on', async () => {
  const page = await browser.open('#/case/NO-SUCH-CASE');
  expect(await page.locator('h1').innerText()).toContain('画面が見つかりません');
  await page.getByRole('link', { name: '事案一覧へ' }).click();
  await page.getByRole('heading', { level: 1, name: '事案一覧' }).waitFor();
  expect(page.url()).toMatch(/#\/cases$/);
});

test('a clause address opens that clause in its own wording', async () => {
  const page = await browser.open('#/policy/PB-EX06');
  const clause = page.locator('#clause-PB-EX06');
  expect(await clause.locator('details').first().getAttribute('open')).not.toBeNull();
  expect(await clause.evaluate((element) => element.getBoundingClientRect().top < innerHeight / 2)).toBe(true);
  expect(await page.locator('main nav a[aria-current]').innerText()).toContain('Bプラン');
});

test('a screen that cannot be fetched says so in a sentence, and the others still open', async () => {
  const page = await browser.open('#/cases');
  await page.route('**/assets/about-*.js', (route) => route.abort());
  await page.getByRole('link', { name: '出典' }).first().click();
  await page.getByRole('heading', { level: 1, name: '画面を表示できませんでした' }).waitFor();
  expect(await page.getByRole('button', { name: 'もう一度読み込む' }).count()).toBe(1);
  await page.getByRole('link', { name: '約款' }).first().click();
  await page.getByRole('heading', { level: 1, name: '約款' }).waitFor();
});

test('a wide screen shows the names of the main screens above, a phone below', async () => {
  for (const [width, look] of [
    ['phone', 'bar'],
    ['projector', 'row'],
  ] as const) {
    const page = await browser.open('#/', { width });
    expect(
      await page.locator('nav.bar, nav.row').evaluateAll((all) => all.filter((nav) => nav.clientHeight > 0).map((nav) => nav.className)),
    ).toEqual([expect.stringContaining(look)]);
    await page.context().close();
  }
});

test('with reduced motion nothing moves', async () => {
  const page = await browser.open('#/case/IT-04', { reducedMotion: 'reduce' });
  await page.locator('summary').first().click();
  expect(await page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === 'running').length)).toBe(0);
});
