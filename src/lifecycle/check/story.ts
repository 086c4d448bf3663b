import { trace, type Compiled, type Traced } from '#domain/assess.ts';
import type { Case } from '#casebook/case.ts';
import { OPTIONS, type Option } from '#casebook/names.ts';
import type { Fault } from '#casebook/read/problem.ts';
import { claimOf } from '../claim.ts';
import type { Moment } from '../moment.ts';
import { endOn, type Walk } from '../walk.ts';

/** The two wordings of a case, made ready; the other only where the case is read under one. */
export interface Wordings {
  readonly main: Compiled;
  readonly other: Compiled | undefined;
}

/** What the story of a case promises and the engine can contradict: a best path, figures in consequences, facts that can be found. */
export const storyFaults = (of: Case, { main, other }: Wordings, walked: Walk): readonly Fault[] => {
  const end = (moment: Moment, under?: string): Traced | null => {
    const elsewhere = under !== undefined && under !== of.policy && other;
    const one = trace(elsewhere || main, claimOf(of, moment, elsewhere ? 'other' : 'own'));
    return 'refused' in one ? null : one;
  };
  return [
    ...betterFaults(of, end, walked),
    ...of.decisions.flatMap((_, i) => OPTIONS.flatMap((option) => figureFaults(of, end, i, option))),
    ...openFaults(of, end(endOn(of)), of.policy),
    ...(of.alsoUnder && other ? openFaults(of, end(endOn(of), of.alsoUnder.policy), of.alsoUnder.policy) : []),
  ];
};

type End = (moment: Moment, under?: string) => Traced | null;

const yen = (value: number): string => value.toLocaleString('en-US');

/** No way through the case may be paid more, or leave the insured less, than the best one. */
const betterFaults = (of: Case, end: End, walked: Walk): Fault[] => {
  const best = end(endOn(of));
  if (best === null) return [];
  const better = walked.paths.flatMap(({ choices, moment }) => {
    const one = end(moment);
    return one !== null && (one.paid > best.paid || one.ownCost < best.ownCost) ? [{ choices, one }] : [];
  });
  const [first] = better;
  if (!first) return [];
  const way = Object.entries(first.choices).flatMap(([id, option]) => (option === 'best' ? [] : [`${id}: ${option}`]));
  return [
    {
      path: ['decisions'],
      key: true,
      found: `a way (${way.join(', ')}) that is paid ${yen(first.one.paid)} and leaves ${yen(first.one.ownCost)}`,
      allowed: `ways no better in yen than the best one, which is paid ${yen(best.paid)} and leaves ${yen(best.ownCost)}`,
      remedy: 'correct what the choices set, or which of them is the best',
    },
  ];
};

/** A figure that a consequence takes from a named end must be what this very choice comes to on that way. */
const figureFaults = (of: Case, end: End, at: number, option: Option): Fault[] => {
  const decision = of.decisions[at];
  const text = decision?.choices[option].consequence;
  if (!decision || !text) return [];
  const named = [...`${text.ja} ${text.en}`.matchAll(/\{expected\.([\w-]+)\./gu)].map((match) => match[1]);
  return [...new Set(named)].flatMap((name): Fault[] => {
    const expected = of.expected.find((one) => one.name === name);
    if (!expected) return [];
    const said = end(endOn(of, expected.choose), expected.under);
    const real = end(endOn(of, { ...expected.choose, [decision.id]: option }), expected.under);
    if (said === null || real === null || (said.low === real.low && said.high === real.high && said.ownCost === real.ownCost)) return [];
    return [
      {
        path: ['decisions', at, 'choices', option, 'consequence'],
        found: `the figures of the end "${name}", ${yen(said.low)} to ${yen(said.high)}`,
        allowed: `those of a way on which this choice is taken, ${yen(real.low)} to ${yen(real.high)}`,
        remedy: 'name an end that takes this choice',
      },
    ];
  });
};

/** What is still unknown at the best end is either said to stay open in the matching, or needs a claim that nobody makes. */
const openFaults = (of: Case, one: Traced | null, policy: string): Fault[] =>
  (one?.findings ?? []).flatMap(({ clause, result, needs }): Fault[] => {
    const said = of.matching.some(
      (match) => match.clause === clause && match.answer === 'unknown' && (match.under ?? of.policy) === policy,
    );
    if (result !== 'unknown' || said || of.claim === null) return [];
    return [
      {
        path: ['documents'],
        key: true,
        found: `no way to find ${needs.join(', ')}, which ${clause} asks for`,
        allowed: 'a line or a given fact for everything a clause asks, or a match with the answer unknown',
        remedy: 'let a document reveal it, give it, or match the clause as unknown',
      },
    ];
  });
