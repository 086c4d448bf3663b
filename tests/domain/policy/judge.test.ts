import { describe, expect, it } from 'vitest';
import { judge } from '#domain/policy/judge.ts';
import type { Amount, Clause, Condition, Pool, Term, Value, Wording } from '#domain/policy/wording.ts';

const yes = (name: string): Condition => ({ op: 'is', name, values: [true] });
const clause = (id: string, when: Condition, more: Partial<Clause> = {}): Clause => ({
  id,
  kind: 'trigger',
  when,
  scope: {},
  except: [],
  ...more,
});
const leaf = (id: string, more: Partial<Pool> = {}): Pool => ({ id, takes: { claimed: 'all' }, terms: [], ...more });
const wording = (more: Partial<Wording> = {}): Wording => ({
  id: 'w',
  version: 1,
  rounding: 'down',
  facts: {
    leak: { type: 'yesno' },
    when: { type: 'date' },
    who: { type: 'choice', values: ['officer', 'employee'] },
    heads: { type: 'number' },
  },
  schedule: { limit: 1_000_000, share: { basisPoints: 9000 }, start: '2026-04-01' },
  clauses: [clause('T', yes('leak'))],
  pool: leaf('all'),
  ...more,
});
const found = (of: Wording): string[] => judge(of).map((flaw) => `${flaw.path.join('.')}: ${flaw.found}`);

describe('a wording fit to decide by', () => {
  it('has no flaw', () => {
    expect(judge(wording())).toEqual([]);
  });
});

describe('clauses', () => {
  it('have ids of their own, exceptions included', () => {
    const twice = clause('X', yes('leak'), { except: [{ id: 'T', when: yes('leak'), except: [] }] });
    expect(found(wording({ clauses: [clause('T', yes('leak')), twice] }))).toEqual([
      'clauses.1.except.0.id: the clause id "T" a second time',
    ]);
  });

  it('are no exceptions of themselves', () => {
    const own = clause('X', yes('leak'), { except: [{ id: 'X', when: yes('leak'), except: [] }] });
    expect(found(wording({ clauses: [own] }))).toEqual(['clauses.0.except.0.id: "X" as an exception of itself']);
  });

  it('are judged to the end though one that is its own exception is asked for by another', () => {
    const own = clause('X', yes('leak'), { except: [{ id: 'X', when: yes('leak'), except: [] }] });
    expect(found(wording({ clauses: [own, clause('A', { op: 'clause', clause: 'X' })] }))).toEqual([
      'clauses.0.except.0.id: "X" as an exception of itself',
    ]);
  });

  it('have exceptions that do not depend on them, at any depth', () => {
    const inner = { id: 'X-i-a', when: { op: 'clause', clause: 'X' } as const, except: [] };
    const own = clause('X', yes('leak'), { except: [{ id: 'X-i', when: yes('leak'), except: [inner] }] });
    expect(found(wording({ clauses: [own] }))).toEqual([
      'clauses.0.except.0.except.0.when.clause: an exception that depends on the clause it excepts, "X"',
    ]);
  });

  it('may be asked for by the money side, if they are there', () => {
    const gated = (id: string): Wording => {
      const when: Condition = { op: 'clause', clause: id };
      return wording({ pool: leaf('all', { when, terms: [{ kind: 'limit', amount: { op: 'yen', yen: 1 }, when }] }) });
    };
    expect(judge(gated('T'))).toEqual([]);
    expect(found(gated('U'))).toEqual([
      'pool.when.clause: a reference to the clause "U", which is not there',
      'pool.terms.0.when.clause: a reference to the clause "U", which is not there',
    ]);
  });

  it('do not ask for a clause that is nowhere', () => {
    const flaws = judge(wording({ clauses: [clause('T', { op: 'not', of: { op: 'clause', clause: 'U' } })] }));
    expect(flaws.map(({ path, among }) => [path, among])).toEqual([[['clauses', 0, 'when', 'of', 'clause'], { word: 'U', known: ['T'] }]]);
  });

  it('do not ask for one in a part of a condition either', () => {
    for (const op of ['all', 'any'] as const) {
      const when: Condition = { op, of: [yes('leak'), { op: 'not', of: { op: 'clause', clause: 'U' } }] };
      expect(found(wording({ clauses: [clause('T', when)] }))).toEqual([
        'clauses.0.when.of.1.of.clause: a reference to the clause "U", which is not there',
      ]);
    }
  });

  it('do not ask for each other in a circle', () => {
    const circle = [clause('A', { op: 'clause', clause: 'B' }), clause('B', { op: 'clause', clause: 'A' })];
    expect(found(wording({ clauses: circle }))).toEqual(['clauses.1.when.clause: clauses that ask for each other in a circle: B → A → B']);
  });

  it('do not ask for themselves', () => {
    expect(found(wording({ clauses: [clause('A', { op: 'clause', clause: 'A' })] }))).toEqual([
      'clauses.0.when.clause: a clause that asks for itself, "A"',
    ]);
  });

  it('may ask for a clause that asks for no other, twice', () => {
    const both: Condition = {
      op: 'any',
      of: [
        { op: 'clause', clause: 'T' },
        { op: 'clause', clause: 'T' },
      ],
    };
    expect(judge(wording({ clauses: [clause('T', yes('leak')), clause('A', both), clause('B', { op: 'clause', clause: 'A' })] }))).toEqual(
      [],
    );
  });

  it('bite on pools that are there', () => {
    expect(judge(wording({ clauses: [clause('T', yes('leak'), { scope: { pools: ['all'] } })] }))).toEqual([]);
    expect(found(wording({ clauses: [clause('T', yes('leak'), { scope: { pools: ['al'] } })] }))).toEqual([
      'clauses.0.scope.pools.0: a reference to the pool "al", which is not there',
    ]);
  });
});

