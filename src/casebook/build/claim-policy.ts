import type { Name } from '#domain/policy/wording.ts';
import type { Policy } from '../policy.ts';
import type { Reading } from '../read/problem.ts';
import type { Source } from '../read/yaml.ts';
import type { RawClaim } from '../schema/claim.ts';
import type { Bare } from '../schema/scalars.ts';
import type { GeneralSource } from './ground.ts';
import { policyAt } from './policy.ts';
import type { FactBook } from '../policy.ts';

/**
 * Reads the policy that a claim carries inside it. Its facts are declared by use: by the clauses, and by what the claim gives. Where it has no
 * schedule of its own, the claim's is its schedule.
 */
export const inlinePolicy = (
  raw: RawClaim,
  source: Source,
  ground: { readonly facts: FactBook; readonly general: GeneralSource | undefined },
  tried: Readonly<Record<Name, Bare>> = {},
): Reading<Policy> => {
  const known = (values: Readonly<Record<Name, Bare | null>>): Record<Name, Bare> =>
    Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === 'unknown' || value === null ? [] : [[name, value]])));
  const byUse = { given: known(raw.facts ?? {}), tried: known(tried), schedule: raw.schedule };
  return policyAt(source, ['policy'], { strict: false, ...ground, byUse, id: 'inline' });
};
