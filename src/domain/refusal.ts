import type { Prepared } from './payout/prepare.ts';
import { MOST_QUESTIONS } from './range.ts';

/** Why a claim cannot be assessed. */
export type Refusal =
  | { readonly refused: 'too-many-questions'; readonly questions: number; readonly most: number }
  | { readonly refused: 'amount-unknown'; readonly pool: string; readonly names: readonly string[] }
  | { readonly refused: 'heads-not-counted'; readonly loss: string; readonly pool: string }
  | { readonly refused: 'too-large'; readonly claimed: number };

/** Why this claim cannot be assessed, or null. */
export const refusalOf = (prepared: Prepared): Refusal | null => {
  const { compiled, claim, questions, world } = prepared;
  if (questions > MOST_QUESTIONS) return { refused: 'too-many-questions', questions, most: MOST_QUESTIONS };
  const claimed = claim.losses.reduce((sum, loss) => sum + loss.amount, 0);
  if (claimed > Number.MAX_SAFE_INTEGER) return { refused: 'too-large', claimed };
  for (const need of compiled.needs) {
    if (need.gate >= 0 && prepared.gates[need.gate] === false) continue;
    const missing = need.names.filter((name) => world.values[compiled.places.place(name)] === undefined);
    if (missing.length > 0) return { refused: 'amount-unknown', pool: need.pool, names: missing };
  }
  for (const pool of compiled.tree.pools) {
    if (pool.terms[0]?.kind !== 'per-head') continue;
    const loss = claim.losses.find(({ side, head, count }) => {
      const heads = pool.takes?.[side];
      return count === undefined && (heads === 'all' || heads?.includes(head));
    });
    if (loss) return { refused: 'heads-not-counted', loss: loss.id, pool: pool.id };
  }
  return null;
};
