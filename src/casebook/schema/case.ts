import * as v from 'valibot';
import type { RawCase, RawLoss } from './raw-case.ts';
import { EVENTS, OPTIONS, STATES, type StateName } from '../names.ts';
import { isGroup, pick } from './pick.ts';
import { bare, bareValues, byId, count, day, from, group, id, line, list, oneOf, say, share, text, yen } from './scalars.ts';

const state = oneOf(STATES);
export const shares = byId('shares', share);
export const sourced = group('a value with its provenance', { value: bare, from, reason: v.optional(text), note: v.optional(text) });
const time = v.pipe(
  v.string(say("a time as '16:10'", 'put the time in quotes')),
  v.regex(/^\d{1,2}:\d{2}$/, say("a time as '16:10'", 'write hours:minutes')),
);

const choice = group('a choice', {
  text,
  consequence: text,
  reason: text,
  misconception: v.optional(text),
  events: list('events', oneOf(EVENTS)),
  sets: v.optional(bareValues),
  owed: v.optional(shares),
  performed: v.optional(shares),
  days: v.optional(count(0, 3650, 'a number of days')),
});

const three = <T extends v.GenericSchema>(what: string, entry: T) => group(what, { best: entry, tempting: entry, late: entry });
const side = oneOf(['claimed', 'spent']);
const changes = { schedule: v.optional(bareValues), facts: v.optional(bareValues), owed: v.optional(shares) };

const lossBase = { id, side, head: id, label: text, claim: v.optional(id), from };
const lossWith = (more: v.ObjectEntries): v.GenericSchema<RawLoss> => {
  const inAll = group('a loss', { ...lossBase, amount: yen, count: v.optional(count(1, 1_000_000_000)), ...more });
  const perHead = group('a loss', { ...lossBase, each: yen, count: count(1, 1_000_000_000), ...more });
  return pick<RawLoss>(
    () => [inAll, perHead],
    (input) => (isGroup(input) && 'each' in input ? perHead : inAll),
  );
};
const loss = lossWith({ payee: v.optional(id) });
/** A loss of a file that names no parties. */
export const lossOfNobody = lossWith({});
/** Yen and numbers that a text mentions. */
export const amounts = byId('amounts', group('an amount', { value: yen, from }));
/** The same facts read under a second wording. */
export const alsoUnder = group('another wording', {
  policy: id,
  schedule: v.optional(byId('schedule entries', sourced)),
  given: v.optional(byId('facts', sourced)),
  why: text,
});

const demand = group('the claim', { on: day, at: state });
const claim = pick<'none' | { on: string; at: StateName }>(
  () => [oneOf(['none']), demand],
  (input) =>
    isGroup(input)
      ? demand
      : v.picklist(['none'], say('{ on: date, at: state } or none', 'say when the demand arrives, or write none for a costs-only case')),
);

const dateKeys = [...STATES, 'documentsComplete'] as const;
const dates = group('the dates', Object.fromEntries(dateKeys.map((key) => [key, v.optional(day)])));

/** A case file. */
export const caseFile: v.GenericSchema<RawCase> = group('a case', {
  id,
  version: count(1, 100_000, 'a version'),
  title: text,
  industry: text,
  kind: oneOf(['leak', 'stop', 'data', 'rights']),
  difficulty: count(1, 3, 'a difficulty'),
  minutes: count(1, 60, 'a number of minutes'),
  source: group('a source', { document: line, passage: text, quote: text, says: oneOf(['cover', 'incident', 'yen']) }),
  covers: list('ids of clauses and cases', id, 1),
  summary: text,
  goal: text,
  policy: id,
  schedule: v.optional(byId('schedule entries', sourced)),
  alsoUnder: v.optional(alsoUnder),
  parties: list(
    'parties',
    group('a party', {
      id,
      role: oneOf(['insured', 'claimant', 'principal', 'agency', 'insurer', 'employee', 'other']),
      name: text,
      note: v.optional(text),
      from,
    }),
    1,
  ),
  amounts: v.optional(amounts),
  documents: list(
    'documents',
    group('a document', {
      id,
      kind: oneOf(['call', 'report', 'mail', 'contract', 'log', 'invoice', 'record', 'letter']),
      title: text,
      on: v.optional(day),
      lines: list('lines', group('a line', { id, text, from, facts: v.optional(bareValues), losses: v.optional(list('loss ids', id)) }), 1),
    }),
    1,
  ),
  facts: group('the facts', { given: byId('facts', sourced) }),
  losses: list('losses', loss, 1),
  settlement: group('the settlement', { owed: shares, performed: v.optional(shares), note: v.optional(text), from }),
  claim,
  dates,
  enquiries: v.optional(list('enquiries', id)),
  timeline: v.optional(list('beats', group('a beat', { at: state, text, from }))),
  decisions: list(
    'decisions',
    group('a decision', {
      id,
      at: state,
      seat: oneOf(['insured', 'agency', 'insurer']),
      who: text,
      on: day,
      time: v.optional(time),
      under: v.optional(id),
      situation: text,
      question: text,
      clauses: list('clause ids', id),
      wouldChange: text,
      choices: three('the choices', choice),
    }),
    3,
    5,
  ),
  matching: list(
    'matches',
    group('a match', {
      line: id,
      clause: id,
      answer: oneOf(['met', 'not-met', 'excepted', 'unknown']),
      note: text,
      under: v.optional(id),
    }),
  ),
  predictions: group('the predictions', {
    question: text,
    wrong: list(
      'wrong predictions',
      group('a wrong prediction', {
        id,
        because: text,
        reply: text,
        route: group('a route', {
          ...changes,
          reclassify: v.optional(byId('losses', group('a head and side', { head: v.optional(id), side: v.optional(side) }))),
          drop: v.optional(list('loss ids', id)),
          under: v.optional(id),
        }),
        gives: yen,
      }),
      1,
    ),
  }),
  letters: list(
    'letters',
    group('a letter', {
      outcome: oneOf(['payment', 'refusal']),
      to: text,
      body: text,
      slots: byId('slots', group('a slot', { answer: text, others: list('other answers', text, 2, 3) })),
      under: v.optional(id),
    }),
    1,
  ),
  customerLine: three('the lines for the customer', group('a line for the customer', { text, reply: text })),
  hints: list('hints', text, 3, 3),
  beats: list(
    'beats',
    group('a beat', {
      text,
      show: oneOf(['claimed', 'outcome', 'cut', 'whatIf', 'other', 'ask']),
      set: v.optional(group('changes', { schedule: v.optional(bareValues), facts: v.optional(bareValues) })),
    }),
    1,
  ),
  contrastWith: v.optional(list('contrasts', group('a contrast', { case: id, why: text }))),
  expected: list(
    'expected ends',
    group('an expected end', {
      name: id,
      verdict: oneOf(['paid', 'partly-paid', 'not-paid', 'open']),
      paid: v.optional(yen),
      low: v.optional(yen),
      high: v.optional(yen),
      ownCost: v.optional(yen),
      arithmetic: v.optional(text),
      choose: v.optional(byId('choices', oneOf(OPTIONS))),
      set: v.optional(group('changes', changes)),
      under: v.optional(id),
    }),
    1,
  ),
}) as unknown as v.GenericSchema<RawCase>;
