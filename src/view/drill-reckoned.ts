import { policyOf, situationClaim, situationDue } from '#casebook/drill-claim.ts';
import type { Drill, Situation } from '#casebook/drill.ts';
import type { FactBook, PaymentRule, Policy } from '#casebook/policy.ts';
import { compile, trace, type Compiled, type Refusal, type Traced } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import type { Lookup } from '#words/fill.ts';
import { lookupOf } from './lookup.ts';

/** What a drill is played against: its wordings by id, the vocabulary, the payment rule. */
export interface DrillGround {
  readonly policies: Readonly<Record<string, Policy>>;
  readonly facts: FactBook;
  readonly payment: PaymentRule;
}

/** A situation as the engine reckons it: its claim, what comes of it, and what its placeholders say. */
export interface Reckoned {
  readonly policy: Policy;
  readonly claim: Claim;
  readonly result: Traced;
  readonly due: string | undefined;
  /** For the texts before the answer: no result is in it. */
  readonly before: Lookup;
  /** For the replies to an answer. */
  readonly after: Lookup;
}

const ready = new WeakMap<Policy, Compiled>();
/** The wording of a policy compiled, once however often a drill is reckoned. */
const compiledOf = (policy: Policy): Compiled => {
  const known = ready.get(policy) ?? compile(policy.wording);
  ready.set(policy, known);
  return known;
};

const policyIn = ({ policies }: DrillGround, id: string): Policy => {
  const policy = Object.hasOwn(policies, id) ? policies[id] : undefined;
  if (!policy) throw new Error(`the drill was read without its policy ${id}`);
  return policy;
};

/** The lookup of a drill's own texts: story, title, rule. */
export const baseLookup = (drill: Drill, ground: DrillGround): Lookup =>
  lookupOf({ case: drill, policy: policyIn(ground, drill.policy), facts: ground.facts, claim: situationClaim(drill), dates: {} });

/** A situation reckoned by the engine; a refusal where its claim cannot be assessed, which the check of the file reports. */
export const reckoned = (drill: Drill, situation: Situation, ground: DrillGround): Reckoned | Refusal => {
  const policy = policyIn(ground, policyOf(drill, situation));
  const claim = situationClaim(drill, situation);
  const result = trace(compiledOf(policy), claim);
  if ('refused' in result) return result;
  const due = situationDue(situation, ground.payment);
  const known = { case: drill, policy, facts: ground.facts, claim, dates: {} };
  return {
    policy,
    claim,
    result,
    due,
    before: lookupOf(known),
    after: lookupOf({ ...known, result, ...(due === undefined ? {} : { due }) }),
  };
};
