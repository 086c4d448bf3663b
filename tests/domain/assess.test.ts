import { describe, expect, test } from 'vitest';
import { assess, compile, trace, type Traced } from '#domain/assess.ts';
import type { Claim, Loss } from '#domain/assessment.ts';
import { prepare } from '#domain/payout/prepare.ts';
import { settle } from '#domain/payout/settle.ts';
import type { Breach, Clause, Condition, FactType, Pool, Wording } from '#domain/policy/wording.ts';
import {
  aggregate,
  all,
  branch,
  damages,
  deductible,
  defence,
  entry,
  is,
  item,
  leaf,
  limit,
  loss,
  onlyIfPays,
  pay,
  percent,
  perHead,
  poolOf,
  ratio,
  result,
  wordingOf,
  yen,
} from '../support/families.ts';

const yes = (name: string): Condition => is(name, true);
const ALWAYS = all();
const NEVER: Condition = { op: 'not', of: ALWAYS };
const FACTS: Readonly<Record<string, FactType>> = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { type: 'yesno' as const }]));
const clause = (id: string, kind: Clause['kind'], when: Condition, more: Partial<Clause> = {}): Clause => ({
  id,
  kind,
  when,
  scope: {},
  except: [],
  ...more,
});
const duty = (id: string, when: Condition, breach: Breach, more: Partial<Clause> = {}): Clause =>
  clause(id, 'duty', when, { breach, ...more });
const everything: Pool = leaf('p', { claimed: 'all', spent: 'all' }, [], { clause: 'PAY' });
const under = (clauses: readonly Clause[], pool: Pool = everything, more: Partial<Wording> = {}): Wording =>
  wordingOf(pool, {}, { clauses, facts: FACTS, owedClause: 'OWED', ...more });
const cuts = (found: Traced, id: string): string[] =>
  found.items.find((one) => one.id === id)?.cuts.map(({ cause, amount, clause: by, pool }) => `${cause} ${amount} ${by} ${pool}`) ?? [];

describe('covered', () => {
  test.each(['eligibility', 'insured', 'period'] as const)('every %s clause in scope has to be met', (kind) => {
    const found = pay(under([clause('ONE', kind, ALWAYS), clause('TWO', kind, NEVER), clause('THREE', kind, NEVER)]), [damages(100)]);
    expect(found).toMatchObject({ verdict: 'not-paid', paid: 0 });
    expect(cuts(found, 'damages')).toEqual(['not-covered 100 TWO p']);
  });
  test('one trigger in scope is enough; a single one that is not met is named, of several none is: the clause of the pool is', () => {
    expect(pay(under([clause('T1', 'trigger', NEVER), clause('T2', 'trigger', ALWAYS)]), [damages(100)]).paid).toBe(100);
    expect(cuts(pay(under([clause('T1', 'trigger', NEVER), clause('T2', 'trigger', NEVER)]), [damages(100)]), 'damages')).toEqual([
      'not-covered 100 PAY p',
    ]);
    expect(cuts(pay(under([clause('T1', 'trigger', NEVER)]), [damages(100)]), 'damages')).toEqual(['not-covered 100 T1 p']);
  });
  test('where no trigger is in scope none is needed', () => {
    expect(pay(under([]), [damages(100)]).paid).toBe(100);
    expect(pay(under([clause('T', 'trigger', NEVER, { scope: { heads: ['gift'] } })]), [damages(100)]).paid).toBe(100);
  });
  test('a trigger or an insured clause may bite on some pools only: own costs need a leak, not a claim', () => {
    const pool = branch('c', [leaf('liability', { claimed: 'all' }), leaf('own', { spent: 'all' })]);
    const wording = under(
      [
        clause('TL', 'trigger', yes('a'), { scope: { pools: ['liability'] } }),
        clause('TO', 'trigger', yes('b'), { scope: { pools: ['own'] } }),
      ],
      pool,
    );
    const losses = [damages(100), item('gift', 'spent', 'gift', 7)];
    expect(pay(wording, losses, { facts: { a: false, b: true } })).toMatchObject({ paid: 7, verdict: 'partly-paid' });
    expect(pay(wording, losses, { facts: { a: true, b: false } })).toMatchObject({ paid: 100, verdict: 'partly-paid' });
  });
  test('a scope on a branch holds for all that the branch holds', () => {
    const pool = branch('root', [
      branch('costs', [leaf('gift', { spent: ['gift'] }), leaf('other', { spent: 'all' })]),
      leaf('liability', { claimed: 'all' }),
    ]);
    const found = pay(under([clause('EX', 'exclusion', ALWAYS, { scope: { pools: ['costs'] } })], pool), [
      damages(1),
      item('g', 'spent', 'gift', 2),
      item('o', 'spent', 'overtime', 4),
    ]);
    expect(found.items.map(({ paid }) => paid)).toEqual([1, 0, 0]);
  });
  test('heads and pools together: both have to fit', () => {
    const pool = branch('root', [leaf('own', { spent: 'all' }), leaf('liability', { claimed: 'all' })]);
    const wording = under([clause('EX', 'exclusion', ALWAYS, { scope: { pools: ['own'], heads: ['gift'] } })], pool);
    const found = pay(wording, [
      item('own gift', 'spent', 'gift', 1),
      item('own ad', 'spent', 'apology-ad', 2),
      item('their gift', 'claimed', 'gift', 4),
    ]);
    expect(found.items.map(({ paid }) => paid)).toEqual([0, 2, 4]);
  });
  test('what no pool takes is not covered, under the clause of the contract', () => {
    const found = pay(under([], leaf('p', { claimed: ['damages'] }, [], { clause: 'PAY' })), [
      damages(100),
      item('x', 'claimed', 'gift', 7),
      defence(3),
    ]);
    expect(found).toMatchObject({ verdict: 'partly-paid', paid: 100, ownCost: 10 });
    expect(cuts(found, 'x')).toEqual(['not-covered 7 PAY null']);
    expect(poolOf(found, 'p').claimed).toBe(100);
  });
});

