import * as v from 'valibot';
import { amount, type RawAmount } from './amount.ts';
import { condition, type RawCondition } from './condition.ts';
import { ownFacts, type RawFact } from './facts.ts';
import { labelledPool, plainPool, type RawPool } from './money.ts';
import { isGroup, pick, refuse } from './pick.ts';
import { bare, byId, count, day, from, group, id, line, list, oneOf, say, text, type Bare, type RawText } from './scalars.ts';

export type RawBreach = 'not-owed' | 'some-or-all' | { deduct: RawAmount } | { 'some-or-all': { upTo: RawAmount } };
export type RawSource = { document: string; passage: RawText } | { practice: RawText };

export interface RawException {
  id: string;
  when: RawCondition;
  number?: string;
  title?: RawText;
  quote?: RawText;
  plain?: RawText;
  customer?: RawText;
  /** A question that one asks about just this clause before a contract. */
  ask?: RawText;
  reading?: RawText;
  source?: RawSource;
  except?: RawException[];
}

export const DECIDING = ['eligibility', 'insured', 'period', 'trigger', 'exclusion', 'duty', 'series'] as const;
export const TELLING = ['payment', 'procedure', 'note'] as const;
const KINDS = [...DECIDING, ...TELLING] as const;

export interface RawClause extends Omit<RawException, 'when'> {
  kind: (typeof KINDS)[number];
  running?: number;
  when?: RawCondition;
  heads?: string[];
  pools?: string[];
  breach?: RawBreach;
}

export interface RawEntry {
  value: Bare;
  values?: Record<string, RawText>;
  label?: RawText;
  from?: 'document' | 'practice' | 'assumed';
  clause?: string;
  note?: RawText;
}

/** A clause of general.yaml that the policy uses; the policy says where it bites on its own money side. */
export interface RawUse {
  id: string;
  heads?: string[];
  pools?: string[];
}

export interface RawPolicy {
  id?: string;
  version?: number;
  title?: RawText;
  basis?: { document: string; on?: string; note?: RawText };
  rounding?: 'down' | 'nearest' | 'up';
  uses?: (string | RawUse)[];
  owed?: string;
  facts?: Record<string, RawFact>;
  schedule?: Record<string, Bare | RawEntry>;
  pool: RawPool;
  clauses?: RawClause[];
  /** The facts of an ordinary accident, with which a claim without a story begins. */
  plain?: Record<string, Bare>;
}

export interface RawGeneral {
  id: 'general';
  version: number;
  clauses: RawClause[];
  payment: { clause: string; days: number; enquiries: Record<string, { days: number; label: RawText }> };
}

const fromDocument = group('a source', { document: line, passage: text });
const fromPractice = group('a source', { practice: text });
const source = pick<RawSource>(
  () => [fromDocument, fromPractice],
  (input) =>
    !isGroup(input)
      ? refuse(
          "a source: { document: '000', passage: { ja, en } }, or { practice: { ja, en } }",
          'say where the clause is printed, or which law or practice it states',
        )
      : 'practice' in input
        ? fromPractice
        : fromDocument,
);

const breachForms = 'what the breach does: not-owed, some-or-all, { deduct: amount } or { some-or-all: { upTo: amount } }';
const deduct = group('a breach', { deduct: amount });
const someOrAll = group('a breach', { 'some-or-all': group('a bound', { upTo: amount }) });
const breach = pick<RawBreach>(
  () => [oneOf(['not-owed', 'some-or-all']), deduct, someOrAll],
  (input) => {
    if (!isGroup(input)) return v.picklist(['not-owed', 'some-or-all'], say(breachForms, 'write one of these'));
    return 'deduct' in input ? deduct : 'some-or-all' in input ? someOrAll : refuse(breachForms, 'write one of these');
  },
);

const scope = { heads: v.optional(list('heads of loss', id, 1)), pools: v.optional(list('pool ids', id, 1)) };

