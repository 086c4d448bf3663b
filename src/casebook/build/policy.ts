import { judge } from '#domain/policy/judge.ts';
import type { Clause, FactType, Name, Pool, PoolId, Value, Wording } from '#domain/policy/wording.ts';
import type { ClauseText, Fact, FactBook, General, Policy, ScheduleEntry } from '../policy.ts';
import { advice, listed } from '../read/nearest.ts';
import { described, refused, type Path, type Problem, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml, type Source } from '../read/yaml.ts';
import { CONDITION_WORDS } from '../schema/condition.ts';
import { facts as factsSchema, type RawFact } from '../schema/facts.ts';
import type { RawPool } from '../schema/money.ts';
import * as schema from '../schema/policy.ts';
import type { RawClause, RawEntry, RawException, RawGeneral, RawPolicy } from '../schema/policy.ts';
import type { Bare } from '../schema/scalars.ts';
import type { Text } from '../text.ts';
import { originsOf, type Origins } from './origins.ts';
import { factsByUse } from './used-names.ts';
import { allowedAs, fitted, typeShown, typesOfSchedule, type Types } from './values.ts';
import { clauseOf, poolOf, type Making } from './wording.ts';

const NO_TEXT: Text = { ja: '', en: '' };

const factOf = (id: Name, raw: RawFact): Fact => {
  const texts = { id, label: raw.label ?? { ja: id, en: id }, question: raw.question ?? NO_TEXT };
  if (raw.type !== 'choice') return { ...texts, type: raw.type };
  const values = raw.values ?? [];
  if (Array.isArray(values)) return { ...texts, type: 'choice', values };
  return { ...texts, type: 'choice', values: Object.keys(values), valueLabels: values };
};

const factTypeOf = (fact: Fact): FactType => (fact.type === 'choice' ? { type: 'choice', values: fact.values } : { type: fact.type });

/** The words of the condition language, which no fact and no schedule entry can have as its name. */
const reserved = (names: Iterable<string>, path: Path, source: Source): Problem[] =>
  [...names]
    .filter((name) => [...CONDITION_WORDS, 'soFar'].some((word) => word === name))
    .map((name) =>
      source.place({
        path: [...path, name],
        key: true,
        found: `"${name}" as a name`,
        allowed: `a name other than the words of the condition language (${CONDITION_WORDS.join(', ')}, soFar)`,
        remedy: 'choose another name',
      }),
    );

/** Reads facts.yaml. */
export const readFacts = (text: string, file: string): Reading<FactBook> => {
  const source = readYaml(text, file);
  if (!source.ok) return source;
  const raw = shaped(source.value, factsSchema);
  if (!raw.ok) return raw;
  const { facts } = raw.value as { facts: Record<Name, RawFact> };
  const wrong = reserved(Object.keys(facts), ['facts'], source.value);
  if (wrong.length > 0) return refused(wrong);
  return { ok: true, value: Object.fromEntries(Object.entries(facts).map(([id, one]) => [id, factOf(id, one)])) };
};

/** general.yaml as read, with what the policies that use its clauses need to make them part of their wording. */
export interface GeneralSource {
  readonly general: General;
  readonly raw: RawGeneral;
  readonly source: Source;
}

/** Reads general.yaml. Its conditions are judged in each policy that uses them, against that policy's schedule and pools. */
export const readGeneral = (text: string, file: string): Reading<GeneralSource> => {
  const source = readYaml(text, file);
  if (!source.ok) return source;
  const shape = shaped(source.value, schema.general);
  if (!shape.ok) return shape;
  const raw = shape.value;
  const clauses = raw.clauses.map((clause) => clauseTextOf(clause, true));
  const ids = raw.clauses.map(({ id }) => id);
  const problems = ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          source.value.place({
            path: ['clauses', i, 'id'],
            found: `the clause id "${id}" a second time`,
            allowed: 'each clause id once',
            remedy: 'give one of the two another id',
          }),
        ],
  );
  if (!ids.includes(raw.payment.clause)) {
    problems.push(source.value.place(noClause(raw.payment.clause, ids, ['payment', 'clause'])));
  }
  if (problems.length > 0) return refused(problems);
  return { ok: true, value: { general: { version: raw.version, clauses, payment: raw.payment }, raw, source: source.value } };
};

const noClause = (id: string, known: readonly string[], path: Path) => ({
  path,
  found: `a reference to the clause "${id}", which is not there`,
  allowed: `the id of a clause: ${listed(known)}`,
  remedy: advice(id, known, 'write the clause, or correct the id'),
});

