import type { ja } from './lab.ja.ts';

/** The same in English. */
export const en: typeof ja = {
  title: 'Lab',
  of: (title) => `Lab: ${title}`,
  chooser: {
    lead: 'Choose a case, change limit, deductible, riders or facts, and see how the payment moves.',
    answer: 'This shows the answer. To decide a case yourself first, start from “Cases”.',
    cases: 'Cases for the lab',
    unknown: 'The case of this link was not found. Please choose one from the list.',
  },
  link: {
    old: 'This link was made with an earlier edition. It shows the nearest terms of today’s edition; amounts may differ from when it was made.',
    damaged:
      'This link was changed or cut short on its way. It shows only the terms that could be read; amounts may differ from what the sender saw.',
  },
  result: 'Result in short',
  totalBar: (sentence) => `Bar of the total. ${sentence}`,
  controls: 'Terms',
  presets: 'Try at one tap',
  preset: 'Set these terms',
  undo: 'Undo',
  redo: 'Redo',
  other: 'Other cases',
  money: 'Where the money went',
  address: 'The address holds the terms as they stand. Copy it to open the same terms again.',
  tower: {
    title: 'Layers of the loss',
    lead: 'From the ground up: what the company keeps, what is paid, what is over the limit. The thick line is the height of the loss. One scale for all.',
    finding: (pool, loss, paid) => `In “${pool}”, the paid layer is ${paid} of a loss of ${loss}.`,
    none: 'Under these terms no deductible and no limit is at work.',
    part: 'Layer',
    loss: 'Height of the loss',
    free: 'Left below the limit',
    limit: (yen) => `Limit ${yen}`,
    later:
      '“Paid” in a tower is after the terms of that part alone. Terms of the whole, a breach of duty or an open amount may still reduce it.',
  },
  table: {
    title: 'Limit and deductible together',
    finding: (paid) => `Under the contract as it stands the payment is ${paid}.`,
    lead: 'The payment when only these two are changed. Where a fact is open, the least amount. The frame marks the contract as it stands.',
    unit: 'In ¥ million',
    choose: 'Limit in the rows',
    corner: (limit, deductible) => `Rows: ${limit}; columns: ${deductible}`,
    now: 'contract as it stands',
    region: 'Table of combinations',
  },
};
