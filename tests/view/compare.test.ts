import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Traced } from '#domain/assess.ts';
import { namesUsed } from '#domain/policy/names.ts';
import type { DifferenceRow } from '#view/compare-rows.ts';
import { type CompareState, withAccident, withColumn, withContract, withoutColumn, withSchedule } from '#view/compare-state.ts';
import { all, anyState, apart, viewOf } from './compare-support.ts';

const million = 1_000_000;
const rowOf = (rows: readonly DifferenceRow[], what: DifferenceRow['what']) => rows.find((row) => row.what === what);

test('figures, differences and what none pays are those of each contract assessed apart: 500 random states', () => {
  let [seen, withNone, open] = [0, 0, 0];
  fc.assert(
    fc.property(anyState, ([id, state]) => {
      const results = apart(id, state);
      const now = viewOf(id).at(state);
      if (results === null) return expect(now).toBeNull();
      if (now === null) throw new Error('a state that can be assessed is shown');
      seen++;
      const first = results[0];
      if (!first) throw new Error('a comparison has columns');
      const figure = (what: DifferenceRow['what'], of: (one: Traced) => number) => {
        const row = rowOf(now.differences, what);
        expect(row?.yen).toEqual(results.map(of));
        expect(row?.differences).toEqual(results.map((one) => of(one) - of(first)));
      };
      figure('claimed', ({ claimed }) => claimed);
      figure('paid', ({ low }) => low);
      figure('own', ({ ownCost }) => ownCost);
      const isOpen = results.some(({ low, high }) => low !== high);
      expect(rowOf(now.differences, 'most') !== undefined).toBe(isOpen);
      if (isOpen) {
        figure('most', ({ high }) => high);
        open++;
      }
      // The causes of a column and what it pays at least add up to what is claimed.
      const sums = ['claimed', 'paid', 'most', 'own'];
      results.forEach(({ claimed, low }, i) => {
        const causes = now.differences.filter(({ what }) => !sums.includes(what)).reduce((sum, { yen }) => sum + (yen[i] ?? NaN), 0);
        expect(low + causes).toBe(claimed);
      });
      // What none pays of an item is the least of what the contracts do not pay of it, and no more than any of them leaves unpaid.
      const unpaid = (one: Traced, item: string) =>
        one.items.filter(({ id: of }) => of === item).reduce((sum, { claimed, paid, open }) => sum + claimed - paid - open, 0);
      for (const { id: item } of first.items) {
        const each = results.map((one) => unpaid(one, item));
        const row = now.none.rows.find((one) => one.id === item);
        expect(row?.yen ?? 0).toBe(Math.min(...each));
        expect(each.every((one) => (row?.yen ?? 0) <= one)).toBe(true);
        if (row) expect(row.columns.map(({ yen }) => yen)).toEqual(each);
        for (const { causes, yen } of row?.columns ?? []) expect(causes.reduce((sum, one) => sum + one.yen, 0)).toBe(yen);
      }
      expect(now.none.total).toBe(now.none.rows.reduce((sum, { yen }) => sum + yen, 0));
      expect(now.none.total).toBeLessThanOrEqual(Math.min(...results.map(({ claimed, paid, open: kept }) => claimed - paid - kept)));
      const notOwed = first.items.map(({ id: item }) =>
        Math.min(
          ...results.map(
            (one) =>
              one.items
                .find(({ id: of }) => of === item)
                ?.cuts.reduce((sum, cut) => sum + (cut.cause === 'not-owed' ? cut.amount : 0), 0) ?? NaN,
          ),
        ),
      );
      expect(now.none.notOwed).toBe(notOwed.reduce((sum, one) => sum + one, 0));
      if (now.none.total > 0) withNone++;
      // One bar a column, all on one scale.
      expect(now.bars.rows.map(({ claimed }) => claimed)).toEqual(results.map(({ claimed }) => claimed));
      for (const { claimed, stretches } of now.bars.rows) {
        expect(stretches.at(-1)?.to ?? 0).toBe(claimed);
        expect(now.bars.axis.max).toBeGreaterThanOrEqual(claimed);
      }
    }),
    { numRuns: 500 },
  );
  expect(seen).toBeGreaterThan(450);
  expect(withNone).toBeGreaterThan(100);
  expect(open).toBeGreaterThan(25);
});

