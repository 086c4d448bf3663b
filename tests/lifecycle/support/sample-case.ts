import type { Case, CaseDocument, Choice, Decision, EventName, Option, Seat, StateName, Text } from '#casebook/case.ts';

const text = (word: string): Text => ({ ja: word, en: word });

/** A choice that sends these events. */
export const choice = (events: readonly EventName[], more: Partial<Choice> = {}): Choice => ({
  text: text('choice'),
  consequence: text('consequence'),
  reason: text('reason'),
  events,
  sets: {},
  owed: {},
  performed: {},
  days: 0,
  ...more,
});

/** A decision whose three choices are as given; one not given does nothing. */
export const decision = (
  id: string,
  at: StateName,
  on: string,
  choices: Partial<Record<Option, Choice>>,
  seat: Seat = 'insured',
): Decision => ({
  id,
  at,
  seat,
  who: text('who'),
  on,
  situation: text('situation'),
  question: text('question'),
  clauses: [],
  wouldChange: text('change'),
  choices: { best: choice([]), tempting: choice([]), late: choice([]), ...choices },
});

const paper = (
  id: string,
  on: string,
  lines: readonly [id: string, facts: CaseDocument['lines'][number]['facts'], losses?: readonly string[]][],
): CaseDocument => ({
  id,
  kind: 'report',
  title: text(id),
  on,
  lines: lines.map(([line, facts, losses = []]) => ({ id: line, text: text(line), from: 'assumed', facts, losses })),
});

/** A leak as in IT-15, small: noticed 07-14, demanded the February after, settled in March, paid in April. */
export const SAMPLE: Case = {
  id: 'S-01',
  version: 2,
  title: text('sample'),
  industry: text('data entry'),
  kind: 'leak',
  difficulty: 2,
  minutes: 12,
  policy: 'sample-policy',
  source: { document: '002', passage: text('passage'), quote: text('quote'), says: 'yen' },
  covers: ['S-01'],
  summary: text('summary'),
  goal: text('goal'),
  schedule: { liabilityLimit: { value: 100_000_000, from: 'document' } },
  alsoUnder: {
    policy: 'other-policy',
    schedule: { deductible: { value: 500_000, from: 'assumed' } },
    given: { crime: { value: true, from: 'assumed' } },
    why: text('why'),
  },
  parties: [],
  amounts: {},
  documents: [
    paper('memo', '2025-07-14', [
      ['memo-1', { leak: true }],
      ['memo-2', { leakSource: 'insured' }],
    ]),
    paper('report', '2025-07-24', [['report-1', { wrongdoer: 'employee' }]]),
    paper('bill', '2026-02-18', [
      ['bill-0', { claimDate: '2026-02-18' }],
      ['bill-1', {}, ['gift']],
    ]),
  ],
  given: { insuredBusiness: { value: true, from: 'document' } },
  losses: [
    { id: 'gift', side: 'claimed', head: 'gift', label: text('gift'), amount: 25_000_000, each: 500, count: 50_000, from: 'document' },
    { id: 'profit', side: 'claimed', head: 'lost-profit', label: text('profit'), amount: 9_999_999, from: 'document' },
    { id: 'inquiry', side: 'spent', head: 'investigation', label: text('inquiry'), amount: 3_000_000, from: 'assumed' },
  ],
  settlement: { owed: { profit: { basisPoints: 7000 } }, performed: { profit: { basisPoints: 10_000 } }, from: 'assumed' },
  claim: { on: '2026-02-18', at: 'negotiating' },
  dates: {
    occurred: '2025-06-20',
    discovered: '2025-07-14',
    notified: '2025-07-14',
    investigating: '2025-07-15',
    coverageReview: '2025-07-25',
    negotiating: '2025-07-25',
    fixed: '2026-03-27',
    claimFiled: '2026-04-06',
    documentsComplete: '2026-04-13',
    assessing: '2026-04-13',
    payee: '2026-04-20',
    paid: '2026-05-08',
    subrogation: '2026-05-20',
    closed: '2026-06-01',
  },
  enquiries: [],
  timeline: [{ at: 'notified', text: text('taken in'), from: 'assumed' }],
  decisions: [
    decision('D1', 'discovered', '2025-07-14', {
      best: choice(['notify'], { sets: { noticeDate: '2025-07-14' } }),
      tempting: choice(['notify'], { sets: { promisedWithoutConsent: true } }),
      late: choice(['notify'], { sets: { noticeDate: '2025-07-25' }, days: 11 }),
    }),
    decision(
      'D2',
      'coverageReview',
      '2025-07-25',
      {
        best: choice(['accept']),
        tempting: choice(['deny', 'reconsider', 'accept'], { days: 14 }),
        late: choice(['reserve', 'investigate', 'review', 'accept'], { days: 30 }),
      },
      'insurer',
    ),
    decision('D3', 'negotiating', '2026-03-09', {
      best: choice([]),
      tempting: choice(['sue']),
      late: choice(['payWithoutConsent'], { sets: { paidWithoutConsent: true, paidWithoutConsentAmount: 10_000_000 } }),
    }),
    decision(
      'D4',
      'negotiating',
      '2026-03-13',
      { best: choice([]), late: choice([], { days: 21, owed: { profit: 5_000_000 } }) },
      'insurer',
    ),
    decision('D5', 'payee', '2026-04-20', {}, 'insurer'),
  ],
  matching: [
    { line: 'report-1', clause: 'S-TR-LEAK', answer: 'met', note: text('note') },
    { line: 'memo-1', clause: 'S-EX01', answer: 'not-met', note: text('note') },
    { line: 'bill-0', clause: 'S-PERIOD', answer: 'met', note: text('note') },
  ],
  predictions: { question: text('how much'), wrong: [] },
  letters: [
    {
      outcome: 'payment',
      to: text('to'),
      body: text('{slot:care} {slot:limit}'),
      slots: { care: { answer: text('care'), others: [text('a'), text('b')] }, limit: { answer: text('limit'), others: [text('c')] } },
    },
    { outcome: 'refusal', to: text('to'), body: text('{slot:clause}'), slots: { clause: { answer: text('clause'), others: [text('d')] } } },
  ],
  customerLine: {
    best: { text: text('b'), reply: text('b') },
    tempting: { text: text('t'), reply: text('t') },
    late: { text: text('l'), reply: text('l') },
  },
  hints: [text('1'), text('2'), text('3')],
  beats: [],
  contrastWith: [],
  expected: [],
};

/** No third party ever claims: the insured's own costs only. */
export const COSTS_ONLY: Case = {
  ...SAMPLE,
  id: 'S-02',
  claim: null,
  decisions: SAMPLE.decisions.filter(({ id }) => id === 'D1' || id === 'D2' || id === 'D5'),
  dates: { ...SAMPLE.dates, negotiating: undefined, fixed: undefined, subrogation: undefined } as Case['dates'],
};
