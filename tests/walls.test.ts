import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { rooms } from '../.config/eslint.config.js';

const eslint = new ESLint({ overrideConfigFile: '.config/eslint.config.js' });

async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map((message) => message.message);
}

/** One import that each room must not make, and one that it may. */
const forbidden: Record<string, string> = {
  domain: "import { a } from '#casebook/index.ts';",
  casebook: "import { a } from '#words/ja.ts';",
  lifecycle: "import { a } from '#words/ja.ts';",
  simulation: "import { a } from '#lifecycle/claim.ts';",
  words: "import { a } from '#view/desk.ts';",
  view: "import { a } from '#ui/Screen.ts';",
  ui: "import { a } from '#casebook/index.ts';",
  app: "import { a } from '#tools/fonts.ts';",
  tools: "import { a } from '#ui/Screen.ts';",
};

describe('the wall between the rooms', () => {
  test.each(rooms.map((room) => room.name))('refuses a forbidden import in src/%s', async (room) => {
    const found = await complaints(`src/${room}/example.ts`, `${forbidden[room] ?? ''}\nexport default a;\n`);
    expect(found.join()).toContain(`src/${room} does not see`);
  });

  test.each(rooms.filter((room) => room.name !== 'tools').map((room) => room.name))('keeps Node out of src/%s', async (room) => {
    const found = await complaints(`src/${room}/example.ts`, "import { readFileSync } from 'node:fs';\nexport default readFileSync;\n");
    expect(found).toHaveLength(1);
  });

  test('reaches into Svelte files and nested folders', async () => {
    expect(
      (await complaints('src/ui/parts/Example.svelte', '<script lang="ts">import { a } from \'#domain/yen.ts\'; a();</script>')).join(),
    ).toContain('src/ui does not see src/domain');
    expect(
      (await complaints('src/domain/payout/example.ts', "import { a } from '../../casebook/index.ts';\nexport default a;\n")).join(),
    ).toContain('src/domain does not see src/casebook');
  });

  test('lets a room import what it sees, and only the types of what it sees in part', async () => {
    expect(await complaints('src/view/example.ts', "import { a } from '#domain/yen.ts';\nexport default a;\n")).toEqual([]);
    expect(
      await complaints('src/words/example.ts', "import type { Verdict } from '#domain/assessment.ts';\nexport type V = Verdict;\n"),
    ).toEqual([]);
    expect((await complaints('src/words/example.ts', "import { a } from '#domain/yen.ts';\nexport default a;\n")).join()).toContain(
      'src/words does not see',
    );
  });

  test.each(['Date.now()', 'Math.random()', 'document.title', 'performance.now()', "fetch('x')"])(
    'refuses %s in domain and simulation',
    async (code) => {
      for (const room of ['domain', 'simulation'])
        expect(await complaints(`src/${room}/example.ts`, `export default ${code};\n`)).toHaveLength(1);
    },
  );

  test('keeps packages out of the domain', async () => {
    expect(await complaints('src/domain/example.ts', "import * as v from 'valibot';\nexport default v;\n")).toHaveLength(1);
  });

  test('keeps import.meta.glob in casebook', async () => {
    const code = "export default import.meta.glob('./*.yaml');\n";
    expect(await complaints('src/app/example.ts', code)).toHaveLength(1);
    expect(await complaints('src/casebook/example.ts', code)).toEqual([]);
  });

  test('refuses {@html}: a text of a case never becomes markup', async () => {
    expect((await complaints('src/ui/Example.svelte', '<script lang="ts">const a = 1;</script>{@html a}')).join()).toContain('{@html}');
  });
});
