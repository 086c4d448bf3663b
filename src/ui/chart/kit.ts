import type { CurveInput, Drawn } from './input.ts';
import { fontsReady, type Look } from './look.ts';

/** Draws the payout curve on a canvas: on screen it follows its box, on paper it has the size of the canvas and thrice the dots. */
export type DrawCurve = (canvas: HTMLCanvasElement, input: CurveInput, look: Look, isPaper: boolean) => Drawn;

let loading: Promise<DrawCurve> | undefined;
let loaded: DrawCurve | undefined;

/** Chart.js with our curve, fetched with the first of them, once the fonts are there. */
export const loadCurve = (): Promise<DrawCurve> =>
  (loading ??= Promise.all([import('./curve.ts'), fontsReady()]).then(([curve]) => (loaded = curve.drawCurve)));

/** The curve where it is loaded already: printing cannot wait. */
export const curveLoaded = (): DrawCurve | undefined => loaded;
