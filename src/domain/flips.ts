import type { Claim, Flip, Verdict } from './assessment.ts';
import { addDays, addMonths } from './calendar.ts';
import type { Compiled } from './compile.ts';
import { namesIn, type Test } from './coverage/condition.ts';
import { conditionOf } from './coverage/condition.ts';
import { prepare } from './payout/prepare.ts';
import { comparisonsOf, conditionsOf } from './policy/names.ts';
import type { Condition, Name, Value, Values } from './policy/wording.ts';
import { rangeOf } from './range.ts';
import { refusalOf } from './refusal.ts';
import { LARGEST_YEN } from './yen.ts';

type Comparison = ReturnType<typeof comparisonsOf>[number];

/**
 * The single facts that would change the verdict, and to what: every other value of a yes/no or a choice, and each side of every
 * threshold of a date or a number. A value with which the claim would be refused has no verdict, and so is no flip.
 */
export const flipsOf = (compiled: Compiled, claim: Claim, verdict: Verdict): Flip[] => {
  const comparisons = conditionsOf(compiled.wording).flatMap(comparisonsOf);
  const schedule = agreed(compiled.wording.schedule, claim.schedule ?? {});
  const facts = [...new Set(comparisons.flatMap(namesIn))].filter((name) => !(name in schedule));
  return facts.flatMap((name) => {
    const now = claim.facts[name];
    const others = candidates(compiled, name, comparisons, schedule, claim.facts).filter((value) => value !== now);
    return [...new Set(others)].flatMap((to): Flip[] => {
      const prepared = prepare(compiled, { ...claim, facts: { ...claim.facts, [name]: to } });
      if (refusalOf(prepared)) return [];
      const range = rangeOf(prepared);
      if (range.verdict === verdict) return [];
      return [{ fact: name, from: now ?? null, to, verdict: range.verdict, low: range.low, high: range.high }];
    });
  });
};

/** What was agreed; an entry of the claim without a value leaves the one of the wording standing. */
const agreed = (base: Values, own: Values): Values => ({
  ...base,
  ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
});

const candidates = (compiled: Compiled, name: Name, comparisons: readonly Comparison[], schedule: Values, facts: Values): Value[] => {
  const type = compiled.wording.facts[name];
  const own = comparisons.filter((one) => namesIn(one).includes(name));
  switch (type?.type) {
    case 'yesno':
      return [true, false];
    case 'choice':
      return [...type.values];
    case 'date':
      return own.flatMap((one) => days(one, name, { ...facts, ...schedule }));
    default:
      return own.flatMap((one) => numbers(compiled, one, name, schedule, facts));
  }
};

const days = (one: Comparison, name: Name, known: Values): Value[] => {
  if (one.op === 'is')
    return one.values.filter((value) => typeof value === 'string').flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
  const other = one.op === 'before' || one.op === 'from' ? one.than : one.op === 'within' ? one.after : null;
  if (other === null) return [];
  const than = 'date' in other ? other.date : known[other.name];
  const isOther = 'name' in other && other.name === name;
  const base = isOther ? known[one.name] : than;
  if (typeof base !== 'string') return [];
  if (one.op !== 'within') return isOther ? [base, addDays(base, 1)] : [addDays(base, -1), base];
  if (!isOther) return [addDays(base, -1), base, addMonths(base, one.months), addDays(addMonths(base, one.months), 1)];
  return [...earliestWithin(base, one.months), base, addDays(base, 1)];
};

/** The last day from which `day` is more than n months away, and the first from which it is within them. */
const earliestWithin = (day: string, months: number): Value[] => {
  let start = addDays(addMonths(day, -months), -4);
  while (addMonths(start, months) < day) start = addDays(start, 1);
  return [addDays(start, -1), start];
};

/** Each side of the number at which the comparison turns, found by halving: it turns once, from one truth to the other. */
const numbers = (compiled: Compiled, one: Comparison, name: Name, schedule: Values, facts: Values): Value[] => {
  const test = ready(compiled, one);
  const at = (value: number) => test(compiled.worldOf({ ...facts, [name]: value }, schedule));
  if (one.op === 'is')
    return one.values
      .filter((value) => typeof value === 'number')
      .flatMap((value) => [value - 1, value, value + 1])
      .filter((value) => value >= 0);
  let [from, to] = [0, LARGEST_YEN];
  const low = at(from);
  if (low === null || low === at(to)) return [];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (at(middle) === low) from = middle;
    else to = middle;
  }
  return [from, to];
};

const noClause = (): never => {
  throw new Error('a comparison asked for a clause');
};
const ready = (compiled: Compiled, one: Condition): Test => conditionOf(one, compiled.places, { truth: noClause, explain: noClause }).test;
