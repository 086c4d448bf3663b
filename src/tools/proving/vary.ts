import { compile, trace, type Traced } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import { caseOf } from '#casebook/build/case.ts';
import type { Case, Expected } from '#casebook/case.ts';
import { changed, rerouted } from '#casebook/claim.ts';
import type { Policy } from '#casebook/policy.ts';
import { written } from '#casebook/read/problem.ts';
import type { Source } from '#casebook/read/yaml.ts';
import { toYen } from '#casebook/schema/scalars.ts';
import type { Shelf } from '#lifecycle/check/case.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';

/** A case file as plain values: as much of its shape as is changed here. */
export interface Story {
  readonly id: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly decisions: readonly { readonly id: string }[];
  readonly losses: readonly { readonly amount?: string | number; readonly each?: string | number; readonly count?: number }[];
  readonly matching: readonly object[];
  readonly predictions: { readonly wrong: readonly object[] };
  readonly expected: readonly { readonly choose?: Readonly<Record<string, string>> }[];
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const dice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const asSource = (value: unknown): Source => ({
  file: 'generated',
  value,
  place: ({ found, allowed, remedy }) => ({ file: 'generated', line: 1, column: 1, found, allowed, remedy }),
});

/** The story without its decisions after the first few, so that walking it is short. */
export const shortened = (story: Story, decisions: number): Story => {
  const kept = story.decisions.slice(0, decisions);
  const choosable = new Set(kept.map(({ id }) => id));
  return {
    ...story,
    decisions: kept,
    expected: story.expected.map((end) => ({
      ...end,
      ...(end.choose ? { choose: Object.fromEntries(Object.entries(end.choose).filter(([id]) => choosable.has(id))) } : {}),
    })),
  };
};

/** The same accident with another id and title, other amounts, every date some weeks away, and what the engine makes of it. */
export const varied = (story: Story, id: string, random: () => number, shelf: Shelf): Story => {
  const weeks = Math.floor(random() * 41) - 20;
  const losses = story.losses.map((loss) => ({
    ...loss,
    ...(loss.amount === undefined ? {} : { amount: Math.round(((toYen(loss.amount) ?? 0) * (1 + 2 * random())) / 10_000) * 10_000 }),
    ...(loss.count === undefined ? {} : { count: Math.round(loss.count * (1 + random())) }),
  }));
  const title = { ja: `${story.title.ja}（${id}）`, en: `${story.title.en} (${id})` };
  return reckoned({ ...(later(story, weeks * 7) as Story), id, title, losses }, shelf);
};

/** Every value that is a date, so many days later. */
const later = (value: unknown, days: number): unknown => {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? dayAfter(value, days) : value;
  if (Array.isArray(value)) return value.map((one) => later(one, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, later(one, days)]));
};
const dayAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** The story with its ends, its wrong predictions and its matching as the engine has them. */
const reckoned = (story: Story, shelf: Shelf): Story => {
  const read = caseOf(asSource(story), shelf);
  if (!read.ok) throw new Error(read.problems.map(written).join('\n'));
  const of = read.value.case;
  const main = shelf.policies[of.policy];
  const other = of.alsoUnder && shelf.policies[of.alsoUnder.policy];
  if (!main) throw new Error(`the case was read without its policy ${of.policy}`);
  const result = (under: string | undefined, choose: Expected['choose'], change: (claim: Claim) => Claim): Traced => {
    const elsewhere = under !== undefined && under !== of.policy && other;
    const one = trace(compiledOf(elsewhere || main), change(claimOf(of, endOn(of, choose), elsewhere ? 'other' : 'own')));
    if ('refused' in one) throw new Error(`the variation ${of.id} cannot be assessed: ${one.refused}`);
    return one;
  };
  return {
    ...story,
    matching: of.matching.map(({ under, clause }, i) => ({
      ...story.matching[i],
      answer: result(under, {}, (claim) => claim).findings.find((finding) => finding.clause === clause)?.result,
    })),
    predictions: {
      ...story.predictions,
      wrong: of.predictions.wrong.map(({ route }, i) => ({
        ...story.predictions.wrong[i],
        gives: result(route.under, {}, (claim) => rerouted(claim, route)).paid,
      })),
    },
    expected: of.expected.map((one, i) => ({
      ...story.expected[i],
      ...figuresOf(
        one,
        result(one.under, one.choose, (claim) => changed(claim, one.set)),
      ),
    })),
  };
};

/** The figures of an end; those that no longer hold go. */
const figuresOf = (one: Case['expected'][number], { verdict, paid, low, high, ownCost }: Traced): object => ({
  verdict,
  ...(one.ownCost === undefined ? {} : { ownCost }),
  ...(low === high ? { paid, low: undefined, high: undefined } : { paid: undefined, low, high }),
});

const compiled = new WeakMap<Policy, ReturnType<typeof compile>>();
const compiledOf = (policy: Policy): ReturnType<typeof compile> => {
  const known = compiled.get(policy) ?? compile(policy.wording);
  compiled.set(policy, known);
  return known;
};
