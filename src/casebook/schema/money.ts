import * as v from 'valibot';
import { amount, percent, type RawAmount } from './amount.ts';
import { condition, type RawCondition } from './condition.ts';
import { nearest } from '../read/nearest.ts';
import { isGroup, pick, refuse } from './pick.ts';
import { group, id, list, oneOf, say, text, type RawText } from './scalars.ts';

interface RawTermBase {
  clause?: string;
  when?: RawCondition;
}
export type RawTerm = RawTermBase &
  (
    | { perHead: RawAmount }
    | { deductible: RawAmount | { excess: RawAmount } | { franchise: RawAmount }; kind?: 'excess' | 'franchise' }
    | { excess: RawAmount }
    | { franchise: RawAmount }
    | { ratio: string | { of: RawAmount; to: RawAmount } }
    | { limit: RawAmount }
    | { aggregate: RawAmount }
    | { onlyIfPays: string[] }
  );

export interface RawPool {
  id: string;
  label?: RawText;
  clause?: string;
  when?: RawCondition;
  claimed?: 'all' | string[];
  spent?: 'all' | string[];
  of?: RawPool[];
  terms?: RawTerm[];
}

const shared = { clause: v.optional(id), when: v.optional(condition) };
const WRITTEN = ['perHead', 'deductible', 'ratio', 'limit', 'aggregate', 'onlyIfPays'] as const;
const TERMS = [...WRITTEN, 'excess', 'franchise'] as const;
const DEDUCTIBLE = 'a deductible { deductible: amount, kind: excess | franchise }';

const proportion = group('a ratio', { of: amount, to: amount });
const ratio = pick<string | { of: RawAmount; to: RawAmount }>(
  () => [percent, proportion],
  (input) => (isGroup(input) ? proportion : percent),
);

const excess = group(DEDUCTIBLE, { excess: amount });
const franchise = group(DEDUCTIBLE, { franchise: amount });
const withKind = v.pipe(
  v.looseObject({}),
  v.check(() => false, say(DEDUCTIBLE, 'write the amount after deductible:, and beside it kind: franchise where it is one')),
);
const deductible = pick<RawAmount | { excess: RawAmount } | { franchise: RawAmount }>(
  () => [amount, excess, franchise],
  (input) =>
    !isGroup(input) ? amount : 'franchise' in input ? franchise : 'excess' in input ? excess : 'kind' in input ? withKind : amount,
);

const terms = {
  perHead: group('a cap per head', { perHead: amount, ...shared }),
  deductible: group(DEDUCTIBLE, { deductible, kind: v.optional(oneOf(['excess', 'franchise'])), ...shared }),
  excess: group(DEDUCTIBLE, { excess: amount, ...shared }),
  franchise: group(DEDUCTIBLE, { franchise: amount, ...shared }),
  ratio: group('a ratio', { ratio, ...shared }),
  limit: group('a limit', { limit: amount, ...shared }),
  aggregate: group('an aggregate limit', { aggregate: amount, ...shared }),
  onlyIfPays: group('a term', { onlyIfPays: list('pool ids', id, 1, 50), ...shared }),
};

/** One term of a pool; which one is told from its key. */
export const term: v.GenericSchema<RawTerm> = pick<RawTerm>(
  () => Object.values(terms),
  (input) => {
    const key = isGroup(input)
      ? (TERMS.find((one) => one in input) ?? TERMS.find((one) => Object.keys(input).some((key) => nearest(key, [one]))))
      : undefined;
    return key
      ? terms[key]
      : refuse(`a term with one of the keys ${WRITTEN.join(', ')}`, 'write one term per line, as - limit: liabilityLimit');
  },
);

const headsAllowed = 'all, or a list of heads of loss';
const headsSchema = v.pipe(
  list('heads of loss', id, 1, 100),
  v.check((heads) => !heads.includes('all'), say(headsAllowed, 'write all without brackets, or name the heads')),
);
const heads = pick<'all' | string[]>(
  () => [v.literal('all'), v.array(id)],
  (input) =>
    Array.isArray(input)
      ? headsSchema
      : v.literal('all', say(headsAllowed, typeof input === 'string' ? `write [${input}], if that head is meant` : 'write all, or [a, b]')),
);

const poolOf = (label: v.GenericSchema): v.GenericSchema<RawPool> => {
  const common = { id, label, clause: v.optional(id), when: v.optional(condition) };
  const end = { terms: v.optional(list('terms', term)) };
  const leaf = group('a pool that takes losses', {
    ...common,
    claimed: v.optional(heads),
    spent: v.optional(heads),
    ...end,
  });
  const branch: v.GenericSchema = group('a pool of pools', { ...common, of: v.lazy(() => list('pools', pool, 1, 100)), ...end });
  const pool: v.GenericSchema<RawPool> = pick<RawPool>(
    () => [leaf, branch],
    (input) => {
      if (isGroup(input) && 'of' in input) return branch;
      return isGroup(input) && !('claimed' in input) && !('spent' in input)
        ? refuse('a pool with claimed: or spent: (the heads it takes), or of: (the pools in it)', 'add one of these keys')
        : leaf;
    },
  );
  return pool;
};

/** The tree of pools of a policy under scenarios/: every pool has a label for the screen. */
export const labelledPool = poolOf(text);
/** The tree of pools of somebody's own policy. */
export const plainPool = poolOf(v.optional(text));
