import type { Case } from '#casebook/case.ts';
import type { Head } from '#casebook/heads.ts';
import type { FactBook, Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import { compile } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import { poolsOf } from '#domain/payout/tree.ts';
import type { Side, Wording } from '#domain/policy/wording.ts';
import { claimOf } from '#lifecycle/claim.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { en } from '#words/lab.en.ts';
import { ja } from '#words/lab.ja.ts';
import { assessed } from './result-ground.ts';
import type { Bench } from './what-if-bench.ts';

const benchOf = (policy: Policy, facts: FactBook, of: Case | null, losses: Bench['losses'], claim: Claim): Bench => {
  const compiled = compile(policy.wording);
  return { case: of, losses, policy, facts, compiled, claim, result: assessed(compiled, claim) };
};

/** A case under its own contract, or the other one that it is also read under. */
export const benchOfCase = (of: Case, moment: Moment, policy: Policy, facts: FactBook): Bench =>
  benchOf(policy, facts, of, of.losses, claimOf(of, moment, policy.id === of.policy ? 'own' : 'other'));

/** The items of a case under a product form, which asks for none of its facts. */
export const benchUnder = (of: Case, moment: Moment, form: Policy, facts: FactBook): Bench =>
  benchOf(form, facts, null, of.losses, { facts: {}, losses: claimOf(of, moment).losses });

/** A claim without a story: one item of 0 yen for each head of loss and side that the contract takes, and the facts of an ordinary accident. */
export const benchOfNothing = (policy: Policy, facts: FactBook, heads: readonly Head[]): Bench => {
  const items = (['claimed', 'spent'] as const).flatMap((side) =>
    heads
      .filter((head) => !head.seldom && head.sides.includes(side) && isTaken(policy.wording, side, head.id))
      .map(({ id, sides, label, counted }) => ({
        id: `${side}-${id}`,
        side,
        head: id,
        amount: 0,
        label: labelOf(label, sides.length > 1 ? side : null),
        from: 'assumed' as const,
        ...(counted === null ? {} : { count: counted }),
      })),
  );
  const losses = items.map(({ id, side, head, amount, count }) => ({ id, side, head, amount, ...(count === undefined ? {} : { count }) }));
  return benchOf(policy, facts, null, items, { facts: policy.plain, losses });
};

const isTaken = ({ pool }: Wording, side: Side, head: string): boolean =>
  poolsOf(pool).some(({ takes }) => takes?.[side] === 'all' || takes?.[side]?.includes(head));

const labelOf = (label: Text, side: Side | null): Text =>
  side === null ? label : { ja: ja.item[side](label.ja), en: en.item[side](label.en) };
