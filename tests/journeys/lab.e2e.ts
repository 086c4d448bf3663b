import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { codeOf } from '#view/lab-code.ts';
import { violations } from '../support/axe.ts';
import { useBrowser, type Width, widths } from '../support/browser.ts';

const browser = useBrowser();
const drawn = (page: Page) =>
  page.waitForFunction(() => [...document.querySelectorAll('canvas')].every((canvas) => canvas.style.width !== ''));

/** What the lab says: the sentence, the heights of the first tower’s layers, the table’s cells and the one that is outlined. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    sentence: document.querySelector('.top p')?.textContent.trim(),
    tower: [...document.querySelectorAll<HTMLElement>('.tank .slot')].map(({ style }) => style.height),
    cells: [...document.querySelectorAll<HTMLElement>('#table td[data-yen]')].map(({ dataset }) => dataset['yen']),
    now: [...document.querySelectorAll<HTMLElement>('#table td.now')].map(({ dataset }) => dataset['yen']),
  }));
const addressed = (page: Page) => page.waitForFunction(() => location.hash.includes('k='));

test('an arrow key on a slider moves sentence, tower and table together, and the address opens the same yen anew', async () => {
  const page = await browser.open('#/lab?c=IT-15');
  const before = await shown(page);
  expect(before.sentence).toContain('5,300万円');
  expect(before.now).toEqual(['53000000']);
  await page.getByRole('slider', { name: '費用総支払限度額のつまみ' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await shown(page)).now).toEqual(['66000000']);
  const after = await shown(page);
  // one rung up from 3,000万円 is 5,000万円: 4,300万円 of costs fit into it
  expect(after.sentence).toContain('6,600万円、自社負担は 0円');
  expect(after.tower).not.toEqual(before.tower);
  expect(after.cells).not.toEqual(before.cells);
  await addressed(page);
  const opened = await browser.open(new URL(page.url()).hash);
  expect(await shown(opened)).toEqual(after);
  expect(await opened.getByRole('alert').count()).toBe(0);

  await page.getByRole('button', { name: '取り消す' }).click();
  expect(await shown(page)).toEqual(before);
  await page.getByRole('button', { name: 'やり直す' }).click();
  expect(await shown(page)).toEqual(after);
});

test('in one frame a slider moves everything in sight; what is out of sight or only listened to follows when it rests', async () => {
  const page = await browser.open('#/lab?c=IT-15', { viewport: { width: 1920, height: 1080 } });
  await drawn(page);
  const moved = (view: string) =>
    page.evaluate(async (id) => {
      document.querySelector(id)?.scrollIntoView();
      // Let the page notice what is in sight.
      await new Promise((done) => setTimeout(done, 300));
      const slider = document.querySelector<HTMLInputElement>('.controls input[type=range]');
      if (!slider) throw new Error('no slider');
      const text = (selector: string) => document.querySelector(selector)?.textContent;
      const heights = () => [...document.querySelectorAll<HTMLElement>('.tank .slot')].map(({ style }) => style.height).join();
      const curve = () => document.querySelector('#curve .low')?.getAttribute('d');
      const now = () => ({
        sentence: text('.top p'),
        bars: text('.bars'),
        legend: text('#money ul'),
        tower: heights(),
        table: text('#table .finding'),
        curve: curve(),
        steps: text('#steps tbody'),
        twin: text('#money table'),
      });
      const before = now();
      slider.value = String(Number(slider.value) - 2);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const after = now();
      await new Promise((done) => setTimeout(done, 500));
      const rested = now();
      const differ = (a: typeof before, b: typeof before) =>
        Object.entries(a).flatMap(([key, value]) => (b[key as keyof typeof b] === value ? [] : [key]));
      return { atOnce: differ(before, after), later: differ(after, rested) };
    }, view);
  expect(await moved('article header')).toEqual({
    atOnce: ['sentence', 'bars', 'legend', 'tower'],
    later: ['table', 'curve', 'steps', 'twin'],
  });
  // The steps are in sight too, but are read rather than watched.
  const { atOnce, later } = await moved('#table');
  expect(atOnce).toEqual(['table', 'curve']);
  expect(later).toEqual(['sentence', 'bars', 'legend', 'tower', 'steps', 'twin']);
});

test('while a slider is dragged no part becomes lower, the table keeps its rows and the curve its scale; at rest each fits', async () => {
  const page = await browser.open('#/lab?c=IT-15', { viewport: { width: 1920, height: 1080 } });
  await drawn(page);
  const found = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('.controls input[type=range]');
    if (!slider) throw new Error('no slider');
    const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
    const to = async <T>(rung: number, read: () => T) => {
      slider.value = String(rung);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return read();
    };
    const look = async (id: string) => {
      document.querySelector(id)?.scrollIntoView();
      await pause(300);
    };

    await look('#money');
    const height = () => document.querySelector<HTMLElement>('#money')?.offsetHeight ?? 0;
    const heights = [await to(1, height), await to(10, height), await to(8, height), await to(11, height)];
    await pause(500);
    const rested = height();

    await look('#table');
    const rows = [...document.querySelectorAll<HTMLElement>('#table tbody tr')];
    const table = () => ({
      height: document.querySelector<HTMLElement>('#table table')?.offsetHeight ?? 0,
      areSame: rows.every((row) => row.isConnected) && document.querySelectorAll('#table tbody tr').length === rows.length,
      limits: rows.map((row) => row.querySelector('th')?.textContent.trim()),
      now: rows.findIndex((row) => row.querySelector('[aria-current]')),
    });
    // From one corner of the axes to the other.
    const scale = () => document.querySelector('#curve .same')?.getAttribute('d');
    const both = () => ({ ...table(), scale: scale() });
    const begun = both();
    const moved = [await to(1, both), await to(10, both), await to(8, both), await to(11, both)];
    await pause(500);
    const grown = [await to(12, scale), await to(1, scale)];
    await pause(500);
    return { heights, rested, begun, moved, grown, fitting: scale() };
  });
  expect(found.heights).toEqual(found.heights.toSorted((a, b) => a - b));
  expect(found.rested).toBeLessThan(found.heights[0] ?? 0);
  for (const { height, areSame, scale } of found.moved)
    expect({ height, areSame, scale }).toEqual({ height: found.begun.height, areSame: true, scale: found.begun.scale });
  // 100万円 and 7,000万円 are no round figures of the table; 3,000万円 and 1億円 are, and bring the next one with them.
  const round = ['1,000万円', '3,000万円', '5,000万円', '1億円', '3億円', '10億円'];
  expect(found.moved.map(({ limits }) => limits.filter((limit) => !round.includes(limit ?? '')))).toEqual([
    ['100万円'],
    ['7,000万円'],
    ['7,000万円'],
    ['2億円'],
  ]);
  expect(found.moved.map(({ limits, now }) => limits[now])).toEqual(['100万円', '7,000万円', '3,000万円', '1億円']);
  expect(found.grown[0]).not.toBe(found.begun.scale);
  expect(found.grown[1]).toBe(found.grown[0]);
  expect(found.fitting).toBe(found.begun.scale);
});

test('a preset sets its terms at one tap and can be set back; the list of moments opens one with what it is compared with', async () => {
  const page = await browser.open('#/lab?c=IT-15');
  const before = await shown(page);
  await page.getByRole('button', { name: 'この条件にする' }).first().click();
  expect((await shown(page)).now).toEqual(['66000000']);
  await page.getByRole('button', { name: '元に戻す' }).click();
  expect(await shown(page)).toEqual(before);

  const list = await browser.open('#/lab');
  await list.getByRole('link', { name: '賠償が増えると減る支払' }).click();
  await list.locator('.top').waitFor();
  const moment = await shown(list);
  expect(moment.sentence).toContain('2億2,000万円のうち、支払われる保険金は 1億1,000万円');
  await list.getByText('比較の基準では 1億1,900万円です。').waitFor();
});

test('an empty claim asks for an amount, and shows every view once there is one', async () => {
  const page = await browser.open('#/lab?p=it-liability');
  await page.getByText('請求と支出の額はまだ0円です。').waitFor();
  expect(await page.locator('#table').count()).toBe(0);
  const field = page.getByRole('textbox', { name: '損害賠償金' });
  await field.fill('１億５０００万');
  await field.blur();
  await drawn(page);
  expect((await shown(page)).sentence).toContain('1億5,000万円のうち、支払われる保険金は 1億円、自社負担は 5,000万円です。');
  expect((await shown(page)).now).toEqual(['100000000']);
  // PageDown goes to the next round number, a chip to its own
  const slider = page.getByRole('slider', { name: '損害賠償金のつまみ' });
  await slider.focus();
  await page.keyboard.press('PageDown');
  expect(await field.inputValue()).toBe('10,000');
  await page.keyboard.press('PageDown');
  expect(await field.inputValue()).toBe('1,000');
  await page.locator('.control', { hasText: '損害賠償金' }).getByRole('button', { name: '3,000万円', exact: true }).click();
  expect((await shown(page)).sentence).toContain('3,000万円のうち、支払われる保険金は 3,000万円');
  await page.waitForFunction((piece) => location.hash.includes(piece), codeOf('claimed-damages') + (30_000_000).toString(36));
  const opened = await browser.open(new URL(page.url()).hash);
  await opened.locator('#table').waitFor();
  expect(await shown(opened)).toEqual(await shown(page));
});

test('what is pointed at or has the focus lights up in legend, tower, table, steps and clauses alike', async () => {
  const page = await browser.open('#/lab?c=IT-10', { width: 'projector' });
  await drawn(page);
  const lit = () =>
    page.evaluate(() => ({
      steps: document.querySelectorAll('#steps tr.lit').length,
      clauses: document.querySelectorAll('#clauses li.lit').length,
      dimmed: document.querySelectorAll('#money li.dim, #tower li.dim').length,
      heads: document.querySelectorAll('#table th.lit').length,
      controls: document.querySelectorAll('.controls .control.lit').length,
    }));
  expect(await lit()).toEqual({ steps: 0, clauses: 0, dimmed: 0, heads: 0, controls: 0 });
  await page.locator('#money li', { hasText: '限度超過' }).hover();
  const byPointer = await lit();
  expect(byPointer.steps).toBe(1);
  expect(byPointer.clauses).toBe(1);
  expect(byPointer.heads).toBe(2);
  expect(byPointer.controls).toBe(1);
  expect(byPointer.dimmed).toBeGreaterThan(2);
  await page.mouse.move(0, 0);
  expect((await lit()).steps).toBe(0);
  // the arrow keys walk the steps, each lighting its part
  await page.locator('#steps tbody button').first().focus();
  const seen = new Set<string>();
  const stairs = await page.locator('#steps tbody tr').count();
  for (let i = 0; i < stairs; i++) {
    await page.keyboard.press('ArrowDown');
    seen.add(JSON.stringify(await lit()));
  }
  expect([...seen].some((one) => one.includes('"clauses":1'))).toBe(true);
});

test('a fact that is not known is an open question, and a flip sets it to what it says', async () => {
  const page = await browser.open('#/lab?c=IT-15');
  const turns = page.locator('#turns');
  await turns.getByText('結論を左右する事実は、すべて分かっています。').waitFor();
  const flip = turns.locator('li', { hasText: '役員の関与' }).first();
  expect(await flip.textContent()).toContain('0円');
  await flip.getByRole('button').click();
  expect((await shown(page)).sentence).toContain('支払われる保険金は 0円');
  const unknown = page.locator('.controls fieldset', { hasText: '役員の関与' }).getByRole('radio', { name: '不明' });
  await unknown.check({ force: true });
  await turns.getByText('「役員の関与」', { exact: false }).or(turns.getByText('役員の関与')).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('#turns [aria-busy=true]'));
  expect(await turns.textContent()).not.toContain('すべて分かっています');
});

test('figures are told apart by origin, and terms that somebody sets become assumptions', async () => {
  const page = await browser.open('#/lab?c=IT-15');
  const control = page.locator('.controls .control', { hasText: '費用総支払限度額' }).first();
  expect(await control.locator('.tag').innerText()).toBe('資料');
  await page.getByRole('slider', { name: '費用総支払限度額のつまみ' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await control.locator('.tag').innerText()).toBe('仮定');
  const opacity = () => control.evaluate((one) => getComputedStyle(one).opacity);
  await page.getByRole('radio', { name: '資料' }).check({ force: true });
  expect(Number(await opacity())).toBeLessThan(1);
  await page.getByRole('radio', { name: '仮定' }).check({ force: true });
  expect(await opacity()).toBe('1');
});

test('the terms as they stand can be what others are compared with, and lead to the comparison', async () => {
  const page = await browser.open('#/lab?c=IT-15');
  const slider = page.getByRole('slider', { name: '費用総支払限度額のつまみ' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'いまを比較の基準にする' }).click();
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.getByText('比較の基準では 6,600万円です。').waitFor();
  const href = await page.getByRole('link', { name: '元の契約と並べる' }).getAttribute('href');
  expect(href).toContain('#/compare?c=IT-15');
});

test('a damaged link says so and offers what could be read; an unknown case leads to the list', async () => {
  const page = await browser.open(`#/lab?c=IT-15&v=2&e=9.9&s=${codeOf('costLimit')}${(50_000_000).toString(36)}Zzz1&k=zzz`);
  await page.getByText('このリンクは途中で変わったか、欠けています。').waitFor();
  expect((await shown(page)).now).toEqual(['66000000']);
  const lost = await browser.open('#/lab?c=NOBODY');
  await lost.getByText('リンクの事案か契約が見つかりません。').waitFor();
  await lost.getByText('答えを含みます。').waitFor();
  await lost.locator('main section li a').first().click();
  await lost.locator('.top').waitFor();
});

test.each(['#/lab?c=PB-01', '#/lab?p=form-f&m=per-head'])(
  '%s has no accessibility violation in either language, light or dark',
  async (address) => {
    for (const language of ['ja', 'en']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.open(`${address}&l=${language}`, { colorScheme, reducedMotion: 'reduce' });
        for (const summary of await page.locator('main summary').all()) if (await summary.isVisible()) await summary.click();
        await drawn(page);
        await page.evaluate(() => scrollTo(0, 0));
        expect(await violations(page), `${language} ${colorScheme}`).toEqual([]);
        await page.context().close();
      }
    }
  },
);

test('never scrolls sideways; on narrow screens the sentence stays on top and takes at most 38 % of the height', async () => {
  for (const width of Object.keys(widths) as Width[]) {
    for (const language of ['ja', 'en']) {
      const page = await browser.open(`#/lab?c=PB-01&l=${language}`, { width });
      await drawn(page);
      await page.evaluate(() => scrollTo(0, 1200));
      const { wide, top, height, header } = await page.evaluate(() => {
        const box = document.querySelector('.top')?.getBoundingClientRect();
        const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
        return {
          wide: document.documentElement.scrollWidth - innerWidth,
          top: box?.top ?? NaN,
          height: (box?.height ?? NaN) / innerHeight,
          header,
        };
      });
      expect({ width, language, wide }).toEqual({ width, language, wide: 0 });
      if (widths[width][0] < 1024) {
        expect(Math.abs(top - header)).toBeLessThanOrEqual(2);
        expect(height).toBeLessThanOrEqual(0.38);
      }
      await page.context().close();
    }
  }
});

test('the longest sentence too leaves most of a small phone to the controls', async () => {
  const page = await browser.open('#/lab?c=IT-03&l=en', { width: 'phone' });
  for (const fact of await page.locator('.controls fieldset').all()) {
    const unknown = fact.getByRole('radio', { name: 'Not known' });
    if (await unknown.count()) await unknown.check({ force: true });
  }
  expect(await page.locator('.top p').first().innerText()).toMatch(/from ¥.+ is paid/);
  const top = await page.locator('.top').boundingBox();
  expect((top?.height ?? Infinity) / widths.phone[1]).toBeLessThanOrEqual(0.38);
});

test('what the keyboard reaches does not hide under the sentence', async () => {
  const page = await browser.open('#/lab?c=PB-01', { width: 'android' });
  await drawn(page);
  for (const back of [false, true]) {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement;
        const cover = document.querySelector('.top');
        if (!focused || !cover || !focused.closest('.controls')) return 0;
        return cover.getBoundingClientRect().bottom - focused.getBoundingClientRect().bottom;
      });
      expect(hidden).toBeLessThanOrEqual(0);
    }
  }
});

test('the code of the lab with its charts stays within 180 KB', async () => {
  const page = await browser.open('#/about');
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(request.url()));
  await page.goto(`${inject('site')}#/lab?c=IT-15`);
  await page.reload();
  await drawn(page);
  await page.locator('#steps').waitFor();
  const isContent = (url: string) =>
    /\/(IT-\d+|PB-\d+|it-liability|plan-b|form-\w|facts|general|moments|summaries|glossary)-[^/]+$/.test(url);
  const code = [...asked].filter((url) => url.endsWith('.js') && !isContent(url));
  expect(code.length).toBeGreaterThan(5);
  const bytes = code.reduce((sum, url) => sum + gzipSync(readFileSync(`dist/${url.slice(inject('site').length)}`)).length, 0);
  expect(bytes).toBeLessThanOrEqual(180 * 1024);
});
