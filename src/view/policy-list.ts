import type { ClauseUse, UseOfClause } from '#casebook/pair.ts';
import type { ClauseText, Policy } from '#casebook/policy.ts';
import { hitsIn, isHit, wordsOf } from './search.ts';

/** A text that a search found in the language that is not on screen. */
type Field = 'title' | 'quote' | 'plain' | 'customer' | 'reading';

/** One clause of the viewer, with the cases that turned on it and its exceptions. */
export interface ClauseRow extends Omit<ClauseText, 'except'> {
  readonly use: UseOfClause;
  readonly except: readonly ClauseRow[];
  /** By language, the first text in which every word searched for stands; null where it stands in none alone. */
  readonly found: Readonly<Record<'ja' | 'en', Field | null>>;
}

/** The clauses of one kind, in the order printed. */
export interface ClauseSection {
  readonly kind: ClauseText['kind'];
  readonly clauses: readonly ClauseRow[];
}

const NOWHERE: UseOfClause = { decided: [], excepted: [], drills: [] };
const FIELDS: readonly Field[] = ['title', 'quote', 'plain', 'customer', 'reading'];

function row(clause: ClauseText, use: ClauseUse, words: readonly string[]): ClauseRow {
  const found = (locale: 'ja' | 'en'): Field | null =>
    words.length === 0 ? null : (FIELDS.find((field) => isHit(clause[field]?.[locale] ?? '', words)) ?? null);
  return {
    ...clause,
    use: Object.hasOwn(use, clause.id) ? (use[clause.id] ?? NOWHERE) : NOWHERE,
    except: clause.except.map((exception) => row(exception, use, words)),
    found: { ja: found('ja'), en: found('en') },
  };
}

/** Every word stands somewhere in the clause, whichever language it is in; or all of them in one of its exceptions. */
function mentions(clause: ClauseText, words: readonly string[]): boolean {
  const texts = FIELDS.flatMap((field) => [clause[field]?.ja ?? '', clause[field]?.en ?? '']);
  const where = [clause.id, clause.number ?? '', ...texts];
  return (
    words.every((word) => where.some((text) => hitsIn(text, [word]).some(({ hit }) => hit))) ||
    clause.except.some((exception) => mentions(exception, words))
  );
}

/** The clauses of a policy that mention every word, in either language, grouped by kind in the order in which the kinds first appear; all for no word. */
export function clauseSections(policy: Policy, use: ClauseUse, search = ''): readonly ClauseSection[] {
  const words = wordsOf(search);
  const sections = new Map<ClauseText['kind'], ClauseRow[]>();
  for (const clause of policy.clauses) {
    if (words.length > 0 && !mentions(clause, words)) continue;
    sections.set(clause.kind, [...(sections.get(clause.kind) ?? []), row(clause, use, words)]);
  }
  return [...sections].map(([kind, clauses]) => ({ kind, clauses }));
}

/** The policy that prints a clause, its exceptions included; one that prints it before one that only uses it as general practice. */
export function policyOfClause(policies: readonly Policy[], clause: string): Policy | undefined {
  const has = (list: readonly ClauseText[]): boolean => list.some((entry) => entry.id === clause || has(entry.except));
  return policies.find((policy) => has(policy.clauses));
}
