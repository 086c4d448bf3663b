/**
 * The product families of the market as wordings in data: A traditional, B with coinsurance, C combined, D cyber with a cost table, E leak
 * with defence inside, F leak scheme of a chamber, and the money sides of the two source products. Figures stand in the schedules.
 */
import { compile, trace, type Traced } from '#domain/assess.ts';
import type { Claim, Loss, PoolResult } from '#domain/assessment.ts';
import type {
  Amount,
  Clause,
  Condition,
  FactType,
  Percent,
  Pool,
  Ratio,
  Side,
  Term,
  Value,
  Values,
  Wording,
} from '#domain/policy/wording.ts';

export const yen = (amount: number): Amount => ({ op: 'yen', yen: amount });
export const entry = (name: string): Amount => ({ op: 'entry', name });
export const percent = (points: number): Percent => ({ basisPoints: points * 100 });
export const percentOf = (points: number, of: Amount): Amount => ({ op: 'percent', percent: percent(points), of });
export const least = (...of: Amount[]): Amount => ({ op: 'least', of });
export const minus = (...of: Amount[]): Amount => ({ op: 'minus', of });
export const loss = (pool: string): Amount => ({ op: 'loss', pool });
export const result = (pool: string): Amount => ({ op: 'result', pool });
export const is = (name: string, ...values: Value[]): Condition => ({ op: 'is', name, values });
export const all = (...of: Condition[]): Condition => ({ op: 'all', of });

export const deductible = (amount: Amount, more: Partial<Term> = {}): Term => ({ kind: 'deductible', amount, ...more }) as Term;
export const franchise = (amount: Amount): Term => ({ kind: 'franchise', amount });
export const limit = (amount: Amount, more: Partial<Term> = {}): Term => ({ kind: 'limit', amount, ...more }) as Term;
export const aggregate = (amount: Amount, clause?: string): Term => ({ kind: 'aggregate', amount, ...(clause ? { clause } : {}) });
export const ratio = (of: Ratio, more: Partial<Term> = {}): Term => ({ kind: 'ratio', ratio: of, ...more }) as Term;
export const perHead = (amount: Amount, clause?: string): Term => ({ kind: 'per-head', amount, ...(clause ? { clause } : {}) });
export const onlyIfPays = (...pools: string[]): Term => ({ kind: 'only-if-pays', pools });

type Takes = NonNullable<Pool['takes']>;
export const leaf = (id: string, takes: Takes, terms: readonly Term[] = [], more: Partial<Pool> = {}): Pool => ({
  id,
  takes,
  terms,
  ...more,
});
export const branch = (id: string, of: readonly Pool[], terms: readonly Term[] = [], more: Partial<Pool> = {}): Pool => ({
  id,
  of,
  terms,
  ...more,
});

export const wordingOf = (pool: Pool, schedule: Values = {}, more: Partial<Wording> = {}): Wording => ({
  id: 'w',
  version: 1,
  rounding: 'down',
  facts: {},
  schedule,
  clauses: [],
  pool,
  ...more,
});

export const item = (id: string, side: Side, head: string, amount: number, more: Partial<Loss> = {}): Loss => ({
  id,
  side,
  head,
  amount,
  ...more,
});
export const damages = (amount: number, more: Partial<Loss> = {}): Loss => item('damages', 'claimed', 'damages', amount, more);
export const defence = (amount: number): Loss => item('defence', 'spent', 'defence', amount);

/** The assessment of these losses under a wording; its schedule, facts and used amounts may be overridden. */
export const pay = (wording: Wording, losses: readonly Loss[], more: Partial<Claim> = {}): Traced => {
  const found = trace(compile(wording), { facts: {}, losses, ...more });
  if ('refused' in found) throw new Error(JSON.stringify(found));
  return found;
};
export const poolOf = (found: Traced, id: string): PoolResult => {
  const pool = found.pools.find((one) => one.pool === id);
  if (!pool) throw new Error(`no pool ${id}`);
  return pool;
};

/** 争訟費用の按分: limit ÷ damages, 100 % while the damages are within the limit. */
const proRata = (damagesPool: string): Term => ratio({ of: entry('limit'), to: loss(damagesPool) }, { clause: 'PRORATA' });

/** A. Traditional: min(max(L − d, 0), Λ), defence outside and in full, pro-rated where L > Λ; mitigation costs in full. */
export const familyA = wordingOf(
  branch('contract', [
    leaf('damages', { claimed: 'all' }, [deductible(entry('deductible'), { clause: 'DED' }), limit(entry('limit'), { clause: 'LIM' })]),
    leaf('defence', { spent: ['defence'] }, [proRata('damages')]),
    leaf('mitigation', { spent: ['mitigation', 'emergency', 'cooperation'] }),
  ]),
  { limit: 100, deductible: 0 },
);

