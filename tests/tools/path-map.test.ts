import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkAll } from '#tools/checking.ts';
import { SCENARIOS } from '#tools/library.ts';
import { mapLines } from '#tools/path-map.ts';
import { writtenJa } from '#tools/problem-ja.ts';

const template = join(SCENARIOS, 'template.yaml');

test('a case that is checked alone gets a map: what leads the same way stands together, each end with its verdict and yen', () => {
  const [{ line, map, problems } = { line: '', map: [], problems: [] }] = checkAll([template]);
  expect(problems).toEqual([]);
  expect(line).toBe('MY-01  27 paths, 1 distinct: 27 paid; 3 expected ends');
  expect(map).toEqual([
    'occurred → discovered → D1 (any) → notified → investigating → coverageReview → D2 (any) → negotiating → D3',
    '├ best · late: fixed → claimFiled → assessing → payee → paid → closed　【支払】310万円',
    '└ tempting: fixed → claimFiled → assessing → payee → paid → closed　【未確定】210〜310万円',
  ]);
});

test('a branch of a branch is drawn under its own line', () => {
  const end = (low: number) => ({ states: ['closed'] as const, verdict: 'paid' as const, low, high: low });
  const fork = (decision: string, a: number, b: number) => ({
    states: [],
    decision,
    choices: [
      { options: ['best', 'late'] as const, then: end(a) },
      { options: ['tempting'] as const, then: end(b) },
    ],
  });
  const map = {
    states: ['occurred'] as const,
    decision: 'D1',
    choices: [
      { options: ['best'] as const, then: fork('D2', 0, 10_000) },
      { options: ['late'] as const, then: fork('D2', 1, 2) },
    ],
  };
  expect(mapLines(map)).toEqual([
    'occurred → D1',
    '├ best: D2',
    '│ ├ best · late: closed　【支払】0円',
    '│ └ tempting: closed　【支払】1万円',
    '└ late: D2',
    '  ├ best · late: closed　【支払】1円',
    '  └ tempting: closed　【支払】2円',
  ]);
});

test('a case of somebody’s own is checked wherever it lies, and its problems can be read in Japanese', () => {
  const folder = mkdtempSync(join(tmpdir(), 'satei-own-'));
  const file = join(folder, 'mine.yaml');
  writeFileSync(file, readFileSync(template, 'utf8').replace('kind: leak', 'kind: leek'));
  const [{ problems } = { problems: [] }] = checkAll([file]);
  rmSync(folder, { recursive: true });
  expect(problems.map(writtenJa)).toEqual([
    `${file}:22:7: 見つかったもの：「leek」　使えるもの：次のどれか：leak, stop, data, rights　直し方：この中の言葉を書いてください。`,
  ]);
});
