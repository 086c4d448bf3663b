import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { browserArgs, findBrowser } from './.config/find-browser.mjs';
import { breakHints } from './src/tools/budoux.ts';
import { firstView } from './src/tools/first-view.ts';
import { fonts } from './src/tools/fonts.ts';
import { prepared } from './src/tools/prepared.ts';
import { scenarios } from './src/tools/yaml-plugin.ts';

const underTest = process.env['VITEST'] !== undefined;
const executablePath = underTest ? await findBrowser() : undefined;

/** The development server puts style sheets into the page as inline styles, which the policy of the built site refuses. */
const policyOnlyWhenBuilt: Plugin = {
  name: 'satei-policy-only-when-built',
  apply: 'serve',
  transformIndexHtml: { order: 'pre', handler: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '') },
};

export default defineConfig({
  base: './',
  plugins: [
    svelte({ configFile: false, compilerOptions: { discloseVersion: false } }),
    policyOnlyWhenBuilt,
    firstView({ app: '/src/app/main.ts', home: '/src/app/screens/home.ts', example: '/src/app/screens/home-example.ts' }),
    fonts(),
    scenarios(),
    prepared(),
    breakHints((id) => /\/scenarios\/.*\.yaml/.test(id)),
  ],
  // Under Vitest Svelte would resolve to its server build, where mount() throws.
  ...(underTest ? { resolve: { conditions: ['browser', 'module', 'import', 'default'] } } : {}),
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: {
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          testTimeout: 60_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.svelte.test.ts'],
        },
      },
      {
        extends: true,
        // A dependency that Vite discovers late reloads the page and fails the first run on a fresh clone.
        optimizeDeps: { include: ['svelte', 'xstate', '@xstate/svelte', 'chart.js', 'papaparse', '@testing-library/svelte'] },
        test: {
          name: 'browser',
          include: ['tests/**/*.svelte.test.ts'],
          setupFiles: ['tests/support/browser-setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: [...browserArgs], ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 820, height: 1000 } }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          environment: 'node',
          include: ['tests/**/*.e2e.ts'],
          globalSetup: ['tests/support/browser-site.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
