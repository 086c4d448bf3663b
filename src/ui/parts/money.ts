/** The rungs of the money slider in yen: 100, 200, 300, 500, 700 of each power of ten, from 100万円 to 10億円; 0 below them. */
export const RUNGS: readonly number[] = [0, ...[1e6, 1e7, 1e8].flatMap((power) => [1, 2, 3, 5, 7].map((step) => step * power)), 1e9];

/** The rungs from low to high, both ends included even where they are no rung. */
export function ladder(low: number, high: number): readonly number[] {
  return [...new Set([low, ...RUNGS.filter((rung) => rung > low && rung < high), high])];
}

/** The position on the ladder that stands nearest to an amount. */
export function nearestRung(rungs: readonly number[], value: number): number {
  let best = 0;
  rungs.forEach((rung, i) => {
    if (Math.abs(rung - value) < Math.abs((rungs[best] ?? 0) - value)) best = i;
  });
  return best;
}

/** The next rung above (+1) or below (−1) an amount that may stand between two; the amount itself at the end of the ladder. */
export function nextRung(rungs: readonly number[], value: number, direction: 1 | -1): number {
  const found = direction === 1 ? rungs.find((rung) => rung > value) : rungs.findLast((rung) => rung < value);
  return found ?? value;
}
