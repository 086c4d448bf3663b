import type { Plugin } from 'chart.js';
import { axis, base, Chart, chip, font, sameAxis, sameLook } from './common.ts';
import type { BarsInput, Drawn, Place, StretchInput } from './input.ts';
import type { Look } from './look.ts';
import { paintOf, type Paint } from './paint.ts';

const THICK = 28;

interface Now {
  input: BarsInput;
  look: Look;
}

/** Every key that occurs, in the order of the stretches of the rows. */
const keysOf = ({ rows }: BarsInput): StretchInput[] => {
  const total = rows.at(-1)?.stretches ?? [];
  const all = [...total, ...rows.flatMap(({ stretches }) => stretches)];
  return all.filter((one, i) => all.findIndex(({ key }) => key === one.key) === i);
};

const dataOf = ({ input, look }: Now, context: CanvasRenderingContext2D, ratio: number) => ({
  labels: input.rows.map(({ title }) => title),
  datasets: keysOf(input).map(({ key, part }) => {
    const isDim = input.lit !== null && input.lit !== key;
    const paint = paintOf(context, part, look, isDim, ratio);
    return {
      label: key,
      paint,
      // Chart.js notes its stacks on these points: they are made anew each time.
      data: input.rows.flatMap(({ stretches }, y) => stretches.filter((one) => one.key === key).map(({ yen }) => ({ x: yen, y }))),
      backgroundColor: paint.fill,
      borderColor: input.lit === key ? look.ink : paint.words === null ? paint.edge : look.surface,
      borderWidth: paint.words === null || input.lit === key ? 1.5 : { left: 0, right: 2, top: 0, bottom: 0 },
      borderSkipped: false as const,
      barThickness: THICK,
    };
  }),
});

interface Drawable {
  readonly x: number;
  readonly base: number;
  readonly y: number;
}

/** Titles above the bars, amounts in their stretches or, where one is too narrow, below; the ghost as a dashed frame. */
const labels = (now: Now): Plugin<'bar'> => ({
  id: 'labels',
  afterDatasetsDraw: (chart) => {
    const { ctx, chartArea, scales } = chart;
    const { input, look } = now;
    ctx.save();
    ctx.textBaseline = 'middle';
    input.rows.forEach(({ title, stretches, ghost }, y) => {
      const middle = scales['y']?.getPixelForValue(y) ?? 0;
      ctx.font = font(look, 700);
      ctx.fillStyle = look.ink;
      ctx.fillText(title, chartArea.left, middle - THICK / 2 - look.size / 2 - 5, chartArea.width);
      let free = chartArea.left;
      for (const stretch of stretches) {
        const at = chart.data.datasets.findIndex(({ label }) => label === stretch.key);
        const points = (chart.data.datasets[at]?.data ?? []) as unknown as { y: number }[];
        const bar = chart.getDatasetMeta(at).data[points.findIndex((point) => point.y === y)] as unknown as Drawable | undefined;
        const paint = (chart.data.datasets[at] as { paint?: Paint } | undefined)?.paint;
        if (bar && paint) free = written(ctx, stretch, bar, paint, look, free, chartArea.right);
      }
      if (ghost === null) return;
      const to = scales['x']?.getPixelForValue(ghost) ?? 0;
      ctx.setLineDash([5, 3]);
      ctx.lineWidth = 2;
      ctx.strokeStyle = look.ink;
      ctx.strokeRect(chartArea.left, middle - THICK / 2 - 3, to - chartArea.left, THICK + 6);
      ctx.setLineDash([]);
    });
    ctx.restore();
  },
});

/** Writes the amount of a stretch; gives where the next one below the bar may begin. */
const written = (
  ctx: CanvasRenderingContext2D,
  stretch: StretchInput,
  bar: Drawable,
  paint: Paint,
  look: Look,
  free: number,
  right: number,
): number => {
  const [from, to] = [Math.min(bar.base, bar.x), Math.max(bar.base, bar.x)];
  const room = to - from - 12;
  ctx.font = font(look, 700);
  const fitting = [`${stretch.cause} ${stretch.amount}`, stretch.amount].find((text) => ctx.measureText(text).width <= room);
  if (fitting !== undefined) {
    chip(ctx, fitting, from + 6, bar.y, look, paint.words);
    return free;
  }
  ctx.font = font(look);
  const text = [`${stretch.cause} ${stretch.amount}`, stretch.amount].find((one) => free + ctx.measureText(one).width <= right);
  if (text === undefined) return free;
  const width = ctx.measureText(text).width;
  const x = Math.max(free, Math.min(from, right - width));
  const y = bar.y + THICK / 2 + look.size / 2 + 5;
  ctx.strokeStyle = look.faint;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo((from + to) / 2, bar.y + THICK / 2);
  ctx.lineTo(Math.max(x + 2, Math.min((from + to) / 2, x + width)), bar.y + THICK / 2 + 4);
  ctx.stroke();
  ctx.fillStyle = look.ink;
  ctx.fillText(text, x, y);
  return x + width + 12;
};

/** Draws stacked bars on a canvas. */
export const drawBars = (canvas: HTMLCanvasElement, input: BarsInput, look: Look, place: Place): Drawn<BarsInput> => {
  const now: Now = { input, look };
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no canvas');
  const ratio = place.paper ? 3 : devicePixelRatio;
  const scales = () => ({
    x: axis(now.input.axis, now.look, { stacked: true }),
    y: { type: 'category' as const, stacked: true, display: false },
  });
  let pointed: string | null = null;
  const keyAt = ([first]: readonly { readonly datasetIndex: number }[]): string | null =>
    (first && chart.data.datasets[first.datasetIndex]?.label) ?? null;
  const leave = () => {
    if (pointed !== null) place.onhover?.((pointed = null));
  };
  canvas.addEventListener('pointerleave', leave);
  const chart = new Chart(canvas, {
    type: 'bar',
    data: dataOf(now, context, ratio) as never,
    options: {
      ...base(place),
      indexAxis: 'y',
      scales: scales(),
      onClick: (_, elements) => place.onpick?.(keyAt(elements)),
      onHover: (_, elements) => {
        const key = keyAt(elements);
        if (key !== pointed) place.onhover?.((pointed = key));
      },
    },
    plugins: [labels(now)],
  });
  return {
    update: (next, nextLook) => {
      const isSame = sameAxis(now.input.axis, next.axis) && sameLook(now.look, nextLook);
      now.input = next;
      now.look = nextLook;
      chart.data = dataOf(now, context, ratio) as never;
      if (!isSame) chart.options.scales = scales();
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
};
