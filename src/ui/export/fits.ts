/** How much of a leaflet a page shows, and in which type. */
export interface Fit {
  readonly size: 'large' | 'middle' | 'small';
  /** What each clause says. */
  readonly texts: boolean;
  /** The amounts behind each line of the working. */
  readonly figures: boolean;
  readonly towers: boolean;
  /** At most so many lines of the working, assumptions, and bars, changes and clauses each. */
  readonly steps: number;
  readonly rows: number;
  readonly others: number;
}

const ALL = { texts: true, figures: true, towers: true, steps: Infinity, rows: Infinity, others: Infinity } as const;
const LESS = { ...ALL, texts: false };
const BARE = { ...LESS, size: 'small', figures: false, towers: false } as const;

/** From all of it in usual type to the least in the smallest. */
export const FITS: readonly [Fit, ...Fit[]] = [
  { ...ALL, size: 'large' },
  { ...ALL, size: 'middle' },
  { ...ALL, size: 'small' },
  { ...LESS, size: 'middle' },
  { ...LESS, size: 'small' },
  { ...LESS, size: 'small', figures: false },
  BARE,
  { ...BARE, steps: 10, rows: 18 },
  { ...BARE, steps: 8, rows: 15 },
  { ...BARE, steps: 6, rows: 12 },
  { ...BARE, steps: 5, rows: 10 },
  { ...BARE, steps: 5, rows: 8, others: 5 },
  { ...BARE, steps: 4, rows: 6, others: 4 },
  { ...BARE, steps: 3, rows: 4, others: 3 },
];
