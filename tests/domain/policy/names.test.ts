import { expect, test } from 'vitest';
import { comparisonsOf, conditionsOf, namesOfTerm, namesUsed } from '#domain/policy/names.ts';
import type { Condition, Term, Wording } from '#domain/policy/wording.ts';
import { branch, deductible, entry, is, leaf, limit, minus, percentOf, ratio, result, wordingOf, yen } from '../../support/families.ts';

const inner: Condition = { op: 'any', of: [is('a', true), { op: 'not', of: is('b', true) }, { op: 'clause', clause: 'X' }] };
const wording: Wording = wordingOf(
  branch(
    'root',
    [
      leaf('p', { claimed: 'all' }, [limit(minus(entry('cap'), result('q'))), ratio('share', { when: is('c', true) })], {
        when: is('d', true),
      }),
      leaf('q', { spent: 'all' }, [deductible(yen(1))]),
    ],
    [ratio({ of: entry('own'), to: { op: 'each', each: entry('each'), count: entry('heads') } })],
  ),
  {},
  {
    clauses: [
      {
        id: 'X',
        kind: 'exclusion',
        when: { op: 'within', name: 'on', months: 1, after: { name: 'since' } },
        scope: {},
        except: [{ id: 'X-i', when: is('e', true), except: [{ id: 'X-i-a', when: is('f', true), except: [] }] }],
      },
      { id: 'D', kind: 'duty', when: inner, scope: {}, except: [], breach: { kind: 'deduct', amount: entry('late') } },
      {
        id: 'E',
        kind: 'duty',
        when: { op: 'before', name: 'on', than: { date: '2026-01-01' } },
        scope: {},
        except: [],
        breach: { kind: 'some-or-all', upTo: { op: 'percent', percent: 'part', of: entry('paid') } },
      },
      {
        id: 'F',
        kind: 'duty',
        when: { op: 'atLeast', name: 'sales', amount: percentOf(50, entry('all')) },
        scope: {},
        except: [],
        breach: { kind: 'some-or-all' },
      },
    ],
  },
);

test('the comparisons of a condition are found in its branches; a clause that is asked for is none', () => {
  expect(comparisonsOf(inner)).toEqual([is('a', true), is('b', true)]);
});

test('every condition of a wording: clauses, exceptions of exceptions, pools, terms', () => {
  expect(conditionsOf(wording)).toHaveLength(4 + 2 + 1 + 1);
});

test('every name a wording reads, each once: conditions, amounts of terms and of breaches, ratios', () => {
  expect(namesUsed(wording).sort()).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'f', 'on', 'since', 'sales', 'all', 'cap', 'share', 'own', 'each', 'heads', 'late', 'part', 'paid'].sort(),
  );
});

test.each<[string, Term, string[]]>([
  ['a limit', limit(minus(entry('x'), entry('y'))), ['x', 'y']],
  ['a named ratio', ratio('share'), ['share']],
  ['a plain ratio', ratio({ basisPoints: 9000 }), []],
  ['a proportion', ratio({ of: entry('x'), to: { op: 'soFar' } }), ['x']],
  ['onlyIfPays', { kind: 'only-if-pays', pools: ['p'] }, []],
])('the names that %s needs', (_, term, names) => {
  expect(namesOfTerm(term)).toEqual(names);
});