describe('where an item goes', () => {
  test('to the first leaf, as written, that takes its side and head', () => {
    const pool = branch('c', [leaf('gift', { claimed: ['gift'] }), leaf('rest', { claimed: 'all' }), leaf('own', { spent: 'all' })]);
    const found = pay(under([], pool), [item('g', 'claimed', 'gift', 1), damages(2), item('s', 'spent', 'gift', 4)]);
    expect(['gift', 'rest', 'own', 'c'].map((id) => poolOf(found, id).paid)).toEqual([1, 2, 4, 7]);
  });
  test('a leaf whose `when` is no is passed over, and is not shown', () => {
    const pool = branch('c', [leaf('rider', { spent: ['gift'] }, [limit(yen(1))], { when: yes('a') }), leaf('own', { spent: 'all' })]);
    const losses = [item('s', 'spent', 'gift', 4)];
    expect(pay(under([], pool), losses, { facts: { a: true } }).paid).toBe(1);
    const found = pay(under([], pool), losses, { facts: { a: false } });
    expect(found.paid).toBe(4);
    expect(found.pools.map((one) => one.pool)).toEqual(['c', 'own']);
  });
  test('a branch that is shut shuts all it holds', () => {
    const pool = branch('c', [
      branch('riders', [leaf('rider', { spent: 'all' })], [], { when: yes('a') }),
      leaf('own', { spent: ['gift'] }),
    ]);
    const losses = [item('s', 'spent', 'gift', 4), item('t', 'spent', 'overtime', 2)];
    const found = pay(under([], pool), losses, { facts: { a: false } });
    expect(found).toMatchObject({ paid: 4, verdict: 'partly-paid' });
    expect(found.pools.map((one) => one.pool)).toEqual(['c', 'own']);
  });
});

