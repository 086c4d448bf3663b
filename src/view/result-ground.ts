import type { Case } from '#casebook/case.ts';
import { clauseTexts, type ClauseText, type FactBook, type General, type Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import { compile, trace, type Compiled, type Traced } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import { paymentDue } from '#domain/payout/due.ts';
import { changed } from '#casebook/claim.ts';
import { claimOf } from '#lifecycle/claim.ts';
import type { Moment } from '#lifecycle/moment.ts';
import type { Seats } from '#lifecycle/sitting.ts';
import { endOn } from '#lifecycle/walk.ts';
import { fill } from '#words/fill.ts';
import { lookupOf } from './lookup.ts';

/** What a result is made of: the case with its wordings, and where its sitting stands. */
export interface ResultSource {
  readonly case: Case;
  readonly policy: Policy;
  /** The other wording that the same facts are read under. */
  readonly other?: Policy;
  readonly facts: FactBook;
  readonly general: General;
  /** The titles of all cases, for links. */
  readonly titles: Readonly<Record<string, Text>>;
  readonly moment: Moment;
  /** Whether somebody played it; otherwise it is the best path. */
  readonly played: boolean;
  /** Who played which seat. */
  readonly seats?: Seats;
}

/** One wording with the claim of the sitting as it reads it. */
export interface Reading {
  readonly policy: Policy;
  readonly compiled: Compiled;
  readonly claim: Claim;
  readonly result: Traced;
}

/** The source made ready: both wordings compiled, the claim assessed, and the texts that can be filled. */
export interface Ground extends ResultSource {
  readonly own: Reading;
  readonly also: Reading | null;
  readonly due: string | null;
  /** The claim at another moment of the case, assessed. */
  readonly end: (moment: Moment, under: string | undefined) => Traced;
  /** A text of the case with its figures, in both languages; under the other wording, with that one's. */
  readonly filled: (text: Text, under?: string) => Text;
}

/** The assessment of a claim that is known to have one: an engine that refuses a checked case is broken. */
export const assessed = (compiled: Compiled, claim: Claim): Traced => {
  const result = trace(compiled, claim);
  if ('refused' in result) throw new Error(`the claim of a case cannot be assessed: ${result.refused}`);
  return result;
};

export const groundOf = (source: ResultSource): Ground => {
  const { case: of, policy, other, facts, general, moment } = source;
  const compiled = compile(policy.wording);
  const second = other && compile(other.wording);
  const reading = (from: Policy, ready: Compiled, which: 'own' | 'other'): Reading => {
    const claim = claimOf(of, moment, which);
    return { policy: from, compiled: ready, claim, result: assessed(ready, claim) };
  };
  const own = reading(policy, compiled, 'own');
  const also = other && second ? reading(other, second, 'other') : null;
  const isOther = (under: string | undefined): boolean => under !== undefined && under !== of.policy && second !== undefined;
  const end = (at: Moment, under: string | undefined): Traced =>
    isOther(under) && second ? assessed(second, claimOf(of, at, 'other')) : assessed(compiled, claimOf(of, at));
  const complete = moment.dates.documentsComplete;
  const due = complete === undefined || !moment.path.includes('paid') ? null : paymentDue(complete, general.payment, of.enquiries);
  const ends = Object.fromEntries(
    of.expected.map((one) => {
      const ready = isOther(one.under) && second ? second : compiled;
      const claim = changed(claimOf(of, endOn(of, one.choose), isOther(one.under) ? 'other' : 'own'), one.set);
      return [one.name, assessed(ready, claim)];
    }),
  );
  const lookup = ({ policy: from, claim, result }: Reading) =>
    lookupOf({ case: of, policy: from, facts, claim, dates: moment.dates, result, ends, ...(due === null ? {} : { due }) });
  const [main, otherwise] = [lookup(own), also && lookup(also)];
  const filled = (text: Text, under?: string): Text => {
    const from = isOther(under) && otherwise ? otherwise : main;
    return { ja: fill(text, from, 'ja'), en: fill(text, from, 'en') };
  };
  return { ...source, own, also, due, end, filled };
};

/** Every clause text of the wordings at hand by its id. */
export const allClauses = ({ policy, other }: Pick<ResultSource, 'policy' | 'other'>): ReadonlyMap<string, ClauseText> =>
  new Map([...(other ? clauseTexts(other) : []), ...clauseTexts(policy)]);
