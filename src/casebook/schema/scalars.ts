import * as v from 'valibot';
import { isDay } from '#domain/calendar.ts';
import { isYen, LARGEST_YEN } from '#domain/yen.ts';
import type { Percent, Value } from '#domain/policy/wording.ts';

const SEPARATOR = '\u001f';

/** The message of a schema: what is allowed and how to mend it. What was found is added from the file (read/shape.ts). */
export const say = (allowed: string, remedy: string): string => `${allowed}${SEPARATOR}${remedy}`;
/** The two halves of a message made by `say`. */
export const said = (message: string): { allowed: string; remedy: string } => {
  const [allowed = '', remedy = 'correct it'] = message.split(SEPARATOR);
  return { allowed, remedy };
};

const UNITS = [
  ['兆', 1_000_000_000_000],
  ['億', 100_000_000],
  ['万', 10_000],
] as const;
const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)$/;

/** Whole yen from 2500, '2,500円', '2,500万円', '1億5,000万円', full-width digits too; null when it is none, or above 1兆円. */
export const toYen = (value: unknown): number | null => {
  if (typeof value === 'number') return isYen(value) ? value : null;
  if (typeof value !== 'string') return null;
  let rest = value.normalize('NFKC').replace(/\s/gu, '').replace(/円$/, '');
  let sum = 0;
  let ceiling = Number.POSITIVE_INFINITY;
  for (const [unit, size] of UNITS) {
    const [before, after, ...more] = rest.split(unit);
    if (after === undefined) continue;
    if (more.length > 0 || before === undefined || !DIGITS.test(before)) return null;
    const count = Number(before.replaceAll(',', ''));
    if (count * size >= ceiling) return null;
    sum += count * size;
    ceiling = size;
    rest = after;
  }
  if (rest !== '') {
    if (!DIGITS.test(rest)) return null;
    const ones = Number(rest.replaceAll(',', ''));
    if (ones >= ceiling) return null;
    sum += ones;
  } else if (ceiling === Number.POSITIVE_INFINITY) return null;
  return isYen(sum) ? sum : null;
};

/** A percentage with at most two decimals: '90%' is 9000 basis points. Whether it lies within 0 to 100 % is judged later. */
export const toPercent = (value: unknown): Percent | null => {
  if (typeof value !== 'string') return null;
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?\s*%$/.exec(value.normalize('NFKC').trim());
  if (!match) return null;
  const [, sign, whole = '', decimals = ''] = match;
  const points = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return { basisPoints: sign === '-' && points > 0 ? -points : points };
};

/** yes, no, true or false where a boolean is meant. */
export const toYesNo = (value: unknown): boolean | null => {
  if (typeof value === 'boolean') return value;
  if (value === 'yes' || value === 'Yes' || value === 'YES') return true;
  return value === 'no' || value === 'No' || value === 'NO' ? false : null;
};

/** What a bare word or number of a file is, where nothing says which type is meant. */
export const toValue = (value: string | number | boolean): Value => {
  if (typeof value !== 'string') return value;
  return toYesNo(value) ?? toPercent(value) ?? (isDay(value) ? value : toYen(value)) ?? value;
};

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
export const isName = (value: unknown): value is string => typeof value === 'string' && NAME.test(value);

export const yenAllowed = `whole yen from 0 to ${LARGEST_YEN} (1兆円), as 5000000, 2,500万円, 1億円 or 1億5,000万円`;
export const yenMessage = say(yenAllowed, 'write the amount in one of these ways, without decimals or a minus sign');

/** An id: letters, digits, - and _, beginning with a letter. */
export const id = v.pipe(
  v.string(say('an id of letters, digits, - and _ that begins with a letter', 'write one such word, as n1 for 1')),
  v.regex(
    NAME,
    say('an id of letters, digits, - and _ that begins with a letter', 'write one such word; text for people goes into a label or title'),
  ),
  v.check(
    (value) => !(value in Object.prototype),
    say('an id that is no word of the programming language, such as constructor or toString', 'choose another name'),
  ),
);

const LONGEST_LINE = 5000;

/** A sentence for people in one language. */
export const line = v.pipe(
  v.string(say('a text', "write a text; numbers and yes/no need quotes to be text: '000'")),
  v.check((value) => value.trim() !== '', say('a text that is not empty', 'write the text, or delete the key if it may be left out')),
  v.check((value) => value.length <= LONGEST_LINE, say(`a text of at most ${LONGEST_LINE} letters`, 'shorten it, or divide it')),
);