const clauseTextOf = (raw: RawClause | RawException, general: boolean): ClauseText => ({
  id: raw.id,
  kind: 'kind' in raw ? raw.kind : 'exception',
  ...(raw.number === undefined ? {} : { number: raw.number }),
  ...('running' in raw && raw.running !== undefined ? { running: raw.running } : {}),
  title: raw.title ?? { ja: raw.id, en: raw.id },
  quote: raw.quote ?? NO_TEXT,
  source:
    raw.source === undefined
      ? { from: 'practice', practice: NO_TEXT }
      : 'practice' in raw.source
        ? { from: 'practice', practice: raw.source.practice }
        : { from: 'document', document: raw.source.document, passage: raw.source.passage },
  plain: raw.plain ?? NO_TEXT,
  customer: raw.customer ?? NO_TEXT,
  ...(raw.reading === undefined ? {} : { reading: raw.reading }),
  except: (raw.except ?? []).map((one) => clauseTextOf(one, general)),
  general,
});

/** Which facts a policy may ask for, and how strictly its file is read. */
export interface PolicyRules {
  /** Whether texts and sources are demanded: they are of the files under scenarios/ alone. */
  readonly strict: boolean;
  readonly facts: FactBook;
  readonly general?: GeneralSource | undefined;
  /** Facts that a policy written inside a claim declares by use: the facts that the claim gives, to know their types. */
  readonly byUse?: Readonly<Record<Name, Bare>>;
  readonly id?: string;
}

/** Reads a policy file. */
export const readPolicy = (text: string, file: string, rules: PolicyRules): Reading<Policy> => {
  const source = readYaml(text, file);
  return source.ok ? policyAt(source.value, [], rules) : source;
};

/** Reads the policy that stands at a place of a file. */
export const policyAt = (source: Source, path: Path, rules: PolicyRules): Reading<Policy> => {
  const shape = shaped(source, rules.strict ? schema.policy : schema.ownPolicy, path);
  if (!shape.ok) return shape;
  const raw = shape.value;
  const problems: Problem[] = [];
  const schedule = scheduleOf(raw.schedule ?? {}, [...path, 'schedule'], source, rules.strict, problems);
  const own = Object.fromEntries(Object.entries(raw.facts ?? {}).map(([id, one]): [Name, Fact] => [id, factOf(id, one)]));
  problems.push(
    ...reserved(Object.keys(own), [...path, 'facts'], source),
    ...reserved(Object.keys(schedule), [...path, 'schedule'], source),
  );
  const facts = factTypes(raw, own, rules);
  const types: Types = { ...facts, ...typesOfSchedule(schedule) };
  const origins = originsOf(source);
  const making: Making = { source, origins, types, problems };

  const clauses: Clause[] = [];
  (raw.clauses ?? []).forEach((clause, i) => {
    const made = clauseOf(clause, [...path, 'clauses', i], making);
    if (made) clauses.push(made);
  });
  const used = usesOf(raw, path, making, rules.general);
  for (const { clause } of used) if (clause) clauses.push(clause);

  const wording: Wording = {
    id: raw.id ?? rules.id ?? 'own',
    version: raw.version ?? 1,
    rounding: raw.rounding ?? 'down',
    facts,
    schedule: Object.fromEntries(Object.entries(schedule).map(([name, entry]): [Name, Value] => [name, entry.value])),
    clauses,
    pool: poolOf(raw.pool, [...path, 'pool'], making),
  };
  origins.note(wording, source, path);
  origins.note(wording.schedule, source, [...path, 'schedule']);
  problems.push(...judge(wording).map((flaw) => origins.problem(wording, flaw)));

  const texts = [...(raw.clauses ?? []).map((clause) => clauseTextOf(clause, false)), ...used.map(({ text }) => text)];
  problems.push(...labels(wording, schedule, texts, rules.strict, path, making));
  if (problems.length > 0) return refused(problems);
  return {
    ok: true,
    value: {
      id: wording.id,
      version: wording.version,
      title: raw.title ?? { ja: wording.id, en: wording.id },
      basis: raw.basis ?? { document: '' },
      wording,
      clauses: texts,
      schedule,
      pools: poolTexts(raw.pool),
    },
  };
};

/** What the policy may ask for. Inside a claim a policy without `facts:` declares them by use. */
const factTypes = (raw: RawPolicy, own: FactBook, rules: PolicyRules): Record<Name, FactType> => {
  const declared = Object.entries({ ...rules.facts, ...own }).map(([id, fact]): [Name, FactType] => [id, factTypeOf(fact)]);
  if (!rules.byUse || raw.facts)
    return Object.fromEntries(declared.filter(([id]) => !(raw.schedule && Object.hasOwn(raw.schedule, id) && !rules.strict)));
  const ofGeneral = raw.uses ? Object.fromEntries(declared) : {};
  return { ...ofGeneral, ...factsByUse(raw, rules.byUse) };
};

