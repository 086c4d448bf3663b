import { isDay } from '../calendar.ts';
import { isYen } from '../yen.ts';
import type { Flaw, Report } from './flaw.ts';
import type { Amount, Condition, Exception, FactType, Name, Percent, Pool, Value, Wording } from './wording.ts';

type Path = Flaw['path'];
/** What a name stands for: the type of a fact, or of a schedule entry as its value shows it. */
type Type = FactType | { readonly type: 'percent' } | { readonly type: 'word' };
type Wanted = 'date' | 'amount' | 'percent';

const isPercent = (value: Value): value is Percent => typeof value === 'object';

const typeOfEntry = (value: Value): Type => {
  if (typeof value === 'boolean') return { type: 'yesno' };
  if (typeof value === 'number') return { type: 'yen' };
  if (isPercent(value)) return { type: 'percent' };
  return isDay(value) ? { type: 'date' } : { type: 'word' };
};

/** Judges every use of a fact or schedule entry: whether the name is known, and whether its type is one that can be used there. */
export const judgeNames = (wording: Wording, report: Report): void => {
  const types = new Map<Name, Type>(Object.entries(wording.facts));
  for (const [name, value] of Object.entries(wording.schedule)) {
    if (value === undefined) continue;
    if (types.has(name)) {
      report({
        path: ['schedule', name],
        found: `"${name}" both as a schedule entry and as a fact`,
        allowed: 'names that mean one thing',
        remedy: 'give one of the two another name',
      });
    }
    types.set(name, typeOfEntry(value));
    if (isPercent(value)) judgePercent(value, ['schedule', name], report);
  }
  const names: Names = { types, report };
  const ofRule = (rule: Exception, path: Path): void => {
    judgeCondition(rule.when, [...path, 'when'], names);
    rule.except.forEach((one, i) => ofRule(one, [...path, 'except', i]));
  };
  wording.clauses.forEach((clause, i) => {
    ofRule(clause, ['clauses', i]);
    const { breach } = clause;
    if (breach?.kind === 'deduct') judgeAmount(breach.amount, ['clauses', i, 'breach', 'amount'], names, 'breach');
    if (breach?.kind === 'some-or-all' && breach.upTo) judgeAmount(breach.upTo, ['clauses', i, 'breach', 'upTo'], names, 'breach');
  });
  judgeMoney(wording.pool, ['pool'], names);
};

interface Names {
  readonly types: ReadonlyMap<Name, Type>;
  readonly report: Report;
}

const judgePercent = (percent: Percent, path: Path, report: Report): void => {
  if (percent.basisPoints >= 0 && percent.basisPoints <= 10_000) return;
  report({
    path,
    found: `${percent.basisPoints / 100}%`,
    allowed: 'a ratio from 0% to 100%',
    remedy: 'write the share that is kept: 90% keeps nine tenths',
  });
};

const called: Readonly<Record<Type['type'], string>> = {
  yesno: 'yes or no',
  choice: 'a choice of words',
  date: 'a date',
  number: 'a number',
  yen: 'an amount of yen',
  percent: 'a percentage',
  word: 'a word',
};

/** The type of a name; an unknown name, and one of another type than is wanted, is reported. */
const typed = (name: Name, path: Path, { types, report }: Names, wanted?: Wanted): Type | undefined => {
  const type = types.get(name);
  if (!type) {
    report({
      path,
      found: `"${name}", which is neither a fact nor a schedule entry`,
      allowed: 'the name of a fact or of a schedule entry',
      remedy: 'declare it, or correct the name',
      among: { word: name, known: [...types.keys()] },
    });
    return undefined;
  }
  const fits = wanted === undefined || (wanted === 'amount' ? type.type === 'yen' || type.type === 'number' : type.type === wanted);
  if (fits) return type;
  report({
    path,
    found: `"${name}", which is ${called[type.type]}`,
    allowed: wanted === 'amount' ? 'the name of an amount of yen or a number' : `the name of ${called[wanted]}`,
    remedy:
      wanted === 'amount' && type.type === 'percent'
        ? `say of what it is a share: { percent: ${name}, of: … }`
        : 'name another fact or schedule entry, or compare it in another way',
  });
  return undefined;
};

