import type { Prepared } from './payout/prepare.ts';
import { open, takes } from './payout/tree.ts';
import { MOST_QUESTIONS } from './range.ts';

/** Why a claim cannot be assessed. */
export type Refusal =
  | { readonly refused: 'too-many-questions'; readonly questions: number; readonly most: number }
  | { readonly refused: 'amount-unknown'; readonly pool: string; readonly names: readonly string[] }
  | { readonly refused: 'heads-not-counted'; readonly loss: string; readonly pool: string }
  | { readonly refused: 'too-large'; readonly claimed: number };

/** Why this claim cannot be assessed, or null. */
export const refusalOf = (prepared: Prepared): Refusal | null => {
  const { compiled, claim, questions, world, gates } = prepared;
  if (questions > MOST_QUESTIONS) return { refused: 'too-many-questions', questions, most: MOST_QUESTIONS };
  const claimed = claim.losses.reduce((sum, loss) => sum + loss.amount, 0);
  if (claimed > Number.MAX_SAFE_INTEGER) return { refused: 'too-large', claimed };
  const shut = (gate: number): boolean => gates[gate] === false;
  for (const need of compiled.needs) {
    if (need.gates.some(shut)) continue;
    const missing = need.names.filter((name) => world.values[compiled.places.place(name)] === undefined);
    if (missing.length > 0) return { refused: 'amount-unknown', pool: need.pool, names: missing };
  }
  for (const loss of claim.losses) {
    if (loss.count !== undefined) continue;
    for (const pool of compiled.tree.pools) {
      if (!takes(pool, loss) || pool.gates.some(shut)) continue;
      const cap = pool.terms[0];
      if (cap?.kind === 'per-head' && !shut(cap.gate)) return { refused: 'heads-not-counted', loss: loss.id, pool: pool.id };
      if (open(pool, gates)) break;
    }
  }
  return null;
};
