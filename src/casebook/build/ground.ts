import type { FactType, Name } from '#domain/policy/wording.ts';
import type { ClauseText, Fact, FactBook, General } from '../policy.ts';
import { advice, listed } from '../read/nearest.ts';
import { refused, type Path, type Problem, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml, type Source } from '../read/yaml.ts';
import { CONDITION_WORDS } from '../schema/condition.ts';
import { facts as factsSchema, type RawFact } from '../schema/facts.ts';
import { general as generalSchema, type RawClause, type RawException, type RawGeneral } from '../schema/policy.ts';
import type { Text } from '../text.ts';

const NO_TEXT: Text = { ja: '', en: '' };

/** A fact as an entry of a vocabulary declares it. */
export const factOf = (id: Name, raw: RawFact): Fact => {
  const texts = { id, label: raw.label ?? { ja: id, en: id }, question: raw.question ?? NO_TEXT };
  if (raw.type !== 'choice') return { ...texts, type: raw.type };
  const values = raw.values ?? [];
  if (Array.isArray(values)) return { ...texts, type: 'choice', values };
  return { ...texts, type: 'choice', values: Object.keys(values), valueLabels: values };
};

/** What the engine needs to know of a fact. */
export const factTypeOf = (fact: Fact): FactType =>
  fact.type === 'choice' ? { type: 'choice', values: fact.values } : { type: fact.type };

/** The words of the condition language, which no fact and no schedule entry can have as its name. */
export const reserved = (names: Iterable<string>, path: Path, source: Source): Problem[] =>
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
  const shape = shaped(source.value, generalSchema);
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

/** The fault of a reference to a clause that is nowhere. */
export const noClause = (id: string, known: readonly string[], path: Path) => ({
  path,
  found: `a reference to the clause "${id}", which is not there`,
  allowed: `the id of a clause: ${listed(known)}`,
  remedy: advice(id, known, 'write the clause, or correct the id'),
});

/** What a clause of a file says to people. */
export const clauseTextOf = (raw: RawClause | RawException, general: boolean): ClauseText => ({
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
  ...(raw.ask === undefined ? {} : { ask: raw.ask }),
  ...(raw.reading === undefined ? {} : { reading: raw.reading }),
  except: (raw.except ?? []).map((one) => clauseTextOf(one, general)),
  general,
});
