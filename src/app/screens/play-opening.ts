import type { Case } from '#casebook/case.ts';
import type { Parsed } from '#lifecycle/save.ts';
import { begun, type Seats, type Sitting } from '#lifecycle/sitting.ts';
import type { GateAsks } from '#ui/play/gate.ts';

/** How a play screen opens: at once with a sitting, or with a question first. */
export type Opening =
  | { readonly sitting: Sitting; readonly resumed: boolean }
  | { readonly asks: GateAsks; readonly keep: Sitting | null; readonly shared: Sitting | null };

const saidSeats = (asked: string | undefined): Seats | null => (asked === 'all' || asked === 'insured' ? asked : null);

const ofSaved = (of: Case, saved: Parsed | null, asked: Seats | null): Opening => {
  if (saved === null) return { sitting: begun(of, asked ?? 'all'), resumed: false };
  if ('sitting' in saved) {
    const differs = asked !== null && asked !== saved.sitting.seats;
    return differs
      ? { asks: { kind: 'seats', saved: saved.sitting.seats }, keep: saved.sitting, shared: null }
      : { sitting: saved.sitting, resumed: saved.sitting.events.length > 0 };
  }
  if (saved.problem !== 'other-version') return { asks: { kind: 'damaged' }, keep: null, shared: null };
  const { version, replay, lost } = saved;
  const fits = replay?.events.length ?? 0;
  return { asks: { kind: 'version', from: version, to: of.version, fits, all: fits + lost }, keep: fits > 0 ? replay : null, shared: null };
};

/** What to open with, from what is saved, what a link brings and which seat the address asks for. */
export const openingOf = (of: Case, saved: Parsed | null, shared: Parsed | null, seats: string | undefined): Opening => {
  const keep = saved !== null && 'sitting' in saved ? saved.sitting : null;
  if (shared === null) return ofSaved(of, saved, saidSeats(seats));
  if ('sitting' in shared) {
    const same =
      keep !== null && JSON.stringify(keep.events) === JSON.stringify(shared.sitting.events) && keep.seats === shared.sitting.seats;
    return saved === null || same
      ? { sitting: keep ?? shared.sitting, resumed: false }
      : { asks: { kind: 'shared' }, keep, shared: shared.sitting };
  }
  const asks: GateAsks =
    shared.problem === 'other-version' ? { kind: 'link-version', from: shared.version, to: of.version } : { kind: 'link-damaged' };
  return { asks, keep, shared: null };
};
