import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { charactersOf } from '#tools/fonts-glyphs.ts';
import { contentCharacters } from '#tools/fonts.ts';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();
const files = (weight: number) => readdirSync('dist/assets').filter((name) => new RegExp(`-${String(weight)}-.*woff2$`).test(name));

test('every character of the content stands in the fonts of the built site, in both weights', async () => {
  const characters = [...contentCharacters()];
  expect(characters.length).toBeGreaterThan(600);
  for (const weight of [400, 700]) {
    const sets = await Promise.all(files(weight).map((file) => charactersOf(readFileSync(`dist/assets/${file}`))));
    expect(characters.filter((c) => !sets.some((has) => has.has(c.codePointAt(0) ?? 0)))).toEqual([]);
  }
});

test('the home screen loads the two preloaded files and no other', async () => {
  const page = await browser.open('#/');
  await page.evaluate(() => document.fonts.ready);
  const loaded = await page.evaluate(() =>
    [...document.fonts].filter((face) => face.status === 'loaded').map((face) => `${face.family.replaceAll('"', '')} ${face.weight}`),
  );
  expect(loaded.toSorted()).toEqual(['Noto Sans JP 400', 'Noto Sans JP 700']);
});
