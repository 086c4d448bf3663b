import type { Assessment, Claim } from './assessment.ts';
import type { Compiled } from './compile.ts';
import { flipsOf } from './flips.ts';
import { prepare, type Prepared } from './payout/prepare.ts';
import { settle } from './payout/settle.ts';
import { MOST_QUESTIONS, rangeOf } from './range.ts';

export { compile, type Compiled } from './compile.ts';

/** Why a claim cannot be assessed. */
export type Refusal =
  | { readonly refused: 'too-many-questions'; readonly questions: number; readonly most: number }
  | { readonly refused: 'amount-unknown'; readonly pool: string; readonly names: readonly string[] }
  | { readonly refused: 'heads-not-counted'; readonly loss: string; readonly pool: string }
  | { readonly refused: 'too-large'; readonly claimed: number };

/** An assessment without its flips, which cost many assessments of their own. */
export type Traced = Omit<Assessment, 'flips'>;

/** The full assessment of one claim: `trace`, and the single facts that would change its verdict. */
export const assess = (compiled: Compiled, claim: Claim): Assessment | Refusal => {
  const traced = trace(compiled, claim);
  return 'refused' in traced ? traced : { ...traced, flips: flipsOf(compiled, claim, traced.verdict) };
};

/**
 * One claim with its working: verdict, range, findings, and every step of the lowest outcome. Every yen claimed ends in one place:
 * claimed = paid + open + cuts, for every item and in total.
 */
export const trace = (compiled: Compiled, claim: Claim): Traced | Refusal => {
  const prepared = prepare(compiled, claim);
  const refusal = refusalOf(prepared);
  if (refusal) return refusal;
  const range = rangeOf(prepared);
  const settled = range.settled ?? settle(prepared, range.bits);
  let claimed = 0;
  for (const loss of claim.losses) claimed += loss.amount;
  return {
    policy: compiled.wording.id,
    version: compiled.wording.version,
    verdict: range.verdict,
    claimed,
    notOwed: settled.notOwed,
    paid: settled.paid,
    open: settled.open,
    low: range.low,
    high: range.high,
    ownCost: claimed - settled.notOwed - settled.paid,
    findings: prepared.known.findings,
    pools: settled.pools,
    items: settled.items,
  };
};

const refusalOf = (prepared: Prepared): Refusal | null => {
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
