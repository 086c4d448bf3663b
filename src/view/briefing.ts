import type { Case, From, Party, Sourced } from '#casebook/case.ts';
import { valuesOf } from '#casebook/claim.ts';
import type { FactBook, Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import type { Lookup } from '#words/fill.ts';
import { lookupOf } from './lookup.ts';
import { type Shown, shown } from './shown.ts';

/** One line of a table on the cover page of a case. */
export interface BriefingRow {
  readonly id: string;
  readonly label: Text;
  readonly value: Shown;
  readonly from: From;
  readonly reason?: Text;
}

/** The cover page of a case: everything a person may know before the first document, and nothing of the outcome. */
export interface Briefing {
  readonly id: string;
  readonly title: Text;
  readonly industry: Text;
  readonly kind: Case['kind'];
  readonly difficulty: 1 | 2 | 3;
  readonly minutes: number;
  readonly summary: Text;
  readonly goal: Text;
  readonly source: Pick<Case['source'], 'document' | 'passage' | 'says'>;
  /** The words of the source; kept back where the source works out the payment, which nobody may see before the prediction. */
  readonly quote?: Text;
  readonly parties: readonly Party[];
  readonly policy: { readonly id: string; readonly title: Text };
  readonly schedule: readonly BriefingRow[];
  /** The points that are settled from the start: 争点でない条項. */
  readonly given: readonly BriefingRow[];
  /** The other wording that the same facts are decided under. */
  readonly also?: Text;
  readonly hasInsuredSeat: boolean;
}

function factRows(given: Readonly<Record<string, Sourced>>, facts: FactBook): BriefingRow[] {
  return Object.entries(given).flatMap(([id, { value, from, reason }]) => {
    const fact = facts[id];
    if (!fact) return [];
    return [{ id, label: fact.label, value: shown(fact.type, value, fact.valueLabels), from, ...(reason ? { reason } : {}) }];
  });
}

/** The cover page of a case under its policy; `other` is the second wording, where the case names one. */
export function briefing(found: Case, policy: Policy, facts: FactBook, other?: Policy): Briefing {
  const { id, title, industry, kind, difficulty, minutes, summary, goal, source, parties } = found;
  const schedule = Object.entries(policy.schedule).map(([name, entry]) => {
    const set = found.schedule[name];
    return {
      id: name,
      label: entry.label,
      value: shown(entry.type, set?.value ?? entry.value, entry.values),
      from: set?.from ?? entry.from,
    };
  });
  return {
    id,
    title,
    industry,
    kind,
    difficulty,
    minutes,
    summary,
    goal,
    source: { document: source.document, passage: source.passage, says: source.says },
    ...(source.says === 'yen' ? {} : { quote: source.quote }),
    parties,
    policy: { id: policy.id, title: policy.title },
    schedule,
    given: factRows(found.given, facts),
    ...(other ? { also: other.title } : {}),
    hasInsuredSeat: found.decisions.some((decision) => decision.seat === 'insured'),
  };
}

/** What the placeholders of the cover page stand for: what is claimed, the schedule and the settled facts, and nothing of the outcome. */
export function briefingLookup(found: Case, policy: Policy, facts: FactBook): Lookup {
  const claim = { facts: valuesOf(found.given), schedule: valuesOf(found.schedule), losses: found.losses };
  return lookupOf({ case: found, policy, facts, claim, dates: found.dates });
}
