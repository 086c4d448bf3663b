import * as v from 'valibot';
import { isGroup, pick, refuse } from './pick.ts';
import { bare, bareValues, byId, count, day, group, id, line, list, oneOf, say, share, toYesNo, yen, type Bare } from './scalars.ts';

/** The ids of losses and claims are never taken for amounts, so they may be numbers. */
const NUMBERED = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

export interface RawClaimLoss {
  id: string | number;
  side?: 'claimed' | 'spent';
  head: string;
  amount?: string | number;
  each?: string | number;
  count?: number;
  owed?: string | number;
  claim?: string | number;
  performed?: string | number | boolean;
}

export interface RawClaim {
  /** An id, a file, or the policy itself. */
  policy?: string | Record<string, unknown>;
  schedule?: Record<string, Bare>;
  facts?: Record<string, Bare | null>;
  losses: RawClaimLoss[];
  used?: Record<string, string | number>;
  documentsComplete?: string;
  enquiries?: string[];
  obstructedDays?: number;
}

const numbered = v.pipe(
  v.union([v.string(), v.number()], say('an id: a number, or a word of letters, digits, - and _', 'write one such word')),
  v.check((value) => NUMBERED.test(String(value)), say('an id: a number, or a word of letters, digits, - and _', 'write one such word')),
);
const performed = pick<string | number | boolean>(
  () => [share, v.boolean()],
  (input) => (toYesNo(input) === null ? share : v.union([v.boolean(), v.string()])),
);
const common = {
  id: numbered,
  side: v.optional(oneOf(['claimed', 'spent'])),
  head: id,
  owed: v.optional(share),
  claim: v.optional(numbered),
  performed: v.optional(performed),
};
const inAll = group('a loss', { ...common, amount: yen, count: v.optional(count(0, 1_000_000_000)) });
const perHead = group('a loss', { ...common, each: yen, count: count(0, 1_000_000_000) });
const loss = pick<RawClaimLoss>(
  () => [inAll, perHead],
  (input) => {
    if (!isGroup(input) || !('each' in input)) return inAll;
    return 'amount' in input ? refuse('a loss with amount:, or with each: and count:, not with both', 'delete one of the two') : perHead;
  },
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
  facts: v.optional(v.record(id, v.nullable(bare), say('names with one value each', 'write each as name: value'))),
  losses: list('losses', loss),
  used: v.optional(byId('amounts', yen)),
  documentsComplete: v.optional(day),
  enquiries: v.optional(list('enquiries', id)),
  obstructedDays: v.optional(count(0, 36_500, 'a number of days')),
}) as v.GenericSchema<RawClaim>;
