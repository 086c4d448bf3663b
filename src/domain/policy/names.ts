import { namesIn, namesOf } from '../coverage/condition.ts';
import type { Amount, Condition, Exception, Name, Pool, Term, Wording } from './wording.ts';

/** Every comparison of a condition, of its branches too: what a fact is compared with. */
export const comparisonsOf = (condition: Condition): Exclude<Condition, { op: 'all' | 'any' | 'not' | 'clause' }>[] => {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(comparisonsOf);
    case 'not':
      return comparisonsOf(condition.of);
    case 'clause':
      return [];
    default:
      return [condition];
  }
};

const amountsOf = (term: Term): readonly Amount[] => {
  if ('amount' in term) return [term.amount];
  if (term.kind === 'ratio' && typeof term.ratio === 'object' && 'of' in term.ratio) return [term.ratio.of, term.ratio.to];
  return [];
};

/** The names a term needs to be applied. */
export const namesOfTerm = (term: Term): readonly Name[] => [
  ...amountsOf(term).flatMap(namesOf),
  ...(term.kind === 'ratio' && typeof term.ratio === 'string' ? [term.ratio] : []),
];

/** Every condition of a wording, of clauses, exceptions, pools and terms, in the order written. */
export const conditionsOf = (wording: Wording): Condition[] => {
  const ofException = (one: Exception): Condition[] => [one.when, ...one.except.flatMap(ofException)];
  const ofPool = (pool: Pool): Condition[] => [
    ...(pool.when ? [pool.when] : []),
    ...pool.terms.flatMap((term) => (term.when ? [term.when] : [])),
    ...(pool.of ?? []).flatMap(ofPool),
  ];
  return [...wording.clauses.flatMap((clause) => [clause.when, ...clause.except.flatMap(ofException)]), ...ofPool(wording.pool)];
};

/** Every name the wording reads, each once. */
export const namesUsed = (wording: Wording): Name[] => {
  const ofPool = (pool: Pool): Name[] => [...pool.terms.flatMap(namesOfTerm), ...(pool.of ?? []).flatMap(ofPool)];
  const ofBreach = wording.clauses.flatMap(({ breach }) =>
    breach?.kind === 'deduct' ? namesOf(breach.amount) : breach?.kind === 'some-or-all' && breach.upTo ? namesOf(breach.upTo) : [],
  );
  const compared = conditionsOf(wording).flatMap(comparisonsOf).flatMap(namesIn);
  return [...new Set([...compared, ...ofPool(wording.pool), ...ofBreach])];
};
