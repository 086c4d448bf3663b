import type { Assessment, Claim } from './assessment.ts';
import type { Compiled } from './compile.ts';
import { flipsOf } from './flips.ts';
import { prepare } from './payout/prepare.ts';
import { settle } from './payout/settle.ts';
import { rangeOf } from './range.ts';
import { refusalOf, type Refusal } from './refusal.ts';

export { compile, type Compiled } from './compile.ts';
export type { Refusal } from './refusal.ts';

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
