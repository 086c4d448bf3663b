import { isDay } from '#domain/calendar.ts';
import type {
  Amount,
  Breach,
  Clause,
  Condition,
  DateRef,
  Exception,
  Name,
  Pool,
  Ratio,
  Scope,
  Term,
  Value,
} from '#domain/policy/wording.ts';
import { advice } from '../read/nearest.ts';
import type { Path, Problem } from '../read/problem.ts';
import type { Source } from '../read/yaml.ts';
import type { RawAmount } from '../schema/amount.ts';
import type { RawCondition } from '../schema/condition.ts';
import type { RawPool, RawTerm } from '../schema/money.ts';
import { DECIDING, type RawBreach, type RawClause, type RawException, type RawUse } from '../schema/policy.ts';
import { isName, toPercent, toYen, toYesNo, type Bare } from '../schema/scalars.ts';
import type { Origins } from './origins.ts';
import { fitted, type Types } from './values.ts';

/** What making a wording from a file needs: where things come from, the types of names, and where to report. */
export interface Making {
  readonly source: Source;
  readonly origins: Origins;
  readonly types: Types;
  readonly problems: Problem[];
}

const must = <T>(value: T | null | undefined, what: string): T => {
  if (value === null || value === undefined) throw new Error(`${what} passed the schema but cannot be read`);
  return value;
};

/** The amount language, from the file to the engine. */
export const amountOf = (raw: RawAmount, path: Path, making: Making): Amount => {
  const { origins, source } = making;
  const inner = (one: RawAmount, ...steps: (string | number)[]): Amount => amountOf(one, [...path, ...steps], making);
  const noted = (amount: Amount, renamed = {}): Amount => origins.note(amount, source, path, renamed);
  if (raw === 'soFar') return noted({ op: 'soFar' });
  if (typeof raw === 'string' && isName(raw)) return noted({ op: 'entry', name: raw }, { name: { to: [] } });
  if (typeof raw !== 'object') return noted({ op: 'yen', yen: must(toYen(raw), 'an amount') });
  if ('percent' in raw) return noted({ op: 'percent', percent: toPercent(raw.percent) ?? raw.percent, of: inner(raw.of, 'of') });
  if ('each' in raw) return noted({ op: 'each', each: inner(raw.each, 'each'), count: inner(raw.count, 'count') });
  if ('loss' in raw) return noted({ op: 'loss', pool: raw.loss }, { pool: { to: ['loss'] } });
  if ('result' in raw) return noted({ op: 'result', pool: raw.result }, { pool: { to: ['result'] } });
  const op = 'least' in raw ? 'least' : 'sum' in raw ? 'sum' : 'minus';
  const parts = 'least' in raw ? raw.least : 'sum' in raw ? raw.sum : raw.minus;
  return noted({ op, of: parts.map((part, i) => inner(part, op, i)) });
};

const dayOf = (raw: string): DateRef => (isDay(raw) ? { date: raw } : { name: raw });

/** The condition language, from the file to the engine. */
export const conditionOf = (raw: RawCondition, path: Path, making: Making): Condition => {
  const noted = (condition: Condition, renamed = {}): Condition => making.origins.note(condition, making.source, path, renamed);
  const each = (parts: readonly RawCondition[], key: string): Condition[] =>
    parts.map((part, i) => conditionOf(part, [...path, key, i], making));
  const form = raw as Record<string, unknown>;
  if ('all' in form) return noted({ op: 'all', of: each(form['all'] as RawCondition[], 'all') });
  if ('any' in form) return noted({ op: 'any', of: each(form['any'] as RawCondition[], 'any') });
  if ('not' in form) return noted({ op: 'not', of: conditionOf(form['not'] as RawCondition, [...path, 'not'], making) });
  if ('clause' in form) return noted({ op: 'clause', clause: form['clause'] as string });
  if ('date' in form) {
    const name = form['date'] as Name;
    const renamed = (key: string) => ({ name: { to: ['date'] }, than: { to: [key] }, after: { to: [key] } });
    if ('withinMonths' in form) {
      const months = form['withinMonths'] as number;
      return noted({ op: 'within', name, months, after: dayOf(form['after'] as string) }, renamed('after'));
    }
    const op = 'before' in form ? 'before' : 'from';
    return noted({ op, name, than: dayOf(form[op] as string) }, renamed(op));
  }
  if ('number' in form) {
    const op = 'atLeast' in form ? 'atLeast' : 'lessThan';
    const amount = amountOf(form[op] as RawAmount, [...path, op], making);
    return noted({ op, name: form['number'] as Name, amount }, { name: { to: ['number'] }, amount: { to: [op] } });
  }
  return comparison(form as Record<string, Bare | Bare[]>, path, making);
};

