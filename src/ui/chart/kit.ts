import type { drawAxes } from './axes.ts';
import { fontsReady } from './look.ts';

type DrawAxes = typeof drawAxes;

let loading: Promise<DrawAxes> | undefined;
let loaded: DrawAxes | undefined;

/** Chart.js with our axes, fetched with the first curve, once the fonts are there. */
export const loadAxes = (): Promise<DrawAxes> =>
  (loading ??= Promise.all([import('./axes.ts'), fontsReady()]).then(([axes]) => (loaded = axes.drawAxes)));

/** The axes where they are loaded already: printing cannot wait. */
export const axesLoaded = (): DrawAxes | undefined => loaded;
