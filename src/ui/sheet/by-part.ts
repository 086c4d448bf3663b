import type { Part, Segment } from '#view/outcome.ts';

/** A bar's segments put together by what they are, in the order of the bar. In yen. */
export const byPart = (segments: readonly Segment[]): readonly (readonly [Part, number])[] => {
  const sums = new Map<Part, number>();
  for (const { part, yen } of segments) sums.set(part, (sums.get(part) ?? 0) + yen);
  return [...sums];
};
