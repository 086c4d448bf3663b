import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, inject } from 'vitest';
import { browserArgs, findBrowser } from '../../.config/find-browser.mjs';

/** The four widths of DESIGN.md 7, with a usual height each. */
export const widths = { phone: [320, 640], android: [360, 740], tablet: [820, 1180], projector: [1920, 1080] } as const;
export type Width = keyof typeof widths;

/** Opens one Chromium for a test file and closes it after the last test. Call at the top of the file. */
export function useBrowser(): {
  open: (path: string, options?: BrowserContextOptions & { width?: Width }) => Promise<Page>;
} {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = await findBrowser();
    browser = await chromium.launch({ args: [...browserArgs], ...(executablePath ? { executablePath } : {}) });
  });
  afterAll(() => browser.close());
  return {
    /** A page of the built site in a context of its own, e.g. `open('#/cases?l=en', { width: 'phone' })`. */
    open: async (path, { width = 'tablet', ...options } = {}) => {
      const [w, h] = widths[width];
      const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: w, height: h }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(inject('site') + path);
      await page.locator('h1').first().waitFor();
      return page;
    },
  };
}
