import { judge } from '#domain/policy/judge.ts';
import type { Clause, FactType, Name, PoolId, Value, Wording } from '#domain/policy/wording.ts';
import type { ClauseText, Fact, FactBook, Policy } from '../policy.ts';
import { refused, type Path, type Problem, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml, type Source } from '../read/yaml.ts';
import type { RawPool } from '../schema/money.ts';
import { ownPolicy, policy as ourPolicy, type RawPolicy } from '../schema/policy.ts';
import type { Text } from '../text.ts';
import { unasked } from './asks.ts';
import { clauseTextOf, factOf, factTypeOf, noClause, reserved, type GeneralSource } from './ground.ts';
import { labels } from './labels.ts';
import { originsOf } from './origins.ts';
import { scheduleOf } from './schedule.ts';
import { factsByUse, type Given } from './used-names.ts';
import { typesOfSchedule, type Types, valuesOf } from './values.ts';
import { clauseOf, poolOf, type Making } from './wording.ts';

/** Which facts a policy may ask for, and how strictly its file is read. */
export interface PolicyRules {
  /** Whether texts and sources are demanded: they are of the files under scenarios/ alone. */
  readonly strict: boolean;
  readonly facts: FactBook;
  readonly general?: GeneralSource | undefined;
  /** A policy written inside a claim declares its facts by use; what the claim gives shows their types. */
  readonly byUse?: Given;
  readonly id?: string;
}

/** Reads a policy file. */
export const readPolicy = (text: string, file: string, rules: PolicyRules): Reading<Policy> => {
  const source = readYaml(text, file);
  return source.ok ? policyAt(source.value, [], rules) : source;
};

/** Reads the policy that stands at a place of a file. */
export const policyAt = (source: Source, path: Path, rules: PolicyRules): Reading<Policy> => {
  const shape = shaped(source, rules.strict ? ourPolicy : ownPolicy, path);
  if (!shape.ok) return shape;
  const ofClaim = shape.value.schedule === undefined ? rules.byUse?.schedule : undefined;
  const raw: RawPolicy = ofClaim ? { ...shape.value, schedule: ofClaim } : shape.value;
  const schedulePath = ofClaim ? ['schedule'] : [...path, 'schedule'];
  const problems: Problem[] = [];
  const schedule = scheduleOf(raw.schedule ?? {}, schedulePath, source, rules.strict, problems);
  const own = Object.fromEntries(Object.entries(raw.facts ?? {}).map(([id, one]): [Name, Fact] => [id, factOf(id, one)]));
  problems.push(...reserved(Object.keys(own), [...path, 'facts'], source), ...reserved(Object.keys(schedule), schedulePath, source));
  if (problems.length > 0) return refused(problems);
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
    ...(raw.owed === undefined ? {} : { owedClause: raw.owed }),
    clauses,
    pool: poolOf(raw.pool, [...path, 'pool'], making),
  };
  origins.note(wording, source, path);
  origins.note(wording.schedule, source, schedulePath);
  problems.push(...judge(wording).map((flaw) => origins.problem(wording, flaw)));

  const texts = [...(raw.clauses ?? []).map((clause) => clauseTextOf(clause, false)), ...used.map(({ text }) => text)];
  problems.push(...labels(wording, schedule, texts, rules.strict, path, making));
  const plain = valuesOf(raw.plain, facts, 'fact', [...path, 'plain'], (fault) => problems.push(source.place(fault)));
  if (rules.strict) problems.push(...unasked(raw.pool, texts, [...path, 'pool'], source));
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
      plain,
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