const comparison = (form: Record<string, Bare | Bare[]>, path: Path, making: Making): Condition => {
  const [name, wanted] = must(Object.entries(form)[0], 'a comparison');
  const values = (Array.isArray(wanted) ? wanted : [wanted]).map((value, i): Value => {
    const type = Object.hasOwn(making.types, name) ? making.types[name] : undefined;
    if (!type) return typeof value === 'string' ? (toYesNo(value) ?? value) : value;
    const result = fitted(value, type);
    if (result === undefined && type.type === 'choice') {
      making.problems.push(
        making.source.place({
          path: Array.isArray(wanted) ? [...path, name, i] : [...path, name],
          found: `"${value}" as a value of "${name}"`,
          allowed: `one of: ${type.values.join(', ')}`,
          remedy: advice(String(value), type.values, 'write one of these words'),
        }),
      );
    }
    return result ?? value;
  });
  return making.origins.note({ op: 'is', name, values }, making.source, path, {
    name: { to: [name], key: true },
    values: { to: [name] },
  });
};

/** A term of a pool, from the file to the engine. */
export const termOf = (raw: RawTerm, path: Path, making: Making): Term => {
  const base = {
    ...(raw.clause === undefined ? {} : { clause: raw.clause }),
    ...(raw.when === undefined ? {} : { when: conditionOf(raw.when, [...path, 'when'], making) }),
  };
  const noted = (term: Term, key: string): Term =>
    making.origins.note(term, making.source, path, { amount: { to: [key] }, pools: { to: [key] } });
  const amount = (value: RawAmount, key: string): Amount => amountOf(value, [...path, key], making);
  if ('perHead' in raw) return noted({ kind: 'per-head', amount: amount(raw.perHead, 'perHead'), ...base }, 'perHead');
  if ('deductible' in raw) {
    const { deductible: of } = raw;
    const inner = typeof of !== 'object' ? undefined : 'franchise' in of ? 'franchise' : 'excess' in of ? 'excess' : undefined;
    const kind = (inner ?? raw.kind) === 'franchise' ? 'franchise' : 'deductible';
    const made =
      typeof of === 'object' && 'franchise' in of
        ? amountOf(of.franchise, [...path, 'deductible', 'franchise'], making)
        : typeof of === 'object' && 'excess' in of
          ? amountOf(of.excess, [...path, 'deductible', 'excess'], making)
          : amount(of, 'deductible');
    return noted({ kind, amount: made, ...base }, 'deductible');
  }
  if ('franchise' in raw) return noted({ kind: 'franchise', amount: amount(raw.franchise, 'franchise'), ...base }, 'franchise');
  if ('excess' in raw) return noted({ kind: 'deductible', amount: amount(raw.excess, 'excess'), ...base }, 'excess');
  if ('limit' in raw) return noted({ kind: 'limit', amount: amount(raw.limit, 'limit'), ...base }, 'limit');
  if ('aggregate' in raw) return noted({ kind: 'aggregate', amount: amount(raw.aggregate, 'aggregate'), ...base }, 'aggregate');
  if ('onlyIfPays' in raw) return noted({ kind: 'only-if-pays', pools: raw.onlyIfPays, ...base }, 'onlyIfPays');
  const ratio: Ratio =
    typeof raw.ratio === 'string'
      ? (toPercent(raw.ratio) ?? raw.ratio)
      : {
          of: amountOf(raw.ratio.of, [...path, 'ratio', 'of'], making),
          to: amountOf(raw.ratio.to, [...path, 'ratio', 'to'], making),
        };
  return noted({ kind: 'ratio', ratio, ...base }, 'ratio');
};

