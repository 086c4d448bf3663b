import type { ChartDataset, Plugin } from 'chart.js';
import { axis, base, Chart, font, sameAxis, sameLook } from './common.ts';
import type { CurveInput, DotInput, Drawn, Place } from './input.ts';
import type { Look } from './look.ts';
import { paintOf } from './paint.ts';

interface Now {
  input: CurveInput;
  look: Look;
}

const line = (data: readonly DotInput[], colour: string, width: number, dash: number[] = []): ChartDataset<'line'> =>
  ({
    data: data.map(({ x, y }) => ({ x, y })),
    borderColor: colour,
    borderWidth: width,
    borderDash: dash,
    pointRadius: 0,
    tension: 0,
  }) as never;

const dots = (data: readonly DotInput[], fill: string, edge: string, radius: number): ChartDataset<'line'> =>
  ({
    data: data.map(({ x, y }) => ({ x, y })),
    showLine: false,
    pointRadius: radius,
    pointBackgroundColor: fill,
    pointBorderColor: edge,
    pointBorderWidth: 2,
  }) as never;

const dataOf = ({ input, look }: Now, context: CanvasRenderingContext2D, ratio: number) => {
  const end = Math.min(input.x.max, input.y.max);
  const band = input.high
    ? [{ ...line(input.high, look.pay, 1.5, [2, 2]), fill: '+1', backgroundColor: paintOf(context, 'open', look, false, ratio).fill }]
    : [];
  return {
    datasets: [
      // The last one lies at the bottom.
      dots(
        [{ x: input.now.x, y: input.now.low }, ...(input.high ? [{ x: input.now.x, y: input.now.high }] : [])],
        look.ink,
        look.surface,
        7,
      ),
      {
        ...dots(input.bends, look.surface, look.ink, 5),
        pointRadius: input.bends.map(({ isLit }) => (isLit ? 8 : 5)),
        pointBackgroundColor: input.bends.map(({ isLit }) => (isLit ? look.ink : look.surface)),
      } as never,
      ...band,
      line(input.low, look.pay, 3),
      ...(input.ghost ? [line(input.ghost, look.ink, 2, [6, 4])] : []),
      line(
        [
          { x: 0, y: 0 },
          { x: end, y: end },
        ],
        look.faint,
        1,
        [1, 3],
      ),
    ],
  };
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const meet = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Labels at the claim itself, the bends and the 45° line. Of places that are free the first is taken; where none is, the number alone. */
const labels = (now: Now): Plugin<'line'> => ({
  id: 'labels',
  afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
    const { input, look } = now;
    const at = (dot: DotInput) => ({ x: scales['x']?.getPixelForValue(dot.x) ?? 0, y: scales['y']?.getPixelForValue(dot.y) ?? 0 });
    const taken: Box[] = [];
    ctx.save();
    ctx.textBaseline = 'top';
    const write = (texts: readonly string[], dot: DotInput, weight: 400 | 700): void => {
      const { x, y } = at(dot);
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
          left >= chartArea.left && left + w <= chartArea.right && top >= chartArea.top && top + h <= chartArea.bottom;
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
      const { x, y } = at(dot);
      taken.push({ x: x - 7, y: y - 7, w: 14, h: 14 });
    }
    write([input.now.label], { x: input.now.x, y: input.now.low }, 700);
    for (const bend of input.bends) write([bend.label, bend.label.split(' ')[0] ?? ''], bend, 400);
    const end = Math.min(input.x.max, input.y.max);
    write([input.same], { x: end * 0.8, y: end * 0.8 }, 400);
    ctx.restore();
  },
});

/** Draws the payout curve on a canvas. */
export const drawCurve = (canvas: HTMLCanvasElement, input: CurveInput, look: Look, place: Place): Drawn => {
  const now: Now = { input, look };
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no canvas');
  const ratio = place.paper ? 3 : devicePixelRatio;
  const scales = () => ({ x: axis(now.input.x, now.look), y: axis(now.input.y, now.look) });
  const chart = new Chart(canvas, {
    type: 'line',
    data: dataOf(now, context, ratio),
    options: { ...base(place), events: [], scales: scales() },
    plugins: [labels(now)],
  });
  return {
    update: (next, nextLook) => {
      const isSame = sameAxis(now.input.x, next.x) && sameAxis(now.input.y, next.y) && sameLook(now.look, nextLook);
      now.input = next;
      now.look = nextLook;
      chart.data = dataOf(now, context, ratio);
      if (!isSame) chart.options.scales = scales();
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
};
