import { describe, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { useBrowser, type Width, widths } from '../support/browser.ts';

const browser = useBrowser();

const screens = {
  home: '#/',
  cases: '#/cases',
  briefing: '#/case/IT-04',
  drills: '#/drills',
  drill: '#/drill/DR-PB-EX18',
  policy: '#/policy?p=plan-b',
  clause: '#/policy/PB-EX06',
  pairs: '#/pairs',
  pair: '#/pair/IT-04/IT-04.plan-b?open=1',
  'pair, before the answer': '#/pair/PB-06/PB-09',
  comparison: '#/policy?p=compare',
  glossary: '#/glossary/deductible',
  own: '#/own',
  'trainer’s sheet': '#/sheet/IT-03?for=trainer',
  'learner’s sheet': '#/sheet/PB-06?for=learner',
  'five questions': '#/questions/PB-06',
  'lab, the chooser': '#/lab',
  'policy year': '#/year?y=renewal',
  'policy year, a series': '#/year?y=series',
  'contracts side by side, the chooser': '#/compare',
  'contracts side by side': '#/compare?c=IT-15',
  about: '#/about',
  'not found': '#/nowhere',
};
const languages = ['ja', 'en'] as const;
const withLanguage = (path: string, language: string) => `${path}${path.includes('?') ? '&' : '?'}l=${language}`;

describe.each(Object.entries(screens))('%s', (_name, path) => {
  test('has no accessibility violation in either language, light or dark', async () => {
    for (const language of languages) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.open(withLanguage(path, language), { colorScheme, reducedMotion: 'reduce' });
        for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click();
        // What the sticky header covers would count as too small a target.
        await page.evaluate(() => scrollTo(0, 0));
        expect(await violations(page), `${language} ${colorScheme}`).toEqual([]);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        await page.context().close();
      }
    }
  });

  test('never scrolls sideways and cuts no text off, at every width', async () => {
    for (const width of Object.keys(widths) as Width[]) {
      for (const language of languages) {
        const page = await browser.open(withLanguage(path, language), { width });
        const { wide, cut } = await page.evaluate(() => {
          const clipped = [...document.querySelectorAll<HTMLElement>('main *, header *, nav *')].filter((element) => {
            const style = getComputedStyle(element);
            const hidden = element.closest('.hidden-text, .settings span') !== null;
            return !hidden && style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
          });
          return { wide: document.documentElement.scrollWidth - innerWidth, cut: clipped.map((element) => element.outerHTML.slice(0, 80)) };
        });
        expect({ width, language, wide, cut }).toEqual({ width, language, wide: 0, cut: [] });
        await page.context().close();
      }
    }
  });
});

test.each(['phone', 'android', 'tablet', 'projector'] as const)(
  'the first thing to do is in the first screen at %s width',
  async (width) => {
    for (const [path, name] of [
      ['#/', '結果を開く'],
      ['#/cases', '全員で進める'],
      ['#/case/IT-04', '全員の立場で始める'],
    ] as const) {
      const page = await browser.open(path, { width });
      const box = await page.getByRole('link', { name }).first().boundingBox();
      const bar = await page.locator('nav.bar').boundingBox();
      const floor = bar?.y ?? widths[width][1];
      expect((box?.y ?? Infinity) + (box?.height ?? 0), path).toBeLessThanOrEqual(floor);
      await page.context().close();
    }
  },
);
