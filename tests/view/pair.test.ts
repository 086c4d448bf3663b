import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pair, PairSide } from '#casebook/pair.ts';
import { clauseTexts, type FactBook, type General, type Policy } from '#casebook/policy.ts';
import { changed } from '#casebook/claim.ts';
import { assess, compile } from '#domain/assess.ts';
import type { Assessment } from '#domain/assessment.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { policyFile, policyIds, SCENARIOS } from '#tools/library.ts';
import { moduleOf } from '#tools/yaml-plugin.ts';
import { pairAddress, pairAt, pairRows, sidePart } from '#view/pair-list.ts';
import { pairOf, type PairSideSource, type PairView } from '#view/pair.ts';
import { caseAt, ids } from './result-support.ts';

const load = <T>(file: string): T => {
  const made = moduleOf(file, '');
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value as T;
};
const policies = new Map(policyIds().map((id) => [id, load<Policy>(policyFile(id))]));
const facts = load<FactBook>(`${SCENARIOS}/facts.yaml`);
const general = load<General>(policyFile('general'));
const pairs = load<readonly Pair[]>(`${SCENARIOS}/pairs.yaml`);

const policyOf = (id: string): Policy => {
  const policy = policies.get(id);
  if (!policy) throw new Error(`no policy ${id}`);
  return policy;
};
const sourceOf = (side: PairSide): PairSideSource => {
  const of = caseAt(side.case);
  return { side, case: of, policy: policyOf(of.policy), ...(of.alsoUnder ? { alsoPolicy: policyOf(of.alsoUnder.policy) } : {}) };
};
const viewOf = (pair: Pair | null, a: PairSide, b: PairSide): PairView => pairOf({ pair, a: sourceOf(a), b: sourceOf(b), facts, general });

/** Every way to read a case: under its own wording, and under the other one it names. */
const readings: readonly PairSide[] = ids.flatMap((id): PairSide[] => {
  const of = caseAt(id);
  const side = (policy: string, other: boolean): PairSide => ({
    case: id,
    title: of.title,
    policy,
    wording: policyOf(policy).title,
    other,
    set: { facts: {}, schedule: {} },
  });
  return [side(of.policy, false), ...(of.alsoUnder ? [side(of.alsoUnder.policy, true)] : [])];
});

/** The side without any view: the claim of the best path, assessed. */
const assessmentOf = ({ case: id, policy, other, set }: PairSide): Assessment => {
  const of = caseAt(id);
  const claim = changed(claimOf(of, endOn(of), other ? 'other' : 'own'), set);
  const result = assess(compile(policyOf(policy).wording), claim);
  if ('refused' in result) throw new Error(result.refused);
  return result;
};

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
const NOT_CUTS = ['demanded', 'spent', 'claimed', 'open', 'paid', 'own'];

/** What must hold of any two, listed or not. */
const holds = (view: PairView, sides: readonly [PairSide, PairSide]): void => {
  const names = `${sidePart(sides[0])} ${sidePart(sides[1])}`;
  for (const i of [0, 1] as const) {
    const real = assessmentOf(sides[i]);
    const yen = (what: string) => view.yen.find((row) => row.what === what)?.cells[i];
    expect(yen('claimed'), names).toMatchObject({ low: real.claimed, high: real.claimed });
    expect(yen('paid'), names).toMatchObject({ low: real.low, high: real.high });
    expect(yen('own')?.high, names).toBe(real.ownCost);
    // Every yen claimed stands in one row: claimed = paid + open + the cuts.
    const cuts = view.yen.filter(({ what }) => !NOT_CUTS.includes(what));
    expect(sum(cuts.map(({ cells }) => cells[i].low)) + (yen('open')?.low ?? 0) + real.paid, names).toBe(real.claimed);
    for (const { what, cells } of cuts) {
      const named = new Set(cells[i].clauses.map(({ clause }) => clause?.id ?? null));
      const those = real.items.flatMap((item) => item.cuts.filter((cut) => cut.cause === what && named.has(cut.clause)));
      expect(cells[i].low, `${names} ${what}`).toBe(sum(those.map(({ amount }) => amount)));
    }
    // No clause of one wording in the column of the other, and each as the engine found it.
    const own = clauseTexts(policyOf(sides[i].policy));
    for (const { cells } of view.clauses) {
      const cell = cells[i];
      if (!cell) continue;
      expect(own.has(cell.clause.id), `${names} ${cell.clause.id}`).toBe(true);
      expect(cell.result, `${names} ${cell.clause.id}`).toBe(real.findings.find(({ clause }) => clause === cell.clause.id)?.result);
    }
    for (const { cells } of view.yen) {
      for (const { clause } of cells[i].clauses) if (clause) expect(own.has(clause.id), `${names} ${clause.id}`).toBe(true);
    }
  }
  // A row is marked where its two sides differ, and nowhere else.
  for (const { cells, differs, id } of view.clauses) expect(differs, `${names} ${id}`).toBe(cells[0]?.result !== cells[1]?.result);
  for (const { cells, differs, id } of [...view.facts, ...view.schedule]) {
    const [a, b] = cells.map(({ value, absent }) => JSON.stringify(absent ? 'absent' : value));
    expect(differs, `${names} ${id}`).toBe(a !== b);
  }
  for (const { cells, differs, id } of view.yen) {
    expect(differs, `${names} ${id}`).toBe(cells[0].low !== cells[1].low || cells[0].high !== cells[1].high);
  }
  for (const rows of [view.clauses, view.facts, view.schedule, view.yen])
    expect(new Set(rows.map(({ id }) => id)).size, names).toBe(rows.length);
};

