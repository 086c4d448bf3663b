import type { Pair, PairSide } from '#casebook/pair.ts';
import type { Text } from '#casebook/text.ts';

/** The addresses of sides and pairs: `#/pair/IT-04/IT-04.plan-b`; of one whose facts are changed, `#/pair/before-inception`. */
export const sidePart = ({ case: id, policy, other }: Pick<PairSide, 'case' | 'policy' | 'other'>): string =>
  other ? `${id}.${policy}` : id;

const isSet = ({ set }: PairSide): boolean => Object.keys(set.facts).length + Object.keys(set.schedule).length > 0;

/** The address of a listed pair. */
export const pairAddress = (pair: Pair): string => {
  const parts = isSet(pair.a) || isSet(pair.b) ? [pair.id] : [sidePart(pair.a), sidePart(pair.b)];
  return `#/pair/${parts.map(encodeURIComponent).join('/')}`;
};

/** The listed pair at an address, whichever side stands first; undefined where nobody has listed it. */
export const pairAt = (pairs: readonly Pair[], parts: readonly string[]): Pair | undefined => {
  const [first, second] = parts;
  if (second === undefined) return pairs.find(({ id }) => id === first);
  return pairs.find(
    (pair) => !isSet(pair.a) && !isSet(pair.b) && [sidePart(pair.a), sidePart(pair.b)].sort().join() === [first, second].sort().join(),
  );
};

/** One row of the list: what is asked, and of which two. */
export interface PairRow {
  readonly href: string;
  readonly question: Text;
  readonly oneAccident: boolean;
  readonly a: PairSide;
  readonly b: PairSide;
}

/** The list, in the order of its file. */
export const pairRows = (pairs: readonly Pair[]): readonly PairRow[] =>
  pairs.map((pair) => ({
    href: pairAddress(pair),
    question: pair.question,
    oneAccident: pair.a.case === pair.b.case,
    a: pair.a,
    b: pair.b,
  }));