/** B. As A, with a coinsurance between deductible and limit: min((L − d) × c, Λ). */
export const familyB = wordingOf(
  branch('contract', [
    leaf('damages', { claimed: 'all' }, [deductible(entry('deductible')), ratio('share'), limit(entry('limit'))]),
    leaf('defence', { spent: ['defence'] }, [proRata('damages')]),
  ]),
  { limit: 1000, deductible: 0, share: percent(90) },
);

/** C. D&O and EPL: min((L + F − d) × c, Λ of the period), defence inside and combined. */
export const familyC = wordingOf(
  leaf('contract', { claimed: 'all', spent: ['defence'] }, [
    deductible(entry('deductible')),
    ratio('share'),
    aggregate(entry('periodLimit'), 'AGG'),
  ]),
  { deductible: 1_000_000, share: percent(95), periodLimit: 50_000_000 },
);

/** D. Cyber with a cost table: each cost × its ratio → its own sublimit → the cost limit, no deductible; one aggregate over everything. */
export const familyD = wordingOf(
  branch(
    'contract',
    [
      branch('liability', [
        leaf('damages', { claimed: 'all' }, [deductible(entry('deductible')), limit(entry('limit'))]),
        leaf('defence', { spent: ['defence'] }),
      ]),
      branch(
        'costs',
        [
          leaf('investigation', { spent: ['investigation'] }, [limit(percentOf(50, entry('costLimit')), { clause: 'COST-INV' })]),
          leaf('gift', { spent: ['gift'] }, [
            perHead(yen(1000), 'COST-HEAD'),
            ratio('share'),
            limit(least(percentOf(10, entry('limit')), yen(20_000_000))),
          ]),
          leaf('publicity', { spent: 'all' }, [ratio('share')]),
        ],
        [limit(entry('costLimit'), { clause: 'COST-LIM' })],
      ),
    ],
    [aggregate(entry('limit'), 'OVERALL')],
  ),
  { limit: 100_000_000, deductible: 500_000, costLimit: 30_000_000, share: percent(90) },
);

/** E. Leak and cyber: min(L + F − d1, Λ1), defence inside with a sublimit of its own; costs with a second deductible and limit. */
export const familyE = wordingOf(
  branch('contract', [
    branch(
      'liability',
      [leaf('damages', { claimed: 'all' }), leaf('defence', { spent: ['defence'] }, [limit(yen(10_000_000), { clause: 'SUIT' })])],
      [deductible(entry('deductible')), limit(entry('limit'))],
    ),
    branch(
      'costs',
      [leaf('recovery', { spent: ['recovery'] }, [limit(percentOf(10, entry('costLimit')))]), leaf('response', { spent: 'all' })],
      [deductible(entry('costDeductible')), limit(entry('costLimit'))],
    ),
  ]),
  { limit: 50_000_000, deductible: 1_000_000, costLimit: 20_000_000, costDeductible: 100_000 },
);

/** F. Leak scheme: min(L + F − d, Λ) with a sublimit for a principal's recourse costs; costs min((C − d) × 90 %, Λc), 500 yen a head. */
export const familyF = wordingOf(
  branch('contract', [
    branch(
      'liability',
      [
        leaf('recourse', { claimed: ['gift', 'apology-ad', 'investigation', 'consulting', 'overtime', 'communication'] }, [
          limit(percentOf(10, entry('limit')), { clause: 'RECOURSE' }),
        ]),
        leaf('damages', { claimed: 'all', spent: ['defence'] }),
      ],
      [deductible(entry('deductible')), limit(entry('limit'))],
    ),
    branch(
      'costs',
      [leaf('gift', { spent: ['gift'] }, [perHead(yen(500), 'HEAD')]), leaf('other', { spent: 'all' })],
      [
        deductible(entry('costDeductible'), { clause: 'COST-DED' }),
        ratio('share', { clause: 'COST-90' }),
        limit(entry('costLimit'), { clause: 'COST-LIM' }),
      ],
    ),
  ]),
  { limit: 100_000_000, deductible: 100_000, costLimit: 10_000_000, costDeductible: 50_000, share: percent(90) },
);

const choice = (...values: string[]): FactType => ({ type: 'choice', values });
const clause = (id: string, kind: Clause['kind'], when: Condition, more: Partial<Clause> = {}): Clause => ({
  id,
  kind,
  when,
  scope: {},
  except: [],
  ...more,
});

