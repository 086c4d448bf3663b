import type { Comparison } from '#casebook/pair.ts';
import { clauseTexts, type ClauseText, type Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';

/** What one wording says of a topic. `silent` is the note that says that its source has no words on it. */
export interface TopicSideView {
  readonly clauses: readonly ClauseText[];
  readonly silent: ClauseText | null;
}

export interface TopicView {
  readonly id: string;
  readonly title: Text;
  readonly note: Text;
  readonly sides: readonly [TopicSideView, TopicSideView];
  /** The source of one of the two has no words on it. */
  readonly oneSided: boolean;
}

export interface ComparisonView {
  readonly policies: readonly [PolicyName, PolicyName];
  readonly topics: readonly TopicView[];
}

interface PolicyName {
  readonly id: string;
  readonly title: Text;
}

/** The two wordings topic by topic, each column from its own wording alone. */
export const comparisonOf = ({ policies: [left, right], topics }: Comparison, policies: readonly Policy[]): ComparisonView => {
  const named = (id: string): Policy => {
    const found = policies.find((policy) => policy.id === id);
    if (!found) throw new Error(`the comparison was read without its policy ${id}`);
    return found;
  };
  const [a, b] = [named(left), named(right)];
  const [ofA, ofB] = [clauseTexts(a), clauseTexts(b)];
  return {
    policies: [a, b],
    topics: topics.map(({ id, title, note, sides }): TopicView => {
      const side = (i: 0 | 1, texts: ReadonlyMap<string, ClauseText>): TopicSideView => {
        const { clauses, silent } = sides[i];
        return {
          clauses: clauses.flatMap((clause) => texts.get(clause) ?? []),
          silent: silent === null ? null : (texts.get(silent) ?? null),
        };
      };
      const both = [side(0, ofA), side(1, ofB)] as const;
      return { id, title, note, sides: both, oneSided: both.some(({ silent }) => silent !== null) };
    }),
  };
};
