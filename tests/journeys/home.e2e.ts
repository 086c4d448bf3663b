import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { caseIds, drillIds } from '#tools/library.ts';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();

test('the home screen of a newcomer knows two cases and no drill; a case that was left is offered by its title', async () => {
  const page = await browser.open('#/about', { width: 'android' });
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(request.url()));
  await page.goto(inject('site'));
  await page.reload();
  await page.getByRole('link', { name: '結果を開く' }).waitFor();
  await page.waitForLoadState('networkidle');
  const scripts = [...asked].filter((url) => url.endsWith('.js'));
  const code = scripts.map((url) => readFileSync(`dist/${url.slice(inject('site').length)}`, 'utf8')).join('\n');
  const named = [...caseIds(), ...drillIds()].filter((id) => new RegExp(`${id}\\b`, 'u').test(code));
  expect(named).toHaveLength(2);
  expect(await page.locator('#resume').count()).toBe(0);

  const left = caseIds().find((id) => !named.includes(id)) ?? expect.unreachable();
  await page.evaluate((id) => localStorage.setItem(`satei.sitting.${id}`, JSON.stringify({ text: '', left: '2026-01-02' })), left);
  await page.reload();
  const link = page.locator(`main a[href^="#/play/${left}"]`);
  await link.waitFor();
  const title = /^title: \{ ja: ['"]?(.+?)['"]?, en:/mu.exec(readFileSync(`scenarios/cases/${left}.yaml`, 'utf8'))?.[1];
  expect(title).toBeDefined();
  expect((await link.textContent())?.replaceAll('\u200b', '')).toContain(title);
});
