import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { written } from '#casebook/read/problem.ts';
import { assessed, type Answer } from '#tools/assessing.ts';

const folder = mkdtempSync(join(tmpdir(), 'satei-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const file = (text: string, name = `claim-${++files}.yaml`): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const answer = (text: string, set: readonly string[] = []): Answer => {
  const outcome = assessed({ file: file(text), set });
  if (!outcome.ok) throw new Error(outcome.problems.map(written).join('\n'));
  return outcome.value.answer;
};
const refusal = (text: string): string => {
  const outcome = assessed({ file: file(text, 'refused.yaml'), set: [] });
  return outcome.ok ? '' : (outcome.problems.map((one) => written(one).replace(`${folder}/`, ''))[0] ?? '');
};

const paidOf = (of: Answer): readonly number[] => of.items.map((item) => item.paid);
const cutsOf = (of: Answer): readonly string[] =>
  of.items.flatMap((item) => item.cuts.map((cut) => `${item.id} ${cut.cause} ${cut.amount} ${cut.clause} ${cut.pool}`));
const shownIn = (of: Answer, pool: string): readonly number[] => {
  const steps = of.pools.find((one) => one.pool === pool)?.steps ?? [];
  return [...steps.slice(0, 1).map((step) => step.before), ...steps.map((step) => step.after)];
};
const resultsOf = (of: Answer): Readonly<Record<string, number>> => Object.fromEntries(of.pools.map((one) => [one.pool, one.result]));

const PLAN_B = `policy:
  rounding: down
  schedule: { liabilityLimit: 100000000, deductible: 0, defence: outside }   # outside | inside
  pool:
    id: contract
    clause: PB-PAY
    of:
      - id: liability
        of:
          - id: damages
            claimed: all
            terms:
              - { deductible: deductible, clause: PB-DED, when: { defence: outside } }
              - { limit: liabilityLimit, clause: PB-LIM, when: { defence: outside } }
          - id: defence
            spent: [defence]
            terms:
              - { ratio: { of: liabilityLimit, to: { loss: damages } }, clause: PB-PRORATA, when: { defence: outside } }
        terms:
          - { deductible: deductible, clause: PB-DED, when: { defence: inside } }
          - { limit: liabilityLimit, clause: PB-LIM, when: { defence: inside } }
  clauses:
    - id: PB-EX06
      kind: exclusion
      when: { any: [{ nonPerformance: yes }, { delayInPerformance: yes }] }
      except:
        - { id: PB-EX06-i, when: { fireRuptureOrExplosion: yes } }
        - { id: PB-EX06-ro, when: { all: [{ accidental: yes }, { networkEquipment: [lost, damaged, soiled, stopped] }] } }
    - id: PB-DUTY-CONSENT
      kind: duty
      pools: [damages]
      when: { paidWithoutConsent: yes }
      breach: { some-or-all: { upTo: paidWithoutConsentAmount } }
`;

const IT = `policy:
  rounding: down
  schedule: { liabilityLimit: 100000000, costLimit: 30000000, deductible: 0, recoveryRatio: 90%, responseRider: yes, recoveryRider: yes,
              costLimitShared: no, defenceCovered: yes }
  pool:
    id: contract
    clause: IT-PAY
    of:
      - id: liability
        of:
          - id: recourse-cost
            claimed: [apology-ad, investigation, consulting, overtime, communication, gift]
            terms: [{ limit: costLimit, clause: IT-RECOURSE-LIM }]
          - { id: lost-profit, claimed: [lost-profit] }
          - { id: other, claimed: all }
        terms:
          - { deductible: deductible, clause: IT-DED }
          - { limit: liabilityLimit, clause: IT-LIM }
      - { id: own-defence, spent: [defence], when: { defenceCovered: yes } }
      - id: costs
        of:
          - id: response
            spent: [apology-ad, investigation, consulting, overtime, communication, gift]
            when: { all: [{ responseRider: yes }, { leak: yes }] }
          - id: recovery
            spent: [recovery, prevention]
            when: { all: [{ recoveryRider: yes }, { sameCause: yes }] }
            terms:
              - { onlyIfPays: [liability, response], clause: IT-RCV }
              - { ratio: recoveryRatio, clause: IT-RCV }
              - { limit: { least: [{ percent: 10%, of: costLimit }, 5000000] }, clause: IT-RCV-LIM }
        terms:
          - { limit: costLimit, clause: IT-COST-LIM }
          - { limit: { minus: [costLimit, { result: recourse-cost }] }, clause: IT-COST-LIM, when: { costLimitShared: yes } }
`;

describe('the two money sides that the design prints, as a claim of their own', () => {
  it('plan-b: 2億円 against 1億円, and half of the odd defence costs, 10,000,001 × 1/2 = 5,000,000.5', () => {
    const of = answer(`${PLAN_B}facts: { nonPerformance: no, delayInPerformance: no, paidWithoutConsent: no }
losses:
  - { id: L, head: damages, amount: 2億円 }
  - { id: F, side: spent, head: defence, amount: "10,000,001" }
`);
    expect(of).toMatchObject({ verdict: 'paid', paid: 105_000_000, ownCost: 105_000_001 });
    expect(cutsOf(of)).toEqual(['L limit 100000000 PB-LIM damages', 'F ratio 5000001 PB-PRORATA defence']);
  });

  it('plan-b: excepted by ロ; 53,000,000 × 90% = 47,700,000 owed, of which up to 1,000万円 is at stake', () => {
    const of = answer(`${PLAN_B}facts:
  { nonPerformance: yes, fireRuptureOrExplosion: no, accidental: yes, networkEquipment: stopped, paidWithoutConsent: yes, paidWithoutConsentAmount: 1000万円 }
losses: [{ id: L, head: damages, amount: 53000000, owed: 90% }]
`);
    expect(of).toMatchObject({
      verdict: 'open',
      low: 37_700_000,
      high: 47_700_000,
      open: 10_000_000,
      notOwed: 5_300_000,
      ownCost: 10_000_000,
    });
    expect(of.findings[0]).toMatchObject({ clause: 'PB-EX06', result: 'excepted', exceptedBy: ['PB-EX06-ro'] });
  });

  it('it-liability with the shared cost limit: 21,011,569 + 55,555 + (30,000,000 − 21,000,001)', () => {
    const of = answer(`${IT}facts: { leak: yes, sameCause: yes }
schedule: { costLimitShared: yes, deductible: 777 }
losses:
  - { id: ad, head: apology-ad, amount: 21000001 }
  - { id: inv, side: spent, head: investigation, amount: 7000003 }
  - { id: ot, side: spent, head: overtime, amount: 4000000 }
  - { id: rec, side: spent, head: recovery, amount: 3333333 }
  - { id: fr, head: fee-refund, amount: 12345 }
  - { id: df, side: spent, head: defence, amount: 55555 }
`);
    // liability 21,000,001 + 12,345 − 777; response 11,000,003; recovery 3,333,333 × 90 % = 2,999,999.7, just under min(3,000,000, 5,000,000)
    expect(resultsOf(of)).toMatchObject({ liability: 21_011_569, response: 11_000_003, recovery: 2_999_999, costs: 8_999_999 });
    expect(of.paid).toBe(30_067_123);
    expect(shownIn(of, 'costs')).toEqual([14_000_002, 14_000_002, 8_999_999]);
  });
});

describe('product families, reckoned by hand', () => {
  it('A: in the band between limit and limit + deductible the ratio bites although the limit does not', () => {
    const of = answer(`policy:
  schedule: { limit: 3000万円, d: 50万円 }
  pool:
    id: all
    of:
      - { id: damages, claimed: [damages], terms: [ { deductible: d }, { limit: limit } ] }
      - { id: defence, spent: [defence], terms: [ { ratio: { of: limit, to: { loss: damages } } } ] }
losses: [ { id: L, head: damages, amount: 30300000 }, { id: F, side: spent, head: defence, amount: 1000000 } ]
`);
    // 30,300,000 − 500,000; 1,000,000 × 30,000,000 ÷ 30,300,000 = 990,099.0…
    expect(paidOf(of)).toEqual([29_800_000, 990_099]);
  });

  it('D: each cost by its own ratio and limit, then the total, then all of it under the period limit, to the nearest yen', () => {
    const of = answer(`policy:
  rounding: nearest
  schedule: { perClaim: 5000万円, period: 6000万円, d: 100万円, costTotal: 1000万円 }
  pool:
    id: contract
    of:
      - { id: liability, claimed: all, spent: [defence], terms: [ { deductible: d }, { limit: perClaim }, { aggregate: period } ] }
      - id: costs
        of:
          - { id: pr, spent: [apology-ad], terms: [ { ratio: 90% }, { limit: 300万円 } ] }
          - { id: inv, spent: [investigation], terms: [ { ratio: 87.5% }, { limit: 5000000 } ] }
          - { id: gifts, spent: [gift], terms: [ { perHead: 500 }, { limit: 400万円 } ] }
        terms: [ { limit: costTotal } ]
    terms: [ { aggregate: period, clause: D-ALL } ]
used: { contract: 1234567, liability: 1000000 }
losses:
  - { id: L, head: damages, amount: 5500万円 }
  - { id: pr1, side: spent, head: apology-ad, amount: 3333335 }
  - { id: in1, side: spent, head: investigation, amount: 5000003 }
  - { id: g1, side: spent, head: gift, amount: 4200000, count: 7000 }
  - { id: g2, side: spent, head: gift, each: 400, count: 2000 }
`);
    // 5,000,003 × 87.5 % = 4,375,002.625; gifts min(4,200,000, 500 × 7,000) + 800,000 = 4,300,000
    expect(resultsOf(of)).toMatchObject({ liability: 50_000_000, pr: 3_000_000, inv: 4_375_003, gifts: 4_000_000, costs: 10_000_000 });
    expect(shownIn(of, 'gifts')).toEqual([5_000_000, 4_300_000, 4_000_000]);
    expect(of.paid).toBe(60_000_000 - 1_234_567);
    expect(of.pools[0]).toMatchObject({ pool: 'contract', aggregateLeft: 0 });
  });

  it('F: a sublimit of 10 % of another limit, a deductible per section, 90 % of the costs, rounded up', () => {
    const of = answer(`policy:
  rounding: up
  schedule: { lim: 1000万円, cl: 300万円, d: 100001, dc: 50000 }
  pool:
    id: contract
    of:
      - id: liability
        of:
          - { id: recourse, claimed: [apology-ad, gift], terms: [ { limit: { percent: 10%, of: lim } } ] }
          - { id: rest, claimed: all, spent: [defence] }
        terms: [ { deductible: d }, { limit: lim } ]
      - id: costs
        of:
          - { id: gift, spent: [gift], terms: [ { perHead: 500 } ] }
          - { id: misc, spent: [consulting] }
        terms: [ { deductible: dc }, { ratio: 90% }, { limit: cl } ]
losses:
  - { id: r, head: gift, amount: 1500000 }
  - { id: L, head: damages, amount: 2000000 }
  - { id: F, side: spent, head: defence, amount: 3 }
  - { id: g, side: spent, head: gift, each: 1000, count: 777 }
  - { id: k, side: spent, head: consulting, amount: 11111 }
`);
    // 1,000,000 + 2,000,003 − 100,001; (388,500 + 11,111 − 50,000) × 90 % = 314,649.9
    expect(resultsOf(of)).toMatchObject({ liability: 2_900_002, costs: 314_650, contract: 3_214_652 });
  });
});

describe('numbers', () => {
  const thin = (rounding: string): Answer =>
    answer(`policy:
  rounding: ${rounding}
  pool: { id: p, claimed: all, terms: [ { ratio: 33.33% }, { ratio: 33.33% }, { deductible: { percent: 0.01%, of: 3333 } }, { ratio: 50% }, { limit: { percent: 33.33%, of: 3 } } ] }
losses: [ { id: a, head: x, amount: 10 }, { id: b, head: y, amount: 7 }, { id: c, head: z, amount: 7 } ]
`);

  it('a pool carries its fraction through the terms: 24 → 7.9992 → 2.66613336 → 2.33283336 → 1.16641668 → 0.9999', () => {
    expect(shownIn(thin('down'), 'p')).toEqual([24, 7, 2, 2, 1, 0]);
    expect(shownIn(thin('nearest'), 'p')).toEqual([24, 8, 3, 2, 1, 1]);
    expect(shownIn(thin('up'), 'p')).toEqual([24, 8, 3, 3, 2, 1]);
    expect([thin('down').verdict, thin('up').verdict]).toEqual(['not-paid', 'paid']);
  });

  it('an odd yen goes to the largest remainder, of equals to the first: 13 × 70% = 9.1 cuts 4 over 1, 1, 1, 10', () => {
    const of = answer(`policy: { pool: { id: p, claimed: all, terms: [ { ratio: 70% } ] } }
losses: [ { id: a, head: x, amount: 1 }, { id: b, head: x, amount: 1 }, { id: c, head: x, amount: 1 }, { id: d, head: x, amount: 10 } ]
`);
    // shares 4/13 of a yen each, and 40/13 = 3 + 1/13: the odd yen is a's
    expect(paidOf(of)).toEqual([0, 1, 1, 7]);
  });

  it('three items of about 1兆円 stay exact', () => {
    const of = answer(`policy:
  pool: { id: p, claimed: all, terms: [ { ratio: 99.99% }, { ratio: { of: 999999999999, to: 1兆円 } }, { deductible: 1 }, { ratio: 70% } ] }
losses: [ { id: a, head: x, amount: 1000000000000 }, { id: b, head: y, amount: 1兆円 }, { id: c, head: z, amount: "999,999,999,999" } ]
`);
    // 2,999,999,999,999 × 0.9999 × 0.999999999999 = 2,999,699,999,996.0003…; less 1, × 0.7 = 2,099,789,999,996.5…
    expect(of.paid).toBe(2_099_789_999_996);
  });

  it('what is owed as a percentage follows the rounding of the wording: 1,001 × 70% = 700.7', () => {
    const owed = (rounding: string, set: readonly string[] = []): number =>
      answer(
        `policy: { rounding: ${rounding}, pool: { id: p, claimed: all } }\nlosses: [ { id: a, head: x, amount: 1001, owed: 70% } ]\n`,
        set,
      ).paid;
    expect([owed('down'), owed('nearest'), owed('up')]).toEqual([700, 701, 701]);
    expect(owed('up', ['losses.a.owed=33.33%'])).toBe(334); // 333.6333
  });
});

describe('what is not known, and what is broken', () => {
  it('an exclusion that applies may pay more: 1,000 + 900 × 1,000/4,000 = 1,225, or 1,000 + 900', () => {
    const of = answer(`policy:
  schedule: { lim: 1000 }
  clauses: [ { id: X, kind: exclusion, heads: [gift], when: { excl: yes } } ]
  pool:
    id: t
    of:
      - { id: dam, claimed: all, terms: [ { limit: lim } ] }
      - { id: def, spent: [defence], terms: [ { ratio: { of: lim, to: { loss: dam } } } ] }
losses: [ { id: a, head: damages, amount: 1000 }, { id: g, head: gift, amount: 3000 }, { id: f, side: spent, head: defence, amount: 900 } ]
`);
    expect(of).toMatchObject({ verdict: 'open', paid: 1225, low: 1225, high: 1900, open: 0 });
    expect(of.flips.map(({ fact, to, verdict, low }) => [fact, to, verdict, low])).toEqual([
      ['excl', true, 'partly-paid', 1900],
      ['excl', false, 'paid', 1225],
    ]);
  });

  it('a series that is not known: one claim 170 − 10 → 100, or two: 80 and, of the period, 150 − 20 − 80 = 50', () => {
    const of = answer(`policy:
  schedule: { d: 10, lim: 100, agg: 150 }
  clauses: [ { id: SER, kind: series, when: { oneSeries: yes } } ]
  pool: { id: p, claimed: all, terms: [ { deductible: d }, { limit: lim }, { aggregate: agg } ] }
used: { p: 20 }
losses: [ { id: a, head: x, amount: 90, claim: 1 }, { id: b, head: x, amount: 80, claim: 2 } ]
`);
    expect(of).toMatchObject({ verdict: 'paid', low: 100, high: 130 });
    expect(of.findings[0]).toMatchObject({ result: 'unknown', needs: ['oneSeries'] });
  });

  it('an aggregate runs down from claim to claim: 98 − 10 = 88, then 120 − 88 = 32 of 70', () => {
    const of = answer(`policy:
  clauses: [ { id: SER, kind: series, when: { oneSeries: yes } } ]
  pool: { id: p, claimed: all, spent: [defence], terms: [ { deductible: 10 }, { limit: 100 }, { aggregate: 120, clause: AGG } ] }
facts: { oneSeries: no }
losses: [ { id: f, side: spent, head: defence, amount: 3 }, { id: a, head: x, amount: 90, claim: one }, { id: b, head: x, amount: 80, claim: two }, { id: c, head: y, amount: 5, claim: one } ]
`);
    expect(of.pools.map(({ claim, result, aggregateLeft }) => [claim, result, aggregateLeft])).toEqual([
      ['one', 88, 32],
      ['two', 32, 0],
    ]);
  });

  it('not-owed books what is not owed as breach: 90 × 30%; the other 30 is nobody’s cost', () => {
    const of = answer(`policy:
  clauses: [ { id: D1, kind: duty, when: { promised: yes }, heads: [x], breach: not-owed } ]
  pool: { id: p, claimed: all, terms: [ { deductible: 5 } ] }
facts: { promised: yes }
losses: [ { id: a, head: x, amount: 90, owed: 70% }, { id: c, head: y, amount: 50, owed: 20 } ]
`);
    // 63 + 20 − 5 = 78; own cost 140 − 30 − 78
    expect(of).toMatchObject({ verdict: 'partly-paid', notOwed: 30, paid: 78, ownCost: 32 });
    expect(cutsOf(of)).toContain('a breach 27 D1 p');
  });

  it('a deduction that may come: 40 over 90 and 50 is 26 and 14; 60 and all of b performed; 180 days and 3', () => {
    const of = answer(`policy:
  clauses: [ { id: D1, kind: duty, when: { late: yes }, breach: { deduct: lateLoss } } ]
  pool: { id: p, claimed: all }
facts: { lateLoss: 40, late: null }
losses: [ { id: a, head: x, amount: 90, performed: 60 }, { id: b, head: y, amount: 50, performed: yes } ]
documentsComplete: 2026-01-31
enquiries: [specialist, publicBody]
obstructedDays: 3
`);
    expect(of).toMatchObject({ verdict: 'open', low: 100, high: 140, open: 40, payableNow: 96, reserved: 4 });
    // 2026-01-31 is the first of 180 days, so the last is 07-29; three more
    expect(of.due).toBe('2026-08-01');
  });

  it('an exception of an exception of an exception, and every reason of a refusal', () => {
    const nested = answer(`policy:
  clauses:
    - { id: X, kind: exclusion, when: { a: yes }, except: [ { id: E1, when: { b: yes }, except: [ { id: E2, when: { c: yes }, except: [ { id: E3, when: { d: yes } } ] } ] } ] }
  pool: { id: p, claimed: all }
facts: { a: yes, b: yes, c: yes, d: yes }
losses: [ { id: a, head: x, amount: 100 } ]
`);
    expect(nested.findings[0]).toMatchObject({ result: 'excepted', exceptedBy: ['E1'] });
    const refused = answer(`policy:
  clauses:
    - { id: T, kind: trigger, when: { leak: no } }
    - { id: X1, kind: exclusion, when: { war: yes } }
    - { id: X2, kind: exclusion, when: { quake: yes } }
  pool: { id: p, claimed: all }
facts: { leak: yes, war: yes, quake: yes }
losses: [ { id: a, head: x, amount: 100 } ]
`);
    expect(refused.findings.map(({ result }) => result)).toEqual(['not-met', 'met', 'met']);
    expect(cutsOf(refused)).toEqual(['a not-covered 100 T p']);
  });
});

describe('forms that can only mean one thing', () => {
  const one = (term: string): number =>
    answer(`policy: { pool: { id: p, claimed: all, terms: [ ${term} ] } }\nlosses: [ { id: 1, head: x, amount: 100 } ]\n`).paid;

  it('a franchise pays all of what is above it, and nothing of what is not', () => {
    const forms = (yen: number): string[] => [
      `{ deductible: ${yen}, kind: franchise }`,
      `{ deductible: { franchise: ${yen} } }`,
      `{ franchise: ${yen} }`,
    ];
    expect(forms(99).map(one)).toEqual([100, 100, 100]);
    expect(forms(100).map(one)).toEqual([0, 0, 0]);
    expect(['{ deductible: 99 }', '{ deductible: { excess: 99 } }', '{ excess: 99 }'].map(one)).toEqual([1, 1, 1]);
  });

  it('the schedule of the claim is that of a policy inside it without one', () => {
    const text =
      'policy: { pool: { id: p, claimed: all, terms: [ { limit: lim } ] } }\nschedule: { lim: 60 }\nlosses: [ { id: a, head: x, amount: 100 } ]\n';
    expect([answer(text).paid, answer(text, ['schedule.lim=70']).paid]).toEqual([60, 70]);
    expect(refusal(text.replace('lim: 60', 'lime: 60'))).toContain(
      'refused.yaml:1:58: Found "lim", which is neither a fact nor a schedule entry.',
    );
  });

  it('a smaller amount takes down what is owed of it', () => {
    const text = 'policy: { pool: { id: p, claimed: all } }\nlosses: [ { id: a, head: x, amount: 100, owed: 80, performed: 60 } ]\n';
    expect(answer(text, ['losses.a.amount=50'])).toMatchObject({ claimed: 50, notOwed: 0, paid: 50, payableNow: 50 });
  });

  it('a file of one long line is not taken for a deep one', () => {
    const losses = Array.from({ length: 200 }, (_, i) => ({ id: `l${i}`, head: 'x', amount: i }));
    const text = JSON.stringify({ policy: { pool: { id: 'p', claimed: 'all' } }, losses });
    expect(answer(text).paid).toBe(19_900); // 0 + 1 + … + 199
  });
});

describe('a refusal shows the form that is meant', () => {
  const pool = (inside: string, more = ''): string => `policy:\n  pool: { id: p, ${inside} }\n  ${more}\nfacts: { n: 5 }\nlosses: []\n`;
  const when = (condition: string): string => pool('claimed: all', `clauses: [ { id: X, kind: exclusion, when: ${condition} } ]`);

  /** The sign ¦ stands where the complaint has to point. */
  it.each([
    [when('{ number: n, atLeast: ¦50% }'), 'Found "50%".', 'say of what it is a share: { percent: 50%, of: … }'],
    [when('¦{ number: n, moreThan: 5 }'), 'Found a group with the keys number, moreThan.', 'Allowed: { number: name, atLeast: amount } or'],
    [when('¦{ date: d, from: a, before: b }'), 'Found a group with the keys date, from, before.', 'in a list under all:'],
    [when('{ number: n, atLeast: 5 }').replace('n: 5 }\nl', 'n: ¦60% }\nl'), 'Found "60%"', 'give the part and the whole as two facts'],
    [pool('claimed: all, terms: [ { deductible: 5, ¦type: franchise } ]'), 'Found the key "type".', 'kind: excess | franchise'],
    [pool('claimed: ¦gift'), 'Found "gift".', 'write [gift], if that head is meant'],
    [pool('claimed: ¦[all]'), 'Found a list of 1.', 'write all without brackets'],
    [
      'policy: plan-b\nlosses: [ { id: a, head: x, amount: 10,000,¦000 } ]\n',
      'Found the key "000" a second time.',
      'put the whole value before it in quotes',
    ],
    [
      'policy: plan-b\nlosses: [ ¦{ id: a, head: x, amount: 5, each: 5, count: 1 } ]\n',
      'Found a group',
      'amount:, or with each: and count:, not with both',
    ],
    ['policy:\n¦\tpool: { id: p, claimed: all }\nlosses: []\n', 'Found text that cannot be read', 'indent with spaces'],
  ])('%j', (marked, found, form) => {
    const before = marked.slice(0, marked.indexOf('¦'));
    const place = `${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
    const said = refusal(marked.replace('¦', ''));
    expect(said).toContain(`refused.yaml:${place}: ${found}`);
    expect(said).toContain(form);
  });
});

describe('the command itself', () => {
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/tools/assess.ts', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });

  it('calls terms by their keys in the file: perHead, onlyIfPays', () => {
    const path = file(`policy:
  pool:
    id: p
    of:
      - { id: main, claimed: all, terms: [ { franchise: 1000 } ] }
      - { id: gifts, spent: [gift], terms: [ { perHead: 3 }, { onlyIfPays: [main], clause: OIP } ] }
losses: [ { id: a, head: x, amount: 999 }, { id: g, side: spent, head: gift, each: 5, count: 2 } ]
`);
    const { status, stdout } = run([path, '--json']);
    const printed = JSON.parse(stdout) as {
      items: { cuts: { cause: string; amount: number }[] }[];
      pools: { steps: { term: string }[] }[];
    };
    expect(status).toBe(0);
    expect(printed.items.map(({ cuts }) => cuts.map(({ cause, amount }) => [cause, amount]))).toEqual([
      [['franchise', 999]],
      [
        ['perHead', 4],
        ['onlyIfPays', 6],
      ],
    ]);
    expect(printed.pools.at(-1)?.steps.map(({ term }) => term)).toEqual(['perHead', 'onlyIfPays']);
  });

  it('reads a byte order mark and line ends of Windows, and counts lines and columns as an editor does', () => {
    const path = file('\uFEFFpolicy: plan-c\r\nlosses:\r\n  - { id: a, head: x, amount: 5 }\r\n');
    const { status, stdout, stderr } = run([path, '--json']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(':1:9: Found the policy "plan-c", which is not there.');
  });

  it('finds a file from where npm was called, too', () => {
    const path = file('policy: { pool: { id: p, claimed: all } }\nlosses: []\n', 'near.yaml');
    expect(run(['near.yaml', '--json'], { INIT_CWD: folder }).status).toBe(0);
    expect(run([path]).status).toBe(0);
  });
}, 60_000);
