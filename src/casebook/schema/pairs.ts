import * as v from 'valibot';
import { isGroup, pick } from './pick.ts';
import { bareValues, byId, group, id, list, oneOf, text, type Bare, type RawText } from './scalars.ts';

type VerdictName = 'paid' | 'partly-paid' | 'not-paid' | 'open';
export interface RawSide {
  case: string;
  under?: string;
  set?: { facts?: Record<string, Bare>; schedule?: Record<string, Bare> };
}
export interface RawPairs {
  pairs: {
    id: string;
    covers?: string[];
    a: string | RawSide;
    b: string | RawSide;
    question: RawText;
    answers?: { label: RawText; more?: 'a' | 'b' | 'same'; ends?: { a: VerdictName; b: VerdictName } }[];
    why: RawText;
    lesson: RawText;
  }[];
}
export interface RawTopicSide {
  clauses?: string[];
  silent?: string;
}
export interface RawComparison {
  policies: string[];
  topics: { id: string; title: RawText; note: RawText; sides: Record<string, RawTopicSide> }[];
}

const longSide = group('a side', {
  case: id,
  under: v.optional(id),
  set: v.optional(group('changes', { facts: v.optional(bareValues), schedule: v.optional(bareValues) })),
});
const side = pick<string | RawSide>(
  () => [id, longSide],
  (input) => (isGroup(input) ? longSide : id),
);
const verdict = oneOf(['paid', 'partly-paid', 'not-paid', 'open']);
const answer = group('an answer', {
  label: text,
  more: v.optional(oneOf(['a', 'b', 'same'])),
  ends: v.optional(group('the two ends', { a: verdict, b: verdict })),
});

/** pairs.yaml: cases to be held against each other. */
export const pairsFile: v.GenericSchema<RawPairs> = group('the pairs', {
  pairs: list(
    'pairs',
    group('a pair', {
      id,
      covers: v.optional(list('ids', id)),
      a: side,
      b: side,
      question: text,
      answers: v.optional(list('answers', answer, 2, 3)),
      why: text,
      lesson: text,
    }),
    1,
  ),
}) as unknown as v.GenericSchema<RawPairs>;

const topicSide = group('what a wording says', { clauses: v.optional(list('clause ids', id, 1)), silent: v.optional(id) });

/** compare.yaml: what one wording has and the other lacks, topic by topic. */
export const compareFile: v.GenericSchema<RawComparison> = group('a comparison', {
  policies: list('policies', id, 2, 2),
  topics: list('topics', group('a topic', { id, title: text, note: text, sides: byId('policies', topicSide) }), 1),
}) as unknown as v.GenericSchema<RawComparison>;