/** Seed 000, its money side and the clauses that the tests need: 自己負担額 before 保険金額; 訴訟費用 outside or inside. */
export const seed000 = wordingOf(
  branch(
    'contract',
    [
      branch(
        'liability',
        [
          leaf('damages', { claimed: 'all' }, [
            deductible(entry('deductible'), { clause: 'PB-DED', when: is('defence', 'outside') }),
            limit(entry('liabilityLimit'), { clause: 'PB-LIM', when: is('defence', 'outside') }),
          ]),
          leaf('defence', { spent: ['defence'] }, [
            ratio({ of: entry('liabilityLimit'), to: loss('damages') }, { clause: 'PB-PRORATA', when: is('defence', 'outside') }),
          ]),
        ],
        [
          deductible(entry('deductible'), { clause: 'PB-DED', when: is('defence', 'inside') }),
          limit(entry('liabilityLimit'), { clause: 'PB-LIM', when: is('defence', 'inside') }),
        ],
      ),
    ],
    [],
    { clause: 'PB-PAY' },
  ),
  { liabilityLimit: 100_000_000, deductible: 0, defence: 'outside' },
  {
    id: 'seed-000',
    facts: {
      systemStopped: { type: 'yesno' },
      nonPerformance: { type: 'yesno' },
      fireRuptureOrExplosion: { type: 'yesno' },
      accidental: { type: 'yesno' },
      networkEquipment: choice('none', 'lost', 'damaged', 'soiled', 'stopped'),
      formalUseDate: { type: 'date' },
      incidentDate: { type: 'date' },
      wrongdoer: choice('none', 'outsider', 'employee', 'officer'),
      guarantee: { type: 'yesno' },
      paidWithoutConsent: { type: 'yesno' },
      paidWithoutConsentAmount: { type: 'yen' },
    },
    owedClause: 'GEN-OWED',
    clauses: [
      clause('PB-TR', 'trigger', is('systemStopped', true)),
      clause('PB-EX02', 'exclusion', is('wrongdoer', 'employee', 'officer')),
      clause('PB-EX06', 'exclusion', is('nonPerformance', true), {
        except: [
          { id: 'PB-EX06-i', when: is('fireRuptureOrExplosion', true), except: [] },
          {
            id: 'PB-EX06-ro',
            when: all(is('accidental', true), is('networkEquipment', 'lost', 'damaged', 'soiled', 'stopped')),
            except: [],
          },
        ],
      }),
      clause('PB-EX10', 'exclusion', all(), { scope: { heads: ['fee-refund'] } }),
      clause('PB-EX11', 'exclusion', is('guarantee', true), { scope: { heads: ['contractual-penalty'] } }),
      clause('PB-EX18', 'exclusion', { op: 'within', name: 'incidentDate', months: 1, after: { name: 'formalUseDate' } }),
      clause('PB-EX20', 'exclusion', all(), { scope: { heads: ['rework'] } }),
      clause('PB-DUTY', 'duty', is('paidWithoutConsent', true), {
        scope: { pools: ['damages'] },
        breach: { kind: 'some-or-all', upTo: entry('paidWithoutConsentAmount') },
      }),
    ],
  },
);

const COSTS = ['apology-ad', 'investigation', 'consulting', 'overtime', 'communication', 'gift'];

/** Seed 002: the recourse sublimit, the two riders, and the cost limit, own or shared. */
export const seed002 = wordingOf(
  branch(
    'contract',
    [
      branch(
        'liability',
        [
          leaf('recourse-cost', { claimed: COSTS }, [limit(entry('costLimit'), { clause: 'IT-RECOURSE-LIM' })]),
          leaf('lost-profit', { claimed: ['lost-profit'] }),
          leaf('other', { claimed: 'all' }),
        ],
        [deductible(entry('deductible'), { clause: 'IT-DED' }), limit(entry('liabilityLimit'), { clause: 'IT-LIM' })],
      ),
      leaf('own-defence', { spent: ['defence'] }, [], { when: is('defenceCovered', true) }),
      branch(
        'costs',
        [
          leaf('response', { spent: COSTS }, [], { when: all(is('responseRider', true), is('leak', true)) }),
          leaf(
            'recovery',
            { spent: ['recovery', 'prevention'] },
            [
              { ...onlyIfPays('liability', 'response'), clause: 'IT-RCV' },
              ratio('recoveryRatio', { clause: 'IT-RCV' }),
              limit(least(percentOf(10, entry('costLimit')), yen(5_000_000)), { clause: 'IT-RCV-LIM' }),
            ],
            { when: all(is('recoveryRider', true), is('sameCause', true)) },
          ),
        ],
        [
          limit(entry('costLimit'), { clause: 'IT-COST-LIM' }),
          limit(minus(entry('costLimit'), result('recourse-cost')), { clause: 'IT-COST-LIM', when: is('costLimitShared', true) }),
        ],
      ),
    ],
    [],
    { clause: 'IT-PAY' },
  ),
  {
    liabilityLimit: 100_000_000,
    costLimit: 30_000_000,
    deductible: 0,
    recoveryRatio: percent(90),
    responseRider: true,
    recoveryRider: true,
    costLimitShared: false,
    defenceCovered: true,
  },
  { id: 'seed-002', facts: { leak: { type: 'yesno' }, sameCause: { type: 'yesno' } } },
);