describe('each yen is cut once, in the order not owed, not covered, excluded, terms, breach', () => {
  test('what is not owed is cut before anything else; the rest where it stops', () => {
    const found = pay(under([clause('EX', 'exclusion', ALWAYS)]), [damages(100, { owed: 60 })]);
    expect(cuts(found, 'damages')).toEqual(['not-owed 40 OWED p', 'excluded 60 EX p']);
    expect(found).toMatchObject({ notOwed: 40, ownCost: 60 });
  });
  test('what is not covered is not excluded as well', () => {
    const found = pay(under([clause('EX', 'exclusion', ALWAYS), clause('PERIOD', 'period', NEVER)]), [damages(100)]);
    expect(cuts(found, 'damages')).toEqual(['not-covered 100 PERIOD p']);
  });
  test('no liability: nothing of the damages, the defence costs all the same, and nothing of it is “partly”', () => {
    const found = pay(under([]), [damages(100, { owed: 0 }), defence(30)]);
    expect(found).toMatchObject({ verdict: 'paid', paid: 30, notOwed: 100, ownCost: 0 });
  });
  test('leaf to root, each term under its clause or that of the pool above; a term that cuts nothing still stands', () => {
    const pool = branch(
      'root',
      [leaf('p', { claimed: 'all' }, [deductible(yen(10), { clause: 'DED' }), limit(yen(500))], { clause: 'LEAF' })],
      [limit(yen(60))],
      { clause: 'ROOT' },
    );
    const found = pay(under([], pool), [damages(100)]);
    expect(cuts(found, 'damages')).toEqual(['deductible 10 DED p', 'limit 30 ROOT root']);
    expect(poolOf(found, 'p').steps).toEqual([
      { term: 'deductible', amount: 10, before: 100, after: 90, clause: 'DED' },
      { term: 'limit', amount: 500, before: 90, after: 90, clause: 'LEAF' },
    ]);
    expect(poolOf(found, 'p')).toMatchObject({ claimed: 100, loss: 100, result: 90, paid: 60, left: 40, aggregateLeft: null });
    expect(found.verdict).toBe('paid');
  });
  test('a policy that names no clause cuts without one', () => {
    expect(cuts(pay(wordingOf(leaf('p', { claimed: 'all' }, [limit(yen(60))])), [damages(100, { owed: 90 })]), 'damages')).toEqual([
      'not-owed 10 null p',
      'limit 30 null p',
    ]);
  });
  test('a cut falls on the items of its pool in proportion to what each still has', () => {
    const pool = leaf('p', { claimed: 'all' }, [perHead(yen(100)), limit(yen(150))]);
    const found = pay(under([], pool), [item('a', 'claimed', 'gift', 300, { count: 1 }), item('b', 'claimed', 'gift', 200, { count: 3 })]);
    // 100 and 200 after the cap; 150 of the 300 are cut: 50 and 100
    expect(found.items.map(({ paid }) => paid)).toEqual([50, 100]);
  });
  test('the two sides of a proportion are shown with the step', () => {
    const pool = branch('c', [
      leaf('d', { claimed: 'all' }),
      leaf('f', { spent: 'all' }, [ratio({ of: yen(100), to: { op: 'loss', pool: 'd' } })]),
    ]);
    expect(poolOf(pay(under([], pool), [damages(400), defence(30)]), 'f').steps).toEqual([
      { term: 'ratio', amount: null, of: 100, to: 400, before: 30, after: 7, clause: null },
    ]);
  });
  test('onlyIfPays keeps a pool when one of several pays, and cuts it under its own name when none does', () => {
    const pool = branch('c', [
      leaf('d', { claimed: 'all' }, [deductible(yen(50))]),
      leaf('e', { spent: ['gift'] }),
      leaf('r', { spent: 'all' }, [onlyIfPays('d', 'e')]),
    ]);
    const recovery = item('r', 'spent', 'recovery', 9);
    expect(cuts(pay(under([], pool), [damages(50), recovery]), 'r')).toEqual(['only-if-pays 9 null r']);
    expect(pay(under([], pool), [damages(51), recovery]).paid).toBe(10);
    expect(pay(under([], pool), [item('g', 'spent', 'gift', 1), recovery]).paid).toBe(10);
  });
  test('onlyIfPays asks what the pool comes to after its own terms, not what finally reaches the total', () => {
    const pool = branch('c', [
      branch('x', [leaf('d', { claimed: 'all' })], [limit(yen(0))]),
      leaf('r', { spent: 'all' }, [onlyIfPays('d')]),
    ]);
    expect(pay(under([], pool), [damages(50), item('r', 'spent', 'recovery', 9)]).paid).toBe(9);
  });
});