test('the accident is one: every column of a state holds the same items and amounts, and what is known of a fact is known to all that ask it', () => {
  for (const { source, view } of all) {
    for (const { policy } of source.contracts) {
      const state: CompareState = {
        ...source.start,
        columns: [source.start.columns[0], { contract: policy.id, schedule: {} }].flatMap((one) => one ?? []),
      };
      const [a, b] = view.at(state)?.columns ?? [];
      if (!a || !b) throw new Error(`${source.id} ${policy.id}`);
      expect(a.live.traced.items.map(({ id, claimed }) => [id, claimed])).toEqual(
        b.live.traced.items.map(({ id, claimed }) => [id, claimed]),
      );
      expect(a.view.amounts).toEqual(b.view.amounts);
      const asked = [a, b].map(({ contract }) => new Set<string>(namesUsed(contract.policy.wording)));
      for (const [name, known] of Object.entries(a.view.known)) {
        // A product form asks for no fact; what a case knows under one wording, it knows no otherwise under the other.
        if (asked.every((names) => names.has(name))) expect([source.id, name, b.view.known[name]]).toEqual([source.id, name, known]);
      }
    }
  }
});

describe('worked example 2 under two cost limits', () => {
  const view = viewOf('IT-15');
  const start = view.start.state;

  test('says the difference in yen, and that nothing stays unpaid by both once one of them pays it', () => {
    const now = view.at(withSchedule(start, 1, { costLimit: 50 * million }));
    expect(rowOf(now?.differences ?? [], 'paid')).toEqual({
      what: 'paid',
      yen: [53 * million, 66 * million],
      differences: [0, 13 * million],
    });
    expect(rowOf(now?.differences ?? [], 'limit')).toEqual({ what: 'limit', yen: [13 * million, 0], differences: [0, -13 * million] });
    expect(now?.none).toEqual({ rows: [], total: 0, notOwed: 0 });
    expect(now?.schedule.filter(({ differs }) => differs).map(({ name }) => name)).toEqual(['costLimit']);
    expect(now?.schedule.find(({ name }) => name === 'costLimit')?.cells.map((cell) => [cell?.from, cell?.before])).toEqual([
      ['document', null],
      ['assumed', { kind: 'yen', yen: 30 * million }],
    ]);
  });

  test('the same contract twice differs in nothing, and what it leaves unpaid both leave unpaid', () => {
    const now = view.at(start);
    expect(now?.differences.flatMap(({ differences }) => differences).every((one) => one === 0)).toBe(true);
    expect(now?.schedule.some(({ differs }) => differs)).toBe(false);
    expect(now?.none.total).toBe(13 * million);
    expect(now?.isContrast).toBe(false);
  });

  test('turning one column moves no other: its object stays the same', () => {
    const before = view.at(withColumn(start));
    const after = view.at(withSchedule(before?.state ?? start, 1, { costLimit: 0 }));
    expect(after?.columns[0]?.live).toBe(before?.columns[0]?.live);
    expect(after?.columns[2]?.live).toBe(before?.columns[2]?.live);
    expect(after?.columns[1]?.live.outcome.low).toBeLessThan(before?.columns[1]?.live.outcome.low ?? 0);
  });

  test('turning the accident moves every column', () => {
    const [item] = view.at(start)?.amounts ?? [];
    const now = view.at(withAccident(start, 'amounts', { [item?.name ?? '']: 0 }));
    expect(now?.columns.map(({ live }) => live.outcome.claimed)).toEqual(
      now?.columns.map(() => (view.at(start)?.columns[0]?.live.outcome.claimed ?? 0) - (item?.value ?? 0)),
    );
  });
});

test('columns: two at least, three at most; a new one begins like the first, another contract as it was agreed', () => {
  const view = viewOf('IT-15');
  const turned = withSchedule(view.start.state, 0, { costLimit: 0 });
  const three = withColumn(turned);
  expect(three.columns[2]).toEqual(turned.columns[0]);
  expect(withColumn(three)).toBe(three);
  expect(withoutColumn(three, 1).columns).toEqual([turned.columns[0], turned.columns[0]]);
  expect(withoutColumn(turned, 0)).toBe(turned);
  expect(withContract(turned, 0, 'form-a').columns[0]).toEqual({ contract: 'form-a', schedule: {} });
  expect(view.at(withContract(turned, 1, 'form-a'))?.isContrast).toBe(true);
});

test('a claim without a story holds the items of every contract beside it, and an item that no contract takes is paid by none', () => {
  const view = viewOf('');
  const columns = ['form-c', 'form-d'].map((contract) => ({ contract, schedule: {} }));
  const empty = view.at({ columns, facts: {}, amounts: {} });
  const names = empty?.amounts.map(({ name }) => name) ?? [];
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('spent-gift');
  expect(empty?.columns.every(({ controls }) => controls.schedule.length > 0)).toBe(true);
  const now = view.at({ columns, facts: {}, amounts: { 'spent-gift': million } });
  const [left, right] = now?.columns ?? [];
  expect(left?.live.outcome.low).toBe(0);
  expect(right?.live.outcome.low).toBeGreaterThan(0);
  expect(left?.live.outcome.bars.at(-1)?.segments.map(({ part }) => part)).toEqual(['not-covered']);
});
