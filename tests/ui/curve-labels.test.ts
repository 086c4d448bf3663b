import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field } from '#ui/chart/axes.ts';
import { labelsOf, type PlacedLabel, placeIn } from '#ui/chart/curve-labels.ts';
import type { CurveInput } from '#ui/chart/input.ts';

const M = 1_000_000;
const field: Field = { left: 60, right: 660, top: 10, bottom: 270, x: 60 * M, y: 40 * M };
const axis = { max: 0, step: 1, title: '', tick: String };
const SIZE = 14;
const measure = (text: string) => text.length * SIZE;

const inputOf = (now: readonly [number, number], bends: readonly (readonly [number, number, string])[]): CurveInput => ({
  low: [],
  high: null,
  ghost: null,
  bends: bends.map(([x, y, label]) => ({ x, y, label, isLit: false })),
  now: { x: now[0], low: now[1], high: now[1], label: 'この事案' },
  same: '請求額と同じ額',
  x: axis,
  y: axis,
});

const meet = (a: Omit<PlacedLabel, 'text' | 'isStrong'>, b: typeof a): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

test('a dot of yen lies where the axes say, in px from the upper left corner', () => {
  const at = placeIn(field);
  expect(at({ x: 0, y: 0 })).toEqual({ x: 60, y: 270 });
  expect(at({ x: 60 * M, y: 40 * M })).toEqual({ x: 660, y: 10 });
  expect(at({ x: 30 * M, y: 10 * M })).toEqual({ x: 360, y: 205 });
});

test('labels stay within the field, apart from each other and from every dot, whatever the curve', () => {
  const share = fc.integer({ min: 0, max: 100 });
  const bend = fc.tuple(share, share, fc.constantFrom('支払限度額', '費用総支払限度額', '免責金額'));
  let placed = 0;
  fc.assert(
    fc.property(fc.tuple(share, share), fc.array(bend, { maxLength: 6 }), ([x, y], bends) => {
      const yen = (sharex: number, sharey: number) => [(sharex * field.x) / 100, (sharey * field.y) / 100] as const;
      const input = inputOf(
        yen(x, y),
        bends.map(([bx, by, label], i) => [...yen(bx, by), `${String(i + 1)} ${label}`]),
      );
      const labels = labelsOf(input, field, SIZE, measure);
      placed += labels.length;
      const dots = [{ x: input.now.x, y: input.now.low }, ...input.bends].map(placeIn(field));
      labels.forEach((label, i) => {
        expect(label.x >= field.left && label.x + label.w <= field.right && label.y >= field.top && label.y + label.h <= field.bottom).toBe(
          true,
        );
        expect(labels.slice(i + 1).some((other) => meet(label, other))).toBe(false);
        expect(dots.some((dot) => meet(label, { x: dot.x - 5, y: dot.y - 5, w: 10, h: 10 }))).toBe(false);
      });
      // The claim itself comes first, and is crowded out by nothing but dots.
      if (bends.length === 0) expect(labels[0]).toMatchObject({ text: 'この事案', isStrong: true });
    }),
    { seed: 7, numRuns: 2_000 },
  );
  expect(placed).toBeGreaterThan(6_000);
});

test('a bend that has no room for its name keeps its number, and one without room for that stays bare', () => {
  const low: Field = { ...field, left: 0, right: 80, top: 0, bottom: 60 };
  const texts = (names: readonly string[]) =>
    labelsOf(
      inputOf(
        [0, 0],
        names.map((name, i) => [(i + 1) * 20 * M, 20 * M, name] as const),
      ),
      low,
      SIZE,
      measure,
    ).map(({ text }) => text);
  expect(texts(['1 費用総支払限度額'])).toContain('1');
  expect(texts(['1 費用総支払限度額'])).not.toContain('1 費用総支払限度額');
  expect(texts(['123456 費用総支払限度額'])).not.toContain('123456');
});
