import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { useBrowser, type Width } from '../support/browser.ts';

const browser = useBrowser();
/** Stands in the data of the glossary and nowhere else: the reading of 免責金額. */
const DATA = 'めんせききんがく';
const BRIEFING = '#/case/IT-04';
const RESULT = '#/result/IT-15?open=1';
const meaning = (page: Page) => page.locator('[popover]:popover-open');
const terms = (page: Page) => page.locator('.term');
const seen = async (page: Page): Promise<Locator> => {
  const term = page.locator('.term >> visible=true').first();
  await term.scrollIntoViewIfNeeded();
  return term;
};
const isInside = async (page: Page): Promise<boolean> => {
  const box = await meaning(page).boundingBox();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
};

test('a home that shows no term does not load the glossary, and a text with terms does', async () => {
  for (const [path, expected] of [
    ['#/', 0],
    [BRIEFING, 1],
  ] as const) {
    const page = await browser.open('#/about');
    const asked = new Set<string>();
    page.on('request', (request) => void (request.url().endsWith('.js') && asked.add(request.url())));
    await page.evaluate((hash) => (location.hash = hash), path);
    await page.reload();
    if (expected > 0) await terms(page).first().waitFor({ state: 'attached' });
    await page.waitForTimeout(2500);
    const bodies = [...asked].map((url) => readFileSync(`dist/${url.slice(inject('site').length)}`, 'utf8'));
    expect(bodies.length).toBeGreaterThan(0);
    expect(bodies.filter((body) => body.includes(DATA)).length, path).toBe(expected);
    await page.context().close();
  }
});

test('until the glossary is there a text is plain; then nothing moves', async () => {
  for (const width of ['phone', 'projector'] as const) {
    const page = await browser.open('#/about', { width });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*.js', async (route) => {
      const answer = await route.fetch();
      if ((await answer.text()).includes(DATA)) await held;
      await route.fulfill({ response: answer });
    });
    await page.evaluate((hash) => (location.hash = hash), BRIEFING);
    await page.reload();
    await page.locator('h1').waitFor();
    await page.evaluate(() => document.fonts.ready);
    const boxes = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('main p, main dd, main li, main h2')].map((one) => {
          const { x, y, width: w, height } = one.getBoundingClientRect();
          return [x, y, w, height].map((edge) => Math.round(edge * 10) / 10).join(' ');
        }),
      );
    await page.waitForTimeout(1000);
    const before = await boxes();
    expect(before.length).toBeGreaterThan(10);
    expect(await terms(page).count()).toBe(0);
    release();
    await terms(page).first().waitFor({ state: 'attached' });
    expect(await boxes()).toEqual(before);
    await page.context().close();
  }
});

describe.each(['android', 'projector'] as const)('a term at %s width', (width: Width) => {
  test('opens under the pointer after a moment, lets the pointer in, and closes behind it', async () => {
    const page = await browser.open(RESULT, { width });
    await terms(page).first().waitFor({ state: 'attached' });
    const term = await seen(page);
    expect(await term.getAttribute('aria-expanded')).toBe('false');
    await term.hover();
    expect(await meaning(page).count()).toBe(0);
    await meaning(page).waitFor();
    expect(await term.getAttribute('aria-expanded')).toBe('true');
    expect(await isInside(page)).toBe(true);
    await meaning(page).hover();
    await page.waitForTimeout(500);
    expect(await meaning(page).count()).toBe(1);
    await page.mouse.move(2, 2);
    await meaning(page).waitFor({ state: 'detached' });
  });

  test('opens on the focus, lets it in with Enter, and Escape gives it back', async () => {
    const page = await browser.open(RESULT, { width });
    await terms(page).first().waitFor({ state: 'attached' });
    const term = await seen(page);
    const id = await term.getAttribute('data-term');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-term') ?? document.activeElement?.tagName);
    // Past it and back, by the keyboard.
    await term.focus();
    await page.keyboard.press('Tab');
    expect(await focused()).not.toBe(id);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe(id);
    await meaning(page).waitFor();
    const described = await term.getAttribute('aria-describedby');
    expect(await page.locator(`#${String(described)}`).textContent()).toBe(await meaning(page).locator('p').nth(2).textContent());
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('A');
    await page.keyboard.press('Escape');
    expect(await meaning(page).count()).toBe(0);
    expect(await focused()).toBe(id);
    await page.keyboard.press('Enter');
    await meaning(page).waitFor();
    await page.keyboard.press('Tab');
    // The next word may open its own.
    expect(await term.getAttribute('aria-expanded')).toBe('false');
    expect(await focused()).not.toBe(id);
  });

  test('opens on a tap, and closes on another or on a tap elsewhere', async () => {
    const page = await browser.open(BRIEFING, { width, hasTouch: true });
    await terms(page).first().waitFor({ state: 'attached' });
    const term = await seen(page);
    await term.tap();
    await meaning(page).waitFor();
    expect(await isInside(page)).toBe(true);
    await term.tap();
    await meaning(page).waitFor({ state: 'detached' });
    await term.tap();
    await meaning(page).waitFor();
    await page.touchscreen.tap(5, 5);
    await meaning(page).waitFor({ state: 'detached' });
  });

  test('stays with its word while the page scrolls, and goes when the word does', async () => {
    const page = await browser.open(RESULT, { width });
    await terms(page).first().waitFor({ state: 'attached' });
    const term = await seen(page);
    await term.click();
    await meaning(page).waitFor();
    await page.evaluate(() => scrollBy(0, 40));
    await page.waitForTimeout(200);
    const [word, box] = [await term.boundingBox(), await meaning(page).boundingBox()];
    const gap = Math.min(
      Math.abs((box?.y ?? 0) - (word?.y ?? 0) - (word?.height ?? 0)),
      Math.abs((word?.y ?? 0) - (box?.y ?? 0) - (box?.height ?? 0)),
    );
    expect(gap).toBeLessThan(8);
    await page.evaluate(() => scrollBy(0, 3000));
    await meaning(page).waitFor({ state: 'detached' });
  });
});

