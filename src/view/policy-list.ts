import type { Case } from '#casebook/case.ts';
import type { ClauseText, Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';

/** A case in which a clause mattered. */
export interface CaseLink {
  readonly id: string;
  readonly title: Text;
}

/** One clause of the viewer, with the cases that turned on it and its exceptions. */
export interface ClauseRow extends Omit<ClauseText, 'except'> {
  readonly decided: readonly CaseLink[];
  readonly except: readonly ClauseRow[];
}

/** The clauses of one kind, in the order printed. */
export interface ClauseSection {
  readonly kind: ClauseText['kind'];
  readonly clauses: readonly ClauseRow[];
}

/** By clause id: the cases whose decisions or matching turn on it. */
export type ClauseUse = ReadonlyMap<string, readonly CaseLink[]>;

/** Which case each clause decided: where a fact was matched to it, or a decision was taken on it. */
export function clauseUse(cases: readonly Case[]): ClauseUse {
  const use = new Map<string, CaseLink[]>();
  for (const { id, title, matching, decisions } of cases) {
    const named = new Set([
      ...matching.filter((match) => match.answer !== 'unknown').map((match) => match.clause),
      ...decisions.flatMap((decision) => decision.clauses),
    ]);
    for (const clause of named) use.set(clause, [...(use.get(clause) ?? []), { id, title }]);
  }
  return use;
}

function row(clause: ClauseText, use: ClauseUse): ClauseRow {
  return { ...clause, decided: use.get(clause.id) ?? [], except: clause.except.map((exception) => row(exception, use)) };
}

function mentions(clause: ClauseText, word: string): boolean {
  const texts = [clause.title, clause.quote, clause.plain, clause.customer].flatMap((text) => [text.ja, text.en]);
  const hit = [clause.id, clause.number ?? '', ...texts].some((text) => text.toLowerCase().includes(word));
  return hit || clause.except.some((exception) => mentions(exception, word));
}

/** The clauses of a policy that mention a word, grouped by kind in the order in which the kinds first appear; all for an empty word. */
export function clauseSections(policy: Policy, use: ClauseUse, word = ''): readonly ClauseSection[] {
  const wanted = word.normalize('NFKC').trim().toLowerCase();
  const sections = new Map<ClauseText['kind'], ClauseRow[]>();
  for (const clause of policy.clauses) {
    if (wanted !== '' && !mentions(clause, wanted)) continue;
    sections.set(clause.kind, [...(sections.get(clause.kind) ?? []), row(clause, use)]);
  }
  return [...sections].map(([kind, clauses]) => ({ kind, clauses }));
}

/** The policy that prints a clause, its exceptions included; one that prints it before one that only uses it as general practice. */
export function policyOfClause(policies: readonly Policy[], clause: string): Policy | undefined {
  const has = (list: readonly ClauseText[]): boolean => list.some((entry) => entry.id === clause || has(entry.except));
  return policies.find((policy) => has(policy.clauses));
}
