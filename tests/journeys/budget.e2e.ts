import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();
const KB = 1024;
const assets = () => readdirSync('dist/assets').map((name) => `dist/assets/${name}`);
const gzip = (file: string) => gzipSync(readFileSync(file)).length;

test('the home screen is usable on at most 60 KB of JavaScript, and asks nobody but its own server', async () => {
  const page = await browser.open('#/about', { width: 'android' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(inject('site'));
  await page.reload();
  await page.getByRole('link', { name: '結果を開く' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => !url.startsWith(inject('site')))).toEqual([]);
  const scripts = [...new Set(asked.filter((url) => url.endsWith('.js')))];
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, url) => sum + gzip(`dist/${url.slice(inject('site').length)}`), 0);
  expect(bytes).toBeLessThanOrEqual(60 * KB);
});

test('the heaviest screens load at most 15 KB of style sheets', async () => {
  for (const address of ['#/play/IT-04', '#/result/IT-04?open=1']) {
    const page = await browser.open('#/about', { width: 'android' });
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(request.url()));
    await page.goto(`${inject('site')}${address}`);
    await page.reload();
    await page.waitForLoadState('networkidle');
    const css = [...asked].filter((url) => url.endsWith('.css'));
    expect(css.length).toBeGreaterThan(2);
    expect(css.reduce((sum, url) => sum + gzip(`dist/${url.slice(inject('site').length)}`), 0)).toBeLessThanOrEqual(15 * KB);
  }
});

test('the fonts of the first view stay within 300 KB, what a case may add within 60 KB, and a rare sign within 2 KB', () => {
  const sizes = (is: (file: string) => boolean) => {
    const fonts = assets().filter((file) => file.endsWith('.woff2') && is(file));
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    return fonts.map((file) => statSync(file).size);
  };
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const isPreloaded = (file: string) => readFileSync('dist/index.html', 'utf8').includes(file.slice('dist/'.length));
  expect(sum(sizes(isPreloaded))).toBeLessThanOrEqual(300 * KB);
  expect(sum(sizes((file) => file.includes('seldom-')))).toBeLessThanOrEqual(60 * KB);
  expect(Math.max(...sizes((file) => file.includes('sign-')))).toBeLessThanOrEqual(2 * KB);
});

test('both fonts are preloaded, and the licence lies beside them', () => {
  const html = readFileSync('dist/index.html', 'utf8');
  expect(html.match(/rel="preload"[^>]+\.woff2/g)).toHaveLength(2);
  expect(readFileSync('dist/assets/noto-sans-jp-OFL.txt', 'utf8')).toContain('SIL OPEN FONT LICENSE');
});

test('the home screen and its styles come with the app, not after it', () => {
  const html = readFileSync('dist/index.html', 'utf8');
  expect(html).toMatch(/rel="modulepreload"[^>]+\/home-[^"]+\.js"/);
  expect(html).toMatch(/rel="stylesheet"[^>]+\/home-[^"]+\.css"/);
});
