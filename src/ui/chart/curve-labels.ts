import type { Field } from './axes.ts';
import type { Measure } from './bar-places.ts';
import type { CurveInput, DotInput } from './input.ts';

/** A place on the picture, in px. */
export type Place = (dot: DotInput) => { readonly x: number; readonly y: number };

/** Words beside a point, on a ground of their own, in px. */
export interface PlacedLabel {
  readonly text: string;
  readonly isStrong: boolean;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

type Box = Pick<PlacedLabel, 'x' | 'y' | 'w' | 'h'>;

const meet = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Where a dot of yen lies in a field. */
export const placeIn =
  ({ left, right, top, bottom, x, y }: Field): Place =>
  (dot) => ({ x: left + (dot.x / x) * (right - left), y: bottom - (dot.y / y) * (bottom - top) });

/** Labels at the claim itself, the bends and the 45° line. Of places that are free the first is taken; where none is, the number alone. */
export const labelsOf = (input: CurveInput, field: Field, size: number, measure: Measure): readonly PlacedLabel[] => {
  const at = placeIn(field);
  const end = Math.min(field.x, field.y);
  const dots = [{ x: input.now.x, y: input.now.low }, ...input.bends].map((dot): Box => {
    const { x, y } = at(dot);
    return { x: x - 7, y: y - 7, w: 14, h: 14 };
  });
  const wanted = [
    { texts: [input.now.label], dot: { x: input.now.x, y: input.now.low }, isStrong: true },
    ...input.bends.map((bend) => ({ texts: [bend.label, bend.label.split(' ')[0] ?? ''], dot: bend, isStrong: false })),
    { texts: [input.same], dot: { x: end * 0.8, y: end * 0.8 }, isStrong: false },
  ];
  const labels: PlacedLabel[] = [];
  for (const { texts, dot, isStrong } of wanted) {
    const { x, y } = at(dot);
    const free = texts.flatMap((text) => {
      const [w, h] = [measure(text, isStrong) + 6, size + 4];
      const spots = [
        { x: x + 8, y: y + 8 },
        { x: x - w - 8, y: y - h - 8 },
        { x: x - w - 8, y: y + 8 },
        { x: x - w / 2, y: y - h - 12 },
        { x: x + 8, y: y - h - 8 },
        { x: x - w / 2, y: y + 14 },
      ].map((spot): PlacedLabel => ({ ...spot, w, h, text, isStrong }));
      const inside = (box: Box): boolean =>
        box.x >= field.left && box.x + w <= field.right && box.y >= field.top && box.y + h <= field.bottom;
      return spots.filter((spot) => inside(spot) && ![...dots, ...labels].some((other) => meet(spot, other)));
    })[0];
    if (free) labels.push(free);
  }
  return labels;
};
