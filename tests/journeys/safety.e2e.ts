import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();

test('index.html allows no inline script, no inline style, no eval and no foreign origin', () => {
  const html = readFileSync('dist/index.html', 'utf8');
  const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
  expect(html).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
});

test('the browser enforces it: injected scripts, handlers, styles, eval and foreign requests are all refused', async () => {
  const page = await browser.open('#/');
  const outcome = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const box = document.createElement('div');
    box.innerHTML = '<img src="x:" onerror="window.injected = true"><p style="color: red">x</p>';
    document.body.append(box);
    await fetch('https://example.com/').catch(() => undefined);
    // From a timer: what a debugger evaluates at once may do more than the page.
    const evaluated = await new Promise<boolean>((done) => {
      setTimeout(() => {
        try {
          done(new Function('return true')() as boolean);
        } catch {
          done(false);
        }
      }, 100);
    });
    return { refused: [...new Set(refused)].sort(), evaluated, injected: 'injected' in window };
  });
  expect(outcome.injected).toBe(false);
  expect(outcome.evaluated).toBe(false);
  expect(outcome.refused).toEqual(expect.arrayContaining(['connect-src', 'script-src-attr', 'script-src-elem', 'style-src-attr']));
});

test('no screen of our own breaks the policy or asks another origin', async () => {
  const page = await browser.open('#/');
  const trouble: string[] = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => request.url().startsWith(inject('site')) || trouble.push(request.url()));
  for (const path of ['#/cases', '#/case/IT-15', '#/policy', '#/policy/PB-EX06', '#/own', '#/about', '#/nowhere']) {
    await page.goto(inject('site') + path);
    await page.reload();
    await page.locator('h1').waitFor();
  }
  await page.getByRole('button', { name: '表示設定' }).click();
  await page.getByRole('dialog').waitFor();
  expect(trouble).toEqual([]);
});
