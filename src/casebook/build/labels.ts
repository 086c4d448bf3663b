import type { Name, Pool, Wording } from '#domain/policy/wording.ts';
import type { ClauseText, ScheduleEntry } from '../policy.ts';
import type { Path, Problem } from '../read/problem.ts';
import { noClause } from './ground.ts';
import type { Origins } from './origins.ts';
import type { Making } from './wording.ts';

/**
 * The clauses that pools, terms and schedule entries name beside their amounts. In a policy of one's own they may be mere labels, as long as
 * the policy writes down no clause of the money side at all.
 */
export const labels = (
  wording: Wording,
  schedule: Readonly<Record<Name, ScheduleEntry>>,
  texts: readonly ClauseText[],
  strict: boolean,
  path: Path,
  making: Making,
): Problem[] => {
  if (!strict && !texts.some(({ kind }) => kind === 'payment')) return [];
  const known: string[] = [];
  const collect = (text: ClauseText): void => {
    known.push(text.id);
    text.except.forEach(collect);
  };
  texts.forEach(collect);
  const problems: Problem[] = [];
  const look = (clause: string | undefined, at: (string | number)[], origins: Origins): void => {
    if (clause === undefined || known.includes(clause)) return;
    problems.push(origins.problem(wording, noClause(clause, known, at)));
  };
  const walk = (pool: Pool, at: (string | number)[]): void => {
    look(pool.clause, [...at, 'clause'], making.origins);
    pool.terms.forEach((term, i) => look(term.clause, [...at, 'terms', i, 'clause'], making.origins));
    pool.of?.forEach((part, i) => walk(part, [...at, 'of', i]));
  };
  walk(wording.pool, ['pool']);
  const { owedClause } = wording;
  if (owedClause !== undefined && !known.includes(owedClause))
    problems.push(making.source.place(noClause(owedClause, known, [...path, 'owed'])));
  for (const [name, entry] of Object.entries(schedule)) {
    if (entry.clause === undefined || known.includes(entry.clause)) continue;
    problems.push(making.source.place(noClause(entry.clause, known, [...path, 'schedule', name, 'clause'])));
  }
  const ids = texts.map(({ id }) => id);
  texts.forEach(({ id, kind }, i) => {
    const decided = wording.clauses.some((clause) => clause.id === id);
    if (ids.indexOf(id) === i || decided) return;
    problems.push(
      making.source.place({
        path: [...path, 'clauses', i, 'id'],
        found: `the clause id "${id}" a second time (${kind})`,
        allowed: 'each clause id once',
        remedy: 'give one of the two another id',
      }),
    );
  });
  return problems;
};
