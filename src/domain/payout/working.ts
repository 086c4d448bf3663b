import type { Cause, Step } from '../assessment.ts';
import { rounded } from '../exact.ts';
import type { Asked } from './amount.ts';
import { applies, held, next, noSteps, type Held, type Run } from './run.ts';
import { split } from './split.ts';
import { known, perHead } from './term.ts';
import { open, type ReadyPool, type ReadyTerm } from './tree.ts';

/** Where a term's cut goes: the item, the amount in yen, and the term with its pool. */
export type Book = (item: Held, amount: number, cause: Cause, term: ReadyTerm, pool: ReadyPool) => void;

/** The evaluator that keeps the working: every step of every pool, each cut booked on the items it falls on where there is a book. */
export const working =
  (book: Book | null) =>
  (asked: Asked, at: number): number => {
    const run = asked as Run;
    const done = run.results[at] as number;
    if (done >= 0) return done;
    const pool = run.tree.pools[at] as ReadyPool;
    if (!open(pool, run.gates)) return (run.results[at] = 0);
    const outer = run.soFar;
    let holds = held(run, at);
    let shown = rounded(holds, run.rounding);
    const steps: Step[] = pool.terms.length === 0 ? (noSteps as Step[]) : [];
    for (const term of pool.terms) {
      if (!applies(run, term)) continue;
      const before = shown;
      holds = next(run, at, term, holds);
      shown = rounded(holds, run.rounding);
      steps.push(stepOf(run, term, before, shown));
      if (book === null) continue;
      if (term.kind === 'per-head') capItems(run, at, term, pool, book);
      else if (shown < before) cutItems(run, at, before - shown, term, pool, book);
    }
    run.steps[at] = steps;
    run.soFar = outer;
    return (run.results[at] = shown);
  };

/** The step with the figures a screen shows beside it: yen, a percentage in basis points, or the two sides of a proportion. */
const stepOf = (run: Run, term: ReadyTerm, before: number, after: number): Step => {
  const { kind, clause } = term;
  if (kind === 'only-if-pays') return { term: kind, amount: null, before, after, clause };
  if (kind !== 'ratio') return { term: kind, amount: rounded(known(term.amount(run)), run.rounding), before, after, clause };
  if (term.points) return { term: kind, amount: term.points(run.values), before, after, clause };
  const [of, to] = [rounded(known(term.of(run)), run.rounding), rounded(known(term.to(run)), run.rounding)];
  return { term: kind, amount: null, of, to, before, after, clause };
};

const take = (item: Held, amount: number, term: ReadyTerm, pool: ReadyPool, book: Book): void => {
  if (amount === 0) return;
  item.left -= amount;
  book(item, amount, term.kind, term, pool);
};

const capItems = (run: Run, at: number, term: ReadyTerm, pool: ReadyPool, book: Book): void => {
  const cap = known(term.amount(run));
  for (const item of run.items)
    if (item.leaf === at) take(item, item.left - perHead(cap, item.loss, item.left, run.rounding), term, pool, book);
};

const cutItems = (run: Run, at: number, amount: number, term: ReadyTerm, pool: ReadyPool, book: Book): void => {
  const mine: Held[] = [];
  for (const item of run.items) {
    if (item.left > 0 && item.leaf >= 0 && (run.tree.pools[item.leaf] as ReadyPool).above.includes(at)) mine.push(item);
  }
  if (mine.length === 1) return take(mine[0] as Held, amount, term, pool, book);
  const parts = split(
    amount,
    mine.map((item) => item.left),
  );
  for (let i = 0; i < mine.length; i++) take(mine[i] as Held, parts[i] as number, term, pool, book);
};