describe('the breach of a duty', () => {
  const policy = (breach: Breach, more: Partial<Clause> = {}) =>
    under([duty('DUTY', yes('a'), breach, more)], leaf('p', { claimed: 'all', spent: 'all' }, [deductible(yen(10)), limit(yen(500))]));
  test('late notice deducts the loss it caused, last, from what would be paid', () => {
    const found = pay(policy({ kind: 'deduct', amount: yen(30) }), [damages(100)], { facts: { a: true } });
    expect(found).toMatchObject({ verdict: 'partly-paid', paid: 60 });
    expect(cuts(found, 'damages')).toEqual(['deductible 10 null p', 'breach 30 DUTY p']);
    expect(poolOf(found, 'p')).toMatchObject({ result: 90, paid: 60 });
    expect(pay(policy({ kind: 'deduct', amount: yen(30) }), [damages(100)], { facts: { a: false } })).toMatchObject({
      verdict: 'paid',
      paid: 90,
    });
  });
  test('never below nothing, and only within its scope', () => {
    expect(pay(policy({ kind: 'deduct', amount: yen(900) }), [damages(100)], { facts: { a: true } })).toMatchObject({
      verdict: 'not-paid',
      paid: 0,
    });
    const found = pay(
      policy({ kind: 'deduct', amount: yen(900) }, { scope: { heads: ['gift'] } }),
      [damages(90), item('g', 'claimed', 'gift', 20)],
      { facts: { a: true } },
    );
    // 110 − 10: 90 × 100 ÷ 110 = 81.8 → 82 and 18; the 18 are deducted
    expect(found.paid).toBe(82);
  });
  test('one deduction is taken once, though there are several claims', () => {
    const two = [damages(50, { claim: 'x' }), damages(50, { id: 'other', claim: 'y' })];
    const found = pay(policy({ kind: 'deduct', amount: yen(60) }), two, { facts: { a: true } });
    // 40 + 40 after the deductibles: 40 of the first, 20 of the second
    expect(found.items.map(({ paid }) => paid)).toEqual([0, 20]);
  });
  test('what a breach took from one claim was not received: the aggregate keeps it for the next', () => {
    const wording = under(
      [duty('DUTY', ALWAYS, { kind: 'deduct', amount: yen(30) })],
      leaf('p', { claimed: 'all' }, [aggregate(yen(100))]),
    );
    const found = pay(wording, [damages(100, { claim: 'x' }), damages(100, { id: 'other', claim: 'y' })]);
    // 100 − 30 = 70 received, 30 left
    expect(found.items.map(({ paid }) => paid)).toEqual([70, 30]);
  });
  test('admission without consent: what is not owed is booked as breach, and is one’s own cost', () => {
    const found = pay(policy({ kind: 'not-owed' }), [damages(100, { owed: 60 })], { facts: { a: true } });
    expect(cuts(found, 'damages')[0]).toBe('breach 40 DUTY p');
    expect(found).toMatchObject({ verdict: 'partly-paid', paid: 50, notOwed: 0, ownCost: 50 });
    expect(pay(policy({ kind: 'not-owed' }), [damages(100)], { facts: { a: true } })).toMatchObject({ verdict: 'paid', paid: 90 });
    expect(pay(policy({ kind: 'not-owed' }), [damages(100, { owed: 60 })], { facts: { a: false } })).toMatchObject({
      verdict: 'paid',
      notOwed: 40,
      ownCost: 10,
    });
  });
  test('of two such duties, one broken for certain and one perhaps, the certain one is named', () => {
    const wording = under([duty('PERHAPS', yes('a'), { kind: 'not-owed' }), duty('CERTAIN', yes('b'), { kind: 'not-owed' })]);
    const found = pay(wording, [damages(100, { owed: 60 })], { facts: { b: true } });
    expect(cuts(found, 'damages')).toEqual(['breach 40 CERTAIN p']);
    expect(found.verdict).toBe('partly-paid');
  });
  test('two duties: both are taken, in the order written', () => {
    const wording = under([
      duty('ONE', ALWAYS, { kind: 'deduct', amount: yen(30) }),
      duty('TWO', ALWAYS, { kind: 'deduct', amount: yen(100) }),
    ]);
    expect(cuts(pay(wording, [damages(100)]), 'damages')).toEqual(['breach 30 ONE p', 'breach 70 TWO p']);
  });
});

test('what is settled and what is open stand side by side: an exclusion that applies, and one that may', () => {
  const wording = under([
    clause('SURE', 'exclusion', yes('a'), { scope: { heads: ['gift'] } }),
    clause('PERHAPS', 'exclusion', yes('b'), { scope: { heads: ['damages'] } }),
  ]);
  const found = pay(wording, [damages(100), item('g', 'claimed', 'gift', 7), item('o', 'spent', 'overtime', 2)], { facts: { a: true } });
  expect(found).toMatchObject({ verdict: 'partly-paid', low: 2, high: 102, open: 100 });
  expect(cuts(found, 'g')).toEqual(['excluded 7 SURE p']);
});

test('a trigger that is met does not settle the one of another head that may be', () => {
  const wording = under([
    clause('MET', 'trigger', yes('a'), { scope: { heads: ['gift'] } }),
    clause('PERHAPS', 'trigger', yes('b'), { scope: { heads: ['damages'] } }),
  ]);
  const found = pay(wording, [damages(100), item('g', 'claimed', 'gift', 7)], { facts: { a: true } });
  expect(found).toMatchObject({ verdict: 'open', low: 7, high: 107, open: 100 });
});

