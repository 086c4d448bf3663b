import * as v from 'valibot';
import type { Result } from '#domain/assessment.ts';
import type { From } from '../text.ts';
import { alsoUnder, amounts, lossOfNobody, shares, sourced } from './case.ts';
import { isGroup, pick, refuse } from './pick.ts';
import type { RawCase, RawLoss, RawSourced } from './raw-case.ts';
import { bareValues, byId, count, day, from, group, id, list, oneOf, say, text, toYesNo, yen, type Bare, type RawText } from './scalars.ts';

/** A situation as written. The four kinds of question differ in what an answer holds. */
export interface RawSituation {
  id: string;
  text: RawText;
  from: From;
  set?: { facts?: Record<string, Bare>; schedule?: Record<string, Bare>; owed?: Record<string, string | number>; drop?: string[] };
  under?: string;
  documentsComplete?: string;
  enquiries?: string[];
  ask: { clause: string } | { paid: RawText } | { due: RawText } | { say: RawText };
  answers: { is?: Bare; text?: RawText; right?: Bare; reply: RawText }[];
  expected: {
    verdict: 'paid' | 'partly-paid' | 'not-paid' | 'open';
    paid?: string | number;
    low?: string | number;
    high?: string | number;
    finding?: Result;
  };
}

export interface RawDrill {
  id: string;
  version: number;
  title: RawText;
  group: 'exclusion' | 'contract';
  minutes: number;
  policy: string;
  schedule?: Record<string, RawSourced>;
  alsoUnder?: NonNullable<RawCase['alsoUnder']>;
  covers: string[];
  story: RawText;
  amounts?: NonNullable<RawCase['amounts']>;
  facts: { given: Record<string, RawSourced> };
  losses: RawLoss[];
  settlement?: { owed?: Record<string, string | number>; performed?: Record<string, string | number>; note?: RawText; from: From };
  documentsComplete?: string;
  enquiries?: string[];
  situations: RawSituation[];
  rule: RawText;
}

const yesNo = v.pipe(
  v.union([v.string(), v.boolean()], say('yes or no', 'write yes on the answer that is right')),
  v.check((value) => toYesNo(value) !== null, say('yes or no', 'write yes on the answer that is right')),
);

const FINDING = oneOf(['met', 'not-met', 'excepted', 'unknown']);
const ASKS = ['clause', 'paid', 'due', 'say'] as const;
const ANSWERS = {
  clause: group('an answer about a clause', { is: FINDING, reply: text }),
  paid: group('an answer in yen', { is: yen, reply: text }),
  due: group('an answer that is a date', { is: day, reply: text }),
  say: group('an answer in words', { text, right: v.optional(yesNo), reply: text }),
};

const end = {
  verdict: oneOf(['paid', 'partly-paid', 'not-paid', 'open']),
  paid: v.optional(yen),
  low: v.optional(yen),
  high: v.optional(yen),
};
const expected: v.GenericSchema = group('what is expected', end);
/** What is expected where a clause is asked about: also what it comes to. */
const expectedFinding: v.GenericSchema = group('what is expected', { ...end, finding: v.optional(FINDING) });

const situationOf = (ask: (typeof ASKS)[number], asked: v.GenericSchema = group('a question', { [ask]: ask === 'clause' ? id : text })) =>
  group('a situation', {
    id,
    text,
    from,
    ask: asked,
    answers: list('answers', ANSWERS[ask], 2, 4),
    expected: ask === 'clause' ? expectedFinding : expected,
    set: v.optional(
      group('what is different', {
        facts: v.optional(bareValues),
        schedule: v.optional(bareValues),
        owed: v.optional(shares),
        drop: v.optional(list('loss ids', id)),
      }),
    ),
    under: v.optional(id),
    documentsComplete: v.optional(day),
    enquiries: v.optional(list('enquiries', id)),
  });

const SITUATIONS = { clause: situationOf('clause'), paid: situationOf('paid'), due: situationOf('due'), say: situationOf('say') };
const unasked = situationOf(
  'clause',
  refuse('a question: { clause: ID }, { paid: text }, { due: text } or { say: text }', 'write one of these four'),
);

const situation = pick<RawSituation>(
  () => Object.values(SITUATIONS),
  (input) => {
    if (!isGroup(input) || !('ask' in input)) return SITUATIONS.clause;
    const { ask } = input;
    const kind = isGroup(ask) ? ASKS.find((one) => one in ask) : undefined;
    return kind === undefined ? unasked : SITUATIONS[kind];
  },
);

/** A drill: an exercise on one clause (scenarios/README.md). */
export const drillFile: v.GenericSchema<RawDrill> = group('a drill', {
  id,
  version: count(1, 100_000, 'a version'),
  title: text,
  group: oneOf(['exclusion', 'contract']),
  minutes: count(1, 15, 'a number of minutes'),
  policy: id,
  covers: list('ids of clauses and cases', id, 1),
  story: text,
  facts: group('the facts', { given: byId('facts', sourced) }),
  losses: list('losses', lossOfNobody, 1),
  situations: list('situations', situation, 2, 6),
  rule: text,
  schedule: v.optional(byId('schedule entries', sourced)),
  alsoUnder: v.optional(alsoUnder),
  amounts: v.optional(amounts),
  settlement: v.optional(
    group('the settlement', { owed: v.optional(shares), performed: v.optional(shares), note: v.optional(text), from }),
  ),
  documentsComplete: v.optional(day),
  enquiries: v.optional(list('enquiries', id)),
}) as unknown as v.GenericSchema<RawDrill>;
