import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compile, trace } from '#domain/assess.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { boundariesOf } from '#tools/proving/boundaries.ts';
import { agrees, goldensOf } from '#tools/proving/goldens.ts';
import { overMenu } from '#tools/proving/menu.ts';
import { isCaught, mutantsOf } from '#tools/proving/mutants.ts';
import { readShelf } from '#tools/proving/shelf.ts';

const shelf = readShelf();
const policies = Object.values(shelf.policies);
const goldens = [...goldensOf(shelf), ...boundariesOf(shelf)];

test('every golden end is what the engine comes to', () => {
  const wrong = policies.flatMap((policy) => {
    const compiled = compile(policy.wording);
    return goldens.filter((golden) => {
      if (golden.policy !== policy.id) return false;
      const one = trace(compiled, golden.claim);
      return 'refused' in one || !agrees(golden, one);
    });
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
  expect(goldens.length).toBeGreaterThan(500);
});

test('every slip of the pen in a wording is caught by a golden end, or is explained', { timeout: 120_000 }, () => {
  const explained = parse(readFileSync('tests/scenarios/survivors.yaml', 'utf8')) as Record<string, string>;
  const mutants = policies.flatMap(({ wording }) => mutantsOf(wording));
  const alive = mutants.filter((mutant) => !isCaught(mutant, goldens)).map(({ name }) => name);
  expect(alive.toSorted()).toEqual(Object.keys(explained).toSorted());
  expect(mutants.length).toBeGreaterThan(400);
});

describe('on every contract of the menu', () => {
  test.each(shelf.cases.map((of) => [of.id, of] as const))(
    '%s is never paid over a limit, never less for a higher limit, never more for a higher deductible',
    { timeout: 60_000 },
    (_, of) => {
      for (const which of of.alsoUnder ? (['own', 'other'] as const) : (['own'] as const)) {
        const wording = shelf.policies[which === 'own' ? of.policy : (of.alsoUnder?.policy ?? '')]?.wording;
        if (!wording) throw new Error(`${of.id} names a wording that is not there`);
        const { contracts, slips } = overMenu(wording, claimOf(of, endOn(of), which));
        expect(slips.slice(0, 5)).toEqual([]);
        // plan-b has no cost limit and no box for own costs: of the 14 × 14 × 10 × 8 contracts 14 × 14 differ.
        expect(contracts).toBe('costLimit' in wording.schedule ? 15_680 : 196);
      }
    },
  );

  test('a wording under which a higher deductible pays more is found out', () => {
    const of = shelf.cases.find(({ policy }) => policy === 'it-liability');
    const wording = shelf.policies['it-liability']?.wording;
    if (!of || !wording) return expect.unreachable();
    const threshold = { op: 'minus' as const, of: [{ op: 'yen' as const, yen: 5_000_000 }, { op: 'entry' as const, name: 'deductible' }] };
    const turned = { ...wording, pool: { ...wording.pool, terms: [{ kind: 'deductible' as const, amount: threshold }] } };
    const { slips } = overMenu(turned, claimOf(of, endOn(of)));
    expect(slips.some(({ what }) => what === 'deductible moves it the wrong way')).toBe(true);
  });
});
