import { isYen } from '#domain/yen.ts';
import type { Claim, Loss } from '#domain/assessment.ts';
import type { Rounding } from '#domain/policy/wording.ts';
import type { PaymentRule, Policy } from '../policy.ts';
import { advice, listed } from '../read/nearest.ts';
import { refused, type Fault, type Path, type Problem, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import type { Source } from '../read/yaml.ts';
import { claimFile, type RawClaim, type RawClaimLoss } from '../schema/claim.ts';
import { toShare, toYen, toYesNo } from '../schema/scalars.ts';
import { shareOf } from '../claim.ts';
import { typesOfSchedule, valuesOf } from './values.ts';

/** A claim with what its payment date depends on. */
export interface ReadClaim {
  readonly claim: Claim;
  readonly documentsComplete: string | undefined;
  readonly enquiries: readonly string[];
  readonly obstructedDays: number;
}

/** The shape of a bare claim, before its policy is known. */
export const claimShape = (source: Source): Reading<RawClaim> => shaped(source, claimFile);

/** Makes a claim of a file whose shape is right, against the policy it is for. Facts and entries in `extra` (from --set) count as given too. */
export const claimOf = (raw: RawClaim, source: Source, policy: Policy, rule: PaymentRule | undefined): Reading<ReadClaim> => {
  const problems: Problem[] = [];
  const report = (fault: Fault): void => void problems.push(source.place(fault));
  const facts = valuesOf(raw.facts, policy.wording.facts, 'fact', ['facts'], report);
  const schedule = valuesOf(raw.schedule, typesOfSchedule(policy.schedule), 'schedule entry', ['schedule'], report);
  const losses = raw.losses.map((loss, i) => lossOf(loss, ['losses', i], policy.wording.rounding, report));
  const ids = losses.map(({ id }) => id);
  ids.forEach((id, i) => {
    if (ids.indexOf(id) === i) return;
    report({
      path: ['losses', i, 'id'],
      found: `the loss id "${id}" a second time`,
      allowed: 'each loss id once',
      remedy: 'give one of the two another id',
    });
  });
  const pools = Object.keys(policy.pools);
  const used = Object.entries(raw.used ?? {}).map(([pool, value]): [string, number] => {
    if (!pools.includes(pool)) {
      report({
        path: ['used', pool],
        key: true,
        found: `the pool "${pool}", which is not there`,
        allowed: `a pool of the policy: ${listed(pools)}`,
        remedy: advice(pool, pools, 'correct the id'),
      });
    }
    return [pool, toYen(value) ?? 0];
  });
  const enquiries = raw.enquiries ?? [];
  const known = Object.keys(rule?.enquiries ?? {});
  enquiries.forEach((name, i) => {
    if (known.includes(name)) return;
    report({
      path: ['enquiries', i],
      found: `the enquiry "${name}", which is not known`,
      allowed: `one of: ${listed(known)}`,
      remedy: advice(name, known, 'correct the name'),
    });
  });
  if (problems.length > 0) return refused(problems);
  return {
    ok: true,
    value: {
      claim: { facts, schedule, losses, ...(used.length === 0 ? {} : { used: Object.fromEntries(used) }) },
      documentsComplete: raw.documentsComplete,
      enquiries,
      obstructedDays: raw.obstructedDays ?? 0,
    },
  };
};

const lossOf = (raw: RawClaimLoss, path: Path, rule: Rounding, report: (fault: Fault) => void): Loss => {
  const id = String(raw.id);
  const each = raw.each === undefined ? 0 : (toYen(raw.each) ?? 0);
  const amount = raw.amount === undefined ? each * (raw.count ?? 0) : (toYen(raw.amount) ?? 0);
  if (!isYen(amount)) {
    report({
      path: [...path, 'each'],
      found: `${each} × ${raw.count} yen`,
      allowed: 'at most 1兆円 in one item',
      remedy: 'check the amount and the count',
    });
    return { id, side: 'claimed', head: raw.head, amount: 0 };
  }
  const yenIn = (key: 'owed' | 'performed'): number | undefined => {
    const value = raw[key];
    if (value === undefined) return undefined;
    const whole = key === 'performed' ? toYesNo(value) : null;
    if (whole !== null) return whole ? amount : 0;
    const yen = shareOf(amount, toShare(value as string | number), rule);
    if (yen > amount) {
      report({
        path: [...path, key],
        found: `${yen} yen ${key} of an item of ${amount}`,
        allowed: `at most the amount of the item, or 0% to 100%`,
        remedy: 'correct one of the two amounts',
      });
    }
    return yen;
  };
  const owed = yenIn('owed');
  const performed = yenIn('performed');
  return {
    id,
    side: raw.side ?? 'claimed',
    head: raw.head,
    amount,
    ...(raw.count === undefined ? {} : { count: raw.count }),
    ...(owed === undefined ? {} : { owed }),
    ...(raw.claim === undefined ? {} : { claim: String(raw.claim) }),
    ...(performed === undefined ? {} : { performed }),
  };
};
