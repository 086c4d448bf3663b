import type { Case, Expected } from '#casebook/case.ts';
import { changed } from '#casebook/claim.ts';
import { type ClauseText, clauseTexts, type FactBook, type General, type Policy } from '#casebook/policy.ts';
import { compile, type Compiled, trace, type Traced } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import { claimOf } from '#lifecycle/claim.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { endOn } from '#lifecycle/walk.ts';

/** What a case is played with: its wordings compiled once, its clauses at hand, its named ends reckoned when a text asks for them. */
export interface Ground {
  readonly case: Case;
  readonly policy: Policy;
  readonly other: Policy | null;
  readonly facts: FactBook;
  readonly general: General;
  readonly clauses: ReadonlyMap<string, ClauseText>;
  /** The claim under the wording named (the case's own where none is), traced; null where its facts do not suffice. */
  readonly traced: (claim: Claim, under?: string) => Traced | null;
  /** The wording a text is about: the other one only where it is named. */
  readonly isOther: (under: string | undefined) => boolean;
  readonly ends: Readonly<Record<string, Traced>>;
  /** The end of the case by these choices, best ones after them. */
  readonly endBy: (choices: Expected['choose']) => Traced | null;
}

/** The ground of a case. */
export const groundOf = (of: Case, policy: Policy, other: Policy | null, facts: FactBook, general: General): Ground => {
  const main = compile(policy.wording);
  let second: Compiled | null = null;
  const isOther = (under: string | undefined): boolean => under !== undefined && under !== of.policy && other !== null;
  const traced = (claim: Claim, under?: string): Traced | null => {
    if (isOther(under) && other !== null) second ??= compile(other.wording);
    const result = trace(isOther(under) && second !== null ? second : main, claim);
    return 'refused' in result ? null : result;
  };
  const claim = (moment: Moment, under?: string): Claim => claimOf(of, moment, isOther(under) ? 'other' : 'own');
  const kept = new Map<string, Traced | null>();
  const once = (key: string, make: () => Traced | null): Traced | null => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) ?? null;
  };
  const ends: Record<string, Traced> = {};
  for (const end of of.expected) {
    const reckon = () => once(`end ${end.name}`, () => traced(changed(claim(endOn(of, end.choose), end.under), end.set), end.under));
    Object.defineProperty(ends, end.name, { enumerable: true, get: () => reckon() ?? undefined });
  }
  const clauses = new Map([
    ...general.clauses.map((clause) => [clause.id, clause] as const),
    ...(other ? clauseTexts(other) : []),
    ...clauseTexts(policy),
  ]);
  return {
    case: of,
    policy,
    other,
    facts,
    general,
    clauses,
    traced,
    isOther,
    ends,
    endBy: (choices) => once(`by ${JSON.stringify(choices)}`, () => traced(claim(endOn(of, choices)))),
  };
};

/** The claim as the moment knows it, under the wording named. */
export const claimAt = (ground: Ground, moment: Moment, under?: string): Claim =>
  claimOf(ground.case, moment, ground.isOther(under) ? 'other' : 'own');

export { shuffled } from './shuffled.ts';
