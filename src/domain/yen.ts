/** The largest single amount the product computes with: one trillion yen (1兆円). */
export const LARGEST_YEN = 1_000_000_000_000;

/** Whether it is an amount of whole yen between 0 and 10^12. */
export const isYen = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= LARGEST_YEN;
