import type { Case, Expected } from '#casebook/case.ts';
import type { Drill } from '#casebook/drill.ts';
import type { ClauseUse, UseOfClause } from '#casebook/pair.ts';
import { clauseTexts, type Policy } from '#casebook/policy.ts';
import { compile, type Compiled, type Traced } from '#domain/assess.ts';
import type { Finding } from '#domain/assessment.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { assessed } from './result-ground.ts';

/** What a case says of the clauses of a wording on one of its ways. */
interface End {
  readonly result: Traced;
  readonly detour: boolean;
}

/** The ways whose ends the case states: the best one first, then those of other choices. What-ifs and other claims are no way of the case. */
const waysOf = ({ expected }: Case): readonly Expected['choose'][] => {
  const unchanged = expected.filter(({ set }) => [set.facts, set.schedule, set.owed].every((one) => Object.keys(one).length === 0));
  return [{}, ...unchanged.map(({ choose }) => choose).filter((choose) => Object.keys(choose).length > 0)];
};

const endsOf = (of: Case, compiled: Compiled, which: 'own' | 'other'): readonly End[] =>
  waysOf(of).map((choose, i) => ({ result: assessed(compiled, claimOf(of, endOn(of, choose), which)), detour: i > 0 }));

/** The clauses that keep yen back here, and those that leave some open. */
const bites = ({ items, findings, open }: Traced): ReadonlySet<string> => {
  const cut = items.flatMap((item) => item.cuts.flatMap(({ clause, amount }) => (clause !== null && amount > 0 ? [clause] : [])));
  const opened = open > 0 ? findings.filter(opens).map(({ clause }) => clause) : [];
  return new Set([...cut, ...opened]);
};
const opens = ({ kind, result }: Finding): boolean => (kind === 'duty' && result === 'met') || result === 'unknown';

/**
 * In which cases each clause of a wording mattered, by the engine: a clause that cut or opened something, that was met and matched to a line,
 * or that gave cover back as an exception; the clauses that were met but excepted, and the drills that ask for it or cover it. Worked out when the site is built.
 */
export const clauseUse = (policy: Policy, cases: readonly Case[], drills: readonly Drill[] = []): ClauseUse => {
  const compiled = compile(policy.wording);
  const use: Record<string, { -readonly [Key in keyof UseOfClause]: UseOfClause[Key][number][] }> = {};
  const of = (clause: string) => (use[clause] ??= { decided: [], excepted: [], drills: [] });
  const note = (clause: string, list: 'decided' | 'excepted', { id, title }: Case, detour: boolean): void => {
    // The cases come one after the other, so that a link to this one is the last if it is there.
    if (of(clause)[list].at(-1)?.id !== id) of(clause)[list].push({ id, title, detour });
  };
  for (const one of cases) {
    const which = one.policy === policy.id ? 'own' : one.alsoUnder?.policy === policy.id ? 'other' : null;
    if (which === null) continue;
    const matched = new Set(
      one.matching.filter(({ answer, under }) => answer === 'met' && (under ?? one.policy) === policy.id).map(({ clause }) => clause),
    );
    for (const { result, detour } of endsOf(one, compiled, which)) {
      for (const clause of bites(result)) note(clause, 'decided', one, detour);
      for (const { clause, result: found, exceptedBy } of result.findings) {
        if (found === 'met' && matched.has(clause)) note(clause, 'decided', one, detour);
        if (found !== 'excepted') continue;
        note(clause, 'excepted', one, detour);
        for (const exception of exceptedBy) note(exception, 'decided', one, detour);
      }
    }
  }
  const known = clauseTexts(policy);
  const isUnder = ({ policy: own, alsoUnder }: Drill): boolean => own === policy.id || alsoUnder?.policy === policy.id;
  for (const { id, title, covers, situations } of drills.filter(isUnder)) {
    const asked = situations.flatMap(({ question }) => (question.ask === 'clause' ? [question.clause] : []));
    for (const clause of new Set([...covers, ...asked])) if (known.has(clause)) of(clause).drills.push({ id, title });
  }
  return use;
};
