import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '#casebook/build/policy.ts';
import { written } from '#casebook/read/problem.ts';
import { readGround } from '#tools/library.ts';

const folder = join(import.meta.dirname);
const ground = readGround();
if (!ground.ok) throw new Error(ground.problems.map(written).join('\n'));

/** The messages stand in the last lines of each file, as `# refused …`: what is to be said of it, line and column first. */
const expectedOf = (text: string): string[] => [...text.matchAll(/^# refused (.*)$/gmu)].map((match) => match[1] ?? '');

const said = (whole: string): string[] => {
  const text = whole.replace(/^# refused .*\n/gmu, '');
  const read = readPolicy(text, 'policy.yaml', { strict: false, ...ground.value });
  return read.ok ? [] : read.problems.map((one) => written(one).replace('policy.yaml:', ''));
};

describe('a broken policy is refused with its place and what to do', () => {
  const names = readdirSync(join(folder, 'bad'));

  it('has at least twelve kinds', () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
  });

  it('reads the good twin of them all', () => {
    expect(said(readFileSync(join(folder, 'good', 'policy.yaml'), 'utf8'))).toEqual([]);
  });

  it.each(names)('%s', (name) => {
    const text = readFileSync(join(folder, 'bad', name), 'utf8');
    expect(expectedOf(text)).not.toEqual([]);
    expect(said(text)).toEqual(expectedOf(text));
  });
});
