import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed } from '#casebook/claim.ts';
import { assess, compile, trace } from '#domain/assess.ts';
import type { PoolResult } from '#domain/assessment.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { begun, moved, redone, undone } from '#view/lab-history.ts';
import { linked, linkOf, tidied } from '#view/lab-link.ts';
import { heightOf, towersOf } from '#view/lab-tower.ts';
import { UNCHANGED, type WhatIf } from '#view/what-if.ts';
import { anyState, labAt, labOfCase, labs } from './lab-support.ts';
import { sourceOf } from './result-support.ts';

const million = 1_000_000;
const readyOf = (id: string) => {
  const { case: of, policy, moment } = sourceOf(id);
  return { compiled: compile(policy.wording), claim: claimOf(of, moment) };
};
const ready = new Map(labs.map(({ view }) => [view.id, readyOf(view.id)]));
const at = (id: string) => {
  const found = ready.get(id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
};

test('every cell of the table is what the assessment pays at least: 1,000 random states, one cell each', () => {
  let cells = 0;
  fc.assert(
    fc.property(anyState, fc.nat(), fc.nat(), fc.nat(), ([id, state], which, row, column) => {
      const lab = labOfCase(id);
      const { compiled, claim } = at(id);
      const limit = lab.axes?.limits[which % lab.axes.limits.length];
      if (!lab.axes || !limit || 'refused' in trace(compiled, changed(claim, state))) return;
      const table = lab.table(state, limit);
      const [i, k] = [row % (table?.limits.length ?? 1), column % (table?.deductibles.length ?? 1)];
      const schedule = { [limit.name]: table?.limits[i], [lab.axes.deductible.name]: table?.deductibles[k] };
      const found = assess(compiled, changed(changed(claim, state), { schedule }));
      expect('refused' in found ? null : found.low).toBe(table?.cells[i]?.[k]?.paid);
      cells++;
    }),
    { numRuns: 1000 },
  );
  expect(cells).toBeGreaterThan(900);
});

describe.each(labs.map((lab) => [lab.view.id, lab] as const))('%s', (_id, lab) => {
  test('outlines one cell of each table, which says what the sentence says', () => {
    expect(lab.axes?.limits.length).toBeGreaterThan(0);
    for (const limit of lab.axes?.limits ?? []) {
      const table = lab.table(UNCHANGED, limit);
      const now = table?.cells.flat().filter(({ isNow }) => isNow) ?? [];
      expect(now.map(({ paid }) => paid)).toEqual([lab.view.live.outcome.low]);
      for (const { paid, step } of table?.cells.flat() ?? []) expect(step === 0).toBe(paid === 0);
    }
  });

  test('keeps its size and the round limits whatever the contract has, with its own among them', () => {
    for (const limit of lab.axes?.limits ?? []) {
      const tableAt = (yen: number) => lab.table({ ...UNCHANGED, schedule: { [limit.name]: yen } }, limit);
      const common = tableAt(1)?.limits.slice(1) ?? [];
      expect(common.length).toBeGreaterThan(4);
      for (const yen of [1, 12_345_678, 1e7, 5e7, 1e9]) {
        const { limits = [], deductibles = [] } = tableAt(yen) ?? {};
        expect(new Set(limits)).toEqual(new Set([...common, yen, ...limits]));
        expect(limits).toEqual([...new Set(limits)].toSorted((a, b) => a - b));
        expect([limits.length, deductibles.length]).toEqual([common.length + 1, tableAt(1)?.deductibles.length]);
      }
    }
  });
});

test('the layers of a tower add up to what its pool holds before its terms, and its paid layer is what the pool hands up', () => {
  fc.assert(
    fc.property(anyState, ([id, state]) => {
      const live = labOfCase(id).view.at(state, null);
      const { compiled, claim } = at(id);
      const traced = trace(compiled, changed(claim, state));
      if (!live || 'refused' in traced) return;
      const towers = towersOf(live.traced.pools, labOfCase(id).pools);
      const sum = (pool: string, of: (one: PoolResult) => number) =>
        traced.pools.filter((one) => one.pool === pool).reduce((all, one) => all + of(one), 0);
      expect(towers.length).toBe(new Set(traced.pools.filter(({ steps }) => (steps[0]?.before ?? 0) > 0).map(({ pool }) => pool)).size);
      for (const { pool, layers, loss } of towers) {
        expect(loss).toBe(sum(pool, ({ steps }) => steps[0]?.before ?? 0));
        expect(layers.reduce((all, { yen }) => all + yen, 0)).toBe(loss);
        expect(layers.at(-1)?.to).toBe(loss);
        expect(layers.find(({ part }) => part === 'paid')?.yen ?? 0).toBe(sum(pool, ({ result }) => result));
        expect(heightOf(towers)).toBeGreaterThan(loss);
      }
    }),
    { numRuns: 500 },
  );
});

test('the retention lies at the bottom, what is over the limit on top, and a limit says what it would still hold', () => {
  const lab = labAt('IT-15');
  const towersAt = (schedule: WhatIf['schedule']) => towersOf(lab.view.at({ ...UNCHANGED, schedule }, null)?.traced.pools ?? [], lab.pools);
  const narrow = towersAt({ deductible: million, liabilityLimit: 10 * million }).flatMap(({ layers }) => [layers.map(({ part }) => part)]);
  expect(narrow).toContainEqual(['deductible', 'paid', 'limit']);
  const wide = towersAt({ costLimit: 100 * million });
  for (const { limit, loss } of wide) if (limit) expect(limit.free).toBe(Math.max(0, limit.yen - loss));
  expect(wide.some(({ limit }) => (limit?.free ?? 0) > 0)).toBe(true);
});

test('an address opens the lab with the same yen', () => {
  const changes: WhatIf = { ...UNCHANGED, schedule: { costLimit: 50 * million } };
  expect(labAt('IT-15', { c: 'IT-15' }).start.state).toBe('whole');
  const link = linkOf(labAt('IT-15').scope, changes);
  expect(labAt('IT-15', link).start).toEqual({ changes, state: 'whole' });
  const opened = labAt('IT-15', { ...link, k: '0' });
  expect(opened.start).toEqual({ changes, state: 'damaged' });
  expect(opened.view.at(opened.start.changes, null)?.outcome.low).toBe(66 * million);
});

test('every preset can be worked out and goes into an address', () => {
  expect(labs.filter(({ presets }) => presets.length > 0).length).toBeGreaterThan(labs.length / 2);
  for (const { view, scope, presets } of labs) {
    for (const { changes, text } of presets) {
      expect(view.at(changes, null), text.ja).not.toBeNull();
      expect(linked(scope, linkOf(scope, changes))).toEqual({ changes: tidied(scope, changes), state: 'whole' });
    }
  }
});

test('the sentences of two presets: above the limit the deductible stops mattering; a higher cost limit leaves nothing over', () => {
  const presetOf = (id: string, entry: string) => {
    const { view, presets } = labOfCase(id);
    const found = presets.find(({ changes }) => entry in changes.schedule);
    return { text: found?.text.ja, before: view.live.outcome, after: found && view.at(found.changes, null)?.outcome };
  };
  const above = presetOf('IT-10', 'deductible');
  expect(above.text).toContain('免責金額を0にしても、この額は変わりません');
  expect(above.after?.ownCost).toBe(above.before.ownCost);
  const cap = presetOf('IT-15', 'costLimit');
  expect(cap.text).toContain('はみ出す分はありません');
  expect([cap.before.ownCost, cap.after?.ownCost]).toEqual([13 * million, 0]);
});

test('changes can be taken back and done again; a drag of one control is one step', () => {
  const [a, b, c] = [1, 2, 3].map((n): WhatIf => ({ ...UNCHANGED, schedule: { deductible: n } })) as [WhatIf, WhatIf, WhatIf];
  const dragged = moved(moved(begun(), a, 'deductible', 0), b, 'deductible', 200);
  expect(undone(dragged).now).toEqual(UNCHANGED);
  expect(redone(undone(dragged)).now).toEqual(b);
  const apart = moved(dragged, c, 'deductible', 5000);
  expect(undone(apart).now).toEqual(b);
  expect(undone(moved(dragged, c, 'limit', 300)).now).toEqual(b);
  const branched = moved(undone(apart), a, 'deductible', 6000);
  expect(branched.future).toEqual([]);
  expect([undone(begun()), redone(begun())]).toEqual([begun(), begun()]);
});