/** A text in both languages. */
export const text = v.strictObject(
  { ja: line, en: line },
  say('a text in both languages: { ja: …, en: … }', 'write both ja and en; a text with a comma, colon or brace needs quotes'),
);
export type RawText = v.InferOutput<typeof text>;

/** An amount of yen, not yet converted (`toYen`). */
export const yen = v.pipe(
  v.union([v.number(), v.string()], yenMessage),
  v.check((value) => toYen(value) !== null, yenMessage),
);

/** A whole number that is not money: a count of heads, days, minutes. */
export const count = (least: number, most: number, what = 'a whole number') =>
  v.pipe(
    v.number(say(`${what} from ${least} to ${most}`, 'write it in digits, without quotes or a unit')),
    v.safeInteger(say(`${what} from ${least} to ${most}`, 'write it without decimals')),
    v.minValue(least, say(`${what} from ${least} to ${most}`, 'correct the number')),
    v.maxValue(most, say(`${what} from ${least} to ${most}`, 'correct the number')),
  );

/** A calendar day. */
export const day = v.pipe(
  v.string(say('a date as 2026-07-02', 'write year-month-day with two digits each for month and day')),
  v.check(
    (value) => isDay(value),
    say('a date that exists, as 2026-07-02', 'write year-month-day, and check the number of days of the month'),
  ),
);

/** An item's share: yen, or a percentage of it. */
export const share = v.pipe(
  v.union([v.number(), v.string()], say('yen or a percentage', 'write an amount such as 6,000,000, or 70%')),
  v.check(
    (value) => toYen(value) !== null || inWhole(toPercent(value)),
    say(`${yenAllowed}; or 0% to 100%`, 'write an amount, or a percentage with at most two decimals'),
  ),
);

const inWhole = (percent: Percent | null): boolean => percent !== null && percent.basisPoints >= 0 && percent.basisPoints <= 10_000;

/** A yen amount or percentage as the engine takes it. */
export const toShare = (value: string | number): number | Percent => {
  const amount = toYen(value) ?? toPercent(value);
  if (amount === null) throw new Error(`not a share: ${value}`);
  return amount;
};

/** One value as it stands in a file; its type is decided by the fact or schedule entry it is for. */
export const bare = v.union(
  [v.string(), v.number(), v.boolean()],
  say('one value: yes or no, a word, a number, yen, a percentage or a date', 'write a single value here'),
);
export type Bare = string | number | boolean;

/** Values by the names of facts or schedule entries. */
export const bareValues = v.record(id, bare, say('names with one value each', 'write each as name: value'));

/** One of a few words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  v.picklist(words, say(`one of: ${words.join(', ')}`, 'write one of these words'));

export const from = oneOf(['document', 'practice', 'assumed']);

/** A group with exactly these keys. */
export const group = <const T extends v.ObjectEntries>(what: string, entries: T) =>
  v.strictObject(entries, say(`${what} with the keys ${keysOf(entries)}`, 'write the missing key, correct the wrong one, or delete it'));

const keysOf = (entries: v.ObjectEntries): string => {
  const keys = (optional: boolean): string =>
    Object.entries(entries)
      .filter(([, schema]) => (schema.type === 'optional') === optional)
      .map(([key]) => key)
      .join(', ');
  const [needed, free] = [keys(false), keys(true)];
  return free === '' ? needed : needed === '' ? `${free} (none is needed)` : `${needed} (and, if wanted, ${free})`;
};

/** A list with at least `least` entries. */
export const list = <T extends v.GenericSchema>(what: string, item: T, least = 0, most = 1000) =>
  v.pipe(
    v.array(item, say(`a list of ${what}`, 'write one per line, each beginning with "- ", or [a, b]')),
    v.minLength(least, say(`a list of at least ${least} ${what}`, 'add what is missing')),
    v.maxLength(most, say(`a list of at most ${most} ${what}`, 'leave some out')),
  );

/** A group whose keys are ids of the author's choosing. */
export const byId = <T extends v.GenericSchema>(what: string, item: T) =>
  v.record(id, item, say(`${what} by their ids`, 'write each as id: …'));
