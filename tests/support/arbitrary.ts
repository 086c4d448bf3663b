/** Random policies and claims for the properties: every kind of clause, condition, amount and term, with what a judge of wordings accepts. */
import fc from 'fast-check';
import type { Claim, Loss } from '#domain/assessment.ts';
import type {
  Amount,
  Breach,
  Clause,
  ClauseKind,
  Condition,
  Exception,
  FactType,
  Percent,
  Pool,
  Ratio,
  Rounding,
  Scope,
  Side,
  Term,
  Value,
  Wording,
} from '#domain/policy/wording.ts';
import { undecided } from './oracle.ts';

export interface Case {
  readonly wording: Wording;
  readonly claim: Claim;
}

/** An integer from 0 up to, not including, the bound. */
export type Draw = (below: number) => number;

/** Even draws that are the same for the same seed, for loops too long for fast-check. Bounds up to 2^53. */
export const draws = (seed: number): Draw => {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return (below) => Math.floor(((word() * 2 ** 21 + (word() >>> 11)) / 2 ** 53) * below);
};

const HEADS = ['damages', 'defence', 'gift', 'recovery'];
const YESNO = ['leak', 'crime', 'delay', 'fire', 'tested'];
const DATES = ['madeOn', 'toldOn', 'beganOn'];
/** Month ends, a leap day, and their neighbours. */
const DAYS = [
  '2023-12-31',
  '2024-01-30',
  '2024-01-31',
  '2024-02-01',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-03-30',
  '2024-03-31',
  '2024-04-01',
];
const POINTS = [0, 1, 2900, 2900, 3333, 7000, 7000, 9000, 9000, 9999, 10_000];
const MOST_UNDECIDED = 5;

const FACTS: Readonly<Record<string, FactType>> = {
  ...Object.fromEntries(YESNO.map((name) => [name, { type: 'yesno' as const }])),
  ...Object.fromEntries(DATES.map((name) => [name, { type: 'date' as const }])),
  wrongdoer: { type: 'choice', values: ['none', 'employee', 'officer'] },
  headcount: { type: 'number' },
  lateLoss: { type: 'yen' },
  unsaid: { type: 'yen' },
};

/** How much of a case there is. */
export interface Size {
  readonly clauses: number;
  readonly losses: number;
  readonly depth: number;
  /** Of a hundred facts, how many are not known. */
  readonly unknown: number;
}
const FULL: Size = { clauses: 6, losses: 6, depth: 3, unknown: 12 };

