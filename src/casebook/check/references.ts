import { OPTIONS } from '../names.ts';
import type { Case } from '../case.ts';
import { clauseTexts, type PaymentRule, type Policy } from '../policy.ts';
import { advice, listed } from '../read/nearest.ts';
import type { Fault, Path } from '../read/problem.ts';

/** What a case's references may lead to. */
export interface Around {
  readonly policy: Policy;
  readonly other: Policy | undefined;
  readonly payment: PaymentRule;
  /** The ids of all cases. */
  readonly cases: ReadonlySet<string>;
  /** The ids of all clauses of all policies, exceptions included. */
  readonly clauses: readonly string[];
}

/** The faults of a case's references: ids that lead nowhere, or to two things. */
export const referenceFaults = (of: Case, around: Around): readonly Fault[] => [...ids(of), ...links(of, around)];

/** The fault of an id that leads nowhere. */
export const named = (what: string, id: string, known: readonly string[], path: Path): Fault[] =>
  known.includes(id)
    ? []
    : [
        {
          path,
          found: `the ${what} "${id}", which is not there`,
          allowed: listed(known),
          remedy: advice(id, known, 'correct the id, or write what it names'),
        },
      ];

/** The faults of ids that stand twice. */
export const once = (what: string, all: readonly string[], path: (i: number) => Path): Fault[] =>
  all.flatMap((id, i) =>
    all.indexOf(id) === i
      ? []
      : [{ path: path(i), found: `the ${what} "${id}" a second time`, allowed: 'each id once', remedy: 'give one of the two another id' }],
  );

const lineIds = (of: Case): readonly string[] => of.documents.flatMap(({ lines }) => lines.map(({ id }) => id));

const ids = (of: Case): Fault[] => [
  ...once(
    'document',
    of.documents.map(({ id }) => id),
    (i) => ['documents', i, 'id'],
  ),
  ...of.documents.flatMap(({ lines }, d) =>
    lines.flatMap(({ id }, i): Fault[] => {
      const before = [...of.documents.slice(0, d).flatMap((one) => one.lines), ...lines.slice(0, i)];
      return once(
        'line',
        [
          ...before
            .map((one) => one.id)
            .filter((one) => one === id)
            .slice(0, 1),
          id,
        ],
        () => ['documents', d, 'lines', i, 'id'],
      );
    }),
  ),
  ...once(
    'loss',
    of.losses.map(({ id }) => id),
    (i) => ['losses', i, 'id'],
  ),
  ...once(
    'party',
    of.parties.map(({ id }) => id),
    (i) => ['parties', i, 'id'],
  ),
  ...once(
    'decision',
    of.decisions.map(({ id }) => id),
    (i) => ['decisions', i, 'id'],
  ),
  ...once(
    'wrong prediction',
    of.predictions.wrong.map(({ id }) => id),
    (i) => ['predictions', 'wrong', i, 'id'],
  ),
  ...once(
    'expected end',
    of.expected.map(({ name }) => name),
    (i) => ['expected', i, 'name'],
  ),
];

