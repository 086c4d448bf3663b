import { isDay } from '#domain/calendar.ts';
import type { Value } from '#domain/policy/wording.ts';
import { hashOf } from './seal.ts';

/** What one name of a lab state may stand at, and where it stands when a link does not name it. */
export interface Rule {
  readonly type: 'yesno' | 'date' | 'number' | 'yen' | 'percent' | readonly string[];
  readonly original: Value | undefined;
}

const CODES = 26 * 36 * 36;

/**
 * The three characters that stand for a name in a link: a capital and two of base 36. A value has no capital, so that each one begins a new
 * piece. That no two names of one state share a code, a test holds.
 */
export const codeOf = (name: string): string => {
  const at = hashOf(name) % CODES;
  return (
    String.fromCharCode(65 + (at % 26)) +
    Math.floor(at / 26)
      .toString(36)
      .padStart(2, '0')
  );
};

const UNKNOWN = '_';
/** The most that a number in a link may say: 10^12, as much as an amount of the engine. */
const MOST = 1e12;

const isCount = (value: unknown, most: number): value is number => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;

/** A value as a link writes it; null where this name cannot have it. */
export const wordOf = ({ type }: Rule, value: Value | undefined): string | null => {
  if (value === undefined) return UNKNOWN;
  if (typeof type !== 'string') return typeof value === 'string' && type.includes(value) ? type.indexOf(value).toString(36) : null;
  switch (type) {
    case 'yesno':
      return typeof value === 'boolean' ? (value ? 'y' : 'n') : null;
    case 'date':
      return typeof value === 'string' && isDay(value) ? Number(value.replaceAll('-', '')).toString(36) : null;
    case 'percent':
      return typeof value === 'object' && isCount(value.basisPoints, 10_000) ? value.basisPoints.toString(36) : null;
    default:
      return isCount(value, MOST) ? value.toString(36) : null;
  }
};

/** The value a link writes so; null where this name cannot have it. An unknown fact is read as undefined. */
export const valueOf = (rule: Rule, word: string): { readonly value: Value | undefined } | null => {
  const value = read(rule, word);
  // Only what would be written so is taken: `007` is no amount.
  return wordOf(rule, value) === word ? { value } : null;
};

const read = ({ type }: Rule, word: string): Value | undefined => {
  const number = Number.parseInt(word, 36);
  if (typeof type !== 'string') return type[number];
  switch (type) {
    case 'yesno':
      return word === 'y' ? true : word === 'n' ? false : undefined;
    case 'date':
      return /^(\d{4})(\d{2})(\d{2})$/u.test(String(number)) ? String(number).replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3') : undefined;
    case 'percent':
      return { basisPoints: number };
    default:
      return Number.isNaN(number) ? undefined : number;
  }
};
