import type { BarsInput, CurveInput, Drawn, Place } from './input.ts';
import { fontsReady, type Look } from './look.ts';

/** The drawing of one kind of chart. */
export type Draw<Input> = (canvas: HTMLCanvasElement, input: Input, look: Look, place: Place) => Drawn<Input>;

export interface Kit {
  readonly bars: Draw<BarsInput>;
  readonly curve: Draw<CurveInput>;
}

let loading: Promise<Kit> | undefined;
let loaded: Kit | undefined;

/** Chart.js with our two charts, fetched with the first of them, once the fonts are there. */
export const loadKit = (): Promise<Kit> =>
  (loading ??= Promise.all([import('./bars.ts'), import('./curve.ts'), fontsReady()]).then(([bars, curve]) => {
    loaded = { bars: bars.drawBars, curve: curve.drawCurve };
    return loaded;
  }));

/** The charts where they are loaded already: printing cannot wait. */
export const kit = (): Kit | undefined => loaded;