const scheduleOf = (
  raw: Readonly<Record<Name, Bare | RawEntry>>,
  path: Path,
  source: Source,
  strict: boolean,
  problems: Problem[],
): Record<Name, ScheduleEntry> => {
  const schedule: Record<Name, ScheduleEntry> = {};
  for (const [name, one] of Object.entries(raw)) {
    const entry: RawEntry = typeof one === 'object' ? one : { value: one };
    const at = typeof one === 'object' ? [...path, name, 'value'] : [...path, name];
    const type = entry.values ? 'choice' : typeShown(entry.value);
    const words = entry.values && Object.keys(entry.values);
    if (!type || (type === 'choice' && strict && !words)) {
      problems.push(
        source.place({
          path: at,
          found: `${described(entry.value)} as a schedule entry`,
          allowed: 'yes or no, yen, a percentage such as 90%, a date, or one of the words listed under values:',
          remedy:
            typeof entry.value === 'number'
              ? 'a share needs its % sign, and yen are whole: write 90% or 9000'
              : 'correct it, or list the words under values:',
        }),
      );
      continue;
    }
    const shape = type === 'choice' ? (words ? ({ type, values: words } as const) : ({ type: 'word' } as const)) : ({ type } as const);
    const value = fitted(entry.value, shape);
    if (value === undefined) {
      problems.push(
        source.place({
          path: at,
          found: `${described(entry.value)} as the value of "${name}"`,
          allowed: allowedAs(shape),
          remedy: words ? advice(String(entry.value), words, 'write one of these words') : 'correct the value',
        }),
      );
      continue;
    }
    schedule[name] = {
      value,
      type,
      ...(entry.values ? { values: entry.values } : {}),
      label: entry.label ?? { ja: name, en: name },
      from: entry.from ?? 'assumed',
      ...(entry.clause === undefined ? {} : { clause: entry.clause }),
      ...(entry.note === undefined ? {} : { note: entry.note }),
    };
  }
  return schedule;
};

interface Used {
  readonly clause: Clause | undefined;
  readonly text: ClauseText;
}

const usesOf = (raw: RawPolicy, path: Path, making: Making, general: GeneralSource | undefined): Used[] => {
  const known = general?.raw.clauses ?? [];
  return (raw.uses ?? []).flatMap((one, i): Used[] => {
    const use = typeof one === 'string' ? { id: one } : one;
    const at = known.findIndex(({ id }) => id === use.id);
    const found = known[at];
    const where: Path = typeof one === 'string' ? [...path, 'uses', i] : [...path, 'uses', i, 'id'];
    if (!found || !general) {
      making.problems.push(
        making.source.place(
          noClause(
            use.id,
            known.map(({ id }) => id),
            where,
          ),
        ),
      );
      return [];
    }
    const ofGeneral: Making = { ...making, source: general.source };
    const clause = clauseOf(found, ['clauses', at], ofGeneral, { raw: use, path: [...path, 'uses', i], making });
    return [{ clause, text: clauseTextOf(found, true) }];
  });
};

const poolTexts = (pool: RawPool): Record<PoolId, Text> => {
  const found: Record<PoolId, Text> = {};
  const walk = (one: RawPool): void => {
    found[one.id] = one.label ?? { ja: one.id, en: one.id };
    one.of?.forEach(walk);
  };
  walk(pool);
  return found;
};

/**
 * The clauses that pools, terms and schedule entries name beside their amounts. In a policy of one's own they may be mere labels, as long as
 * the policy writes down no clause of the money side at all.
 */
const labels = (
  wording: Wording,
  schedule: Readonly<Record<Name, ScheduleEntry>>,
  texts: readonly ClauseText[],
  strict: boolean,
  path: Path,
  making: Making,
): Problem[] => {
  if (!strict && !texts.some(({ kind }) => kind === 'payment')) return [];
  const known: string[] = [];
  const collect = (text: ClauseText): void => {
    known.push(text.id);
    text.except.forEach(collect);
  };
  texts.forEach(collect);
  const problems: Problem[] = [];
  const look = (clause: string | undefined, at: (string | number)[], origins: Origins): void => {
    if (clause === undefined || known.includes(clause)) return;
    problems.push(origins.problem(wording, noClause(clause, known, at)));
  };
  const walk = (pool: Pool, at: (string | number)[]): void => {
    look(pool.clause, [...at, 'clause'], making.origins);
    pool.terms.forEach((term, i) => look(term.clause, [...at, 'terms', i, 'clause'], making.origins));
    pool.of?.forEach((part, i) => walk(part, [...at, 'of', i]));
  };
  walk(wording.pool, ['pool']);
  for (const [name, entry] of Object.entries(schedule)) {
    if (entry.clause === undefined || known.includes(entry.clause)) continue;
    problems.push(making.source.place(noClause(entry.clause, known, [...path, 'schedule', name, 'clause'])));
  }
  const ids = texts.map(({ id }) => id);
  texts.forEach(({ id, kind }, i) => {
    const decided = wording.clauses.some((clause) => clause.id === id);
    if (ids.indexOf(id) === i || decided) return;
    problems.push(
      making.source.place({
        path: [...path, 'clauses', i, 'id'],
        found: `the clause id "${id}" a second time (${kind})`,
        allowed: 'each clause id once',
        remedy: 'give one of the two another id',
      }),
    );
  });
  return problems;
};
