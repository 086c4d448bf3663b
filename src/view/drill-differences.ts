import { policyOf } from '#casebook/drill-claim.ts';
import type { Drill, Situation } from '#casebook/drill.ts';
import type { Text } from '#casebook/text.ts';
import { drillWords } from '#words/drill.ts';
import type { Reckoned, DrillGround } from './drill-reckoned.ts';
import { shown, type Shown } from './shown.ts';

/** One thing in which a situation differs: a fact or schedule entry with its value, what is owed, an item left out, another wording, a day. */
export interface Difference {
  readonly id: string;
  readonly kind: 'value' | 'owed' | 'dropped' | 'said';
  readonly label: Text;
  /** Null for a fact that is not known, and where the label says it all. */
  readonly value: Shown | null;
}

const MOST = 3;
const completeLabel: Text = { ja: drillWords.ja.complete, en: drillWords.en.complete };

/** The names that the situations set, in the order in which they first do. */
const namesSet = (situations: readonly Situation[], part: 'facts' | 'schedule'): readonly string[] => [
  ...new Set(situations.flatMap((one) => Object.keys(one.set[part]))),
];

/**
 * In what a situation differs from the others that were seen: every name any of them sets, so that rows can be compared; where these are too
 * many for a table, only its own, and of the base the first.
 */
export const differencesOf = (
  drill: Drill,
  situation: Situation,
  seen: readonly Situation[],
  { policy, claim }: Pick<Reckoned, 'policy' | 'claim'>,
  ground: DrillGround,
): readonly Difference[] => {
  const all = { facts: namesSet(seen, 'facts'), schedule: namesSet(seen, 'schedule') };
  const own = { facts: Object.keys(situation.set.facts), schedule: Object.keys(situation.set.schedule) };
  const isMany = all.facts.length + all.schedule.length > MOST;
  const isBase = own.facts.length + own.schedule.length === 0;
  const facts = !isMany ? all.facts : isBase ? all.facts.slice(0, MOST) : own.facts;
  const schedule = !isMany ? all.schedule : own.schedule;
  const under = seen.some((one) => policyOf(drill, one) !== drill.policy);
  const due = situation.question.ask === 'due' ? situation.documentsComplete : undefined;
  return [
    ...(due === undefined
      ? []
      : [{ id: 'complete', kind: 'value' as const, label: completeLabel, value: { kind: 'date' as const, date: due } }]),
    ...(due === undefined
      ? []
      : situation.enquiries.flatMap((id): Difference[] => {
          const enquiry = ground.payment.enquiries[id];
          return enquiry ? [{ id: `enquiry-${id}`, kind: 'said', label: enquiry.label, value: null }] : [];
        })),
    ...(under ? [{ id: 'wording', kind: 'said' as const, label: policy.title, value: null }] : []),
    ...facts.flatMap((id): Difference[] => {
      const fact = ground.facts[id];
      const value = claim.facts[id];
      if (!fact || (value === undefined && !own.facts.includes(id))) return [];
      return [{ id, kind: 'value', label: fact.label, value: value === undefined ? null : shown(fact.type, value, fact.valueLabels) }];
    }),
    ...schedule.flatMap((id): Difference[] => {
      const entry = policy.schedule[id];
      const value = claim.schedule?.[id] ?? entry?.value;
      return entry && value !== undefined ? [{ id, kind: 'value', label: entry.label, value: shown(entry.type, value, entry.values) }] : [];
    }),
    ...Object.keys(situation.set.owed).flatMap((id): Difference[] => {
      const [item, loss] = [drill.losses.find((one) => one.id === id), claim.losses.find((one) => one.id === id)];
      return item && loss
        ? [{ id: `owed-${id}`, kind: 'owed', label: item.label, value: { kind: 'yen', yen: loss.owed ?? loss.amount } }]
        : [];
    }),
    ...situation.set.drop.flatMap((id): Difference[] => {
      const item = drill.losses.find((one) => one.id === id);
      return item ? [{ id: `dropped-${id}`, kind: 'dropped', label: item.label, value: null }] : [];
    }),
  ];
};