const judgeCondition = (condition: Condition, path: Path, names: Names): void => {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.forEach((one, i) => judgeCondition(one, [...path, 'of', i], names));
    case 'not':
      return judgeCondition(condition.of, [...path, 'of'], names);
    case 'clause':
      return;
    case 'is': {
      const type = typed(condition.name, [...path, 'name'], names);
      if (type) condition.values.forEach((value, i) => judgeValue(condition.name, value, type, [...path, 'values', i], names.report));
      return;
    }
    case 'before':
    case 'from':
    case 'within': {
      typed(condition.name, [...path, 'name'], names, 'date');
      const [key, other] = condition.op === 'within' ? (['after', condition.after] as const) : (['than', condition.than] as const);
      if ('name' in other) typed(other.name, [...path, key], names, 'date');
      return;
    }
    case 'atLeast':
    case 'lessThan':
      typed(condition.name, [...path, 'name'], names, 'amount');
      return judgeAmount(condition.amount, [...path, 'amount'], names, 'condition');
  }
};

/** Whether a value is one that a fact of this type can have. */
export const fits = (value: Value, type: FactType | Type): boolean => {
  switch (type.type) {
    case 'yesno':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && type.values.includes(value);
    case 'date':
      return isDay(value);
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    case 'yen':
      return isYen(value);
    case 'percent':
      return isPercent(value);
    case 'word':
      return typeof value === 'string';
  }
};

const judgeValue = (name: Name, value: Value, type: Type, path: Path, report: Report): void => {
  if (fits(value, type)) return;
  const words = type.type === 'choice' ? type.values : undefined;
  report({
    path,
    found: `${said(value)} as a value of "${name}", which is ${called[type.type]}`,
    allowed: words ? `one of: ${words.join(', ')}` : called[type.type],
    remedy: 'write a value that it can have',
    ...(words && typeof value === 'string' ? { among: { word: value, known: words } } : {}),
  });
};

const said = (value: Value): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return isPercent(value) ? `${value.basisPoints / 100}%` : typeof value === 'number' ? `${value}` : `"${value}"`;
};

const judgeMoney = (pool: Pool, path: Path, names: Names): void => {
  if (pool.when) judgeCondition(pool.when, [...path, 'when'], names);
  pool.terms.forEach((term, i) => {
    const at = [...path, 'terms', i];
    if (term.when) judgeCondition(term.when, [...at, 'when'], names);
    if ('amount' in term) return judgeAmount(term.amount, [...at, 'amount'], names, 'term');
    if (term.kind !== 'ratio') return;
    if (typeof term.ratio === 'string') typed(term.ratio, [...at, 'ratio'], names, 'percent');
    else if ('basisPoints' in term.ratio) judgePercent(term.ratio, [...at, 'ratio'], names.report);
    else {
      judgeAmount(term.ratio.of, [...at, 'ratio', 'of'], names, 'term');
      judgeAmount(term.ratio.to, [...at, 'ratio', 'to'], names, 'term');
    }
  });
  pool.of?.forEach((part, i) => judgeMoney(part, [...path, 'of', i], names));
};

const judgeAmount = (amount: Amount, path: Path, names: Names, where: 'term' | 'breach' | 'condition'): void => {
  switch (amount.op) {
    case 'yen':
      return;
    case 'entry':
      return void typed(amount.name, [...path, 'name'], names, 'amount');
    case 'percent':
      if (typeof amount.percent === 'string') typed(amount.percent, [...path, 'percent'], names, 'percent');
      else judgePercent(amount.percent, [...path, 'percent'], names.report);
      return judgeAmount(amount.of, [...path, 'of'], names, where);
    case 'each':
      judgeAmount(amount.each, [...path, 'each'], names, where);
      return judgeAmount(amount.count, [...path, 'count'], names, where);
    case 'least':
    case 'sum':
    case 'minus':
      return amount.of.forEach((one, i) => judgeAmount(one, [...path, 'of', i], names, where));
    case 'loss':
    case 'result':
    case 'soFar':
      if (where === 'term') return;
      names.report({
        path,
        found: amount.op === 'soFar' ? 'soFar outside a term' : `the ${amount.op} of a pool outside a term`,
        allowed: 'yen, schedule entries and facts here; amounts of pools only in the terms of pools',
        remedy: 'name a schedule entry or a fact',
      });
  }
};
