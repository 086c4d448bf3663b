import { isDay } from '#domain/calendar.ts';
import type { FactType, Name } from '#domain/policy/wording.ts';
import type { RawAmount } from '../schema/amount.ts';
import type { RawCondition } from '../schema/condition.ts';
import type { RawPool } from '../schema/money.ts';
import type { RawException, RawPolicy } from '../schema/policy.ts';
import { isName, toYen, toYesNo, type Bare } from '../schema/scalars.ts';

type Seen = Map<Name, FactType>;

/** The facts that the claim gives, and those that are tried out on it: these may add a word to a choice, but no new fact. */
export interface Given {
  readonly given: Readonly<Record<Name, Bare>>;
  readonly tried: Readonly<Record<Name, Bare>>;
  /** The schedule of the claim, which is that of a policy without one. */
  readonly schedule?: Readonly<Record<Name, Bare>> | undefined;
}

/**
 * The facts that a policy written inside a claim declares by using them, with the type that their use shows. A name that stands only as an
 * amount of a term is not taken for a fact unless the claim gives it: it would hide a mistyped schedule entry.
 */
export const factsByUse = (raw: RawPolicy, { given, tried }: Given): Record<Name, FactType> => {
  const seen: Seen = new Map();
  const rule = (one: Pick<RawException, 'when' | 'except'>): void => {
    inCondition(one.when, seen);
    one.except?.forEach(rule);
  };
  for (const clause of raw.clauses ?? []) {
    if (clause.when) rule({ when: clause.when, ...(clause.except ? { except: clause.except } : {}) });
    const { breach } = clause;
    if (typeof breach === 'object') inAmount('deduct' in breach ? breach.deduct : breach['some-or-all'].upTo, seen);
  }
  inPool(raw.pool, seen);
  for (const [name, value] of Object.entries(given)) add(seen, name, shown(value));
  for (const [name, value] of Object.entries(tried)) if (seen.has(name)) add(seen, name, shown(value));
  for (const name of Object.keys(raw.schedule ?? {})) seen.delete(name);
  return Object.fromEntries(seen);
};

/** The type that a value shows. */
const shown = (value: Bare): FactType => {
  if (toYesNo(value) !== null) return { type: 'yesno' };
  if (isDay(value)) return { type: 'date' };
  if (typeof value === 'number') return { type: 'number' };
  if (typeof value === 'string' && toYen(value) !== null) return { type: 'yen' };
  return { type: 'choice', values: [String(value)] };
};

/** Two uses of one fact: the words of a choice are put together; otherwise the first use says what it is. */
const joined = (first: FactType | undefined, second: FactType): FactType => {
  if (!first) return second;
  if (first.type === 'choice' && second.type === 'choice')
    return { type: 'choice', values: [...new Set([...first.values, ...second.values])] };
  return first;
};

const add = (seen: Seen, name: Name, type: FactType): void => void seen.set(name, joined(seen.get(name), type));

const inCondition = (raw: RawCondition, seen: Seen): void => {
  const form = raw as Record<string, unknown>;
  const parts = form['all'] ?? form['any'];
  if (Array.isArray(parts)) return parts.forEach((part) => inCondition(part as RawCondition, seen));
  if ('not' in form) return inCondition(form['not'] as RawCondition, seen);
  if ('clause' in form) return;
  if ('date' in form) {
    for (const name of [form['date'], form['before'] ?? form['from'] ?? form['after']]) {
      if (isName(name)) add(seen, name, { type: 'date' });
    }
    return;
  }
  if ('number' in form) {
    add(seen, form['number'] as Name, { type: 'yen' });
    return inAmount((form['atLeast'] ?? form['lessThan']) as RawAmount, seen);
  }
  for (const [name, value] of Object.entries(form)) {
    for (const one of Array.isArray(value) ? value : [value]) add(seen, name, shown(one as Bare));
  }
};

const inAmount = (raw: RawAmount, seen: Seen): void => {
  if (typeof raw === 'string') {
    if (isName(raw) && raw !== 'soFar') add(seen, raw, { type: 'yen' });
  } else if (typeof raw === 'object') {
    for (const part of Object.entries(raw)) {
      const [key, value] = part as [string, RawAmount | RawAmount[]];
      if (key === 'percent' || key === 'loss' || key === 'result') continue;
      for (const one of Array.isArray(value) ? value : [value]) inAmount(one, seen);
    }
  }
};

const inPool = (raw: RawPool, seen: Seen): void => {
  if (raw.when) inCondition(raw.when, seen);
  for (const term of raw.terms ?? []) if (term.when) inCondition(term.when, seen);
  raw.of?.forEach((part) => inPool(part, seen));
};
