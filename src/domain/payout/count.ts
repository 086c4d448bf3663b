import { rounded } from '../exact.ts';
import type { Asked } from './amount.ts';
import { applies, held, next, type Run } from './run.ts';
import { open, type ReadyPool } from './tree.ts';

/** The evaluator that only counts: what a pool comes to after its own terms, in yen. */
export const count = (asked: Asked, at: number): number => {
  const run = asked as Run;
  const done = run.results[at] as number;
  if (done >= 0) return done;
  const pool = run.tree.pools[at] as ReadyPool;
  if (!open(pool, run.gates)) return (run.results[at] = 0);
  const outer = run.soFar;
  let holds = held(run, at);
  for (const term of pool.terms) if (applies(run, term)) holds = next(run, at, term, holds);
  run.soFar = outer;
  return (run.results[at] = rounded(holds, run.rounding));
};
