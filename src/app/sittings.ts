import type { Case } from '#casebook/case.ts';
import { parse, type Parsed, toText } from '#lifecycle/save.ts';
import type { Sitting } from '#lifecycle/sitting.ts';
import { type KeptSitting, forget, forgetSitting, keep, keepSitting, keptSitting, keptSittings, read } from './storage.ts';
import { today } from './today.ts';

const finished = (id: string): string => `finished.${id}`;

/** Reads a saved or shared text for a case: a text of another case is damaged here. */
export function readSitting(of: Case, text: string): Parsed {
  return parse(text, (id) => (id === of.id ? of : undefined));
}

/** The sitting of a case as this browser keeps it, or what is wrong with it; null where none is kept. */
export function loadSitting(of: Case): Parsed | null {
  const kept = keptSitting(of.id);
  return kept === null ? null : readSitting(of, kept.text);
}

/** Keeps a sitting at once; one in which nothing has been done is not worth keeping. False where the browser refuses. */
export function saveSitting(sitting: Sitting, atItsEnd = false): boolean {
  if (sitting.events.length === 0 && sitting.twigs.length === 0) {
    dropSitting(sitting.case);
    return true;
  }
  if (atItsEnd) keep(finished(sitting.case), 'yes');
  else forget(finished(sitting.case));
  return keepSitting({ case: sitting.case, text: toText(sitting), left: today() });
}

/** Forgets the sitting of a case. */
export function dropSitting(id: string): void {
  forgetSitting(id);
  forget(finished(id));
}

/** The sittings that a person left before their end, the latest first: home's 「続きから」. */
export function openSittings(): readonly KeptSitting[] {
  return keptSittings().filter((sitting) => read(finished(sitting.case)) === null);
}
