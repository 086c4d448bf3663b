import { Chart, LinearScale, LineController, type Plugin, type ScaleOptionsByType } from 'chart.js';
import type { AxisInput } from './input.ts';
import type { Look } from './look.ts';

Chart.register(LinearScale, LineController);

/** Where the axes leave room for the curve, in px of the canvas, and how many yen they reach. */
export interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Yen at the right end, and at the top. */
  readonly x: number;
  readonly y: number;
}

export interface Axes {
  readonly x: AxisInput;
  readonly y: AxisInput;
}

/** Axes on a canvas. */
export interface Drawn {
  readonly update: (axes: Axes, look: Look) => void;
  readonly destroy: () => void;
}

/** A linear axis from 0 with its ticks at whole steps, unturned. Its line belongs to the curve. */
const scale = ({ max, step, title, tick }: AxisInput, { ink, line, family, size }: Look): ScaleOptionsByType<'linear'> =>
  ({
    type: 'linear',
    min: 0,
    max,
    grid: { color: line },
    border: { display: false },
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

/** Draws the axes of the payout curve with their grid and their words, and tells where the curve goes, now and whenever that changes. */
export const drawAxes = (canvas: HTMLCanvasElement, axes: Axes, look: Look, isPaper: boolean, onfield: (field: Field) => void): Drawn => {
  let [now, nowLook] = [axes, look];
  const tells: Plugin<'line'> = {
    id: 'tells',
    afterUpdate: ({ scales: { x, y } }) => {
      if (!x || !y) return;
      const field = { left: x.getPixelForValue(0), right: x.getPixelForValue(now.x.max) };
      onfield({ ...field, top: y.getPixelForValue(now.y.max), bottom: y.getPixelForValue(0), x: now.x.max, y: now.y.max });
    },
  };
  const scales = () => ({ x: scale(now.x, nowLook), y: scale(now.y, nowLook) });
  const chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: {
      responsive: !isPaper,
      maintainAspectRatio: false,
      // Four dots a pixel: thrice as many the browser prints by a sixtieth too small, and the curve would not lie on its axes.
      ...(isPaper ? { devicePixelRatio: 4 } : {}),
      animation: false,
      events: [],
      layout: { padding: { top: 4, right: 12 } },
      scales: scales(),
    },
    plugins: [tells],
  });
  return {
    update: (next, nextLook) => {
      if (sameAxis(now.x, next.x) && sameAxis(now.y, next.y) && sameLook(nowLook, nextLook)) return;
      [now, nowLook] = [next, nextLook];
      chart.options.scales = scales();
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
};