/** `demanded` is how a text or source stands that only the files under scenarios/ must have. */
const clauseOf = (demanded: (schema: v.GenericSchema) => v.GenericSchema): v.GenericSchema<RawClause> => {
  const told = {
    number: v.optional(line),
    title: demanded(text),
    quote: demanded(text),
    source: demanded(source),
    plain: demanded(text),
    customer: demanded(text),
    ask: v.optional(text),
    reading: v.optional(text),
  };
  const exception: v.GenericSchema = v.lazy(() =>
    group('an exception', { id, when: condition, ...told, except: v.optional(list('exceptions', exception, 1)) }),
  );
  const except = { except: v.optional(list('exceptions', exception, 1)) };
  const decided = (kinds: readonly [string, ...string[]]) => ({
    id,
    kind: oneOf(kinds),
    when: condition,
    ...scope,
    ...told,
    ask: demanded(text),
    ...except,
  });
  const forms = {
    exclusion: group('an exclusion', { ...decided(['exclusion']), running: v.optional(count(1, 1000, 'a running number')) }),
    duty: group('a duty', { ...decided(['duty']), breach }),
    decided: group('a clause', decided(['eligibility', 'insured', 'period', 'trigger', 'series'])),
    told: group('a clause that decides nothing', { id, kind: oneOf(TELLING), ...told }),
  };
  const kind = oneOf(KINDS);
  const unknown = v.looseObject({ id, kind }, say('a clause with the keys id, kind, …', 'write the missing key'));
  return pick<RawClause>(
    () => Object.values(forms),
    (input) => {
      if (!isGroup(input)) return refuse('a clause with the keys id, kind, …', 'write each clause as - id: …');
      const word = input['kind'];
      if (word === 'exclusion' || word === 'duty') return forms[word];
      if (DECIDING.some((one) => one === word)) return forms.decided;
      return TELLING.some((one) => one === word) ? forms.told : unknown;
    },
  );
};

const values = v.pipe(byId('values', text), v.minEntries(2, say('at least two values', 'add the other value, or make it a plain entry')));
const entryOf = (demanded: (schema: v.GenericSchema) => v.GenericSchema) =>
  group('a schedule entry', {
    value: bare,
    values: v.optional(values),
    label: demanded(text),
    from: demanded(from),
    clause: v.optional(id),
    note: v.optional(text),
  });
const labelledEntry = entryOf((schema) => schema);
const plainEntry = entryOf((schema) => v.optional(schema));
const anyEntry = pick<Bare | RawEntry>(
  () => [bare, plainEntry],
  (input) => (isGroup(input) ? plainEntry : bare),
);

const version = count(1, 100_000, 'a version');
const rounding = v.optional(oneOf(['down', 'nearest', 'up']));
const used = group('a used clause', { id, ...scope });
const uses = v.optional(
  list(
    'clause ids of general.yaml',
    pick<string | RawUse>(
      () => [id, used],
      (input) => (isGroup(input) ? used : id),
    ),
  ),
);
const basis = group('a basis', { document: line, on: v.optional(day), note: v.optional(text) });
const ownClause = clauseOf((schema) => v.optional(schema));
const sourcedClause = clauseOf((schema) => schema);

/** A policy file under scenarios/policies/: every clause sourced, every text there. */
export const policy: v.GenericSchema<RawPolicy> = group('a policy', {
  id,
  version,
  title: text,
  basis,
  rounding,
  uses,
  owed: v.optional(id),
  schedule: byId('schedule entries', labelledEntry),
  pool: labelledPool,
  clauses: list('clauses', sourcedClause),
  plain: v.optional(byId('facts', bare)),
}) as v.GenericSchema<RawPolicy>;

/** A policy of one's own, in a file or inside a claim: only the pool is demanded. */
export const ownPolicy: v.GenericSchema<RawPolicy> = group('a policy', {
  id: v.optional(id),
  version: v.optional(version),
  title: v.optional(text),
  basis: v.optional(basis),
  rounding,
  uses,
  owed: v.optional(id),
  facts: v.optional(ownFacts),
  schedule: v.optional(byId('schedule entries', anyEntry)),
  pool: plainPool,
  clauses: v.optional(list('clauses', ownClause)),
}) as v.GenericSchema<RawPolicy>;

const days = count(1, 3650, 'a number of days');

/** general.yaml: clauses of law and practice, and the payment rule. */
export const general: v.GenericSchema<RawGeneral> = group('the general clauses', {
  id: oneOf(['general']),
  version,
  clauses: list('clauses', sourcedClause),
  payment: group('the payment rule', { clause: id, days, enquiries: byId('enquiries', group('an enquiry', { days, label: text })) }),
}) as v.GenericSchema<RawGeneral>;
