import type { CheckedCase } from './case.ts';
import { compile, trace } from '#domain/assess.ts';
import type { Verdict } from '#domain/assessment.ts';
import type { Option } from '#casebook/case.ts';
import { claimOf } from '../claim.ts';
import type { LifecycleState } from '../machine.ts';
import type { WalkedPath } from '../walk.ts';

/** Where a way through a case goes on to: the next decision with what follows each choice, or the end. */
export type Branch = Fork | End;

export interface Fork {
  /** The states passed since the decision before. */
  readonly states: readonly LifecycleState[];
  readonly decision: string;
  /** Choices after which everything is the same stand together. */
  readonly choices: readonly { readonly options: readonly Option[]; readonly then: Branch }[];
}

export interface End {
  readonly states: readonly LifecycleState[];
  readonly verdict: Verdict;
  /** In yen, under the case's own wording. */
  readonly low: number;
  readonly high: number;
}

/** A path cut at its decisions: the states up to and with each one's own, then the rest. */
const cut = (path: WalkedPath, at: ReadonlyMap<string, LifecycleState>): readonly (readonly LifecycleState[])[] => {
  const parts: (readonly LifecycleState[])[] = [];
  let done = 0;
  for (const decision of Object.keys(path.choices)) {
    const place = path.states.indexOf(at.get(decision) as LifecycleState, Math.max(0, done - 1));
    parts.push(path.states.slice(done, place + 1));
    done = Math.max(done, place + 1);
  }
  return [...parts, path.states.slice(done)];
};

/** Every way through a case as one tree, with the verdict and the yen at each end. */
export const mapOf = ({ case: of, policy, walked }: CheckedCase): Branch => {
  const at = new Map(of.decisions.map((decision) => [decision.id, decision.at as LifecycleState]));
  const compiled = compile(policy.wording);
  const grown = (paths: readonly WalkedPath[], depth: number): Branch => {
    const [first] = paths;
    if (first === undefined) throw new Error('a case without a path');
    const states = cut(first, at)[depth] ?? [];
    const decision = Object.keys(first.choices)[depth];
    if (decision === undefined) {
      const result = trace(compiled, claimOf(of, first.moment));
      if ('refused' in result) throw new Error(result.refused);
      return { states, verdict: result.verdict, low: result.low, high: result.high };
    }
    const choices: { options: Option[]; then: Branch; key: string }[] = [];
    for (const option of new Set(paths.map((path) => path.choices[decision] as Option))) {
      const then = grown(
        paths.filter((path) => path.choices[decision] === option),
        depth + 1,
      );
      const key = JSON.stringify(then);
      const same = choices.find((choice) => choice.key === key);
      if (same) same.options.push(option);
      else choices.push({ options: [option], then, key });
    }
    return { states, decision, choices: choices.map(({ options, then }) => ({ options, then })) };
  };
  return grown(walked.paths, 0);
};
