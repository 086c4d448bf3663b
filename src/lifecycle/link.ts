import { OPTIONS } from '#casebook/names.ts';
import type { Case } from '#casebook/case.ts';
import { ANSWERS, CONFIDENCES, sumOf } from './shape.ts';
import type { Seats, Sitting, SittingEvent } from './sitting.ts';

/** The parts of a link whose sum is right. */
export interface LinkParts {
  readonly case: string;
  readonly version: number;
  readonly seats: Seats;
  readonly events: string;
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** Everything a link names by its place, in the order of the case file. */
const places = (of: Case) => ({
  lines: of.documents.flatMap((document) => document.lines.map((line) => line.id)),
  decisions: of.decisions.map((decision) => decision.id),
  matched: unique(of.matching.map((row) => row.line)),
  clauses: unique(of.matching.map((row) => row.clause)),
  slots: unique(of.letters.flatMap((letter) => Object.keys(letter.slots))),
});

const digit = (words: readonly string[], word: string): string => words.indexOf(word).toString(36);

/** One letter for what was done, then its places in base 36. */
const written = (of: ReturnType<typeof places>, event: SittingEvent): string => {
  switch (event.do) {
    case 'read':
      return `R${digit(of.lines, event.line)}`;
    case 'choose':
      return `C${digit(of.decisions, event.decision)}${digit(OPTIONS, event.option)}${event.confidence ? digit(CONFIDENCES, event.confidence) : ''}`;
    case 'match':
      return `M${digit(of.matched, event.line)}-${digit(of.clauses, event.clause)}${digit(ANSWERS, event.answer)}`;
    case 'hint':
      return 'H';
    case 'predict':
      return `P${event.yen.toString(36)}`;
    case 'letter':
      return `L${digit(of.slots, event.slot)}-${event.answer.toString(36)}`;
    case 'explain':
      return `E${digit(OPTIONS, event.option)}`;
    case 'next':
      return 'N';
  }
};

const at = <T extends string>(words: readonly T[], place: string | undefined): T | undefined =>
  place === undefined ? undefined : words[parseInt(place, 36)];

const defined = <T extends object>(event: T): SittingEvent | null =>
  Object.values(event).some((value) => value === undefined) ? null : (event as unknown as SittingEvent);

const SHAPES: Readonly<Record<string, RegExp>> = {
  R: /^([0-9a-z]{1,2})$/,
  C: /^([0-9a-z])([0-2])([0-2]?)$/,
  M: /^([0-9a-z]{1,2})-([0-9a-z]{1,2})([0-3])$/,
  H: /^$/,
  P: /^([0-9a-z]{1,9})$/,
  L: /^([0-9a-z]{1,2})-([0-9a-z])$/,
  E: /^([0-2])$/,
  N: /^$/,
};

const readEvent = (of: ReturnType<typeof places>, code: string): SittingEvent | null => {
  const found = SHAPES[code[0] ?? '']?.exec(code.slice(1));
  if (!found) return null;
  const [, a, b, c] = found;
  switch (code[0]) {
    case 'R':
      return defined({ do: 'read', line: at(of.lines, a) });
    case 'C': {
      const confidence = c ? { confidence: at(CONFIDENCES, c) } : {};
      return defined({ do: 'choose', decision: at(of.decisions, a), option: at(OPTIONS, b), ...confidence });
    }
    case 'M':
      return defined({ do: 'match', line: at(of.matched, a), clause: at(of.clauses, b), answer: at(ANSWERS, c) });
    case 'H':
      return { do: 'hint' };
    case 'P':
      return { do: 'predict', yen: parseInt(a ?? '', 36) };
    case 'L':
      return defined({ do: 'letter', slot: at(of.slots, a), answer: parseInt(b ?? '', 36) });
    case 'E':
      return defined({ do: 'explain', option: at(OPTIONS, a) });
    default:
      return { do: 'next' };
  }
};

/** The sitting as a short text for an address: 1.IT-15.1.a.R0C00N….sum. Its twigs stay behind. */
export const toLink = (of: Case, sitting: Sitting): string => {
  const named = places(of);
  const events = sitting.events.map((event) => written(named, event)).join('');
  const body = `1.${sitting.case}.${sitting.version}.${sitting.seats === 'all' ? 'a' : 'i'}.${events}`;
  return `${body}.${sumOf(body)}`;
};

const LINK = /^(1\.([A-Za-z0-9-]+)\.([1-9]\d{0,8})\.([ai])\.([A-Z0-9a-z-]*))\.([0-9a-z]+)$/;

/** Whether a text is written as a link at all, damaged or not. */
export const isLink = (text: string): boolean => text.startsWith('1.');

/** The parts of a link; null where it is damaged. */
export const linkParts = (text: string): LinkParts | null => {
  const [, body = '', id = '', version = '', seats, events = '', sum] = LINK.exec(text) ?? [];
  if (sum === undefined || sum !== sumOf(body)) return null;
  return { case: id, version: Number(version), seats: seats === 'a' ? 'all' : 'insured', events };
};

/** The sitting a link holds, for the version of the case it was made with; null where it names what the case does not have. */
export const readLink = (of: Case, parts: LinkParts): Sitting | null => {
  const named = places(of);
  const codes: readonly string[] = parts.events.match(/[A-Z][0-9a-z-]*/g) ?? [];
  const events = codes.map((code) => readEvent(named, code));
  if (codes.join('') !== parts.events || events.includes(null)) return null;
  return { format: 1, case: of.id, version: of.version, seats: parts.seats, events: events as SittingEvent[], twigs: [] };
};