const links = (of: Case, { policy, other, payment, cases, clauses }: Around): Fault[] => {
  const family = (id: string): string => id.split('-')[0] ?? '';
  const families = new Set(clauses.map(family));
  const lines = lineIds(of);
  const losses = of.losses.map(({ id }) => id);
  const parties = of.parties.map(({ id }) => id);
  const decisions = of.decisions.map(({ id }) => id);
  const unders = of.alsoUnder ? [of.alsoUnder.policy] : [];
  const own = [...clauseTexts(policy).keys()];
  const others = other ? [...clauseTexts(other).keys()] : [];
  const clausesFor = (under: string | undefined): readonly string[] => (under === undefined ? [...own, ...others] : others);
  const under = (id: string | undefined, path: Path): Fault[] =>
    id === undefined ? [] : named('policy', id, [...unders, of.policy], path);
  const shares = (table: Readonly<Record<string, unknown>>, path: Path): Fault[] =>
    Object.keys(table).flatMap((id) => named('loss', id, losses, [...path, id]).map((fault) => ({ ...fault, key: true })));
  return [
    ...of.covers.flatMap((id, i) =>
      families.has(family(id)) && id !== of.id && !cases.has(id) && !clauses.includes(id)
        ? named('clause or case', id, [...clauses, of.id, ...cases], ['covers', i])
        : [],
    ),
    ...of.documents.flatMap((document, d) =>
      document.lines.flatMap((line, i) =>
        line.losses.flatMap((id, l) => named('loss', id, losses, ['documents', d, 'lines', i, 'losses', l])),
      ),
    ),
    ...of.losses.flatMap(({ payee }, i) => (payee === undefined ? [] : named('party', payee, parties, ['losses', i, 'payee']))),
    ...shares(of.settlement.owed, ['settlement', 'owed']),
    ...shares(of.settlement.performed, ['settlement', 'performed']),
    ...of.enquiries.flatMap((id, i) => named('enquiry', id, Object.keys(payment.enquiries), ['enquiries', i])),
    ...of.decisions.flatMap((decision, i) => [
      ...under(decision.under, ['decisions', i, 'under']),
      ...decision.clauses.flatMap((id, c) => named('clause', id, clausesFor(decision.under), ['decisions', i, 'clauses', c])),
      ...OPTIONS.flatMap((option) => [
        ...shares(decision.choices[option].owed, ['decisions', i, 'choices', option, 'owed']),
        ...shares(decision.choices[option].performed, ['decisions', i, 'choices', option, 'performed']),
      ]),
    ]),
    ...of.matching.flatMap((match, i) => [
      ...named('line', match.line, lines, ['matching', i, 'line']),
      ...under(match.under, ['matching', i, 'under']),
      ...named('clause', match.clause, match.under === undefined ? own : clausesFor(match.under), ['matching', i, 'clause']),
    ]),
    ...of.predictions.wrong.flatMap(({ route }, i) => [
      ...under(route.under, ['predictions', 'wrong', i, 'route', 'under']),
      ...shares(route.owed, ['predictions', 'wrong', i, 'route', 'owed']),
      ...shares(route.reclassify, ['predictions', 'wrong', i, 'route', 'reclassify']),
      ...route.drop.flatMap((id, d) => named('loss', id, losses, ['predictions', 'wrong', i, 'route', 'drop', d])),
    ]),
    ...of.letters.flatMap((letter, i) => [...under(letter.under, ['letters', i, 'under']), ...slots(letter, i)]),
    ...of.contrastWith.flatMap((one, i) => (cases.has(one.case) ? [] : named('case', one.case, [...cases], ['contrastWith', i, 'case']))),
    ...of.expected.flatMap((one, i) => [
      ...under(one.under, ['expected', i, 'under']),
      ...Object.keys(one.choose).flatMap((id) =>
        named('decision', id, decisions, ['expected', i, 'choose', id]).map((fault) => ({ ...fault, key: true })),
      ),
      ...shares(one.set.owed, ['expected', i, 'set', 'owed']),
    ]),
    ...of.beats.flatMap((beat, i): Fault[] => {
      if (beat.show === 'other' && !of.alsoUnder) {
        return [
          {
            path: ['beats', i, 'show'],
            found: '"other" in a case without alsoUnder',
            allowed: 'other where the case is also read under another wording',
            remedy: 'add alsoUnder, or show something else',
          },
        ];
      }
      if (beat.set === undefined || beat.show === 'whatIf') return [];
      return [
        {
          path: ['beats', i, 'set'],
          key: true,
          found: `set: on a beat that shows ${beat.show}`,
          allowed: 'set: only with show: whatIf',
          remedy: 'write show: whatIf, or delete set:',
        },
      ];
    }),
  ];
};

const slots = (letter: Case['letters'][number], i: number): Fault[] =>
  Object.keys(letter.slots).flatMap((slot): Fault[] => {
    const missing = (['ja', 'en'] as const).filter((locale) => !letter.body[locale].includes(`{slot:${slot}}`));
    if (missing.length === 0) return [];
    return [
      {
        path: ['letters', i, 'slots', slot],
        key: true,
        found: `the slot "${slot}", which the body does not use in ${missing.join(' and ')}`,
        allowed: 'slots that stand in the body in both languages',
        remedy: `write {slot:${slot}} in the body, or delete the slot`,
      },
    ];
  });