describe('the listed pairs', () => {
  test('are ten at least, and hold every row of COVERAGE.md that asks for both wordings', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(10);
    const covered = pairs.flatMap(({ covers }) => covers);
    for (const id of ['X-PAIR-EMP', 'X-PAIR-PRIOR', 'X-PAIR-COST', 'X-PAIR-PROP', 'X-PAIR-WHO']) expect(covered, id).toContain(id);
  });

  test.each(pairs.map((pair) => [pair.id, pair] as const))('%s shows what the engine gives, side by side', (_id, pair) => {
    const view = viewOf(pair, pair.a, pair.b);
    holds(view, [pair.a, pair.b]);
    expect(view.clauses.some(({ differs }) => differs) || view.yen.some(({ differs, what }) => differs && !NOT_CUTS.includes(what))).toBe(
      true,
    );
    for (const text of [view.question, view.why, view.lesson, ...view.answers.map(({ label }) => label)]) {
      expect(JSON.stringify(text)).not.toMatch(/\{[ab]\.|undefined/u);
    }
  });

  test('have one right answer each, and not always in the same place', () => {
    const places = pairs.map((pair) => {
      const { answers } = viewOf(pair, pair.a, pair.b);
      const [a, b] = [assessmentOf(pair.a), assessmentOf(pair.b)];
      const right = answers.flatMap(({ says, right: isRight }, i) => {
        const truth =
          'ends' in says
            ? says.ends.a === a.verdict && says.ends.b === b.verdict
            : says.more === (a.low > b.high ? 'a' : b.low > a.high ? 'b' : 'same');
        expect(isRight, `${pair.id} ${String(i)}`).toBe(truth);
        return truth ? [i] : [];
      });
      expect(right, pair.id).toHaveLength(1);
      return right[0];
    });
    for (const place of [0, 1, 2]) expect(places.filter((one) => one === place).length).toBeGreaterThan(1);
  });

  test('are found at their address, whichever side stands first, and at no other', () => {
    for (const [i, row] of pairRows(pairs).entries()) {
      const pair = pairs[i] as Pair;
      const parts = row.href.split('/').slice(2).map(decodeURIComponent);
      expect(row.href).toBe(pairAddress(pair));
      expect(pairAt(pairs, parts)).toBe(pair);
      expect(pairAt(pairs, parts.toReversed())).toBe(pair);
    }
    expect(pairAt(pairs, ['PB-01', 'PB-14'])).toBeUndefined();
    expect(pairAt(pairs, ['no-such'])).toBeUndefined();
  });
});

describe('any two', () => {
  const two = fc.uniqueArray(fc.constantFrom(...readings), { minLength: 2, maxLength: 2, selector: sidePart });

  test('show what the engine gives, and the other way round the same', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(two, (found) => {
        const [a, b] = found as [PairSide, PairSide];
        const view = viewOf(null, a, b);
        holds(view, [a, b]);
        const turned = viewOf(null, b, a);
        expect(turned.yen.map(({ id, cells, differs }) => [id, cells[1].low, cells[0].low, differs])).toEqual(
          expect.arrayContaining(view.yen.map(({ id, cells, differs }) => [id, cells[0].low, cells[1].low, differs])),
        );
        expect(turned.answers.map(({ right }) => right)).toEqual([1, 0, 2].map((i) => view.answers[i]?.right));
      }),
      { numRuns: 40 },
    );
  });

  test('that nobody has listed take their lesson from the cases themselves', () => {
    const at = (part: string): PairSide => {
      const side = readings.find((one) => sidePart(one) === part);
      if (!side) throw new Error(part);
      return side;
    };
    // IT-15 names IT-14 as its contrast, and IT-14 names IT-15.
    expect(viewOf(null, at('IT-15'), at('IT-14')).lesson).not.toBeNull();
    expect(viewOf(null, at('IT-04'), at('IT-04.plan-b')).lesson?.ja).toContain('免責事由2');
    expect(viewOf(null, at('PB-09'), at('IT-12')).lesson).toBeNull();
  });
});

test('the pair of the seller shows exclusion 2 beside the clause of general law, never beside itself', () => {
  const [pair] = pairs.filter(({ id }) => id === 'employee-sold');
  if (!pair) throw new Error('no such pair');
  const [first] = viewOf(pair, pair.a, pair.b).clauses;
  expect(first?.cells.map((cell) => cell && [cell.clause.id, cell.result])).toEqual([
    ['GEN-INTENT', 'not-met'],
    ['PB-EX02', 'met'],
  ]);
});
