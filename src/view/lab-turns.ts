import { changed } from '#casebook/claim.ts';
import type { Text } from '#casebook/text.ts';
import { assess } from '#domain/assess.ts';
import type { Verdict } from '#domain/assessment.ts';
import { shown, type Shown } from './shown.ts';
import { type Bench, idOf, traced, type WhatIf } from './what-if-bench.ts';
import type { ChoiceControl } from './what-if-control.ts';
import { decisiveFacts } from './what-if-facts.ts';
import { withSet } from './what-if.ts';

/** A single fact that would change the verdict: 「この事実が違えば、結論は…」. Yen as they would be then. */
export interface FlipView {
  readonly fact: string;
  readonly label: Text;
  readonly from: Shown | null;
  readonly to: Shown;
  readonly verdict: Verdict;
  readonly low: number;
  readonly high: number;
  /** The terms with this fact changed. */
  readonly changes: WhatIf;
}

/** On what the verdict turns under some terms. */
export interface Turns {
  readonly of: WhatIf;
  /** The facts that matter to it, most decisive first. */
  readonly facts: readonly ChoiceControl[];
  /** Those of them that are not known. */
  readonly open: readonly ChoiceControl[];
  readonly flips: readonly FlipView[];
}

/** Reckoned apart from the yen: each fact is many assessments. */
export const turnsOf = (bench: Bench, changes: WhatIf): Turns => {
  const claim = changed(bench.claim, changes);
  const [full, result] = [assess(bench.compiled, claim), traced(bench, changes)];
  if ('refused' in full || !result) return { of: changes, facts: [], open: [], flips: [] };
  const facts = decisiveFacts({ ...bench, claim, result });
  const flips = full.flips.flatMap(({ fact: name, from, to, ...rest }): FlipView[] => {
    const fact = bench.facts[name];
    if (!fact) return [];
    const word = (value: typeof to): Shown => shown(fact.type, value, fact.type === 'choice' ? fact.valueLabels : undefined);
    return [
      {
        fact: name,
        label: fact.label,
        from: from === null ? null : word(from),
        to: word(to),
        ...rest,
        changes: withSet(changes, 'facts', { [name]: to }),
      },
    ];
  });
  const rank = new Map(facts.map(({ name }, i) => [name, i]));
  return {
    of: changes,
    facts,
    open: facts.filter(({ original }) => original === idOf(undefined)),
    flips: flips.toSorted((a, b) => (rank.get(a.fact) ?? facts.length) - (rank.get(b.fact) ?? facts.length)),
  };
};