/** A pool with all it contains, from the file to the engine. */
export const poolOf = (raw: RawPool, path: Path, making: Making): Pool => {
  const pool: Pool = {
    id: raw.id,
    ...(raw.clause === undefined ? {} : { clause: raw.clause }),
    ...(raw.when === undefined ? {} : { when: conditionOf(raw.when, [...path, 'when'], making) }),
    ...(raw.of === undefined
      ? {
          takes: {
            ...(raw.claimed === undefined ? {} : { claimed: raw.claimed }),
            ...(raw.spent === undefined ? {} : { spent: raw.spent }),
          },
        }
      : { of: raw.of.map((part, i) => poolOf(part, [...path, 'of', i], making)) }),
    terms: (raw.terms ?? []).map((term, i) => termOf(term, [...path, 'terms', i], making)),
  };
  return making.origins.note(pool, making.source, path, { takes: { to: [] } });
};

const exceptionOf = (raw: RawException, path: Path, making: Making): Exception =>
  making.origins.note(
    {
      id: raw.id,
      when: conditionOf(raw.when, [...path, 'when'], making),
      except: exceptionsOf(raw.except, path, making),
    },
    making.source,
    path,
  );

const exceptionsOf = (raw: readonly RawException[] | undefined, path: Path, making: Making): Exception[] =>
  (raw ?? []).map((one, i) => exceptionOf(one, [...path, 'except', i], making));

const breachOf = (raw: RawBreach, path: Path, making: Making): Breach => {
  if (raw === 'not-owed' || raw === 'some-or-all') return { kind: raw };
  const breach: Breach =
    'deduct' in raw
      ? { kind: 'deduct', amount: amountOf(raw.deduct, [...path, 'deduct'], making) }
      : { kind: 'some-or-all', upTo: amountOf(raw['some-or-all'].upTo, [...path, 'some-or-all', 'upTo'], making) };
  return making.origins.note(breach, making.source, path);
};

const scopeOf = (raw: Pick<RawUse, 'heads' | 'pools'>, path: Path, making: Making): Scope =>
  making.origins.note({ ...(raw.heads ? { heads: raw.heads } : {}), ...(raw.pools ? { pools: raw.pools } : {}) }, making.source, path);

/** Where a policy that uses a general clause says it bites. */
export interface Use {
  readonly raw: Pick<RawUse, 'heads' | 'pools'>;
  readonly path: Path;
  readonly making: Making;
}

/** A clause that is decided, from the file to the engine; undefined for one that only tells something. */
export const clauseOf = (raw: RawClause, path: Path, making: Making, use?: Use): Clause | undefined => {
  const kind = DECIDING.find((one) => one === raw.kind);
  if (!kind || !raw.when) return undefined;
  const narrowed = use && (use.raw.heads || use.raw.pools);
  const clause: Clause = {
    id: raw.id,
    kind,
    when: conditionOf(raw.when, [...path, 'when'], making),
    scope: narrowed ? scopeOf(use.raw, use.path, use.making) : scopeOf(raw, path, making),
    except: exceptionsOf(raw.except, path, making),
    ...(raw.breach === undefined ? {} : { breach: breachOf(raw.breach, [...path, 'breach'], making) }),
  };
  return making.origins.note(clause, making.source, path);
};
