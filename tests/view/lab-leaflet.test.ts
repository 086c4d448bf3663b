import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisive } from '#view/lab-leaflet.ts';
import { tidied } from '#view/lab-link.ts';
import { UNCHANGED, type WhatIf } from '#view/what-if.ts';
import { anyState, labAt, labOfCase, labs } from './lab-support.ts';
import { caseAt } from './result-support.ts';

const million = 1_000_000;

test('whatever is changed is named with what it was and is; nothing else is', () => {
  fc.assert(
    fc.property(anyState, ([id, state]) => {
      const lab = labOfCase(id);
      const { schedule, facts, amounts } = tidied(lab.scope, state);
      const { turned } = lab.basis(state);
      expect(turned).toHaveLength(Object.keys({ ...schedule }).length + Object.keys(facts).length + Object.keys(amounts).length);
      for (const { label, before, after } of turned) {
        expect(label.ja.trim()).not.toBe('');
        expect(before).not.toEqual(after);
      }
      expect(lab.basis(UNCHANGED).turned).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a value keeps where it comes from until it is turned: then it is assumed', () => {
  const lab = labAt('IT-14');
  const row = (changes: WhatIf, label: string) => lab.basis(changes).rows.find((one) => one.label.ja.replaceAll('\u200b', '') === label);
  const label = '費用総支払限度額';
  expect(row(UNCHANGED, label)).toMatchObject({ from: 'document', value: { kind: 'yen', yen: 30 * million } });
  const changes: WhatIf = { ...UNCHANGED, schedule: { costLimit: 50 * million } };
  expect(row(changes, label)).toMatchObject({ from: 'assumed', value: { kind: 'yen', yen: 50 * million } });
  expect(lab.basis(changes).turned).toMatchObject([
    { before: { kind: 'yen', yen: 30 * million }, after: { kind: 'yen', yen: 50 * million } },
  ]);
});

test('every entry of the schedule and every item stands among the assumptions', () => {
  for (const lab of labs) {
    const { rows, source, version } = lab.basis(UNCHANGED);
    const of = caseAt(lab.view.id);
    expect(rows).toHaveLength(Object.keys(lab.view.agreed).length + of.losses.length);
    expect([source, version]).toEqual([of.source, of.version]);
  }
});

test('the clauses that decide are those that cut, and the trigger where something is paid', () => {
  for (const { view } of labs) {
    const found = decisive(view.live);
    const cutting = view.live.outcome.bars.at(-1)?.segments.flatMap(({ clause }) => clause ?? []) ?? [];
    expect(found.slice(0, cutting.length)).toEqual([...new Set(cutting)]);
    const rest = found.slice(cutting.length).map((id) => view.live.traced.findings.find(({ clause }) => clause === id));
    for (const one of rest) expect([one?.kind, one?.result]).toEqual(['trigger', 'met']);
    expect(found.filter((id) => !view.clauses.has(id))).toEqual([]);
  }
});
