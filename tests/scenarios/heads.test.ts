import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readHeads } from '#casebook/build/heads.ts';
import { written } from '#casebook/read/problem.ts';
import { poolsOf } from '#domain/payout/tree.ts';
import { readForm, readHeadsFile } from '#tools/forms.ts';
import { formIds, policyFile, policyIds, readGround, readPolicyFile, SCENARIOS } from '#tools/library.ts';

const opened = <T>(read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: unknown }): T => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
const heads = opened(readHeadsFile(SCENARIOS));
const known = new Set(heads.flatMap(({ id, sides }) => sides.map((side) => `${side} ${id}`)));
const ground = opened(readGround());
const wordings = [
  ...policyIds().map((id) => opened(readPolicyFile(policyFile(id), ground, { strict: true }))),
  ...formIds().map((id) => opened(readForm(id, SCENARIOS, ground))),
].map(({ wording }) => wording);

/** Every item of the cases and drills, those included that a wrong route counts as something else. */
interface Item {
  readonly side: string;
  readonly head: string;
  readonly each?: unknown;
}
const itemsOf = (file: string): readonly (Item & { readonly file: string })[] => {
  const { losses, predictions } = parse(readFileSync(file, 'utf8')) as {
    losses: (Item & { id: string })[];
    predictions?: { wrong: { route: { reclassify?: Record<string, Partial<Item>> } }[] };
  };
  const moved = (predictions?.wrong ?? []).flatMap(({ route }) =>
    Object.entries(route.reclassify ?? {}).map(([id, to]) => ({ ...(losses.find((one) => one.id === id) ?? expect.unreachable()), ...to })),
  );
  return [...losses, ...moved].map((one) => ({ ...one, file }));
};
const items = ['cases', 'drills']
  .flatMap((folder) => readdirSync(`scenarios/${folder}`).map((name) => `scenarios/${folder}/${name}`))
  .concat('scenarios/template.yaml')
  .flatMap(itemsOf);

test('every head and side of an item of a case or drill is known', () => {
  expect(items.length).toBeGreaterThan(250);
  expect(items.filter(({ side, head }) => !known.has(`${side} ${head}`)).map(({ file, side, head }) => `${file}: ${side} ${head}`)).toEqual([]);
});

test('every head that a pool of a wording or form takes, or a clause is about, is known', () => {
  const taken = wordings.flatMap(({ pool }) =>
    poolsOf(pool).flatMap(({ takes }) =>
      (['claimed', 'spent'] as const).flatMap((side) => (typeof takes?.[side] === 'object' ? takes[side].map((head) => `${side} ${head}`) : [])),
    ),
  );
  expect(taken.length).toBeGreaterThan(20);
  expect(taken.filter((one) => !known.has(one))).toEqual([]);
  const about = wordings.flatMap(({ clauses }) => clauses.flatMap(({ scope }) => scope.heads ?? []));
  expect(about.filter((head) => !heads.some(({ id }) => id === head))).toEqual([]);
});

test('every head is used, and no two have the same label', () => {
  const used = new Set([
    ...items.map(({ head }) => head),
    ...wordings.flatMap(({ pool, clauses }) => [
      ...poolsOf(pool).flatMap(({ takes }) => Object.values(takes ?? {}).flatMap((one) => (one === 'all' ? [] : one))),
      ...clauses.flatMap(({ scope }) => scope.heads ?? []),
    ]),
  ]);
  expect(heads.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  for (const locale of ['ja', 'en'] as const) expect(new Set(heads.map(({ label }) => label[locale])).size).toBe(heads.length);
});

test('a head that a cap per head may meet counts people', () => {
  const capped = wordings.flatMap(({ pool }) =>
    poolsOf(pool).flatMap(({ takes, terms }) => (terms.some(({ kind }) => kind === 'per-head') ? Object.values(takes ?? {}).flat() : [])),
  );
  expect(capped.length).toBeGreaterThan(0);
  expect(heads.filter(({ id, counted }) => capped.includes(id) && counted === null)).toEqual([]);
});

test.each([
  [
    'heads:\n  - { id: a, sides: [claimed], label: { ja: あ, en: a } }\n  - { id: a, sides: [spent], label: { ja: い, en: b } }\n',
    'h.yaml:3:11: Found the head "a" a second time. Allowed: each id once. To mend it: give one of the two another id.',
  ],
  [
    'heads:\n  - { id: a, sides: [owed], label: { ja: あ, en: a } }\n',
    'h.yaml:2:22: Found "owed". Allowed: one of: claimed, spent. To mend it: write one of these words.',
  ],
])('refuses %j', (text, problem) => {
  const read = readHeads(text, 'h.yaml');
  expect(read.ok ? [] : read.problems.map(written)).toEqual([problem]);
});
