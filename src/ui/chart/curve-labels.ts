import type { CurveInput, DotInput } from './input.ts';
import { font, type Look } from './look.ts';

/** Where the curve lies on the canvas, in px. */
export interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly at: (dot: DotInput) => { readonly x: number; readonly y: number };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const meet = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Labels at the claim itself, the bends and the 45° line. Of places that are free the first is taken; where none is, the number alone. */
export const drawLabels = (ctx: CanvasRenderingContext2D, input: CurveInput, look: Look, field: Field): void => {
  const taken: Box[] = [];
  ctx.textBaseline = 'top';
  const write = (texts: readonly string[], dot: DotInput, weight: 400 | 700): void => {
    const { x, y } = field.at(dot);
    ctx.font = font(look, weight);
    for (const text of texts) {
      const [w, h] = [ctx.measureText(text).width + 6, look.size + 4];
      const spots = [
        { x: x + 8, y: y + 8 },
        { x: x - w - 8, y: y - h - 8 },
        { x: x - w - 8, y: y + 8 },
        { x: x - w / 2, y: y - h - 12 },
        { x: x + 8, y: y - h - 8 },
        { x: x - w / 2, y: y + 14 },
      ].map((spot): Box => ({ ...spot, w, h }));
      const inside = ({ x: left, y: top }: Box): boolean =>
        left >= field.left && left + w <= field.right && top >= field.top && top + h <= field.bottom;
      const spot = spots.find((one) => inside(one) && !taken.some((other) => meet(one, other)));
      if (!spot) continue;
      taken.push(spot);
      ctx.globalAlpha = 0.85;
      ctx.fillStyle = look.surface;
      ctx.fillRect(spot.x, spot.y, w, h);
      ctx.globalAlpha = 1;
      ctx.fillStyle = look.ink;
      ctx.fillText(text, spot.x + 3, spot.y + 2);
      return;
    }
  };
  for (const dot of [{ x: input.now.x, y: input.now.low }, ...input.bends]) {
    const { x, y } = field.at(dot);
    taken.push({ x: x - 7, y: y - 7, w: 14, h: 14 });
  }
  write([input.now.label], { x: input.now.x, y: input.now.low }, 700);
  for (const bend of input.bends) write([bend.label, bend.label.split(' ')[0] ?? ''], bend, 400);
  const end = Math.min(input.x.max, input.y.max);
  write([input.same], { x: end * 0.8, y: end * 0.8 }, 400);
};
