import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { asCode } from '#tools/as-code.ts';
import { scenarios } from '#tools/yaml-plugin.ts';

const shelf = join(import.meta.dirname, '../casebook/shelf');
const folder = mkdtempSync(join(tmpdir(), 'satei-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const built = async (imports: string): Promise<string> => {
  writeFileSync(join(folder, 'main.js'), imports);
  const result = (await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [scenarios(folder)],
    build: { write: false, minify: false, lib: { entry: join(folder, 'main.js'), formats: ['es'], fileName: 'main' } },
  })) as Rollup.RollupOutput[];
  return result[0]?.output[0].code ?? '';
};

describe('YAML at build time', () => {
  it('becomes plain modules: a case, its summary, a policy', async () => {
    cpSync(shelf, folder, { recursive: true });
    const code = await built(
      "import a from './cases/SM-01.yaml'; import b from './cases/SM-01.yaml?summary'; import c from './policies/small.yaml'; console.log(a, b, c);",
    );
    expect(code).toContain('"summary"');
    expect(code).toContain('"basisPoints": 1e4');
    expect(code).toContain('"op": "is"');
    expect(code).not.toContain('parseDocument');
  });

  it('ends with file, line and column of a broken file', async () => {
    cpSync(shelf, folder, { recursive: true });
    const path = join(folder, 'cases/SM-01.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('leak: yes', 'leak: perhaps'));
    await expect(built("import a from './cases/SM-01.yaml'; console.log(a);")).rejects.toThrow(
      /SM-01\.yaml:22:101: Found "perhaps" as the value of the fact "leak"/u,
    );
  });
});

describe('data as code', () => {
  it('keeps a fact that is set to be unknown', () => {
    expect(asCode({ a: undefined, b: [1, 'x"', null, { c: true }] })).toBe('{"a":void 0,"b":[1,"x\\"",null,{"c":true}]}');
  });
});