describe('names and values', () => {
  const judged = (when: Condition): string[] => found(wording({ clauses: [clause('T', when)] }));

  it('are facts or schedule entries', () => {
    expect(judged(yes('leek'))).toEqual(['clauses.0.when.name: "leek", which is neither a fact nor a schedule entry']);
  });

  it('are values that the fact can have', () => {
    expect(judged({ op: 'is', name: 'who', values: ['officer', 'boss'] })).toEqual([
      'clauses.0.when.values.1: "boss" as a value of "who", which is a choice of words',
    ]);
    expect(judged({ op: 'is', name: 'leak', values: ['yes'] })).toEqual([
      'clauses.0.when.values.0: "yes" as a value of "leak", which is yes or no',
    ]);
  });

  it.each<[string, Value, string | null]>([
    ['leak', false, null],
    ['leak', 1, '1 as a value of "leak", which is yes or no'],
    ['who', 'employee', null],
    ['who', true, 'yes as a value of "who", which is a choice of words'],
    ['who', false, 'no as a value of "who", which is a choice of words'],
    ['who', { basisPoints: 5000 }, '50% as a value of "who", which is a choice of words'],
    ['when', '2026-02-28', null],
    ['when', '2026-02-29', '"2026-02-29" as a value of "when", which is a date'],
    ['start', '2026-02-28', null],
    ['start', 'spring', '"spring" as a value of "start", which is a date'],
    ['limit', 0, null],
    ['limit', -1, '-1 as a value of "limit", which is an amount of yen'],
    ['share', { basisPoints: 5000 }, null],
    ['share', 5000, '5000 as a value of "share", which is a percentage'],
    ['plan', 'gold', null],
    ['plan', 3, '3 as a value of "plan", which is a word'],
  ])('are values of their type: "%s" is %o', (name, value, flaw) => {
    const schedule = { ...wording().schedule, plan: 'silver' };
    expect(found(wording({ schedule, clauses: [clause('T', { op: 'is', name, values: [value] })] }))).toEqual(
      flaw === null ? [] : [`clauses.0.when.values.0: ${flaw}`],
    );
  });

  it('are told from one another: a word that a choice does not know comes with those that it knows', () => {
    const flaw = (name: string, value: Value) => judge(wording({ clauses: [clause('T', { op: 'is', name, values: [value] })] }))[0];
    const remedy = 'write a value that it can have';
    expect(flaw('who', 'boss')).toMatchObject({
      allowed: 'one of: officer, employee',
      remedy,
      among: { word: 'boss', known: ['officer', 'employee'] },
    });
    expect(flaw('who', true)).toMatchObject({ allowed: 'one of: officer, employee', remedy });
    expect(flaw('when', 'spring')).toMatchObject({ allowed: 'a date', remedy });
    expect([flaw('who', true)?.among, flaw('when', 'spring')?.among]).toEqual([undefined, undefined]);
  });

  it('are dates where dates are compared, and the name of one is asked for', () => {
    expect(judged({ op: 'from', name: 'when', than: { date: '2026-04-01' } })).toEqual([]);
    const allowed = (when: Condition) => judge(wording({ clauses: [clause('T', when)] })).map((flaw) => flaw.allowed);
    expect(allowed({ op: 'from', name: 'leak', than: { date: '2026-04-01' } })).toEqual(['the name of a date']);
    expect(allowed({ op: 'atLeast', name: 'leak', amount: { op: 'yen', yen: 1 } })).toEqual(['the name of an amount of yen or a number']);
  });

  it('are dates where dates are compared', () => {
    expect(judged({ op: 'within', name: 'when', months: 1, after: { name: 'leak' } })).toEqual([
      'clauses.0.when.after: "leak", which is yes or no',
    ]);
    expect(judged({ op: 'before', name: 'when', than: { name: 'start' } })).toEqual([]);
  });

  it('are amounts where amounts are compared', () => {
    expect(judged({ op: 'atLeast', name: 'heads', amount: { op: 'entry', name: 'when' } })).toEqual([
      'clauses.0.when.amount.name: "when", which is a date',
    ]);
  });

  it('are whole numbers from 0 where a number is meant', () => {
    const of = (value: number) => judged({ op: 'is', name: 'heads', values: [value] });
    expect([of(0), of(1)]).toEqual([[], []]);
    expect(of(-1)).toHaveLength(1);
    expect(of(0.5)).toHaveLength(1);
  });

  it('are amounts, with the way to write a share where one is named instead', () => {
    const remedy = (name: string) =>
      judge(wording({ clauses: [clause('T', { op: 'atLeast', name: 'heads', amount: { op: 'entry', name } })] })).map(
        (flaw) => flaw.remedy,
      );
    expect(remedy('share')).toEqual(['say of what it is a share: { percent: share, of: … }']);
    expect(remedy('when')).toEqual(['name another fact or schedule entry, or compare it in another way']);
  });

  it('are amounts in a breach: what it deducts, and how much it deducts at most', () => {
    const breaking = (breach: NonNullable<Clause['breach']>): string[] =>
      found(wording({ clauses: [clause('T', yes('leak')), clause('D', yes('leak'), { kind: 'duty', breach })] }));
    const lost = { op: 'entry', name: 'lost' } as const;
    expect(breaking({ kind: 'deduct', amount: lost })).toEqual([
      'clauses.1.breach.amount.name: "lost", which is neither a fact nor a schedule entry',
    ]);
    expect(breaking({ kind: 'some-or-all', upTo: lost })).toEqual([
      'clauses.1.breach.upTo.name: "lost", which is neither a fact nor a schedule entry',
    ]);
    expect(breaking({ kind: 'deduct', amount: { op: 'entry', name: 'limit' } })).toEqual([]);
  });

  it('are none where a schedule entry has no value', () => {
    expect(judge(wording({ schedule: { ...wording().schedule, leak: undefined } }))).toEqual([]);
  });

  it('are judged in the condition of a pool and in the amounts of its terms', () => {
    const unknown = { op: 'entry', name: 'lost' } as const;
    const terms: Term[] = [
      { kind: 'limit', amount: unknown },
      { kind: 'ratio', ratio: { of: unknown, to: unknown } },
    ];
    expect(found(wording({ pool: leaf('all', { when: yes('leek'), terms }) })).map((flaw) => flaw.split(',')[0])).toEqual([
      'pool.when.name: "leek"',
      'pool.terms.0.amount.name: "lost"',
      'pool.terms.1.ratio.of.name: "lost"',
      'pool.terms.1.ratio.to.name: "lost"',
    ]);
  });

  it('are judged in the condition of a term too', () => {
    const term = { kind: 'deductible', amount: { op: 'entry', name: 'limit' }, when: yes('leek') } as const;
    expect(found(wording({ pool: leaf('all', { terms: [term] }) }))).toEqual([
      'pool.terms.0.when.name: "leek", which is neither a fact nor a schedule entry',
    ]);
  });

  it('are shares and amounts in a share of an amount, and amounts in what is taken for each', () => {
    const limited = (amount: Amount): string[] => found(wording({ pool: leaf('all', { terms: [{ kind: 'limit', amount }] }) }));
    const of: Amount = { op: 'entry', name: 'limit' };
    expect(limited({ op: 'percent', percent: 'share', of })).toEqual([]);
    expect(limited({ op: 'percent', percent: { basisPoints: 5000 }, of })).toEqual([]);
    expect(limited({ op: 'percent', percent: 'limit', of })).toEqual(['pool.terms.0.amount.percent: "limit", which is an amount of yen']);
    expect(limited({ op: 'percent', percent: { basisPoints: 20_000 }, of })).toEqual(['pool.terms.0.amount.percent: 200%']);
    const share: Amount = { op: 'entry', name: 'share' };
    expect(limited({ op: 'percent', percent: 'share', of: share })).toEqual([
      'pool.terms.0.amount.of.name: "share", which is a percentage',
    ]);
    expect(limited({ op: 'each', each: share, count: { op: 'entry', name: 'leak' } })).toEqual([
      'pool.terms.0.amount.each.name: "share", which is a percentage',
      'pool.terms.0.amount.count.name: "leak", which is yes or no',
    ]);
  });

  it('are ratios where ratios are applied', () => {
    const ratio = (name: string): string[] => found(wording({ pool: leaf('all', { terms: [{ kind: 'ratio', ratio: name }] }) }));
    expect(ratio('share')).toEqual([]);
    expect(ratio('limit')).toEqual(['pool.terms.0.ratio: "limit", which is an amount of yen']);
  });

  it('leave the amounts of pools to the terms', () => {
    expect(judged({ op: 'atLeast', name: 'heads', amount: { op: 'result', pool: 'all' } })).toEqual([
      'clauses.0.when.amount: the result of a pool outside a term',
    ]);
  });

  it('mean one thing', () => {
    expect(found(wording({ schedule: { leak: true } }))).toEqual(['schedule.leak: "leak" both as a schedule entry and as a fact']);
  });

  it('hold ratios from 0 to 100 %', () => {
    const of = (basisPoints: number): string[] =>
      found(wording({ pool: leaf('all', { terms: [{ kind: 'ratio', ratio: { basisPoints } }] }) }));
    expect([of(0), of(10_000)]).toEqual([[], []]);
    expect([of(10_001), of(-1)]).toEqual([['pool.terms.0.ratio: 100.01%'], ['pool.terms.0.ratio: -0.01%']]);
    expect(found(wording({ schedule: { share: { basisPoints: 20_000 } } }))).toEqual(['schedule.share: 200%']);
  });
});

