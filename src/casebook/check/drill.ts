import type { Drill, Situation } from '../drill.ts';
import { clauseTexts } from '../policy.ts';
import { shareOf } from '../claim.ts';
import type { Share } from '../case.ts';
import { advice, listed } from '../read/nearest.ts';
import type { Fault, Path } from '../read/problem.ts';
import { named, once, type Around } from './references.ts';

/** The faults of a drill that its shape cannot show: ids, references, answers twice, shares above their item. `file` is its name without ending. */
export const drillFaults = (of: Drill, around: Around, file: string): readonly Fault[] => [
  ...ids(of, file),
  ...links(of, around),
  ...of.situations.flatMap((one, i) => [...situation(of, one, around, ['situations', i]), ...answers(one, around, ['situations', i])]),
];

const ids = (of: Drill, file: string): Fault[] => [
  ...(of.id === file
    ? []
    : [{ path: ['id'], found: `the id "${of.id}" in the file ${file}.yaml`, allowed: file, remedy: 'correct the id, or rename the file' }]),
  ...once(
    'loss',
    of.losses.map(({ id }) => id),
    (i) => ['losses', i, 'id'],
  ),
  ...once(
    'situation',
    of.situations.map(({ id }) => id),
    (i) => ['situations', i, 'id'],
  ),
];

const links = (of: Drill, { policy, clauses, cases }: Around): Fault[] => {
  const family = (id: string): string => id.split('-')[0] ?? '';
  const families = new Set(clauses.map(family));
  const texts = clauseTexts(policy);
  return [
    ...of.covers.flatMap((id, i) =>
      families.has(family(id)) && !cases.has(id) && !clauses.includes(id)
        ? named('clause or case', id, [...clauses, ...cases], ['covers', i])
        : [],
    ),
    ...(of.group === 'exclusion' && !of.covers.some((id) => texts.get(id)?.kind === 'exclusion')
      ? [
          {
            path: ['covers'],
            key: true,
            found: `no exclusion of ${of.policy} in a drill of the group exclusion`,
            allowed: 'the id of the exclusion that is drilled, among those it covers',
            remedy: 'add the id, or write group: contract',
          },
        ]
      : []),
    ...shares(of, of.settlement.owed, ['settlement', 'owed']),
    ...shares(of, of.settlement.performed, ['settlement', 'performed']),
  ];
};

const shares = (of: Drill, table: Readonly<Record<string, Share>>, path: Path): Fault[] =>
  Object.entries(table).flatMap(([id, share]): Fault[] => {
    const item = of.losses.find((loss) => loss.id === id);
    if (!item) {
      const known = of.losses.map((loss) => loss.id);
      return named('loss', id, known, [...path, id]).map((fault) => ({ ...fault, key: true }));
    }
    if (shareOf(item.amount, share) <= item.amount) return [];
    return [
      {
        path: [...path, id],
        found: `${shareOf(item.amount, share)} yen of an item of ${item.amount}`,
        allowed: 'at most the amount of the item',
        remedy: 'correct one of the two amounts',
      },
    ];
  });

const situation = (of: Drill, one: Situation, { policy, other, payment }: Around, path: Path): Fault[] => {
  const losses = of.losses.map(({ id }) => id);
  const { question } = one;
  const judged = one.under === undefined || one.under === of.policy ? policy : other;
  return [
    ...(one.under === undefined
      ? []
      : named('policy', one.under, [...(of.alsoUnder ? [of.alsoUnder.policy] : []), of.policy], [...path, 'under'])),
    ...shares(of, one.set.owed, [...path, 'set', 'owed']),
    ...one.set.drop.flatMap((id, i) => named('loss', id, losses, [...path, 'set', 'drop', i])),
    ...one.enquiries.flatMap((id, i) => named('enquiry', id, Object.keys(payment.enquiries), [...path, 'enquiries', i])),
    ...(question.ask === 'clause' && judged
      ? named('clause', question.clause, [...clauseTexts(judged).keys()], [...path, 'ask', 'clause'])
      : []),
    ...(question.ask === 'due' && one.documentsComplete === undefined
      ? [
          {
            path: [...path, 'ask', 'due'],
            key: true,
            found: 'a question about the day of payment without the day on which the documents are complete',
            allowed: 'documentsComplete: in the situation or the drill',
            remedy: 'add documentsComplete: …',
          },
        ]
      : []),
  ];
};

const answers = ({ question, under }: Situation, { policy, other }: Around, path: Path): Fault[] => {
  if (question.ask === 'say') {
    const right = question.answers.filter((answer) => answer.right).length;
    if (right === 1) return [];
    return [
      {
        path: [...path, 'answers'],
        key: true,
        found: `${right} answers marked right: yes`,
        allowed: 'exactly one',
        remedy: right === 0 ? 'write right: yes on the answer that is right' : 'leave right: yes on one of them',
      },
    ];
  }
  const given = question.answers.map(({ is }) => is);
  const twice = given.flatMap((is, i): Fault[] =>
    given.indexOf(is) === i
      ? []
      : [
          {
            path: [...path, 'answers', i, 'is'],
            found: `the answer "${is}" a second time`,
            allowed: 'each answer once',
            remedy: 'correct one of the two, or delete it',
          },
        ],
  );
  if (question.ask !== 'clause') return twice;
  const judged = under === undefined || under === policy.id ? policy : (other ?? policy);
  const decided = judged.wording.clauses.map(({ id }) => id);
  const clause = judged.wording.clauses.find(({ id }) => id === question.clause);
  if (!clause && clauseTexts(judged).has(question.clause)) {
    return [
      ...twice,
      {
        path: [...path, 'ask', 'clause'],
        found: `"${question.clause}", which no fact decides`,
        allowed: `a clause that is decided by facts, not an exception, a payment term or a note: ${listed(decided)}`,
        remedy: advice(question.clause, decided, 'name the clause itself, or ask in words with say:'),
      },
    ];
  }
  const at = given.findIndex((is) => is === 'excepted');
  if (!clause || at < 0 || clause.except.length > 0) return twice;
  return [
    ...twice,
    {
      path: [...path, 'answers', at, 'is'],
      found: `"excepted" for the clause ${clause.id}, which has no exception`,
      allowed: 'met, not-met or unknown',
      remedy: 'delete this answer, or correct it',
    },
  ];
};
