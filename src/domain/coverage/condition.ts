import { addMonths } from '../calendar.ts';
import { isMore } from '../exact.ts';
import { not, type Truth } from '../logic.ts';
import { amountOf, isPercent, type Asked } from '../payout/amount.ts';
import type { Amount, Condition, DateRef, Name, Value } from '../policy/wording.ts';
import type { Places, World } from './world.ts';

/** Whether a condition holds in a world. */
export type Test = (world: World) => Truth;

/** Adds the names that stand behind the truth: known ones that settled it; where it is open, unknown ones of undecided branches only. */
export type Explain = (world: World, into: Name[]) => void;

/** A condition made ready twice: to be decided, and to say why. */
export interface Ready {
  readonly test: Test;
  readonly explain: Explain;
  /** The one name the condition reads, where it reads no other: it stands behind every truth. */
  readonly only: readonly Name[] | null;
}

/** How a clause named in another clause's condition is asked. */
export interface Clauses {
  readonly truth: (place: number, world: World) => Truth;
  readonly explain: (place: number, world: World, into: Name[]) => void;
}

const same = (a: Value, b: Value): boolean => a === b || (isPercent(a) && isPercent(b) && a.basisPoints === b.basisPoints);

const outside = (): never => {
  throw new Error('a condition asked for a pool');
};
const asked = (world: World): Asked => ({ values: world.values, losses: [], result: outside, soFar: 0 });

/** The names an amount in a condition reads. */
export const namesOf = (amount: Amount): readonly Name[] => {
  switch (amount.op) {
    case 'entry':
      return [amount.name];
    case 'percent':
      return [...(typeof amount.percent === 'string' ? [amount.percent] : []), ...namesOf(amount.of)];
    case 'each':
      return [...namesOf(amount.each), ...namesOf(amount.count)];
    case 'least':
    case 'sum':
    case 'minus':
      return amount.of.flatMap(namesOf);
    default:
      return [];
  }
};

/** A condition of the wording made ready for the worlds of these places. */
export const conditionOf = (condition: Condition, places: Places, clauses: Clauses): Ready => {
  const ready = (inner: Condition): Ready => conditionOf(inner, places, clauses);
  switch (condition.op) {
    case 'all':
      return branch(condition.of.map(ready), false);
    case 'any':
      return branch(condition.of.map(ready), true);
    case 'not': {
      const inner = ready(condition.of);
      return { test: (world) => not(inner.test(world)), explain: inner.explain, only: inner.only };
    }
    case 'clause': {
      const at = places.clause(condition.clause);
      return { test: (world) => clauses.truth(at, world), explain: (world, into) => clauses.explain(at, world, into), only: null };
    }
    default:
      return comparison(condition, places);
  }
};

/** `settles` is the truth of one part that settles the whole, whatever the others are. */
const branch = (parts: readonly Ready[], settles: boolean): Ready => {
  const test: Test = (world) => {
    let open = false;
    for (const part of parts) {
      const truth = part.test(world);
      if (truth === settles) return settles;
      if (truth === null) open = true;
    }
    return open ? null : !settles;
  };
  const explain: Explain = (world, into) => {
    const whole = test(world);
    for (const part of parts) if (part.test(world) === whole) part.explain(world, into);
  };
  return { test, explain, only: null };
};

const add = (name: Name, into: Name[]): void => {
  if (!into.includes(name)) into.push(name);
};

type Comparison = Exclude<Condition, { op: 'all' | 'any' | 'not' | 'clause' }>;

const comparison = (condition: Comparison, places: Places): Ready => {
  const names = namesIn(condition);
  const at = names.map(places.place);
  const test = testOf(condition, places);
  const explain: Explain = (world, into) => {
    const open = test(world) === null;
    for (let i = 0; i < names.length; i++) {
      if (!open || world.values[at[i] as number] === undefined) add(names[i] as Name, into);
    }
  };
  return { test, explain, only: names.length === 1 ? names : null };
};

/** The names a comparison reads: its own first. */
export const namesIn = (condition: Comparison): readonly Name[] => {
  switch (condition.op) {
    case 'is':
      return [condition.name];
    case 'before':
    case 'from':
      return [condition.name, ...('name' in condition.than ? [condition.than.name] : [])];
    case 'within':
      return [condition.name, ...('name' in condition.after ? [condition.after.name] : [])];
    case 'atLeast':
    case 'lessThan':
      return [...new Set([condition.name, ...namesOf(condition.amount)])];
  }
};

const testOf = (condition: Comparison, places: Places): Test => {
  const at = places.place(condition.name);
  switch (condition.op) {
    case 'is': {
      const [only, ...more] = condition.values;
      if (more.length === 0 && typeof only !== 'object') {
        return ({ values }) => (values[at] === undefined ? null : values[at] === only);
      }
      return ({ values }) => {
        const value = values[at];
        return value === undefined ? null : condition.values.some((one) => same(one, value));
      };
    }
    case 'before':
      return dated(at, condition.than, places, (day, than) => day < than);
    case 'from':
      return dated(at, condition.than, places, (day, than) => day >= than);
    case 'within':
      return dated(at, condition.after, places, (day, after) => day >= after && day <= addMonths(after, condition.months));
    case 'atLeast':
    case 'lessThan': {
      const wanted = amountOf(condition.amount, places, outside);
      const atLeast = condition.op === 'atLeast';
      return (world) => {
        const value = world.values[at];
        const bound = wanted(asked(world));
        return typeof value !== 'number' || bound === null ? null : atLeast !== isMore(bound, value);
      };
    }
  }
};

const dated = (at: number, other: DateRef, places: Places, compare: (day: string, other: string) => boolean): Test => {
  const otherAt = 'name' in other ? places.place(other.name) : -1;
  const fixed = 'date' in other ? other.date : undefined;
  return ({ values }) => {
    const day = values[at];
    const than = fixed ?? values[otherAt];
    return typeof day !== 'string' || typeof than !== 'string' ? null : compare(day, than);
  };
};
