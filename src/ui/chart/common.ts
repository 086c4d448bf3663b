import { Chart, Filler, LinearScale, LineController, LineElement, PointElement, type ScaleOptionsByType } from 'chart.js';
import type { AxisInput, Place } from './input.ts';
import type { Look } from './look.ts';

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement);

export { Chart };

/** A linear axis from 0 with its ticks at whole steps, unturned. */
export const axis = ({ max, step, title, tick }: AxisInput, look: Look, extra: object = {}): ScaleOptionsByType<'linear'> =>
  ({
    type: 'linear',
    min: 0,
    max,
    grid: { color: look.line },
    border: { color: look.faint },
    ticks: {
      stepSize: step,
      maxRotation: 0,
      autoSkip: true,
      color: look.ink,
      font: { family: look.family, size: look.size },
      callback: (value: number | string) => tick(Number(value)),
    },
    title: { display: true, text: title, color: look.ink, font: { family: look.family, size: look.size, weight: 'normal' } },
    ...extra,
  }) as unknown as ScaleOptionsByType<'linear'>;

/** Whether an axis is drawn the same: setting new scales makes Chart.js work everything out anew. */
export const sameAxis = (a: AxisInput, b: AxisInput): boolean => a.max === b.max && a.step === b.step && a.title === b.title;
export const sameLook = (a: Look, b: Look): boolean => a.ink === b.ink && a.surface === b.surface && a.size === b.size;

/** What every chart of ours has in common. */
export const base = ({ paper, still }: Place) => ({
  parsing: false as const,
  responsive: !paper,
  maintainAspectRatio: false,
  ...(paper ? { devicePixelRatio: 3 } : {}),
  animation: paper || still ? (false as const) : { duration: 300 },
  layout: { padding: { top: 4, right: 12 } },
});

export const font = (look: Look, weight: 400 | 700 = 400): string => `${weight} ${look.size}px ${look.family}`;
