import { beforeEach, expect, test } from 'vitest';
import { loadCase, loadFacts, loadGeneral, loadPolicy } from '#casebook/index.ts';
import { endOn } from '#lifecycle/walk.ts';
import { pictureOf } from '#ui/export/draw.ts';
import '#ui/style/index.css';
import { setLocale } from '#words/locale.svelte.ts';
import type { ResultSource } from '#view/result-ground.ts';
import { labFor, leafletOf, turnedFor } from './leaflet-support.ts';

const loaded = async (id: string): Promise<ResultSource> => {
  const of = await loadCase(id);
  const policy = of && (await loadPolicy(of.policy));
  if (!of || !policy) throw new Error(`no case ${id}`);
  return { case: of, policy, facts: await loadFacts(), general: await loadGeneral(), titles: {}, moment: endOn(of), played: false };
};

/** What a picture file shows: its size, and its dots. */
const read = async (file: Blob) => {
  const image = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  return { width: image.width, height: image.height, dots: context?.getImageData(0, 0, image.width, image.height).data ?? [] };
};

beforeEach(() => setLocale('ja'));

test.each(['light', 'dark'])('a picture is a slide of 1920 × 1080 on white, drawn in the light colours, in a %s page', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const lab = labFor(await loaded('IT-15'));
  const file = await pictureOf(leafletOf(lab, turnedFor(lab)).leaflet);
  expect(file.type).toBe('image/png');
  const { width, height, dots } = await read(file);
  expect([width, height]).toEqual([1920, 1080]);
  const at = (x: number, y: number) => [...dots.slice((y * width + x) * 4, (y * width + x) * 4 + 4)];
  for (const corner of [at(0, 0), at(1919, 0), at(0, 1079), at(1919, 1079)]) expect(corner).toEqual([255, 255, 255, 255]);
  const found = new Map<string, number>();
  for (let i = 0; i < dots.length; i += 4) {
    const colour = dots.slice(i, i + 4).join();
    found.set(colour, (found.get(colour) ?? 0) + 1);
    if (dots[i + 3] !== 255) throw new Error('a dot that one can see through');
  }
  // --pay in the light theme, #0055ad, fills the bar of what is paid.
  expect(found.get('0,85,173,255')).toBeGreaterThan(5000);
  expect(found.get('255,255,255,255')).toBeGreaterThan(1_000_000);
  expect(found.size).toBeGreaterThan(20);
  expect(document.documentElement.dataset['theme']).toBe(theme);
});
