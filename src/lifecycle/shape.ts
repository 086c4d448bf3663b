import { OPTIONS } from '#casebook/names.ts';
import type { Matching } from '#casebook/case.ts';
import type { Confidence, SittingEvent } from './sitting.ts';

export const ANSWERS: readonly Matching['answer'][] = ['met', 'not-met', 'excepted', 'unknown'];
export const CONFIDENCES: readonly Confidence[] = ['low', 'middle', 'high'];

const isOneOf = (words: readonly string[], value: unknown): boolean => typeof value === 'string' && words.includes(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** What each kind of event must hold. */
const FIELDS: Readonly<Record<SittingEvent['do'], Readonly<Record<string, (value: unknown) => boolean>>>> = {
  read: { line: isText },
  choose: {
    decision: isText,
    option: (value) => isOneOf(OPTIONS, value),
    confidence: (value) => value === undefined || isOneOf(CONFIDENCES, value),
  },
  match: { line: isText, clause: isText, answer: (value) => isOneOf(ANSWERS, value) },
  hint: {},
  predict: { yen: isCount },
  letter: { slot: isText, answer: isCount },
  explain: { option: (value) => isOneOf(OPTIONS, value) },
  next: {},
};

/** Whether a value read from outside is an event of a sitting, with nothing else in it. */
export const isSittingEvent = (value: unknown): value is SittingEvent => {
  if (typeof value !== 'object' || value === null) return false;
  const event = value as Record<string, unknown>;
  if (typeof event.do !== 'string' || !Object.hasOwn(FIELDS, event.do)) return false;
  const fields = FIELDS[event.do as SittingEvent['do']];
  return (
    Object.entries(fields).every(([name, fits]) => fits(event[name])) &&
    Object.keys(event).every((name) => name === 'do' || Object.hasOwn(fields, name))
  );
};

/** A short sum over a text (FNV-1a, 32 bits, base 36): tells a damaged text from a whole one, not from a forged one. */
export const sumOf = (text: string): string => {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(36);
};
