import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '#casebook/build/policy.ts';
import { written } from '#casebook/read/problem.ts';
import { readGround } from '#tools/library.ts';

const folder = join(import.meta.dirname, 'strict');
const ground = readGround();
if (!ground.ok) throw new Error(ground.problems.map(written).join('\n'));

const said = (text: string, strict: boolean): string[] => {
  const read = readPolicy(text.replace(/^# refused .*\n/gmu, ''), 'policy.yaml', { strict, ...ground.value });
  return read.ok ? [] : read.problems.map((one) => written(one).replace('policy.yaml:', ''));
};

describe('a policy under scenarios/ whose deciding clause has no question to ask', () => {
  it.each(readdirSync(folder))('%s is refused with its place, and read where it is of one’s own', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const expected = [...text.matchAll(/^# refused (.*)$/gmu)].map((match) => match[1] ?? '');
    expect(expected).not.toEqual([]);
    expect(said(text, true)).toEqual(expected);
    expect(said(text, false)).toEqual([]);
  });
});
