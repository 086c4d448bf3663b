import type { Case, Matching, Option } from '#casebook/case.ts';

/** Who plays which seat: every seat, or 事業者 alone while the others run by themselves. */
export type Seats = 'all' | 'insured';

/** How sure the player was: 低, 中, 高. */
export type Confidence = 'low' | 'middle' | 'high';

/** One thing the player did. */
export type SittingEvent =
  | { readonly do: 'read'; readonly line: string }
  | { readonly do: 'choose'; readonly decision: string; readonly option: Option; readonly confidence?: Confidence }
  | { readonly do: 'match'; readonly line: string; readonly clause: string; readonly answer: Matching['answer'] }
  | { readonly do: 'hint' }
  | { readonly do: 'predict'; readonly yen: number }
  /** 0 is the slot's right answer, 1 and up are its other answers as written. */
  | { readonly do: 'letter'; readonly slot: string; readonly answer: number }
  | { readonly do: 'explain'; readonly option: Option }
  | { readonly do: 'next' };

/** A case as one person plays it: everything else follows from it by replay. It is what is saved, shared, rewound and branched. */
export interface Sitting {
  readonly format: 1;
  readonly case: string;
  readonly version: number;
  readonly seats: Seats;
  readonly events: readonly SittingEvent[];
  /** What was played and then left for another way, latest last. */
  readonly twigs: readonly (readonly SittingEvent[])[];
}

/** How many abandoned ways a sitting keeps. */
const TWIGS = 8;

/** A sitting in which nothing has been done yet. */
export const begun = (of: Pick<Case, 'id' | 'version'>, seats: Seats): Sitting => ({
  format: 1,
  case: of.id,
  version: of.version,
  seats,
  events: [],
  twigs: [],
});

/** The sitting with one more event. Whether it fits is asked of `accepts`. */
export const add = (sitting: Sitting, event: SittingEvent): Sitting => ({ ...sitting, events: [...sitting.events, event] });

const startsWith = (long: readonly SittingEvent[], short: readonly SittingEvent[]): boolean =>
  JSON.stringify(long.slice(0, short.length)) === JSON.stringify(short);

/** The sitting with its first n events only. What had been played beyond them stays as a twig. */
export const rewind = (sitting: Sitting, n: number): Sitting => {
  if (n >= sitting.events.length) return sitting;
  const others = sitting.twigs.filter((twig) => !startsWith(sitting.events, twig));
  return { ...sitting, events: sitting.events.slice(0, Math.max(n, 0)), twigs: [...others, sitting.events].slice(-TWIGS) };
};

/** Another way from the n-th event on: the old one stays as a twig. */
export const branch = (sitting: Sitting, n: number, event: SittingEvent): Sitting => add(rewind(sitting, n), event);
