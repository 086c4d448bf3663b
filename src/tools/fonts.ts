import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const WEIGHTS = [400, 700] as const;
/** Proportional kana for large headings and kerning; no vertical forms, no hints for screens of old. */
const OPTIONS = { targetFormat: 'woff2', keepFeatures: ['kern', 'palt', 'ccmp', 'mark', 'locl'], noHinting: true } as const;
const CACHE = 'node_modules/.cache/satei-fonts';
const SOURCE = 'node_modules/@fontsource/noto-sans-jp';
/** Where texts stand that a screen may show. */
const CONTENT = ['index.html', 'src/words', 'src/view', 'src/ui', 'src/app', 'scenarios'];
const READ = /\.(html|ts|svelte|ya?ml)$/;

/** Characters that come from formatting rather than from a file: digits, kana for typed text, signs of figures. */
const ALWAYS = [
  ...range(0x20, 0x7e),
  ...range(0x3041, 0x3096),
  ...range(0x30a1, 0x30fc),
  ...'、。・「」『』（）【】〔〕〜～ー－−＋×÷±％¥￥／：；？！…‥―–—‘’“”→←↑↓○●◎△▲▽▼□■※々〆億万円年月日時分秒年間　０１２３４５６７８９',
].join('');

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
}

function* files(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (READ.test(path)) return void (yield path);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory() || READ.test(entry.name)) yield* files(join(path, entry.name));
  }
}

/** Every character the site may show, sorted: those of the content files and those that formatting adds. Control characters are left out. */
export function contentCharacters(): string {
  const found = new Set(ALWAYS);
  for (const path of CONTENT) for (const file of files(path)) for (const c of readFileSync(file, 'utf8')) found.add(c);
  return [...found]
    .filter((c) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Mn}]/u.test(c))
    .sort()
    .join('');
}

/** Cuts both weights down to the characters given, or takes the result of an earlier build from the cache. */
async function subset(characters: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const version = readFileSync(join(SOURCE, 'package.json'), 'utf8');
  const key = createHash('sha256').update(version).update(JSON.stringify(OPTIONS)).update(characters).digest('hex');
  await Promise.all(
    WEIGHTS.map(async (weight) => {
      const stamp = join(CACHE, `${weight}.key`);
      const out = join(CACHE, `noto-sans-jp-${weight}.woff2`);
      if (existsSync(out) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
      const whole = readFileSync(join(SOURCE, `files/noto-sans-jp-japanese-${weight}-normal.woff2`));
      writeFileSync(out, await subsetFont(whole, characters, OPTIONS));
      writeFileSync(stamp, key);
    }),
  );
}

/**
 * Noto Sans JP, cut at build to the characters the site uses, in two files that index.html preloads; the licence goes out beside them.
 * `satei-fonts/…` in a style sheet is the folder they are written to.
 */
export function fonts(): Plugin {
  return {
    name: 'satei-fonts',
    config: () => ({ resolve: { alias: { 'satei-fonts': join(process.cwd(), CACHE) } } }),
    async buildStart() {
      await subset(contentCharacters());
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'assets/noto-sans-jp-OFL.txt', source: readFileSync(join(SOURCE, 'LICENSE'), 'utf8') });
    },
    transformIndexHtml: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((name) => /noto-sans-jp-\d+.*\.woff2$/.test(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `./${name}`, as: 'font', type: 'font/woff2', crossorigin: '' },
          injectTo: 'head' as const,
        })),
  };
}
