import { isDay } from '#domain/calendar.ts';
import type { FactType, Name, Value, Values } from '#domain/policy/wording.ts';
import type { ScheduleEntry } from '../policy.ts';
import { advice } from '../read/nearest.ts';
import { described, type Fault, type Path } from '../read/problem.ts';
import { toPercent, toYen, toYesNo, yenAllowed, type Bare } from '../schema/scalars.ts';

/** The type of a fact or schedule entry. A word is a schedule entry of a policy of one's own that lists no values. */
export type Type = FactType | { readonly type: 'percent' } | { readonly type: 'word' };
export type Types = Readonly<Record<Name, Type>>;

/** A value as its type has it; undefined when it is none of that type. */
export const fitted = (value: Bare, type: Type): Value | undefined => {
  switch (type.type) {
    case 'yesno':
      return toYesNo(value) ?? undefined;
    case 'choice':
      return type.values.find((one) => one === value) ?? type.values.find((one) => typeof value !== 'string' && toYesNo(one) === value);
    case 'date':
      return isDay(value) ? value : undefined;
    case 'number':
    case 'yen':
      return toYen(value) ?? undefined;
    case 'percent': {
      const percent = toPercent(value);
      return percent && percent.basisPoints >= 0 && percent.basisPoints <= 10_000 ? percent : undefined;
    }
    case 'word':
      return typeof value === 'string' ? value : undefined;
  }
};

/** What a value of this type may be, in words. */
export const allowedAs = (type: Type): string => {
  switch (type.type) {
    case 'yesno':
      return 'yes or no';
    case 'choice':
      return `one of: ${type.values.join(', ')}`;
    case 'date':
      return 'a date that exists, as 2026-07-02';
    case 'number':
      return 'a whole number from 0';
    case 'yen':
      return yenAllowed;
    case 'percent':
      return 'a percentage from 0% to 100% with at most two decimals';
    case 'word':
      return 'a word';
  }
};

/** The types of a schedule, as its entries show them. */
export const typesOfSchedule = (schedule: Readonly<Record<Name, ScheduleEntry>>): Types =>
  Object.fromEntries(
    Object.entries(schedule).map(([name, entry]): [Name, Type] => [
      name,
      entry.type === 'choice'
        ? entry.values
          ? { type: 'choice', values: Object.keys(entry.values) }
          : { type: 'word' }
        : { type: entry.type },
    ]),
  );

/** The type that a bare schedule value shows; undefined when it is no value a schedule can hold. */
export const typeShown = (value: Bare): ScheduleEntry['type'] | undefined => {
  if (toYesNo(value) !== null) return 'yesno';
  if (toPercent(value)) return 'percent';
  if (isDay(value)) return 'date';
  if (toYen(value) !== null) return 'yen';
  return typeof value === 'string' && /^[A-Za-z]/.test(value) ? 'choice' : undefined;
};

/** The kinds of name a value can be given to, for messages. */
export type Called = 'fact' | 'schedule entry';

/** A named value as its type has it; an unknown name or a value of another type is reported. */
export const given = (
  name: Name,
  value: Bare,
  types: Types,
  called: Called,
  path: Path,
  report: (fault: Fault) => void,
): Value | undefined => {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!type) {
    report({
      path,
      key: true,
      found: `the ${called} "${name}", which is not known`,
      allowed:
        called === 'fact' ? 'a fact of facts.yaml, or one that the policy itself declares or asks for' : 'a schedule entry of the policy',
      remedy: advice(name, Object.keys(types), called === 'fact' ? 'correct the name, or declare the fact' : 'correct the name'),
    });
    return undefined;
  }
  const result = fitted(value, type);
  if (result === undefined) {
    report({
      path,
      found: `${described(value)} as the value of the ${called} "${name}"`,
      allowed: allowedAs(type),
      remedy:
        type.type === 'choice' && typeof value === 'string'
          ? advice(value, type.values, 'write one of these words')
          : (type.type === 'yen' || type.type === 'number') && toPercent(value)
            ? 'give the part and the whole as two facts, and compare { number: part, atLeast: { percent: 50%, of: whole } }'
            : 'write such a value',
    });
  }
  return result;
};

/** Where a fact may be set, this word makes it unknown again; so does no value at all. */
const UNKNOWN = 'unknown';

/** Named values as their types have them; what does not fit is reported. */
export const valuesOf = (
  values: Readonly<Record<Name, Bare | null>> | undefined,
  types: Types,
  called: Called,
  path: Path,
  report: (fault: Fault) => void,
): Values => {
  const result: Record<Name, Value | undefined> = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    const said = value ?? UNKNOWN;
    const unset = said === UNKNOWN && called === 'fact' && type && !(type.type === 'choice' && type.values.includes(UNKNOWN));
    result[name] = unset ? undefined : given(name, said, types, called, [...path, name], report);
  }
  return result;
};
