import * as v from 'valibot';
import { isGroup, pick } from './pick.ts';
import { bareValues, byId, count, day, group, id, line, list, oneOf, say, share, yen, type Bare } from './scalars.ts';

export interface RawClaimLoss {
  id: string;
  side?: 'claimed' | 'spent';
  head: string;
  amount?: string | number;
  each?: string | number;
  count?: number;
  owed?: string | number;
  claim?: string;
  performed?: string | number;
}

export interface RawClaim {
  /** An id, a file, or the policy itself. */
  policy?: string | Record<string, unknown>;
  schedule?: Record<string, Bare>;
  facts?: Record<string, Bare>;
  losses: RawClaimLoss[];
  used?: Record<string, string | number>;
  documentsComplete?: string;
  enquiries?: string[];
  obstructedDays?: number;
}

const common = {
  id,
  side: v.optional(oneOf(['claimed', 'spent'])),
  head: id,
  owed: v.optional(share),
  claim: v.optional(id),
  performed: v.optional(share),
};
const inAll = group('a loss', { ...common, amount: yen, count: v.optional(count(0, 1_000_000_000)) });
const perHead = group('a loss', { ...common, each: yen, count: count(0, 1_000_000_000) });
const loss = pick<RawClaimLoss>(
  () => [inAll, perHead],
  (input) => (isGroup(input) && 'each' in input ? perHead : inAll),
);
const inline = v.looseObject({}, say('a policy', 'write the id of a policy, the name of its file, or the policy itself'));
const policy = pick<string | Record<string, unknown>>(
  () => [line, inline],
  (input) => (isGroup(input) ? inline : line),
);

/** A claim without a story: what `assess` takes beside case files. */
export const claimFile: v.GenericSchema<RawClaim> = group('a claim', {
  policy: v.optional(policy),
  schedule: v.optional(bareValues),
  facts: v.optional(bareValues),
  losses: list('losses', loss),
  used: v.optional(byId('amounts', yen)),
  documentsComplete: v.optional(day),
  enquiries: v.optional(list('enquiries', id)),
  obstructedDays: v.optional(count(0, 36_500, 'a number of days')),
}) as v.GenericSchema<RawClaim>;
