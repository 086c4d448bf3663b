import type { LeafletStep } from '#view/leaflet.ts';

/** The places of at most so many lines of a working, in their order: the first and the last, and those that take off most. */
export const telling = (steps: readonly LeafletStep[], most: number): readonly number[] => {
  const rank = (i: number): number => (i === 0 || i === steps.length - 1 ? Infinity : (steps[i]?.cut ?? 0));
  return steps
    .map((_, i) => i)
    .toSorted((a, b) => rank(b) - rank(a) || a - b)
    .slice(0, most)
    .toSorted((a, b) => a - b);
};
