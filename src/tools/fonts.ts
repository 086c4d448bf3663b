import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { charactersOf } from './fonts-glyphs.ts';

const WEIGHTS = [400, 700] as const;
/** Proportional kana for large headings and kerning; no vertical forms, no hints for screens of old. */
const OPTIONS = { targetFormat: 'woff2', keepFeatures: ['kern', 'palt', 'ccmp', 'mark', 'locl'], noHinting: true } as const;
const CACHE = 'node_modules/.cache/satei-fonts';
const SOURCE = 'node_modules/@fontsource/noto-sans-jp';
/** Where texts stand that a screen may show. */
const CONTENT = ['index.html', 'src/words', 'src/view', 'src/ui', 'src/app', 'scenarios'];
const READ = /\.(html|ts|svelte|ya?ml)$/;

/** Characters that come from formatting or typing rather than from a file. */
const ALWAYS = [
  ...range(0x20, 0x7e),
  ...range(0x3041, 0x3096),
  ...range(0x30a1, 0x30fc),
  ...'、。・「」『』（）【】〔〕〜ー−＋×÷±％¥￥／：；？！…–—‘’“”々兆億万円年月日時分秒間　０１２３４５６７８９',
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

/** The text of a content file, without the comment lines of YAML. */
function textOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('ml') && !file.endsWith('.html') ? text.replace(/^\s*#.*$/gm, '') : text;
}

/** Every character the site may show, sorted: those of the content files and those that formatting adds. Invisible ones are left out. */
export function contentCharacters(): string {
  const found = new Set(ALWAYS);
  for (const path of CONTENT) for (const file of files(path)) for (const c of textOf(file)) found.add(c);
  return [...found]
    .filter((c) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Mn}]/u.test(c))
    .sort()
    .join('');
}

/** Where each file is shown by itself, a case or a drill, with what lists and the home screen show of it beside its own screens. */
const SINGLE: Readonly<Record<string, RegExp>> = {
  'scenarios/cases': /\b(title|industry|label):/,
  'scenarios/drills': /^title:/,
};

/** Up to how many cases or drills, and nothing else, have a character that is seldom. */
const SELDOM = 2;

/** The characters that stand in one or two cases or drills and nowhere else. They come in a file of their own, fetched where one of these is open. */
export function seldomCharacters(): string {
  const cases = Object.keys(SINGLE).flatMap((folder) => [...files(folder)]);
  const seen = new Map<string, number>();
  for (const file of cases) for (const c of new Set(textOf(file))) seen.set(c, (seen.get(c) ?? 0) + 1);
  const elsewhere = new Set(ALWAYS);
  for (const path of CONTENT) {
    for (const file of files(path)) if (!cases.includes(file)) for (const c of textOf(file)) elsewhere.add(c);
  }
  for (const [folder, listed] of Object.entries(SINGLE)) {
    for (const file of files(folder)) {
      for (const line of textOf(file).split('\n')) if (listed.test(line)) for (const c of line) elsewhere.add(c);
    }
  }
  return [...contentCharacters()].filter((c) => (seen.get(c) ?? Infinity) <= SELDOM && !elsewhere.has(c)).join('');
}

interface Face {
  readonly file: string;
  readonly weight: number;
  /** The characters it alone is for; none for the main file of a weight. */
  readonly only?: string;
}

const rule = ({ file, weight, only }: Face): string =>
  [
    "@font-face{font-family:'Noto Sans JP';font-style:normal;font-display:swap",
    `font-weight:${String(weight)}`,
    `src:url('./${file}') format('woff2')`,
    ...(only ? [`unicode-range:${[...only].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16)}`).join(',')}`] : []),
  ].join(';') + '}\n';

const sourceFile = (part: string, weight: number): Buffer =>
  readFileSync(join(SOURCE, `files/noto-sans-jp-${part}-${String(weight)}-normal.woff2`));

async function cut(part: string, weight: number, characters: string, file: string): Promise<void> {
  writeFileSync(join(CACHE, file), await subsetFont(sourceFile(part, weight), characters, OPTIONS));
}

/** Signs such as ① or ∴ are not in the one large file of the typeface: finds the slice of the package that has each. */
function slicesOf(signs: readonly string[]): ReadonlyMap<string, string> {
  const ranges = Object.entries(JSON.parse(readFileSync(join(SOURCE, 'unicode.json'), 'utf8')) as Record<string, string>);
  const slices = new Map<string, string>();
  for (const sign of signs) {
    const part = ranges.find(([, listed]) => covers(listed, sign.codePointAt(0) ?? 0))?.[0].replace(/[[\]]/g, '');
    if (part) slices.set(part, (slices.get(part) ?? '') + sign);
  }
  return slices;
}

function covers(listed: string, code: number): boolean {
  return listed.split(',').some((piece) => {
    const [from = NaN, to = from] = piece
      .replace('U+', '')
      .split('-')
      .map((hex) => parseInt(hex, 16));
    return code >= from && code <= to;
  });
}

/** Cuts both weights down to the characters given and writes the style sheet that names the files; an earlier result is used again. */
async function make(characters: string, seldom: string): Promise<void> {
  const key = createHash('sha256')
    .update([readFileSync(join(SOURCE, 'package.json'), 'utf8'), readFileSync('src/tools/fonts.ts', 'utf8'), characters, seldom].join('\n'))
    .digest('hex');
  const stamp = join(CACHE, 'key');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const large = await charactersOf(sourceFile('japanese', 400));
  const slices = slicesOf([...characters].filter((c) => !large.has(c.codePointAt(0) ?? 0)));
  const faces: Face[] = [];
  for (const weight of WEIGHTS) {
    const main = `noto-sans-jp-${String(weight)}.woff2`;
    await cut('japanese', weight, [...characters].filter((c) => !seldom.includes(c)).join(''), main);
    faces.push({ file: main, weight });
    const inOne = [...seldom].filter((c) => large.has(c.codePointAt(0) ?? 0)).join('');
    if (inOne !== '') {
      const file = `seldom-${String(weight)}.woff2`;
      await cut('japanese', weight, inOne, file);
      faces.push({ file, weight, only: inOne });
    }
    for (const [part, only] of slices) {
      const file = `sign-${part}-${String(weight)}.woff2`;
      await cut(part, weight, only, file);
      faces.push({ file, weight, only });
    }
  }
  writeFileSync(join(CACHE, 'fonts.css'), faces.map(rule).join(''));
  writeFileSync(stamp, key);
}

/**
 * Noto Sans JP, cut at build to the characters the site uses: one file a weight, which index.html preloads, one for what only a
 * case or two say, and a tiny one for each rare sign, which are fetched where they stand. The licence goes out beside them. `satei-fonts/…` is the folder they are written to.
 */
export function fonts(): Plugin {
  return {
    name: 'satei-fonts',
    config: () => ({ resolve: { alias: { 'satei-fonts': join(process.cwd(), CACHE) } } }),
    async buildStart() {
      await make(contentCharacters(), seldomCharacters());
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'assets/noto-sans-jp-OFL.txt', source: readFileSync(join(SOURCE, 'LICENSE'), 'utf8') });
    },
    transformIndexHtml: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((name) => /noto-sans-jp-\d+-.*\.woff2$/.test(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `./${name}`, as: 'font', type: 'font/woff2', crossorigin: '', fetchpriority: 'low' },
          injectTo: 'head' as const,
        })),
  };
}