describe('the verdict', () => {
  const wording = under(
    [clause('EX', 'exclusion', yes('a'), { scope: { heads: ['gift'] } })],
    leaf('p', { claimed: 'all' }, [limit(yen(50))]),
  );
  const gift = item('g', 'claimed', 'gift', 10);
  test.each<[string, readonly Loss[], Claim['facts'], string]>([
    ['nothing claimed', [], { a: true }, 'not-paid'],
    ['all of it, cut by a limit only', [damages(100), gift], { a: false }, 'paid'],
    ['something paid, something excluded', [damages(100), gift], { a: true }, 'partly-paid'],
    ['everything excluded', [gift], { a: true }, 'not-paid'],
    ['excluded, but nothing of it was owed', [damages(100), { ...gift, owed: 0 }], { a: true }, 'paid'],
    ['paid or not paid', [gift], {}, 'open'],
    ['paid or partly paid', [damages(100), gift], {}, 'open'],
  ])('%s', (_, losses, facts, verdict) => {
    expect(pay(wording, losses, { facts }).verdict).toBe(verdict);
  });
});

describe('refused, never guessed', () => {
  const refusal = (wording: Wording, claim: Claim) => assess(compile(wording), claim);
  const losses = [damages(100)];
  test('a term whose amount rests on an unknown fact', () => {
    const wording = wordingOf(
      leaf('p', { claimed: 'all' }, [limit({ op: 'each', each: yen(1), count: entry('persons') })]),
      {},
      { facts: { persons: { type: 'number' } } },
    );
    expect(refusal(wording, { facts: {}, losses })).toEqual({ refused: 'amount-unknown', pool: 'p', names: ['persons'] });
    expect(pay(wording, losses, { facts: { persons: 40 } }).paid).toBe(40);
    const share = wordingOf(leaf('p', { claimed: 'all' }, [ratio('share')]));
    expect(refusal(share, { facts: {}, losses })).toEqual({ refused: 'amount-unknown', pool: 'p', names: ['share'] });
    expect(pay(share, losses, { schedule: { share: percent(29) } }).paid).toBe(29);
  });
  test('a term that may or may not apply needs its amount as well', () => {
    const wording = under([], leaf('p', { claimed: 'all' }, [limit(entry('unsaid'), { when: yes('a') })]));
    expect(refusal(wording, { facts: {}, losses })).toMatchObject({ refused: 'amount-unknown' });
    expect(pay(wording, losses, { facts: { a: false } }).paid).toBe(100);
    const second = leaf('p', { claimed: 'all' }, [limit(yen(70), { when: yes('b') }), limit(entry('unsaid'), { when: yes('a') })]);
    expect(pay(under([], second), losses, { facts: { a: false, b: true } }).paid).toBe(70);
    expect(refusal(under([], second), { facts: { a: true, b: false }, losses })).toMatchObject({ refused: 'amount-unknown' });
  });
  test('an item under a cap per head that counts no heads', () => {
    const pool = branch('c', [
      leaf('gift', { spent: ['gift'] }, [perHead(yen(500), 'HEAD')]),
      leaf('rest', { spent: 'all', claimed: 'all' }, [perHead(yen(500))]),
    ]);
    expect(refusal(under([], pool), { facts: {}, losses: [item('x', 'spent', 'gift', 1)] })).toEqual({
      refused: 'heads-not-counted',
      loss: 'x',
      pool: 'gift',
    });
    expect(refusal(under([], pool), { facts: {}, losses: [damages(1)] })).toEqual({
      refused: 'heads-not-counted',
      loss: 'damages',
      pool: 'rest',
    });
  });
  test('an item that a pool before the cap takes needs no count', () => {
    const pool = branch('c', [leaf('gift', { spent: ['gift'] }), leaf('rest', { spent: 'all' }, [perHead(yen(500))])]);
    expect(pay(under([], pool), [item('x', 'spent', 'gift', 1)]).paid).toBe(1);
    const perhaps = branch('c', [
      leaf('gift', { spent: ['gift'] }, [], { when: yes('a') }),
      leaf('rest', { spent: 'all' }, [perHead(yen(500))]),
    ]);
    expect(refusal(under([], perhaps), { facts: {}, losses: [item('x', 'spent', 'gift', 1)] })).toMatchObject({
      refused: 'heads-not-counted',
      pool: 'rest',
    });
  });
  test('more than can be counted exactly', () => {
    const many = Array.from({ length: 9008 }, (_, i) => damages(10 ** 12, { id: `${i}` }));
    expect(refusal(under([]), { facts: {}, losses: many })).toEqual({ refused: 'too-large', claimed: 9008 * 10 ** 12 });
    expect(pay(under([]), many.slice(0, 9007)).paid).toBe(9007 * 10 ** 12);
    const most = [...many.slice(0, 9007), damages(Number.MAX_SAFE_INTEGER - 9007 * 10 ** 12, { id: 'rest' })];
    expect(pay(under([]), most).paid).toBe(Number.MAX_SAFE_INTEGER);
    expect(refusal(under([]), { facts: {}, losses: [...most, damages(1, { id: 'one more' })] })).toEqual({
      refused: 'too-large',
      claimed: Number.MAX_SAFE_INTEGER + 1,
    });
  });
  test('settled all the same, it throws rather than guesses', () => {
    const settled = (pool: Pool) => () => settle(prepare(compile(wordingOf(pool)), { facts: {}, losses }), 0);
    expect(settled(leaf('p', { claimed: 'all' }, [limit(entry('unsaid'))]))).toThrow('a term was applied to an unknown amount');
    expect(settled(leaf('p', { claimed: 'all' }, [perHead(yen(500))]))).toThrow('a per-head cap met an item that counts no heads');
  });
});