const caseFrom = (draw: Draw, size: Size): Case => {
  const chance = (percent: number): boolean => draw(100) < percent;
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const some = <T>(list: readonly T[]): T[] => {
    const found = list.filter(() => chance(40));
    return found.length > 0 ? found : [pick(list)];
  };
  const times = <T>(most: number, make: (i: number) => T): T[] => Array.from({ length: draw(most + 1) }, (_, i) => make(i));

  const unit = pick([1, 1, 10_000, 1_000_003, 10 ** 9]);
  const yen = (): number => (chance(4) ? 0 : Math.min(10 ** 12, (1 + draw(300)) * unit + (chance(30) ? draw(10) : 0)));
  const percent = (): Percent => ({ basisPoints: chance(50) ? pick(POINTS) : 5000 + draw(5001) });

  const schedule: Record<string, Value> = {
    limit: yen(),
    sublimit: yen(),
    deductible: chance(40) ? 0 : Math.floor(yen() / 5),
    share: percent(),
    part: percent(),
    defence: pick(['inside', 'outside']),
    start: pick(DAYS),
  };
  const facts: Record<string, Value> = { headcount: draw(50), lateLoss: yen() };
  const setFact = (name: string): Value => {
    const type = FACTS[name];
    if (type?.type === 'yesno') return chance(50);
    if (type?.type === 'choice') return pick(type.values);
    return type?.type === 'date' ? pick(DAYS) : yen();
  };
  const unknown: string[] = [];
  for (const name of [...YESNO, ...DATES, 'wrongdoer']) {
    if (chance(size.unknown)) unknown.push(name);
    else facts[name] = setFact(name);
  }

  const plain = (depth: number): Amount => {
    switch (draw(depth > 0 ? 9 : 4)) {
      case 0:
      case 1:
        return { op: 'yen', yen: yen() };
      case 2:
      case 3:
        return { op: 'entry', name: pick(['limit', 'sublimit', 'deductible', 'headcount', 'lateLoss']) };
      case 4:
        return { op: 'percent', percent: chance(50) ? percent() : pick(['share', 'part']), of: plain(depth - 1) };
      case 5:
        return {
          op: 'each',
          each: plain(depth - 1),
          count: chance(50) ? { op: 'entry', name: 'headcount' } : { op: 'yen', yen: draw(20) },
        };
      default:
        return { op: pick(['least', 'sum', 'minus']), of: [plain(depth - 1), plain(depth - 1)] };
    }
  };

  const rules: string[] = [];
  const condition = (depth: number, wish: boolean): Condition => {
    if (depth > 0 && chance(35)) {
      if (chance(25)) return { op: 'not', of: condition(depth - 1, !wish) };
      return { op: pick(['all', 'any']), of: [condition(depth - 1, wish), condition(depth - 1, wish)] };
    }
    switch (draw(rules.length > 0 ? 9 : 8)) {
      case 0:
      case 1:
      case 2: {
        const name = pick(YESNO);
        const value = facts[name];
        return { op: 'is', name, values: [typeof value === 'boolean' && chance(80) ? value === wish : chance(50)] };
      }
      case 3: {
        const others = chance(70)
          ? ['none', 'employee', 'officer'].filter((one) => (one === facts['wrongdoer']) === wish)
          : ['none', 'employee', 'officer'];
        return { op: 'is', name: 'wrongdoer', values: some(others) };
      }
      case 4:
        return chance(50)
          ? { op: 'is', name: 'defence', values: [pick(['inside', 'outside'])] }
          : { op: 'is', name: 'share', values: [percent(), ...(chance(50) ? [schedule['share'] as Percent] : [])] };
      case 5:
      case 6: {
        const name = pick(DATES);
        const other = chance(50) ? { date: pick(DAYS) } : { name: pick([...DATES, 'start']) };
        return chance(50) ? { op: pick(['before', 'from']), name, than: other } : { op: 'within', name, months: draw(3), after: other };
      }
      case 7:
        return { op: pick(['atLeast', 'lessThan']), name: pick(['headcount', 'lateLoss', 'limit']), amount: plain(1) };
      default:
        return { op: 'clause', clause: pick(rules) };
    }
  };

  /** A condition that mostly comes out as wished, so that most claims get as far as the money. */
  const wished = (depth: number, wish: boolean): Condition => {
    const known = YESNO.filter((name) => name in facts);
    if (known.length === 0 || chance(35)) return condition(depth, wish);
    const name = pick(known);
    return { op: wish ? 'any' : 'all', of: [condition(depth, wish), { op: 'is', name, values: [facts[name] === wish] }] };
  };

  // The money side first, so that clauses can be scoped to its pools.
  const built: string[] = [];
  const amount = (depth: number, above: readonly string[]): Amount => {
    switch (draw(depth > 0 ? 12 : 8)) {
      case 0:
        return built.length > 0 ? { op: 'result', pool: pick(built) } : plain(1);
      case 1:
        return { op: 'loss', pool: pick(chance(50) ? above : [...built, ...above]) };
      case 2:
        return { op: 'soFar' };
      case 8:
        return { op: 'percent', percent: percent(), of: amount(depth - 1, above) };
      case 9:
      case 10:
        return { op: pick(['least', 'sum', 'minus']), of: [amount(depth - 1, above), amount(depth - 1, above)] };
      default:
        return plain(depth);
    }
  };
  const ratio = (above: readonly string[]): Ratio => {
    if (chance(35)) return percent();
    if (chance(40)) return pick(['share', 'part']);
    return { of: amount(1, above), to: amount(1, above) };
  };
  let clauseNumber = 0;
  const tagged = (): { clause?: string; when?: Condition } => ({
    ...(chance(60) ? { clause: `T${++clauseNumber}` } : {}),
    ...(chance(25) ? { when: condition(1, chance(70)) } : {}),
  });
  const term = (above: readonly string[]): Term => {
    const base = tagged();
    const kind = draw(8);
    if (kind === 6 && built.length > 0 && chance(60)) return { ...base, kind: 'only-if-pays', pools: some(built) };
    switch (kind) {
      case 0:
      case 1:
        return { ...base, kind: 'deductible', amount: chance(60) ? { op: 'yen', yen: Math.floor(yen() / 4) } : amount(2, above) };
      case 2:
        return { ...base, kind: 'franchise', amount: chance(70) ? { op: 'yen', yen: Math.floor(yen() / 4) } : amount(1, above) };
      case 3:
      case 4:
        return { ...base, kind: 'ratio', ratio: ratio(above) };
      case 5:
        return { ...base, kind: 'aggregate', amount: amount(2, above) };
      default:
        return { ...base, kind: 'limit', amount: amount(2, above) };
    }
  };
  let poolNumber = 0;
  const pool = (depth: number, outer: readonly string[], wide = false): Pool => {
    const id = `p${++poolNumber}`;
    const above = [id, ...outer];
    const head = {
      id,
      ...(chance(30) ? { clause: `P${poolNumber}` } : {}),
      ...(outer.length > 0 && chance(25) ? { when: wished(1, chance(80)) } : {}),
    };
    if (depth > 0 && chance(outer.length === 0 ? 85 : 55)) {
      const of = Array.from({ length: 1 + draw(3) }, (_, i) => pool(depth - 1, above, outer.length === 0 && i === 0));
      const made: Pool = { ...head, of, terms: times(chance(20) ? 4 : 2, () => term(above)) };
      built.push(id);
      return made;
    }
    const side = chance(50) ? 'claimed' : 'spent';
    const takes: Partial<Record<Side, 'all' | string[]>> = { [side]: wide || chance(50) ? 'all' : some(HEADS) };
    if (wide || chance(50)) takes[side === 'claimed' ? 'spent' : 'claimed'] = wide || chance(50) ? 'all' : some(HEADS);
    const cap: Term[] = chance(25)
      ? [{ ...tagged(), kind: 'per-head', amount: chance(60) ? { op: 'yen', yen: Math.ceil(yen() / 10) } : amount(1, above) }]
      : [];
    const made: Pool = { ...head, takes, terms: [...cap, ...times(2, () => term(above))] };
    built.push(id);
    return made;
  };
  const tree = pool(size.depth, []);

  const scope = (): Scope => ({ ...(chance(25) ? { heads: some(HEADS) } : {}), ...(chance(25) ? { pools: some(built) } : {}) });
  let ruleNumber = 0;
  const except = (depth: number): Exception[] =>
    chance(depth > 0 ? 35 : 0)
      ? times(2, () => ({ id: `E${++ruleNumber}`, when: condition(1, chance(40)), except: except(depth - 1) }))
      : [];
  const breach = (): Breach => {
    const most = (): Amount => (chance(15) ? { op: 'entry', name: 'unsaid' } : chance(50) ? { op: 'entry', name: 'lateLoss' } : plain(1));
    const kind = pick(['deduct', 'not-owed', 'some-or-all'] as const);
    if (kind === 'deduct') return { kind, amount: most() };
    return kind === 'not-owed' ? { kind } : { kind, ...(chance(60) ? { upTo: most() } : {}) };
  };
  const wish: Readonly<Record<ClauseKind, number>> = {
    eligibility: 95,
    insured: 95,
    period: 95,
    trigger: 85,
    exclusion: 15,
    duty: 60,
    series: 50,
  };
  const clauses = times(size.clauses, (): Clause => {
    const kind = pick([
      'eligibility',
      'insured',
      'period',
      'trigger',
      'trigger',
      'exclusion',
      'exclusion',
      'exclusion',
      'duty',
      'duty',
      'series',
    ] as const);
    const when = wished(2, chance(wish[kind]));
    const one: Clause = {
      id: `C${++ruleNumber}`,
      kind,
      when,
      scope: scope(),
      except: except(2),
      ...(kind === 'duty' ? { breach: breach() } : {}),
    };
    const note = (rule: Exception): void => {
      rules.push(rule.id);
      rule.except.forEach(note);
    };
    note(one);
    return one;
  });

  const claimIds = ['first', 'second', 'third'].slice(0, draw(4));
  const losses = Array.from({ length: chance(3) ? 0 : 1 + draw(size.losses) }, (_, i): Loss => {
    const of = yen();
    return {
      id: `i${i}`,
      side: pick(['claimed', 'spent']),
      head: pick(HEADS),
      amount: of,
      count: chance(5) ? 0 : 1 + draw(20),
      ...(chance(35) ? { owed: Math.floor((of * draw(11)) / 10) } : {}),
      ...(claimIds.length > 0 && chance(85) ? { claim: pick(claimIds) } : {}),
    };
  });
  const used = Object.fromEntries(built.filter(() => chance(20)).map((id) => [id, Math.floor(yen() / 3)]));
  const wording: Wording = {
    id: 'w',
    version: 1,
    rounding: pick<Rounding>(['down', 'nearest', 'up']),
    facts: FACTS,
    schedule,
    clauses,
    pool: tree,
  };
  const claim = (known: Claim['facts']): Claim => ({
    facts: known,
    losses,
    ...(chance(15) ? { schedule: { deductible: yen(), share: percent() } } : {}),
    ...(chance(40) ? { used } : {}),
  });
  const drawn = claim({});
  const withFacts = (): Claim => ({ ...drawn, facts: { ...facts } });
  while (unknown.length > 0 && undecided(wording, withFacts()) > MOST_UNDECIDED) {
    const name = unknown.pop() as string;
    facts[name] = setFact(name);
  }
  return { wording, claim: withFacts() };
};

