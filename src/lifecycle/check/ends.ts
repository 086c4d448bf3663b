import { compile, trace, type Compiled, type Traced } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import type { Case, Expected } from '#casebook/case.ts';
import { changed, rerouted } from '#casebook/claim.ts';
import type { Policy } from '#casebook/policy.ts';
import type { Fault, Path } from '#casebook/read/problem.ts';
import { claimOf } from '../claim.ts';
import { endOn, walk, type Walk } from '../walk.ts';
import { storyFaults } from './story.ts';

/** Everything in a case that the engine and the chart can contradict: matches, predictions, ends, and every path. */
export const endFaults = (
  of: Case,
  policy: Policy,
  other: Policy | undefined,
): { readonly faults: readonly Fault[]; readonly walked: Walk } => {
  const main = compile(policy.wording);
  const second = other && compile(other.wording);
  const compiled = (under: string | undefined): Compiled => (under !== undefined && under !== of.policy && second ? second : main);
  const claim = (choose: Expected['choose'], under: string | undefined): Claim =>
    claimOf(of, endOn(of, choose), under !== undefined && under !== of.policy ? 'other' : 'own');
  const walked = walk(of);
  return {
    walked,
    faults: [
      ...of.matching.flatMap((match, i) => matchFaults(match, trace(compiled(match.under), claim({}, match.under)), ['matching', i])),
      ...of.predictions.wrong.flatMap(({ route, gives }, i) => {
        const result = trace(compiled(route.under), rerouted(claim({}, route.under), route));
        return 'refused' in result
          ? [unassessed(['predictions', 'wrong', i, 'route'], result.refused)]
          : differs(gives, result.paid, ['predictions', 'wrong', i, 'gives'], 'what the route gives');
      }),
      ...of.expected.flatMap((one, i) =>
        expectedFaults(one, trace(compiled(one.under), changed(claim(one.choose, one.under), one.set)), ['expected', i]),
      ),
      ...pathFaults(of, walked),
      ...storyFaults(of, { main, other: second }, walked),
    ],
  };
};

type Result = ReturnType<typeof trace>;

const unassessed = (path: Path, why: string): Fault => ({
  path,
  found: `a claim that cannot be assessed (${why})`,
  allowed: 'a claim whose amounts and facts can be reckoned',
  remedy: 'give the facts that the amounts need',
});

const matchFaults = (match: Case['matching'][number], result: Result, path: Path): Fault[] => {
  if ('refused' in result) return [unassessed(path, result.refused)];
  const finding = result.findings.find(({ clause }) => clause === match.clause);
  if (!finding) {
    return [
      {
        path: [...path, 'clause'],
        found: `"${match.clause}", which no fact decides`,
        allowed: 'a clause that is decided by facts, not an exception, a payment term or a note',
        remedy: 'name the clause itself, or take the match out',
      },
    ];
  }
  if (finding.result === match.answer) return [];
  const needs = finding.needs.length > 0 ? `; not known: ${finding.needs.join(', ')}` : '';
  return [
    {
      path: [...path, 'answer'],
      found: `the answer "${match.answer}"`,
      allowed: `"${finding.result}", which is what the clause comes to with all facts of the case (by ${finding.decidedBy.join(', ') || 'none'}${needs})`,
      remedy: 'correct the answer, the facts or the clause',
    },
  ];
};

const yen = (value: number): string => value.toLocaleString('en-US');

const differs = (expected: number | undefined, real: number, path: Path, what: string): Fault[] =>
  expected === undefined || expected === real
    ? []
    : [
        {
          path,
          found: `${yen(expected)} yen as ${what}`,
          allowed: `${yen(real)}, which is what the engine computes`,
          remedy: 'redo the sum, and correct it or the data',
        },
      ];

const expectedFaults = (one: Expected, result: Result, path: Path): Fault[] => {
  if ('refused' in result) return [unassessed(path, result.refused)];
  const range = result.low !== result.high && (one.low === undefined || one.high === undefined);
  return [
    ...(one.verdict === result.verdict
      ? []
      : [
          {
            path: [...path, 'verdict'],
            found: `the verdict "${one.verdict}" for "${one.name}"`,
            allowed: `"${result.verdict}", which is what the engine computes${openWhy(result)}`,
            remedy: 'correct the verdict or the data',
          },
        ]),
    ...(range
      ? [
          {
            path,
            found: `the end "${one.name}" without low and high`,
            allowed: `low: ${result.low}, high: ${result.high}`,
            remedy: 'write both ends of the range',
          },
        ]
      : []),
    ...differs(one.paid, result.paid, [...path, 'paid'], 'paid'),
    ...differs(one.low, result.low, [...path, 'low'], 'low'),
    ...differs(one.high, result.high, [...path, 'high'], 'high'),
    ...differs(one.ownCost, result.ownCost, [...path, 'ownCost'], 'ownCost'),
  ];
};

const openWhy = (result: Traced): string => {
  const needs = [...new Set(result.findings.filter(({ result: one }) => one === 'unknown').flatMap(({ needs }) => needs))];
  return needs.length === 0 ? '' : ` (not known: ${needs.join(', ')})`;
};

const pathFaults = (of: Case, walked: Walk): Fault[] => [
  ...walked.refused.map(({ decision, option, event, state }): Fault => {
    const i = of.decisions.findIndex(({ id }) => id === decision);
    const at = of.decisions[i]?.choices[option].events.indexOf(event) ?? -1;
    return {
      path: ['decisions', i, 'choices', option, 'events', ...(at < 0 ? [] : [at])],
      found: `the event "${event}" while the claim is ${state}`,
      allowed: 'events that the lifecycle takes in the state the claim is in',
      remedy: 'leave the event out, or send one before it that leads there',
    };
  }),
  ...walked.unasked.map((id): Fault => ({
    path: ['decisions', of.decisions.findIndex((one) => one.id === id), 'at'],
    found: `the decision "${id}", which no path comes to`,
    allowed: 'a state that the claim passes when the decision is due',
    remedy: 'correct the state, or the events of the decisions before it',
  })),
  ...(walked.claimNeverArrives
    ? [
        {
          path: ['claim'],
          key: true,
          found: 'a claim that arrives on no path',
          allowed: 'a state that the claim passes',
          remedy: 'correct claim: at:',
        },
      ]
    : []),
  ...(walked.ends.hangs > 0
    ? [
        {
          path: ['decisions'],
          key: true,
          found: `${walked.ends.hangs} paths that do not come to an end`,
          allowed: 'paths that end closed',
          remedy: 'correct the events of the choices',
        },
      ]
    : []),
];
