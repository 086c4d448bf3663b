import * as v from 'valibot';
import { amount, type RawAmount } from './amount.ts';
import { nearest } from '../read/nearest.ts';
import { isGroup, pick, refuse } from './pick.ts';
import { bare, count, day, group, id, isName, list, say, type Bare } from './scalars.ts';

/** A condition as written: DESIGN 4.2. The last form compares the fact or schedule entry of that name. */
export type RawCondition =
  | { all: RawCondition[] }
  | { any: RawCondition[] }
  | { not: RawCondition }
  | { clause: string }
  | { date: string; before: string }
  | { date: string; from: string }
  | { date: string; withinMonths: number; after: string }
  | { number: string; atLeast: RawAmount }
  | { number: string; lessThan: RawAmount }
  | Record<string, Bare | Bare[]>;

/** Words that begin a condition, so that no fact can be called so. */
export const CONDITION_WORDS = ['all', 'any', 'not', 'clause', 'date', 'number'] as const;

const allowed =
  'a condition: { all: [] }, { any: [] }, { not: … }, { clause: ID }, { fact: value }, { date, before | from }, { date, withinMonths, after }, { number, atLeast | lessThan }';

const otherDay = pick<string>(
  () => [v.string()],
  (input) =>
    isName(input)
      ? id
      : typeof input === 'string'
        ? day
        : refuse('a date as 2026-07-02, or the name of a fact or schedule entry that is a date', 'write one of these'),
);

const values = pick<Bare | Bare[]>(
  () => [v.string(), v.number(), v.boolean(), v.array(bare)],
  (input) => (Array.isArray(input) ? list('values', bare, 1, 50) : bare),
);

const parts = v.lazy(() => list('conditions', condition, 1, 100));
const inner = v.lazy(() => condition);

const dates = {
  before: group('a comparison of dates', { date: id, before: otherDay }),
  from: group('a comparison of dates', { date: id, from: otherDay }),
  within: group('a comparison of dates', { date: id, withinMonths: count(0, 1200, 'a number of months'), after: otherDay }),
};
const numbers = {
  atLeast: group('a comparison of amounts', { number: id, atLeast: amount }),
  lessThan: group('a comparison of amounts', { number: id, lessThan: amount }),
};
const joined = {
  all: group('a condition', { all: parts }),
  any: group('a condition', { any: parts }),
  not: group('a condition', { not: inner }),
  clause: group('a condition', { clause: id }),
};
const named = v.pipe(
  v.record(id, values, say(allowed, 'write a condition as name: value')),
  v.maxEntries(1, say('one comparison in each { }', 'put several into a list under all: or any:')),
);

const numberForms = '{ number: name, atLeast: amount } or { number: name, lessThan: amount }';
const dateForms = '{ date: name, before: date }, { date: name, from: date } or { date: name, withinMonths: n, after: date }';

/** A refusal where none, or more than one, of the words is there that say how two things are compared. */
const one = (input: Record<string, unknown>, words: readonly string[], forms: string): v.GenericSchema | undefined => {
  const there = words.filter((word) => word in input);
  const slip = there.length === 0 && Object.keys(input).some((key) => nearest(key, words) !== undefined);
  if (there.length === 1 || slip) return undefined;
  return there.length > 1
    ? refuse(forms, 'write one comparison for each, in a list under all:')
    : refuse(forms, 'use one of these forms; not: turns a condition round');
};

/** The condition language. */
export const condition: v.GenericSchema<RawCondition> = pick<RawCondition>(
  () => [...Object.values(joined), ...Object.values(dates), ...Object.values(numbers), named],
  (input) => {
    if (!isGroup(input)) return refuse(allowed, 'write a condition in { } or as key: value');
    if (Object.keys(input).length === 0) return refuse(allowed, 'write the condition, or leave the key out if it may be left out');
    for (const key of ['all', 'any', 'not', 'clause'] as const) if (key in input) return joined[key];
    if ('number' in input)
      return one(input, ['atLeast', 'lessThan'], numberForms) ?? ('lessThan' in input ? numbers.lessThan : numbers.atLeast);
    if ('date' in input) {
      const wrong = one(input, ['before', 'from', 'withinMonths'], dateForms);
      return wrong ?? ('before' in input ? dates.before : 'from' in input ? dates.from : dates.within);
    }
    return named;
  },
);
