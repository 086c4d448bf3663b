import type { Case } from '#casebook/case.ts';
import { isLink, linkParts, readLink } from './link.ts';
import { replayUntilRefused } from './replay.ts';
import { isSittingEvent, sumOf } from './shape.ts';
import type { Sitting, SittingEvent } from './sitting.ts';

/** What a saved text turned out to be. Nothing of a text with a problem is loaded. */
export type Parsed =
  | { readonly sitting: Sitting }
  | { readonly problem: 'damaged' }
  | { readonly problem: 'unknown-case'; readonly case: string }
  /**
   * Saved under another version of the case. `replay` holds what of it can be played under this one, up to the first event that does not
   * fit; null for a link, which names things by their place in its own version.
   */
  | {
      readonly problem: 'other-version';
      readonly case: string;
      readonly version: number;
      readonly replay: Sitting | null;
      readonly lost: number;
    };

const DAMAGED: Parsed = { problem: 'damaged' };

/** Longer texts are not looked into: a whole sitting with its twigs is a tenth of it. */
const LONGEST = 200_000;

const content = (sitting: Sitting): string =>
  JSON.stringify([sitting.format, sitting.case, sitting.version, sitting.seats, sitting.events, sitting.twigs]);

/** The sitting as text for the browser's storage, twigs included. */
export const toText = (sitting: Sitting): string => JSON.stringify({ ...sitting, sum: sumOf(content(sitting)) });

const areEvents = (value: unknown): value is SittingEvent[] => Array.isArray(value) && value.every(isSittingEvent);

const readText = (text: string): Sitting | null => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null) return null;
  const { format, case: id, version, seats, events, twigs, sum } = raw as Record<string, unknown>;
  if (format !== 1 || typeof id !== 'string' || typeof version !== 'number' || (seats !== 'all' && seats !== 'insured')) return null;
  if (!areEvents(events) || !Array.isArray(twigs) || !twigs.every(areEvents)) return null;
  const sitting: Sitting = { format, case: id, version, seats, events, twigs };
  return sum === sumOf(content(sitting)) ? sitting : null;
};

/** The case a saved text belongs to, so that it can be fetched before the text is parsed; null where the text is damaged. */
export const caseIdOf = (text: string): string | null =>
  text.length > LONGEST ? null : isLink(text) ? (linkParts(text)?.case ?? null) : (readText(text)?.case ?? null);

const fits = (of: Case, sitting: Sitting): boolean =>
  [sitting.events, ...sitting.twigs].every((events) => replayUntilRefused(of, { ...sitting, events }).whole);

const checked = (of: Case, sitting: Sitting): Parsed => {
  if (sitting.version === of.version) return fits(of, sitting) ? { sitting } : DAMAGED;
  const { played } = replayUntilRefused(of, sitting).moment;
  const replay: Sitting = { ...sitting, version: of.version, events: sitting.events.slice(0, played), twigs: [] };
  return { problem: 'other-version', case: of.id, version: sitting.version, replay, lost: sitting.events.length - played };
};

const parsedLink = (text: string, find: (id: string) => Case | undefined): Parsed => {
  const parts = linkParts(text);
  if (parts === null) return DAMAGED;
  const of = find(parts.case);
  if (of === undefined) return { problem: 'unknown-case', case: parts.case };
  if (parts.version !== of.version) {
    return { problem: 'other-version', case: of.id, version: parts.version, replay: null, lost: 0 };
  }
  const sitting = readLink(of, parts);
  return sitting === null ? DAMAGED : checked(of, sitting);
};

/** Reads what `toText` or `toLink` wrote. Any other text is damaged; none throws. */
export const parse = (text: string, find: (id: string) => Case | undefined): Parsed => {
  if (text.length > LONGEST) return DAMAGED;
  if (isLink(text)) return parsedLink(text, find);
  const sitting = readText(text);
  if (sitting === null) return DAMAGED;
  const of = find(sitting.case);
  return of === undefined ? { problem: 'unknown-case', case: sitting.case } : checked(of, sitting);
};
