import type { Finding } from '#domain/assessment.ts';
import type { Exception, Name } from '#domain/policy/wording.ts';
import { namesOf, type Both, type ClauseCell, type ClauseRow, type PairReading, type Readings } from './pair-rows.ts';
import { bears } from './result-also.ts';

/** Whether a clause bears on the side: by what it does to its yen, because the case matches a line to it, or because the pair has changed what decides it. */
const matters = (reading: PairReading, finding: Finding): boolean => {
  const { case: of, policy, set } = reading;
  const matched = of.matching.some(
    ({ clause, answer, under }) => clause === finding.clause && answer === 'met' && (under ?? of.policy) === policy.id,
  );
  const moved = finding.decidedBy.some((name) => name in set.facts || name in set.schedule);
  return finding.kind !== 'series' && (bears(reading, finding) || (finding.result === 'met' && (matched || moved)));
};

const clauseOf = ({ policy: { wording } }: PairReading, id: string) => wording.clauses.find((clause) => clause.id === id);

/** The facts that a clause and its exceptions ask for, whatever decided it. */
const asks = (reading: PairReading, id: string): readonly string[] => {
  const clause = clauseOf(reading, id);
  const within = ({ when, except }: Pick<Exception, 'when' | 'except'>): readonly Name[] => [...namesOf(when), ...except.flatMap(within)];
  return clause ? within(clause).filter((name) => !(name in reading.policy.wording.schedule)) : [];
};

/** The clause of another wording of the same kind and breadth that asks for most of the same facts. */
const partner = (from: PairReading, finding: Finding, to: PairReading, taken: ReadonlySet<string>): Finding | null => {
  const asked = asks(from, finding.clause);
  const isNarrow = (reading: PairReading, id: string): boolean => clauseOf(reading, id)?.scope.heads !== undefined;
  const shared = (one: Finding): number => asks(to, one.clause).filter((name) => asked.includes(name)).length;
  const fit = to.result.findings.filter(
    (one) =>
      one.kind === finding.kind && !taken.has(one.clause) && shared(one) > 0 && isNarrow(from, finding.clause) === isNarrow(to, one.clause),
  );
  return fit.toSorted((a, b) => Number(matters(to, b)) - Number(matters(to, a)) || shared(b) - shared(a))[0] ?? null;
};

/** The clauses that bear on either side, each beside itself or, under another wording, beside the one of that wording that asks the same. What decides most yen comes first. */
export const clauseRows = (readings: Readings): readonly ClauseRow[] => {
  const [a, b] = readings;
  const taken: Both<Set<string>> = [new Set(), new Set()];
  const row = (mine: Finding | null, theirs: Finding | null): ClauseRow => {
    if (mine) taken[0].add(mine.clause);
    if (theirs) taken[1].add(theirs.clause);
    const id = `${mine?.clause ?? ''}:${theirs?.clause ?? ''}`;
    const kind = (mine ?? theirs)?.kind ?? 'trigger';
    return { id, kind, cells: [cellOf(a, mine), cellOf(b, theirs)], differs: mine?.result !== theirs?.result };
  };
  const beside = (from: PairReading, { clause }: Finding, to: PairReading, used: ReadonlySet<string>): Finding | null => {
    const finding = from.result.findings.find((one) => one.clause === clause);
    const itself = to.result.findings.find((one) => one.clause === clause);
    if (!finding || itself || from.policy.id === to.policy.id) return itself && !used.has(clause) ? itself : null;
    return partner(from, finding, to, used);
  };
  const heaviest = (reading: PairReading): readonly Finding[] =>
    reading.result.findings
      .filter((finding) => matters(reading, finding))
      .toSorted((x, y) => weightOf(reading, cellOf(reading, y)) - weightOf(reading, cellOf(reading, x)));
  const mine = heaviest(a).map((one) => row(one, beside(a, one, b, taken[1])));
  const theirs = heaviest(b)
    .filter((finding) => !taken[1].has(finding.clause))
    .map((one) => row(beside(b, one, a, taken[0]), one));
  const weight = (found: ClauseRow): number => Math.max(...found.cells.map((cell, i) => weightOf(readings[i as 0 | 1], cell)));
  return [...mine, ...theirs].toSorted((x, y) => weight(y) - weight(x));
};

const cellOf = (reading: PairReading, finding: Finding | null): ClauseCell | null => {
  const clause = finding && reading.clauses.get(finding.clause);
  if (!finding || !clause) return null;
  return { clause, result: finding.result, exceptedBy: finding.exceptedBy.flatMap((id) => reading.clauses.get(id) ?? []) };
};

/** In yen: what the clause cut; of one that an exception gave back, everything that it would have cut. */
const weightOf = ({ result }: PairReading, cell: ClauseCell | null): number => {
  if (cell === null) return 0;
  if (cell.result === 'excepted') return result.claimed;
  const cuts = result.items.flatMap((item) => item.cuts.filter(({ clause }) => clause === cell.clause.id));
  return cuts.reduce((sum, { amount }) => sum + amount, 0);
};