const without = <T>(list: readonly T[]): T[][] => list.map((_, i) => list.filter((__, at) => at !== i));
const thinner = (pool: Pool): Pool[] => {
  const { when: _, ...always } = pool;
  const ofTerms = without(pool.terms).map((terms) => ({ ...pool, terms }));
  const loose = pool.terms.flatMap((term, i) => {
    if (!term.when) return [];
    const { when: __, ...rest } = term;
    return [{ ...pool, terms: pool.terms.map((one, at) => (at === i ? (rest as Term) : one)) }];
  });
  const of = pool.of ?? [];
  const fewer = of.length > 1 ? without(of).map((one) => ({ ...pool, of: one })) : [];
  const inner = of.flatMap((child, i) => thinner(child).map((one) => ({ ...pool, of: of.map((other, at) => (at === i ? one : other)) })));
  return [...(pool.when ? [always] : []), ...fewer, ...ofTerms, ...loose, ...inner];
};
const poolRefs = (json: string): string[] =>
  [...json.matchAll(/"pool":"(p\d+)"|"pools":\[([^\]]*)\]/g)].flatMap((m) => (m[1] ? [m[1]] : (m[2] ?? '').replaceAll('"', '').split(',')));
const clauseRefs = (json: string): string[] => [...json.matchAll(/"op":"clause","clause":"([CE]\d+)"/g)].map((m) => m[1] as string);
const stands = ({ wording }: Case): boolean => {
  const json = JSON.stringify(wording);
  return (
    poolRefs(json).every((id) => id === '' || json.includes(`"id":"${id}"`)) &&
    clauseRefs(json).every((id) => json.includes(`"id":"${id}"`))
  );
};
const smallerCases = ({ wording, claim }: Case): Case[] =>
  [
    ...without(claim.losses).map((losses) => ({ wording, claim: { ...claim, losses } })),
    ...without(wording.clauses).map((clauses) => ({ wording: { ...wording, clauses }, claim })),
    ...(claim.used
      ? [{ wording, claim: { facts: claim.facts, losses: claim.losses, ...(claim.schedule ? { schedule: claim.schedule } : {}) } }]
      : []),
    ...wording.clauses.flatMap((clause, i) =>
      [
        ...(clause.except.length > 0 ? [{ ...clause, except: [] }] : []),
        ...(clause.scope.heads || clause.scope.pools ? [{ ...clause, scope: {} }] : []),
      ].map((one) => ({ wording: { ...wording, clauses: wording.clauses.map((other, at) => (at === i ? one : other)) }, claim })),
    ),
    ...thinner(wording.pool).map((pool) => ({ wording: { ...wording, pool }, claim })),
    ...claim.losses.flatMap((loss, i) => {
      const put = (one: Loss): Case => ({
        wording,
        claim: { ...claim, losses: claim.losses.map((other, at) => (at === i ? one : other)) },
      });
      const { owed, claim: of, ...bare } = loss;
      return [
        ...(owed === undefined ? [] : [put({ ...bare, ...(of === undefined ? {} : { claim: of }) })]),
        ...(of === undefined ? [] : [put({ ...bare, ...(owed === undefined ? {} : { owed }) })]),
      ];
    }),
  ].filter(stands);

class Cases extends fc.Arbitrary<Case> {
  readonly size: Size;
  constructor(size: Size) {
    super();
    this.size = size;
  }
  override generate(random: fc.Random): fc.Value<Case> {
    return new fc.Value(
      caseFrom((below) => random.nextInt(0, below - 1), this.size),
      undefined,
    );
  }
  override canShrinkWithoutContext(value: unknown): value is Case {
    return typeof value === 'object';
  }
  override shrink(value: Case): fc.Stream<fc.Value<Case>> {
    return fc.Stream.of(...smallerCases(value).map((one) => new fc.Value(one, undefined)));
  }
}

/** Policies with a claim each; a failing one is shown with everything taken away that the failure does not need. */
export const cases = (size: Partial<Size> = {}): fc.Arbitrary<Case> => new Cases({ ...FULL, ...size });
