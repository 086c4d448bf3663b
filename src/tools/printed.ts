import type { Answer } from './assessing.ts';

const KEYS: Readonly<Record<string, string>> = { 'per-head': 'perHead', 'only-if-pays': 'onlyIfPays' };
const keyOf = (kind: string): string => KEYS[kind] ?? kind;

/** The answer as `--json` prints it: terms and the causes of cuts are called by the keys that a policy file has for them, as perHead. */
export const printed = (answer: Answer): object => ({
  ...answer,
  pools: answer.pools.map((pool) => ({ ...pool, steps: pool.steps.map((step) => ({ ...step, term: keyOf(step.term) })) })),
  items: answer.items.map((item) => ({ ...item, cuts: item.cuts.map((cut) => ({ ...cut, cause: keyOf(cut.cause) })) })),
});
