import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeContent } from '#casebook/home.ts';
import { written } from '#casebook/read/problem.ts';
import { checkAll } from '#tools/checking.ts';
import { homeFileOf } from '#tools/home.ts';
import { caseFileOf, caseIds, SCENARIOS } from '#tools/library.ts';
import { moduleOf } from '#tools/yaml-plugin.ts';

const folder = mkdtempSync(join(tmpdir(), 'satei-home-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const said = (text: string, root: string): { readonly lines: readonly string[]; readonly problems: readonly string[] } => {
  writeFileSync(homeFileOf(root), text);
  const checked = checkAll([homeFileOf(root)], root);
  return {
    lines: checked.map(({ line }) => line),
    problems: checked.flatMap(({ problems }) => problems.map((one) => written(one).replace(`${root}/`, ''))),
  };
};

describe('the home screen', () => {
  const ours = join(folder, 'ours');
  beforeAll(() => {
    for (const name of ['facts.yaml', 'policies', 'cases/IT-15.yaml', 'cases/PB-14.yaml'])
      cpSync(join(SCENARIOS, name), join(ours, name), { recursive: true });
  });

  it('says what it opens with', () => {
    const { lines, problems } = said('example: IT-15\nfirst: PB-14\n', ours);
    expect(problems).toEqual([]);
    expect(lines).toContain('home  opens with IT-15, offers PB-14');
  });

  it.each([
    [
      'example: IT-16\nfirst: PB-14\n',
      'home.yaml:1:10: Found the case "IT-16", which is not there. Allowed: IT-15, PB-14. To mend it: write "IT-15", if that is meant.',
    ],
    [
      'example: IT-15\nfirst: X\n',
      'home.yaml:2:8: Found the case "X", which is not there. Allowed: IT-15, PB-14. To mend it: correct the id, or write what it names.',
    ],
    [
      'example: IT-15\n',
      'home.yaml:1:1: Found no key "first" here. Allowed: the home screen with the keys example, first. To mend it: add first: ….',
    ],
  ])('refuses %j', (text, problem) => {
    expect(said(text, ours).problems).toEqual([problem]);
  });

  it('leaves a refused case to its own message where everything is checked', () => {
    const file = caseFileOf('IT-15', ours);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('kind: leak', 'kind: leakage'));
    expect(said('example: IT-15\nfirst: PB-14\n', ours).problems).toHaveLength(1);
    const all = checkAll([], ours);
    writeFileSync(file, text);
    expect(all.flatMap(({ problems }) => problems).filter((one) => one.file === file)).toHaveLength(1);
    expect(all.map(({ line }) => line)).toContain(`home  not checked: ${file} is refused`);
  });

  it('refuses an example whose deductible nobody could move', () => {
    const small = join(folder, 'small');
    cpSync(join(import.meta.dirname, 'shelf'), small, { recursive: true });
    expect(said('example: SM-01\nfirst: SM-01\n', small).problems).toEqual([
      'home.yaml:1:10: Found "SM-01", whose wording has no deductible that its schedule names. Allowed: a case whose deductible can be moved. To mend it: name another case.',
    ]);
  });

  it('is a module of its two cases and of no other', () => {
    const [content, example] = ['', 'example'].map((query) => moduleOf(homeFileOf(), query));
    if (!content?.ok || !example?.ok) expect.unreachable();
    const shown = content.value as HomeContent;
    const text = JSON.stringify([content.value, example.value]);
    const named = caseIds().filter((id) => text.includes(`"${id}"`));
    expect(named.toSorted()).toEqual([shown.example.id, shown.first].toSorted());
    expect(Object.keys(shown.example)).toEqual(['id', 'title', 'industry', 'kind', 'says']);
  });
});
