import { UNCHANGED, type WhatIf } from './what-if.ts';

/** The states of a visit to the lab: where it stands, what can be taken back and what can be done again. */
export interface History {
  readonly past: readonly WhatIf[];
  readonly now: WhatIf;
  readonly future: readonly WhatIf[];
  /** What the last change was made with and when, in ms: a slider that is dragged makes one step, not fifty. */
  readonly last: { readonly by: string; readonly at: number } | null;
}

const ONE_MOVE = 1000;
const MOST = 100;

export const begun = (now: WhatIf = UNCHANGED): History => ({ past: [], now, future: [], last: null });

/** The history with one more change, made with the control `by` at this time. */
export const moved = ({ past, now, last }: History, next: WhatIf, by: string, at: number): History => {
  const goesOn = last !== null && last.by === by && at - last.at < ONE_MOVE;
  return { past: goesOn ? past : [...past, now].slice(-MOST), now: next, future: [], last: { by, at } };
};

/** One step back; the same where there is none. */
export const undone = ({ past, now, future, ...rest }: History): History => {
  const before = past.at(-1);
  return before ? { past: past.slice(0, -1), now: before, future: [now, ...future], last: null } : { past, now, future, ...rest };
};

/** One step forward again; the same where there is none. */
export const redone = ({ past, now, future, ...rest }: History): History => {
  const [after, ...left] = future;
  return after ? { past: [...past, now], now: after, future: left, last: null } : { past, now, future, ...rest };
};