describe('a wording that nobody judged is not compiled where it leads nowhere', () => {
  test.each<[string, Pool]>([
    ['limited by the result of', leaf('p', { claimed: 'all' }, [limit(result('nowhere'))])],
    ['limited by the loss of', leaf('p', { claimed: 'all' }, [limit(loss('nowhere'))])],
    ['paid only if it pays', leaf('p', { claimed: 'all' }, [onlyIfPays('nowhere')])],
  ])('a pool %s a pool that is not there', (_, pool) => {
    expect(() => compile(under([], pool))).toThrow('no pool "nowhere"');
  });
  test('a clause that asks for one that is not there', () => {
    expect(() => compile(under([clause('EX', 'exclusion', { op: 'clause', clause: 'NOWHERE' })]))).toThrow('no clause "NOWHERE"');
  });
});

test('the assessment says which policy it is of, and brings the flips with it', () => {
  const found = assess(compile(under([clause('T', 'trigger', yes('a'))], everything, { id: 'plan', version: 7 })), {
    facts: { a: true },
    losses: [damages(100)],
  });
  expect(found).toMatchObject({ policy: 'plan', version: 7, flips: [{ fact: 'a', from: true, to: false, verdict: 'not-paid' }] });
});

test('one compiled wording assesses many claims: neither the facts nor the schedule of one stay for the next', () => {
  const compiled = compile(
    wordingOf(
      leaf('p', { claimed: 'all' }, [limit(entry('cap'))]),
      { cap: 50 },
      { facts: FACTS, clauses: [clause('T', 'trigger', yes('a'))] },
    ),
  );
  const facts = { a: true };
  const of = (claim: Claim) => {
    const found = trace(compiled, claim);
    return 'refused' in found ? found.refused : found.paid;
  };
  const losses = [damages(100)];
  expect(of({ facts, losses })).toBe(50);
  expect(of({ facts, losses, schedule: { cap: 70 } })).toBe(70);
  expect(of({ facts, losses, schedule: { cap: undefined, unheardOf: 1 } })).toBe(50);
  expect(of({ facts, losses })).toBe(50);
  expect(of({ facts: { a: false }, losses })).toBe(0);
  expect(of({ facts, losses: [damages(30)] })).toBe(30);
  expect(of({ facts, losses, used: { p: 10 } })).toBe(50);
});

test('nothing of the claim or the wording is changed by assessing', () => {
  const wording = under(
    [clause('EX', 'exclusion', yes('a'), { except: [{ id: 'EX-i', when: yes('b'), except: [] }] })],
    leaf('p', { claimed: 'all' }, [aggregate(yen(70))]),
  );
  const claim: Claim = {
    facts: { a: true },
    losses: [damages(100, { claim: 'x' }), damages(20, { id: 'o', claim: 'y' })],
    used: { p: 10 },
  };
  const before = JSON.stringify([wording, claim]);
  const compiled = compile(wording);
  const first = assess(compiled, claim);
  expect(assess(compiled, claim)).toEqual(first);
  expect(JSON.stringify([wording, claim])).toBe(before);
});
