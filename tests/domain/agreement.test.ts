import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '#domain/assessment.ts';
import { compile, trace, type Traced } from '#domain/assess.ts';
import { cases, type Case } from '../support/arbitrary.ts';
import { oracle, type Ending, type PoolEnding, type Said } from '../support/oracle.ts';

const RUNS = 25_000;

const assessed = ({ wording, claim }: Case): Traced => {
  const found = trace(compile(wording), claim);
  if ('refused' in found) throw new Error(JSON.stringify(found));
  return found;
};

const itemOf = ({ id, paid, open, cuts }: Ending['items'][number]) => [
  id,
  paid,
  open,
  ...cuts.map(({ cause, amount, clause, pool }) => `${cause} ${amount} by ${clause} in ${pool}`).sort(),
];
const stepOf = ({ term, amount, of, to, before, after, clause }: Step) => [term, amount, of, to, before, after, clause];
const poolOf = (one: PoolEnding) => [
  one.pool,
  one.claimed,
  one.loss,
  one.result,
  one.paid,
  one.left,
  one.aggregateLeft,
  ...one.steps.map(stepOf),
];
/** Items and pools as text, to be compared. */
const text = ({ items, pools }: Pick<Ending, 'items' | 'pools'>): string => JSON.stringify([items.map(itemOf), pools.map(poolOf)]);

/** The first thing in which the assessment and the oracle differ, or null. */
const difference = (ours: Traced, said: Said): string | null => {
  if (ours.low !== said.low) return `low ${ours.low}, oracle ${said.low}`;
  if (ours.high !== said.high) return `high ${ours.high}, oracle ${said.high}`;
  if (ours.verdict !== said.verdict) return `verdict ${ours.verdict}, oracle ${said.verdict}`;
  const results = ours.findings.map(({ clause, result, exceptedBy }) => ({ clause, result, exceptedBy }));
  if (JSON.stringify(results) !== JSON.stringify(said.results))
    return `findings ${JSON.stringify(results)}, oracle ${JSON.stringify(said.results)}`;
  const mine = text(ours);
  const theirs = said.lowest.map(text);
  return theirs.includes(mine) ? null : `the working\n${mine}\noracle\n${theirs.join('\n')}`;
};

/** Every yen claimed is in one place, for every item and in total; the totals are the sums of the items. */
const conservation = (ours: Traced): string | null => {
  let [claimed, paid, open, notOwed] = [0, 0, 0, 0];
  for (const item of ours.items) {
    const cuts = item.cuts.reduce((sum, cut) => sum + cut.amount, 0);
    if (item.claimed !== item.paid + item.open + cuts) return `${item.id}: ${item.claimed} is not ${item.paid} + ${item.open} + ${cuts}`;
    if (item.paid < 0 || item.open < 0 || item.cuts.some((cut) => cut.amount <= 0))
      return `${item.id} has an amount below zero or an empty cut`;
    claimed += item.claimed;
    paid += item.paid;
    open += item.open;
    for (const cut of item.cuts) if (cut.cause === 'not-owed') notOwed += cut.amount;
  }
  const total = { claimed, paid, open, notOwed, ownCost: claimed - notOwed - paid };
  const theirs = { claimed: ours.claimed, paid: ours.paid, open: ours.open, notOwed: ours.notOwed, ownCost: ours.ownCost };
  if (JSON.stringify(total) !== JSON.stringify(theirs)) return `totals ${JSON.stringify(theirs)}, items ${JSON.stringify(total)}`;
  return ours.paid === ours.low ? null : `paid ${ours.paid} is not low ${ours.low}`;
};

const agree = (
  seed: number,
  size: Parameters<typeof cases>[0],
  runs: number,
): { worlds: number; open: number; partly: number; paid: number } => {
  const seen = { worlds: 0, open: 0, partly: 0, paid: 0 };
  fc.assert(
    fc.property(cases(size), (one) => {
      const said = oracle(one.wording, one.claim);
      const ours = assessed(one);
      seen.worlds += said.worlds;
      if (said.verdict === 'open') seen.open += 1;
      if (said.verdict === 'partly-paid') seen.partly += 1;
      if (said.verdict === 'paid') seen.paid += 1;
      const wrong = difference(ours, said) ?? conservation(ours);
      if (wrong !== null) throw new Error(wrong);
    }),
    { seed, numRuns: runs },
  );
  console.log(`${runs} policies and claims agree with the oracle, seed ${seed}:`, JSON.stringify(seen));
  return seen;
};

test.each([
  ['small policies', 1, { clauses: 2, losses: 3, depth: 1 }],
  ['policies with every fact known', 2, { unknown: 0 }],
  ['full policies', 3, {}],
  ['policies with much unknown', 4, { unknown: 35, losses: 4 }],
] as const)(
  'assessment, range, verdict, items and pools are the oracle’s, and every yen is in one place: %s',
  { timeout: 120_000 },
  (_, seed, size) => {
    const seen = agree(seed, size, RUNS);
    expect(seen.paid).toBeGreaterThan(RUNS / 50);
    expect(seen.partly).toBeGreaterThan(RUNS / 50);
  },
);
