const between = (powers: readonly number[]): readonly number[] => [
  0,
  ...powers.flatMap((power) => [1, 2, 3, 5, 7].map((step) => step * power)),
];

/** The rungs of the money slider in yen: 1, 2, 3, 5, 7 of each power of ten, from 100万円 to 10億円; 0 below them. */
export const RUNGS: readonly number[] = [...between([1e6, 1e7, 1e8]), 1e9];
/** The rungs for a sum per head: from 100円 on. */
const SMALL_RUNGS: readonly number[] = between([1e2, 1e3, 1e4]);

/** The rungs from low to high, both ends included even where they are no rung. */
export function ladder(low: number, high: number): readonly number[] {
  const all = high <= 1e6 ? SMALL_RUNGS : RUNGS;
  return [...new Set([low, ...all.filter((rung) => rung > low && rung < high), high])];
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

/** The round numbers of a ladder: its powers of ten and its ends. */
export const rounds = (rungs: readonly number[]): readonly number[] =>
  rungs.filter((rung, i) => i === 0 || i === rungs.length - 1 || /^10+$/u.test(String(rung)));
