import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, loadConfigFromFile, type Plugin, type PluginOption, type Rollup } from 'vite';
import { caseIds, SCENARIOS } from '../library.ts';
import { scenarios } from '../yaml-plugin.ts';
import { generate } from './many.ts';

/** What the site loads before and while its home screen is shown, in bytes as they are sent (gzip). Fonts are left out. */
export interface Sizes {
  readonly cases: number;
  readonly js: number;
  readonly css: number;
  readonly html: number;
  /** Every file of the site that is code, the home screen's included. */
  readonly files: number;
  /** Seconds that the build took. */
  readonly seconds: number;
}

const TOP = dirname(SCENARIOS);
const gzip = (code: string | Uint8Array): number => gzipSync(code).length;

/** What is fetched one after the other when the home screen is opened. */
const HOME = [/\/src\/app\/screens\/home\.ts$/u, /\/src\/app\/screens\/home-example\.ts$/u, /\/scenarios\/home\.yaml\?example$/u];

/** Builds the site with so many cases, those that stand and generated ones, and weighs its first view. */
export const sizesAt = async (cases: number): Promise<Sizes> => {
  const root = mkdtempSync(join(tmpdir(), 'satei-sizes-'));
  try {
    const own = join(root, 'scenarios');
    cpSync(SCENARIOS, own, { recursive: true });
    const standing = caseIds(own).length;
    if (cases < standing) throw new Error(`${standing} cases stand already`);
    generate(join(own, 'cases'), cases - standing);
    for (const name of ['src', 'package.json', 'tsconfig.json', 'index.html'])
      cpSync(join(TOP, name), join(root, name), { recursive: true });
    symlinkSync(join(TOP, 'node_modules'), join(root, 'node_modules'));
    mkdirSync(join(root, 'fonts'));
    writeFileSync(join(root, 'fonts', 'fonts.css'), '');
    const started = performance.now();
    const output = await built(root, own);
    return { cases, ...weighed(output), seconds: Math.round((performance.now() - started) / 1000) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** The project's own build, with its scenarios from elsewhere and without the fonts. */
const built = async (root: string, own: string): Promise<Rollup.RollupOutput['output']> => {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(TOP, 'vite.config.ts'));
  if (!loaded) throw new Error('vite.config.ts is not there');
  const { plugins = [], build: options, resolve, base } = loaded.config;
  const kept = (await flat(plugins)).filter(({ name }) => name !== 'satei-fonts' && name !== 'satei:scenarios');
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ...(base === undefined ? {} : { base }),
    plugins: [...kept, scenarios(own)],
    resolve: { ...resolve, alias: { 'satei-fonts': join(root, 'fonts') } },
    build: { ...options, write: false },
  });
  return (result as Rollup.RollupOutput).output;
};

const flat = async (options: readonly PluginOption[]): Promise<Plugin[]> => {
  const all: Plugin[] = [];
  for (const option of options) {
    const one = await option;
    if (Array.isArray(one)) all.push(...(await flat(one)));
    else if (one) all.push(one);
  }
  return all;
};

const weighed = (output: Rollup.RollupOutput['output']): Omit<Sizes, 'cases' | 'seconds'> => {
  const chunks = new Map(output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])));
  const assets = new Map(output.flatMap((one) => (one.type === 'asset' ? [[one.fileName, one.source] as const] : [])));
  const asked = new Set<string>();
  const ask = (name: string): void => {
    if (asked.has(name)) return;
    asked.add(name);
    chunks.get(name)?.imports.forEach(ask);
  };
  for (const chunk of chunks.values()) {
    if (chunk.isEntry || HOME.some((name) => name.test(chunk.facadeModuleId ?? ''))) ask(chunk.fileName);
  }
  const home = [...asked].flatMap((name) => chunks.get(name) ?? []);
  const styles = new Set(home.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
  const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
  return {
    js: sum(home.map(({ code }) => gzip(code))),
    css: sum([...styles].map((name) => gzip(assets.get(name) ?? ''))),
    html: gzip(assets.get('index.html') ?? ''),
    files: chunks.size,
  };
};