test('every meaning of a screen stays inside a window of 320 px', async () => {
  const page = await browser.open(BRIEFING, { width: 'phone', hasTouch: true });
  await terms(page).first().waitFor({ state: 'attached' });
  const all = await page.locator('.term >> visible=true').all();
  expect(all.length).toBeGreaterThan(1);
  for (const term of all) {
    await term.tap();
    await meaning(page).waitFor();
    expect(await isInside(page)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.keyboard.press('Escape');
  }
});

test('in a dialog it opens above it, and Escape closes it before the dialog', async () => {
  const page = await browser.open('#/play/IT-04?seats=all');
  await page.getByRole('button', { name: '約款' }).click();
  const term = page.locator('dialog .term').first();
  await term.click();
  await meaning(page).waitFor();
  await meaning(page).getByRole('link', { name: '用語集で見る' }).click({ trial: true });
  await page.keyboard.press('Escape');
  expect(await meaning(page).count()).toBe(0);
  expect(await page.locator('dialog[open]').count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await page.locator('dialog[open]').count()).toBe(0);
});

const places = [BRIEFING, RESULT, '#/policy/PB-DED'].flatMap((path) =>
  (['ja', 'en'] as const).map((language) => [path, language] as const),
);
test.each(places)(
  'on %s in %s terms stand in body text alone, once in a section, and their meaning has no violation',
  async (path, language) => {
    // Tall enough for the whole page: nothing is scrolled under the header.
    const page = await browser.open(`${path}${path.includes('?') ? '&' : '?'}l=${language}`, {
      reducedMotion: 'reduce',
      viewport: { width: 820, height: 6000 },
    });
    const refused: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && refused.push(message.text())));
    await terms(page).first().waitFor({ state: 'attached' });
    await page.locator('details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
    const found = await page.evaluate(() => {
      const all = [...document.querySelectorAll('.term')];
      const sections = [...document.querySelectorAll('#decisions > ol > li, [id^="clause-"]')].map((section) =>
        [...section.querySelectorAll('.term')]
          .filter((term) => term.closest('[id^="clause-"], #decisions > ol > li') === section)
          .map((term) => term.getAttribute('data-term')),
      );
      return {
        all: all.length,
        misplaced: all.filter((term) => term.closest('h1, h2, h3, h4, button, a, label, summary, legend, blockquote, th, caption')).length,
        twice: sections.filter((ids) => new Set(ids).size < ids.length),
      };
    });
    expect(found.all).toBeGreaterThan(0);
    expect({ misplaced: found.misplaced, twice: found.twice }).toEqual({ misplaced: 0, twice: [] });
    if (!path.startsWith('#/policy')) {
      await (await seen(page)).click();
      await meaning(page).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await meaning(page).count()).toBe(1);
    }
    expect(refused).toEqual([]);
  },
);

test('on paper terms are plain text', async () => {
  const page = await browser.open(BRIEFING);
  await terms(page).first().waitFor({ state: 'attached' });
  const line = () =>
    terms(page)
      .first()
      .evaluate((term) => getComputedStyle(term).textDecorationLine);
  expect(await line()).toBe('underline');
  await page.emulateMedia({ media: 'print' });
  expect(await line()).toBe('none');
});

test('the glossary finds a term by its reading, and an address opens one', async () => {
  const page = await browser.open('#/glossary/deductible', { width: 'android' });
  const chosen = page.locator('#term-deductible');
  await chosen.waitFor();
  await page.waitForTimeout(300);
  const box = await chosen.boundingBox();
  expect(box?.y ?? -1).toBeGreaterThanOrEqual(50);
  expect(box?.y ?? 9999).toBeLessThan(600);
  await page.getByRole('searchbox').fill('メンセキ');
  expect(await page.locator('dt').count()).toBeGreaterThanOrEqual(2);
  expect(await page.locator('dt').count()).toBeLessThan(12);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: 'さ', exact: true }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('letter-さ');
  await page.goto(page.url().replace('/deductible', '/nothing'));
  await page.getByText('この名前の用語はありません').waitFor();
});
