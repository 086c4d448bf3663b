import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy } from '#casebook/policy.ts';
import type { Comparison } from '#casebook/pair.ts';
import { policyFile, policyIds, SCENARIOS } from '#tools/library.ts';
import { moduleOf } from '#tools/yaml-plugin.ts';
import { comparisonOf } from '#view/comparison.ts';
import { clauseSections } from '#view/policy-list.ts';
import { hitsIn, isHit, wordsOf } from '#view/search.ts';

const load = <T>(file: string): T => {
  const made = moduleOf(file, '');
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value as T;
};
const policies = policyIds().map((id) => load<Policy>(policyFile(id)));
const rows = (policy: Policy, word: string) => clauseSections(policy, {}, word).flatMap(({ clauses }) => clauses);

describe('a search', () => {
  test('marks the words wherever they stand, in any width and case, across break hints', () => {
    expect(hitsIn('履行\u200b不能または履行遅滞', ['履行不能'])).toEqual([
      { text: '履行\u200b不能', hit: true },
      { text: 'または履行遅滞', hit: false },
    ]);
    expect(hitsIn('ＥＣサイトと ec', wordsOf('EC'))).toEqual([
      { text: 'ＥＣ', hit: true },
      { text: 'サイトと ', hit: false },
      { text: 'ec', hit: true },
    ]);
    expect(isHit('A data leak', wordsOf('leak data'))).toBe(true);
    expect(isHit('A data leak', wordsOf('leaks'))).toBe(false);
  });

  test('loses and doubles no sign of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), { maxLength: 3 }),
        (text, given) => {
          const words = given.flatMap(wordsOf);
          expect(
            hitsIn(text, words)
              .map((part) => part.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  test('finds a clause by a word of either language, whichever is on screen, and says where it stands', () => {
    for (const policy of policies) {
      for (const { id, plain } of policy.clauses) {
        const [ja, en] = [plain.ja.slice(0, 8), plain.en.split(' ').slice(0, 4).join(' ')];
        for (const word of [ja, en])
          expect(
            rows(policy, word).map((row) => row.id),
            `${id} ${word}`,
          ).toContain(id);
        expect(rows(policy, ja).find((row) => row.id === id)?.found.ja, id).not.toBeNull();
        expect(rows(policy, en).find((row) => row.id === id)?.found.en, id).not.toBeNull();
      }
    }
  });

  test('keeps the clauses that hold all of several words', () => {
    for (const policy of policies) {
      const both = rows(policy, '請求 期間').map(({ id }) => id);
      expect(both.length).toBeGreaterThan(0);
      const each = ['請求', '期間'].map((word) => new Set(rows(policy, word).map(({ id }) => id)));
      expect(both.every((id) => each.every((set) => set.has(id)))).toBe(true);
      expect(both.length).toBeLessThan(policy.clauses.length);
    }
  });
});

describe('the two wordings side by side', () => {
  const found = load<Comparison>(`${SCENARIOS}/compare.yaml`);
  const view = comparisonOf(found, policies);

  test('show every clause that a source prints, each in the column of its own wording', () => {
    for (const [i, { id }] of view.policies.entries()) {
      const policy = policies.find((one) => one.id === id);
      const shown = new Set(
        view.topics.flatMap(({ sides }) => [...(sides[i]?.clauses ?? []), sides[i]?.silent].flatMap((clause) => clause?.id ?? [])),
      );
      const own = new Set(policy?.clauses.map((clause) => clause.id));
      expect([...shown].filter((clause) => !own.has(clause))).toEqual([]);
      expect(policy?.clauses.filter(({ general, id: clause }) => !general && !shown.has(clause)).map((clause) => clause.id)).toEqual([]);
    }
  });

  test('say where a source is silent, and show there nothing but general practice', () => {
    for (const { id, sides, oneSided } of view.topics) {
      expect(oneSided, id).toBe(sides.some(({ silent }) => silent !== null));
      expect(
        sides.every(({ silent }) => silent !== null),
        id,
      ).toBe(false);
      for (const { silent, clauses } of sides) {
        if (silent !== null)
          expect(
            clauses.every(({ general }) => general),
            id,
          ).toBe(true);
        expect(silent !== null || clauses.length > 0, id).toBe(true);
      }
    }
  });
});