describe('pools', () => {
  const tree = (...of: Pool[]): Wording => wording({ pool: { id: 'top', of, terms: [] } });
  const limit = (pool: string) => ({ kind: 'limit', amount: { op: 'result', pool } }) as const;

  it('do not limit themselves by their own result, nor by what contains them', () => {
    expect(found(tree(leaf('a', { terms: [limit('a')] })))).toEqual([
      'pool.of.0.terms.0.amount.pool: a limit of the pool "a" that refers to itself',
    ]);
    expect(found(tree(leaf('a', { terms: [limit('top')] })))).toEqual([
      'pool.of.0.terms.0.amount.pool: a limit of the pool "a" that refers to itself: "top" contains this pool',
    ]);
  });

  it('may limit themselves by their own loss', () => {
    expect(judge(tree(leaf('a', { terms: [{ kind: 'limit', amount: { op: 'loss', pool: 'a' } }] })))).toEqual([]);
  });

  it('do not wait for each other in a circle', () => {
    const a = leaf('a', { takes: { claimed: ['x'] }, terms: [limit('b')] });
    const b = leaf('b', { terms: [{ kind: 'only-if-pays', pools: ['a'] }] });
    expect(found(tree(a, b))).toEqual(['pool.of.1.terms.0.pools.0: pools that wait for each other in a circle: b → a → b']);
  });

  it('wait for the pools inside those they name', () => {
    const inner = leaf('inner', { takes: { claimed: ['x'] }, terms: [limit('b')] });
    const a: Pool = { id: 'a', of: [inner], terms: [] };
    expect(found(tree(a, leaf('b', { terms: [limit('a')] })))).toEqual([
      'pool.of.1.terms.0.amount.pool: pools that wait for each other in a circle: b → a → inner → b',
    ]);
  });

  it('are followed once each, not once for every way that leads to them', { timeout: 2_000 }, () => {
    // each of two pools waits for both of the two before it: 2 ways to the first, 4 to the one before, 2^24 from the last to the first
    const both = (i: number): Amount => ({ op: 'sum', of: ['a', 'b'].map((of) => ({ op: 'result', pool: `${of}${i}` })) });
    const pair = (i: number): Pool[] =>
      ['a', 'b'].map((of) =>
        leaf(`${of}${i}`, { takes: { claimed: [`${of}${i}`] }, terms: i === 0 ? [] : [{ kind: 'limit', amount: both(i - 1) }] }),
      );
    expect(judge(tree(...Array.from({ length: 25 }, (_, i) => pair(i)).flat()))).toEqual([]);
  });

  it('have ids of their own', () => {
    expect(found(tree(leaf('a', { takes: { claimed: ['x'] } }), leaf('a', { takes: { claimed: ['y'] } })))).toEqual([
      'pool.of.1.id: the pool id "a" a second time',
    ]);
  });

  it('are named by pools that are there, in a limit and on both sides of a ratio', () => {
    expect(found(tree(leaf('a', { terms: [limit('c')] })))).toEqual([
      'pool.of.0.terms.0.amount.pool: a reference to the pool "c", which is not there',
    ]);
    const ratio = { of: { op: 'result', pool: 'c' }, to: { op: 'loss', pool: 'd' } } as const;
    expect(found(tree(leaf('a', { terms: [{ kind: 'ratio', ratio }] })))).toEqual([
      'pool.of.0.terms.0.ratio.of.pool: a reference to the pool "c", which is not there',
      'pool.of.0.terms.0.ratio.to.pool: a reference to the pool "d", which is not there',
    ]);
  });

  it('take each head on each side once, unless they differ by when', () => {
    const one = leaf('a', { takes: { claimed: ['x', 'y'] } });
    const other = leaf('b', { takes: { claimed: ['y', 'z'] } });
    expect(found(tree(one, other))).toEqual([
      'pool.of.1.takes.claimed: "y" on the side claimed in two pools, "a" and "b", that do not differ by when',
    ]);
    expect(judge(tree({ ...one, when: yes('leak') }, other))).toEqual([]);
    expect(judge(tree(one, leaf('b', { takes: { spent: ['y'] } })))).toEqual([]);
  });

  it('can be reached', () => {
    expect(found(tree(leaf('a'), leaf('b', { takes: { claimed: ['x'] } })))).toEqual([
      'pool.of.1: the pool "b", which no loss can reach: "a" before it takes the same',
    ]);
    expect(judge(tree(leaf('a', { when: yes('leak') }), leaf('b', { takes: { claimed: ['x'] } })))).toEqual([]);
    expect(judge(tree(leaf('b', { takes: { claimed: ['x'] } }), leaf('a')))).toEqual([]);
    expect(judge(tree(leaf('a'), leaf('b', { takes: { claimed: ['x'], spent: ['x'] } })))).toEqual([]);
  });

  it('do not differ by a when that both of them have', () => {
    const one = leaf('a', { when: yes('leak'), takes: { claimed: ['x'] } });
    const other = leaf('b', { when: yes('leak'), takes: { claimed: ['x'] } });
    expect(found(tree(one, other))).toEqual([
      'pool.of.1.takes.claimed: "x" on the side claimed in two pools, "a" and "b", that do not differ by when',
    ]);
    expect(judge(tree(one, { ...other, when: { op: 'not', of: yes('leak') } }))).toEqual([]);
    expect(found(tree({ ...one, takes: { claimed: 'all' } }, other))).toEqual([
      'pool.of.1: the pool "b", which no loss can reach: "a" before it takes the same',
    ]);
    expect(judge(tree({ ...one, takes: { claimed: 'all' } }, leaf('c')))).toEqual([]);
  });

  it('take something', () => {
    expect(found(wording({ pool: leaf('all', { takes: { claimed: [] } }) }))).toEqual(['pool: the pool "all", which takes no losses']);
  });

  it('cap heads as their first term only', () => {
    const cap = { kind: 'per-head', amount: { op: 'yen', yen: 500 } } as const;
    const first = leaf('all', { terms: [cap] });
    expect(judge(wording({ pool: first }))).toEqual([]);
    expect(found(wording({ pool: { ...first, terms: [{ kind: 'limit', amount: { op: 'yen', yen: 1 } }, cap] } }))).toEqual([
      'pool.terms.1: a cap per head after another term',
    ]);
    expect(found(wording({ pool: { id: 'top', of: [leaf('all')], terms: [cap] } }))).toEqual([
      'pool.terms.0: a cap per head on a pool of pools',
    ]);
  });
});
