import type { Text } from '#casebook/text.ts';
import type { Finding } from '#domain/assessment.ts';
import { poolsOf } from '#domain/payout/tree.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import type { Ground, Reading } from './result-ground.ts';

/** What one wording says of a point: the clause and how it came out. */
export interface Said {
  readonly clause: string;
  readonly kind: Finding['kind'];
  readonly result: Finding['result'];
}

/** One point on which a clause of either wording bears; null where the other wording has no such clause. */
export interface Point {
  readonly own: Said | null;
  readonly other: Said | null;
  readonly differs: boolean;
}

/** The same facts under another wording. */
export interface AlsoView {
  readonly why: Text;
  readonly own: { readonly title: Text; readonly outcome: Outcome };
  readonly other: { readonly title: Text; readonly outcome: Outcome };
  readonly points: readonly Point[];
}

export const alsoOf = (ground: Ground): AlsoView | null => {
  const { case: of, own, also } = ground;
  if (!also || !of.alsoUnder) return null;
  const side = ({ policy, result }: Reading): AlsoView['own'] => ({
    title: policy.title,
    outcome: outcomeOf(result, { policy, losses: of.losses }),
  });
  return { why: ground.filled(of.alsoUnder.why), own: side(own), other: side(also), points: pointsOf(own, also) };
};

/** Whether the clause's scope holds an item of the claim. */
const touches = ({ policy: { wording }, claim, result }: Reading, id: string): boolean => {
  const scope = wording.clauses.find((clause) => clause.id === id)?.scope ?? {};
  const held =
    scope.pools &&
    new Set(
      poolsOf(wording.pool)
        .filter((pool) => scope.pools?.includes(pool.id))
        .flatMap((pool) => poolsOf(pool).map((one) => one.id)),
    );
  return result.items.some(
    ({ pool }, i) => (!held || (pool !== null && held.has(pool))) && (!scope.heads || scope.heads.includes(claim.losses[i]?.head ?? '')),
  );
};

/** A clause that bears on this claim: a trigger that is met, or anything that keeps yen back or may do so. */
export const bears = (reading: Reading, finding: Finding): boolean => {
  if (!touches(reading, finding.clause)) return false;
  switch (finding.kind) {
    case 'series':
      return false;
    case 'trigger':
      return finding.result === 'met';
    case 'exclusion':
    case 'duty':
      return finding.result !== 'not-met';
    default:
      return finding.result !== 'met';
  }
};

const facts = ({ policy: { wording } }: Reading, { decidedBy, needs }: Finding): readonly string[] =>
  [...decidedBy, ...needs].filter((name) => !(name in wording.schedule));

/** The clause of the other wording of the same kind that reads most of the same facts. */
const partner = (from: Reading, finding: Finding, to: Reading, taken: ReadonlySet<string>): Finding | null => {
  const asked = facts(from, finding);
  const shared = (one: Finding): number => facts(to, one).filter((name) => asked.includes(name)).length;
  const same = to.result.findings.filter((one) => one.kind === finding.kind && !taken.has(one.clause) && shared(one) > 0);
  return same.toSorted((a, b) => Number(bears(to, b)) - Number(bears(to, a)) || shared(b) - shared(a))[0] ?? null;
};

const said = (finding: Finding | null): Said | null => finding && { clause: finding.clause, kind: finding.kind, result: finding.result };

const pointsOf = (own: Reading, also: Reading): Point[] => {
  const taken = new Set<string>();
  const point = (mine: Finding | null, theirs: Finding | null): Point => {
    for (const one of [mine, theirs]) if (one) taken.add(one.clause);
    return { own: said(mine), other: said(theirs), differs: mine?.result !== theirs?.result };
  };
  const bearing = (reading: Reading): Finding[] => reading.result.findings.filter((finding) => bears(reading, finding));
  const mine = bearing(own).map((finding) => point(finding, partner(own, finding, also, taken)));
  const theirs = bearing(also)
    .filter((finding) => !taken.has(finding.clause))
    .map((finding) => point(partner(also, finding, own, taken), finding));
  const first = ({ own, other, differs }: Point): number => Number(differs) * 2 + Number((own ?? other)?.kind === 'exclusion');
  return [...mine, ...theirs].toSorted((a, b) => first(b) - first(a));
};
