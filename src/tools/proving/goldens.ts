import type { Traced } from '#domain/assess.ts';
import type { Claim, Result } from '#domain/assessment.ts';
import type { Case, Expected } from '#casebook/case.ts';
import { changed } from '#casebook/claim.ts';
import { policyOf, situationClaim } from '#casebook/drill-claim.ts';
import type { Drill } from '#casebook/drill.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import type { Shelf } from './shelf.ts';

/** What somebody has written down about one claim under one wording, which the engine must come to. */
export interface Golden {
  readonly name: string;
  readonly policy: string;
  readonly claim: Claim;
  readonly end: Partial<Pick<Traced, 'verdict' | 'paid' | 'low' | 'high' | 'ownCost'>>;
  readonly findings: Readonly<Record<string, Result>>;
}

/** Whether the assessment is what was written down. */
export const agrees = ({ end, findings }: Golden, one: Traced): boolean =>
  Object.entries(end).every(([key, value]) => one[key as 'paid'] === value) &&
  Object.entries(findings).every(([clause, result]) => one.findings.find((finding) => finding.clause === clause)?.result === result);

/** The expected ends of a case, and the answers of its matching on the best path. */
const ofCase = (of: Case): Golden[] => {
  const claim = (choose: Expected['choose'], under: string): Claim => claimOf(of, endOn(of, choose), under === of.policy ? 'own' : 'other');
  const ends = of.expected.map((one): Golden => {
    const { verdict, paid, low, high, ownCost, name, under = of.policy } = one;
    const end = Object.fromEntries(Object.entries({ verdict, paid, low, high, ownCost }).filter(([, value]) => value !== undefined));
    return { name: `${of.id} ${name}`, policy: under, claim: changed(claim(one.choose, under), one.set), end, findings: {} };
  });
  const wordings = [...new Set(of.matching.map(({ under = of.policy }) => under))];
  const matches = wordings.map((policy): Golden => {
    const here = of.matching.filter(({ under = of.policy }) => under === policy);
    const findings = Object.fromEntries(here.map(({ clause, answer }) => [clause, answer]));
    return { name: `${of.id} matching`, policy, claim: claim({}, policy), end: {}, findings };
  });
  return [...ends, ...matches];
};

/** The situations of a drill: their ends, and the finding where a clause is asked. */
const ofDrill = (drill: Drill): Golden[] =>
  drill.situations.map((one): Golden => {
    const { finding, ...end } = one.expected;
    const findings = one.question.ask === 'clause' && finding ? { [one.question.clause]: finding } : {};
    return { name: `${drill.id} ${one.id}`, policy: policyOf(drill, one), claim: situationClaim(drill, one), end, findings };
  });

/** Everything the cases and drills say the engine must come to. */
export const goldensOf = ({ cases, drills }: Pick<Shelf, 'cases' | 'drills'>): readonly Golden[] => [
  ...cases.flatMap(ofCase),
  ...drills.flatMap(ofDrill),
];
