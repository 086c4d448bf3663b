import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate, timeOfCheck } from '#tools/proving/many.ts';

const SIZES = [50, 200, 400] as const;
const folder = mkdtempSync(join(tmpdir(), 'satei-many-'));
let files: readonly string[];
beforeAll(() => {
  files = generate(folder, SIZES[2]);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('of generated case files every one passes, and no file takes longer for standing among more', { timeout: 600_000 }, () => {
  timeOfCheck(files.slice(0, 20));
  const perFile = SIZES.map((n) => {
    const rounds = [1, 2, 3].map(() => timeOfCheck(files.slice(0, n)));
    expect(rounds.map((round) => [round.files, round.refused])).toEqual([
      [n, 0],
      [n, 0],
      [n, 0],
    ]);
    return Math.min(...rounds.map(({ cpu }) => cpu)) / n;
  });
  const [few = NaN] = perFile;
  for (const time of perFile) expect(time / few, `${perFile.map((one) => one.toFixed(1)).join(', ')} ms a file`).toBeLessThan(1.6);
});
