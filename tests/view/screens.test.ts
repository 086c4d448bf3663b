import { beforeAll, describe, expect, test } from 'vitest';
import { caseIds, loadCase, loadFacts, loadPolicy, policyIds } from '#casebook/index.ts';
import type { Case } from '#casebook/case.ts';
import type { FactBook, Policy } from '#casebook/policy.ts';
import { briefing, briefingLookup } from '#view/briefing.ts';
import { clauseSections, policyOfClause } from '#view/policy-list.ts';
import { shown } from '#view/shown.ts';
import { fill } from '#words/fill.ts';

let cases: Case[] = [];
let policies: Policy[] = [];
let facts: FactBook = {};

beforeAll(async () => {
  cases = (await Promise.all((await caseIds()).map(loadCase))).filter((found) => found !== null);
  policies = (await Promise.all(policyIds().map(loadPolicy))).filter((found) => found !== null);
  facts = await loadFacts();
});
const policyOf = (found: Case): Policy => {
  const policy = policies.find((one) => one.id === found.policy);
  if (!policy) throw new Error(`no policy ${found.policy}`);
  return policy;
};

describe('the cover page of every case', () => {
  test('fills its texts without a result: nothing of the outcome is known there', () => {
    expect(cases.length).toBeGreaterThan(0);
    for (const found of cases) {
      const page = briefing(found, policyOf(found), facts);
      const lookup = briefingLookup(found, policyOf(found), facts);
      for (const locale of ['ja', 'en'] as const) {
        for (const text of [page.summary, page.goal]) expect(fill(text, lookup, locale), found.id).not.toMatch(/[{}]/);
      }
    }
  });

  test('keeps the quote back where the source works out the payment', () => {
    for (const found of cases) {
      expect(briefing(found, policyOf(found), facts).quote === undefined, found.id).toBe(found.source.says === 'yen');
    }
  });

  test('shows the case’s own schedule before the policy’s, each with its provenance', () => {
    for (const found of cases) {
      const rows = briefing(found, policyOf(found), facts).schedule;
      for (const [name, entry] of Object.entries(found.schedule)) {
        expect(rows.find((row) => row.id === name)?.from, `${found.id} ${name}`).toBe(entry.from);
      }
      expect(rows).toHaveLength(Object.keys(policyOf(found).schedule).length);
    }
  });

  test('names every settled fact by its words', () => {
    for (const found of cases) {
      expect(briefing(found, policyOf(found), facts).given.map((row) => row.id)).toEqual(Object.keys(found.given));
    }
  });
});

describe('the policy viewer', () => {
  test('shows every clause of a wording once, and nothing of the other', () => {
    for (const policy of policies) {
      const rows = clauseSections(policy, {}).flatMap((section) => section.clauses);
      expect(rows.map((row) => row.id).sort()).toEqual(policy.clauses.map((clause) => clause.id).sort());
    }
  });

  test('finds a clause by its number and by words in it, full width or not', () => {
    for (const policy of policies) {
      const clause = policy.clauses.find((one) => one.kind === 'exclusion') ?? policy.clauses[0];
      const ids = (word: string) => clauseSections(policy, {}, word).flatMap((section) => section.clauses.map((row) => row.id));
      expect(ids(clause?.id.toLowerCase() ?? '')).toContain(clause?.id);
      expect(ids(clause?.plain.ja.slice(0, 8) ?? '')).toContain(clause?.id);
      expect(ids('there is no such clause')).toEqual([]);
    }
  });

  test('opens a clause in the wording that has it, an exception too', () => {
    for (const policy of policies) {
      const own = policy.clauses.filter((clause) => !clause.general);
      for (const clause of [...own, ...own.flatMap((one) => one.except)]) expect(policyOfClause(policies, clause.id)?.id).toBe(policy.id);
    }
    expect(policyOfClause(policies, 'NO-SUCH')).toBeUndefined();
  });
});

test('a value is shown by its type: yen, share, day, count, yes or no, word', () => {
  expect(shown('yen', 5_000_000)).toEqual({ kind: 'yen', yen: 5_000_000 });
  expect(shown('percent', { basisPoints: 9000 })).toEqual({ kind: 'percent', basisPoints: 9000 });
  expect(shown('date', '2026-02-18')).toEqual({ kind: 'date', date: '2026-02-18' });
  expect(shown('number', 30_000)).toEqual({ kind: 'number', value: 30_000 });
  expect(shown('yesno', false)).toEqual({ kind: 'yesno', yes: false });
  expect(shown('choice', 'none', { none: { ja: 'いない', en: 'nobody' } })).toEqual({ kind: 'word', word: { ja: 'いない', en: 'nobody' } });
});
