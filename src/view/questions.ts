import type { Case } from '#casebook/case.ts';
import { clauseTexts } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import { assess, type Traced } from '#domain/assess.ts';
import type { Finding, Flip } from '#domain/assessment.ts';
import type { Clause, ClauseId, Name, Pool } from '#domain/policy/wording.ts';
import type { Ground } from './result-ground.ts';

/** Why a clause is asked about: what it did to the end of the case, the strongest reason first. */
export type Why = 'open' | 'cut' | 'turns' | 'fits' | 'acted' | 'wording';

/** One question to ask before a contract, from one clause. */
export interface Question {
  readonly clause: ClauseId;
  readonly ask: Text;
  readonly why: Why;
}

/** 契約前に確かめる質問: this many where the wording has as many clauses with a question. */
const MANY = 5;
const LESSER = ['turns', 'fits', 'acted', 'wording'] as const;
const POINTS: Readonly<Record<(typeof LESSER)[number], number>> = { turns: 900, fits: 300, acted: 100, wording: 1 };
const ORDER: readonly Why[] = ['open', 'cut', ...LESSER];

type Weights = Map<ClauseId, Map<Why, number>>;

/**
 * The questions of the clauses that decided the end, ranked: what is open, what took most yen, what one fact would turn, what the case tests.
 * One of them is about a duty, where a decision of the case is: that is what the company itself can do otherwise.
 */
export const questionsOf = (ground: Pick<Ground, 'case' | 'own'>): readonly Question[] => {
  const texts = [...clauseTexts(ground.own.policy).values()];
  const weights: Weights = new Map();
  const add = (why: Why, clause: ClauseId, share = 1): void => {
    const of = weights.get(clause) ?? new Map<Why, number>();
    weights.set(clause, of.set(why, (of.get(why) ?? 0) + share));
  };
  const assessed = assess(ground.own.compiled, ground.own.claim);
  const flips = 'refused' in assessed ? [] : assessed.flips;
  for (const id of undecided(ground, flips)) add('open', id);
  for (const [id, share] of cuts(ground)) add('cut', id, share);
  for (const id of turning(ground, flips)) add('turns', id);
  for (const { clause, answer, under } of ground.case.matching)
    if (under === undefined || under === ground.case.policy) add('fits', clause, answer === 'not-met' ? 0.8 : 1);
  for (const { clauses, seat, under } of ground.case.decisions)
    if (under === undefined || under === ground.case.policy) for (const id of clauses) add('acted', id, seat === 'insured' ? 1 : 0.5);
  for (const id of ofTerms(ground.own.policy.wording.pool)) add('wording', id);
  const weight = (id: ClauseId, why: Why): number => weights.get(id)?.get(why) ?? 0;
  const rest = (id: ClauseId): number => LESSER.reduce((sum, why) => sum + POINTS[why] * weight(id, why), 0);
  const ranked = texts
    .flatMap(({ id, ask }) =>
      ask === undefined ? [] : [{ clause: id, ask, why: ORDER.find((one) => weights.get(id)?.has(one)) ?? 'wording' }],
    )
    .toSorted(
      ({ clause: a }, { clause: b }) => weight(b, 'open') - weight(a, 'open') || weight(b, 'cut') - weight(a, 'cut') || rest(b) - rest(a),
    );
  const first = ranked.slice(0, MANY);
  const isDuty = ({ clause }: Question): boolean => texts.some(({ id, kind }) => id === clause && kind === 'duty');
  const duty = ranked.find((one) => isDuty(one) && weights.get(one.clause)?.has('acted'));
  return duty === undefined || first.some(isDuty) ? first : [...first.slice(0, -1), duty];
};

/** The clauses on which the range of an open end hangs: what an unknown fact would settle, and duties whose breach leaves a band. */
const undecided = ({ own: { policy, result } }: Pick<Ground, 'own'>, flips: readonly Flip[]): readonly ClauseId[] => {
  if (result.low === result.high) return [];
  const unknown = result.findings.filter((finding) => finding.result === 'unknown');
  const settling = new Set(flips.flatMap(({ fact, from }) => (from === null ? [fact] : [])));
  const hanging = unknown.filter(({ needs }) => needs.some((fact) => settling.has(fact)));
  const banded = result.findings.filter((finding) => finding.result === 'met' && leavesBand(policy.wording.clauses, finding, result));
  const found = [...hanging, ...banded];
  return (found.length > 0 ? found : unknown).map(({ clause }) => clause);
};

/** Whether the breach of a duty takes some or all, or an amount that nobody knows yet. */
const leavesBand = (clauses: readonly Clause[], { clause }: Finding, { items }: Pick<Traced, 'items'>): boolean => {
  const breach = clauses.find(({ id }) => id === clause)?.breach?.kind;
  const isCut = items.some(({ cuts }) => cuts.some((cut) => cut.clause === clause));
  return breach === 'some-or-all' || (breach === 'deduct' && !isCut);
};

/** The clauses that took yen, each with how many. */
const cuts = ({ own: { result } }: Pick<Ground, 'own'>): ReadonlyMap<ClauseId, number> => {
  const sums = new Map<ClauseId, number>();
  for (const { clause, amount } of result.items.flatMap((item) => item.cuts))
    if (clause !== null && amount > 0) sums.set(clause, (sums.get(clause) ?? 0) + amount);
  return sums;
};

/** The facts a case plays with: to be found in its documents, set by a choice, or changed for one of its ends. */
const played = (of: Case): ReadonlySet<Name> =>
  new Set([
    ...of.documents.flatMap(({ lines }) => lines.flatMap(({ facts }) => Object.keys(facts))),
    ...of.decisions.flatMap(({ choices }) => Object.values(choices).flatMap(({ sets }) => Object.keys(sets))),
    ...of.expected.flatMap(({ set }) => Object.keys(set.facts)),
  ]);

/** The clauses by which one such fact, being otherwise, would change the verdict; and the exceptions that gave cover back. */
const turning = ({ case: of, own: { result } }: Pick<Ground, 'case' | 'own'>, flips: readonly Flip[]): ReadonlySet<ClauseId> => {
  const facts = played(of);
  const turn = new Set(flips.map(({ fact }) => fact).filter((fact) => facts.has(fact)));
  return new Set([
    ...result.findings.flatMap(({ exceptedBy }) => exceptedBy),
    ...result.findings.filter(({ decidedBy }) => decidedBy.some((fact) => turn.has(fact))).map(({ clause }) => clause),
  ]);
};

const ofTerms = (pool: Pool): readonly ClauseId[] => [
  ...pool.terms.flatMap(({ clause }) => clause ?? []),
  ...(pool.of ?? []).flatMap(ofTerms),
];
