import { Chart, LinearScale, LineController, type Plugin, type ScaleOptionsByType } from 'chart.js';
import { drawLabels, type Field } from './curve-labels.ts';
import type { AxisInput, CurveInput, DotInput, Drawn } from './input.ts';
import type { Look } from './look.ts';
import { paintOf } from './paint.ts';

Chart.register(LinearScale, LineController);

interface Now {
  input: CurveInput;
  look: Look;
}

/** A linear axis from 0 with its ticks at whole steps, unturned. */
const axis = ({ max, step, title, tick }: AxisInput, { ink, faint, line, family, size }: Look): ScaleOptionsByType<'linear'> =>
  ({
    type: 'linear',
    min: 0,
    max,
    grid: { color: line },
    border: { color: faint },
    ticks: {
      stepSize: step,
      maxRotation: 0,
      color: ink,
      font: { family, size },
      callback: (value: number | string) => tick(Number(value)),
    },
    title: { display: true, text: title, color: ink, font: { family, size, weight: 'normal' } },
  }) as unknown as ScaleOptionsByType<'linear'>;

const sameAxis = (a: AxisInput, b: AxisInput): boolean => a.max === b.max && a.step === b.step && a.title === b.title;
const sameLook = (a: Look, b: Look): boolean => a.ink === b.ink && a.surface === b.surface && a.size === b.size;

const line = (
  ctx: CanvasRenderingContext2D,
  { at }: Field,
  dots: readonly DotInput[],
  colour: string,
  width: number,
  dash: number[],
): void => {
  ctx.beginPath();
  for (const dot of dots) {
    const { x, y } = at(dot);
    ctx.lineTo(x, y);
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.stroke();
};

const dot = (ctx: CanvasRenderingContext2D, { at }: Field, where: DotInput, fill: string, edge: string, radius: number): void => {
  const { x, y } = at(where);
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = edge;
  ctx.lineWidth = 2;
  ctx.setLineDash([]);
  ctx.stroke();
};

/** From the bottom up: the 45° line, the ghost, the curve with its band where the payment is open, the bends, the claim itself, the words. */
const drawAll = (ctx: CanvasRenderingContext2D, input: CurveInput, look: Look, field: Field, ratio: number): void => {
  const { low, high, ghost, bends, now } = input;
  const end = Math.min(input.x.max, input.y.max);
  line(
    ctx,
    field,
    [
      { x: 0, y: 0 },
      { x: end, y: end },
    ],
    look.faint,
    1,
    [1, 3],
  );
  if (ghost) line(ctx, field, ghost, look.ink, 2, [6, 4]);
  if (high) {
    ctx.beginPath();
    for (const one of [...high, ...low.toReversed()]) {
      const { x, y } = field.at(one);
      ctx.lineTo(x, y);
    }
    ctx.fillStyle = paintOf(ctx, 'open', look, false, ratio).fill;
    ctx.fill();
    line(ctx, field, high, look.pay, 1.5, [2, 2]);
  }
  line(ctx, field, low, look.pay, 3, []);
  for (const bend of bends) dot(ctx, field, bend, bend.isLit ? look.ink : look.surface, look.ink, bend.isLit ? 8 : 5);
  for (const y of new Set([now.high, now.low])) dot(ctx, field, { x: now.x, y }, look.ink, look.surface, 7);
  drawLabels(ctx, input, look, field);
};

/**
 * Draws the payout curve on a canvas. Chart.js has the axes and the size of it; the curve is drawn upon them by ourselves, because as a data set
 * of its own every step of a slider would have Chart.js work out all of its options and its layout anew.
 */
export const drawCurve = (canvas: HTMLCanvasElement, input: CurveInput, look: Look, isPaper: boolean): Drawn => {
  const now: Now = { input, look };
  const upon: Plugin<'line'> = {
    id: 'upon',
    afterDatasetsDraw: ({ ctx, chartArea: { left, right, top, bottom }, scales: { x, y }, currentDevicePixelRatio: ratio }) => {
      const at = (where: DotInput) => ({ x: x?.getPixelForValue(where.x) ?? 0, y: y?.getPixelForValue(where.y) ?? 0 });
      ctx.save();
      drawAll(ctx, now.input, now.look, { left, right, top, bottom, at }, ratio);
      ctx.restore();
    },
  };
  const scales = () => ({ x: axis(now.input.x, now.look), y: axis(now.input.y, now.look) });
  const chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: {
      responsive: !isPaper,
      maintainAspectRatio: false,
      ...(isPaper ? { devicePixelRatio: 3 } : {}),
      animation: false,
      events: [],
      layout: { padding: { top: 4, right: 12 } },
      scales: scales(),
    },
    plugins: [upon],
  });
  return {
    update: (next, nextLook) => {
      const isSame = sameAxis(now.input.x, next.x) && sameAxis(now.input.y, next.y) && sameLook(now.look, nextLook);
      now.input = next;
      now.look = nextLook;
      if (isSame) return chart.draw();
      chart.options.scales = scales();
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
};
