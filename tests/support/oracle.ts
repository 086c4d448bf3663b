/**
 * A third evaluator, written apart from src/domain and from DESIGN 4.2–4.5 alone: fractions of BigInt, plain recursion, every undecided
 * matter settled both ways. Slow and obvious. It shares the types with the domain and not one line of code.
 */
import type { Cause, Claim, Cut, Loss, Result, Step, Verdict } from '#domain/assessment.ts';
import type {
  Amount,
  Clause,
  Condition,
  DateRef,
  Exception,
  Percent,
  Pool,
  Rounding,
  Scope,
  Term,
  Value,
  Wording,
} from '#domain/policy/wording.ts';

interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
type Truth = boolean | undefined;

const whole = (n: number | bigint): Fraction => ({ n: BigInt(n), d: 1n });
const ZERO = whole(0);
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n });
const more = (a: Fraction, b: Fraction): boolean => a.n * b.d > b.n * a.d;
const smaller = (a: Fraction, b: Fraction): Fraction => (more(a, b) ? b : a);
const less = (a: Fraction, b: Fraction): Fraction => (more(a, b) ? { n: a.n * b.d - b.n * a.d, d: a.d * b.d } : ZERO);

/** Whole yen of n/d: 円未満 dropped, halves up, or any rest up. */
export const roundedYen = (n: bigint, d: bigint, rule: Rounding): bigint => {
  const floor = n / d;
  if (rule === 'down' || floor * d === n) return floor;
  if (rule === 'up') return floor + 1n;
  return 2n * (n - floor * d) >= d ? floor + 1n : floor;
};

/** Parts of a cut in proportion to what each item has; the largest remainders get the odd yen, the first of equals before the others. */
export const partsOf = (cut: bigint, has: readonly bigint[]): bigint[] => {
  const total = has.reduce((a, b) => a + b, 0n);
  if (total === 0n) return has.map(() => 0n);
  const parts = has.map((one) => (cut * one) / total);
  const rests = has.map((one) => (cut * one) % total);
  let odd = cut - parts.reduce((a, b) => a + b, 0n);
  for (; odd > 0n; odd -= 1n) {
    let best = 0;
    rests.forEach((rest, i) => {
      if (rest > (rests[best] as bigint)) best = i;
    });
    parts[best] = (parts[best] as bigint) + 1n;
    rests[best] = -1n;
  }
  return parts;
};

const dayNumber = (day: string): number => {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  return Date.UTC(y, m - 1, d) / 86_400_000;
};
/** The same day n months later, or the last day of a shorter month, as a count of days. */
const monthsLater = (day: string, n: number): number => {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(y, m + n, 0)).getUTCDate();
  return Date.UTC(y, m - 1 + n, Math.min(d, last)) / 86_400_000;
};

const every = (truths: readonly Truth[]): Truth =>
  truths.some((t) => t === false) ? false : truths.some((t) => t === undefined) ? undefined : true;
const negated = (t: Truth): Truth => (t === undefined ? undefined : !t);
const some = (truths: readonly Truth[]): Truth => negated(every(truths.map(negated)));

const allPools = (pool: Pool): Pool[] => [pool, ...(pool.of ?? []).flatMap(allPools)];
const leavesOf = (pool: Pool): Pool[] => allPools(pool).filter((one) => !one.of);
const pathTo = (root: Pool, id: string): Pool[] => {
  if (root.id === id) return [root];
  for (const child of root.of ?? []) {
    const path = pathTo(child, id);
    if (path.length > 0) return [root, ...path];
  }
  return [];
};

/** One way to settle what is undecided, and all that comes of it. */
export interface Ending {
  readonly paid: number;
  readonly verdict: Exclude<Verdict, 'open'>;
  readonly items: readonly { readonly id: string; readonly paid: number; readonly open: number; readonly cuts: readonly Cut[] }[];
  readonly pools: readonly PoolEnding[];
}
export interface PoolEnding {
  readonly pool: string;
  readonly claimed: number;
  readonly loss: number;
  readonly steps: readonly Step[];
  readonly result: number;
  readonly paid: number;
  readonly left: number;
  readonly aggregateLeft: number | null;
}

/** What the oracle says of a claim: the range, the verdict, each clause's result, and every ending that comes to `low`. */
export interface Said {
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
  readonly results: readonly { readonly clause: string; readonly result: Result; readonly exceptedBy: readonly string[] }[];
  readonly lowest: readonly Ending[];
  readonly worlds: number;
}

interface Stop {
  readonly cause: 'not-covered' | 'excluded' | 'open';
  readonly clause: string | null;
}
interface Held {
  readonly loss: Loss;
  readonly leaf: Pool | undefined;
  readonly path: readonly string[];
  readonly owed: bigint;
  left: bigint;
  open: bigint;
  readonly cuts: Cut[];
}

/** How many undecided matters the oracle settles both ways: 2 to this power endings. */
export const undecided = (wording: Wording, claim: Claim): number => questionsOf(wording, claim).length;

const reader = (wording: Wording, claim: Claim) => {
  const schedule = { ...wording.schedule, ...claim.schedule };
  const known = (name: string): Value | undefined => schedule[name] ?? claim.facts[name];
  const rules = new Map<string, Clause | Exception>();
  const note = (rule: Clause | Exception): void => {
    rules.set(rule.id, rule);
    rule.except.forEach(note);
  };
  wording.clauses.forEach(note);

  const same = (a: Value, b: Value): boolean =>
    typeof a === 'object' && typeof b === 'object' ? a.basisPoints === b.basisPoints : a === b;
  const dayOf = (ref: DateRef): string | undefined => {
    const value = 'date' in ref ? ref.date : known(ref.name);
    return typeof value === 'string' ? value : undefined;
  };
  const holds = (condition: Condition): Truth => {
    switch (condition.op) {
      case 'all':
        return every(condition.of.map(holds));
      case 'any':
        return some(condition.of.map(holds));
      case 'not':
        return negated(holds(condition.of));
      case 'clause':
        return met(rules.get(condition.clause) as Clause);
      case 'is': {
        const value = known(condition.name);
        return value === undefined ? undefined : condition.values.some((one) => same(one, value));
      }
      case 'before':
      case 'from': {
        const [day, than] = [known(condition.name), dayOf(condition.than)];
        if (typeof day !== 'string' || than === undefined) return undefined;
        return (condition.op === 'before') === dayNumber(day) < dayNumber(than);
      }
      case 'within': {
        const [day, after] = [known(condition.name), dayOf(condition.after)];
        if (typeof day !== 'string' || after === undefined) return undefined;
        return dayNumber(day) >= dayNumber(after) && dayNumber(day) <= monthsLater(after, condition.months);
      }
      case 'atLeast':
      case 'lessThan': {
        const value = known(condition.name);
        const bound = plain(condition.amount);
        if (typeof value !== 'number' || bound === undefined) return undefined;
        return (condition.op === 'lessThan') === more(bound, whole(value));
      }
    }
  };
  const met = (rule: Clause | Exception): Truth => every([holds(rule.when), ...rule.except.map((one) => negated(met(one)))]);
  const plain = (amount: Amount): Fraction | undefined =>
    sumOf(
      amount,
      known,
      () => {
        throw new Error('no pool here');
      },
      () => {
        throw new Error('no pool here');
      },
      ZERO,
    );
  return { known, holds, met, plain };
};

type Ask = (pool: string) => Fraction;

const sumOf = (
  amount: Amount,
  known: (name: string) => Value | undefined,
  loss: Ask,
  result: Ask,
  soFar: Fraction,
): Fraction | undefined => {
  const of = (inner: Amount): Fraction | undefined => sumOf(inner, known, loss, result, soFar);
  const fold = (parts: readonly Amount[], join: (a: Fraction, b: Fraction) => Fraction): Fraction | undefined => {
    const sums = parts.map(of);
    return sums.includes(undefined) ? undefined : (sums as Fraction[]).reduce(join);
  };
  switch (amount.op) {
    case 'yen':
      return whole(amount.yen);
    case 'entry': {
      const value = known(amount.name);
      return typeof value === 'number' ? whole(value) : undefined;
    }
    case 'percent': {
      const percent = typeof amount.percent === 'string' ? known(amount.percent) : amount.percent;
      const base = of(amount.of);
      return typeof percent === 'object' && base ? times(base, { n: BigInt(percent.basisPoints), d: 10_000n }) : undefined;
    }
    case 'each':
      return fold([amount.each, amount.count], times);
    case 'least':
      return fold(amount.of, smaller);
    case 'sum':
      return fold(amount.of, plus);
    case 'minus':
      return fold(amount.of, less);
    case 'loss':
      return loss(amount.pool);
    case 'result':
      return result(amount.pool);
    case 'soFar':
      return soFar;
  }
};

const claimIds = (claim: Claim): string[] => [...new Set(claim.losses.flatMap((loss) => (loss.claim === undefined ? [] : [loss.claim])))];

/** Undecided: each finding, each `when` of a pool or a term, each some-or-all breach (and a deduction of an unknown amount). */
const questionsOf = (wording: Wording, claim: Claim): string[] => {
  const { holds, met, plain } = reader(wording, claim);
  const found: string[] = [];
  for (const clause of wording.clauses) {
    const so = met(clause);
    const { breach } = clause;
    if (clause.kind === 'series' && claimIds(claim).length < 2) continue;
    if (so === undefined) found.push(`clause ${clause.id}`);
    else if (so && breach?.kind === 'some-or-all') found.push(`clause ${clause.id}`);
    else if (so && breach?.kind === 'deduct' && plain(breach.amount) === undefined) found.push(`clause ${clause.id}`);
  }
  for (const pool of allPools(wording.pool)) {
    if (pool.when && holds(pool.when) === undefined) found.push(`pool ${pool.id}`);
    pool.terms.forEach((term, i) => {
      if (term.when && holds(term.when) === undefined) found.push(`term ${pool.id} ${i}`);
    });
  }
  return found;
};

/** The oracle's word on a claim. */
export const oracle = (wording: Wording, claim: Claim): Said => {
  const questions = questionsOf(wording, claim);
  const endings: Ending[] = [];
  for (let world = 0; world < 2 ** questions.length; world++) {
    const yes = new Set(questions.filter((_, i) => Math.floor(world / 2 ** i) % 2 === 1));
    endings.push(ending(wording, claim, new Set(questions), yes));
  }
  const low = Math.min(...endings.map((one) => one.paid));
  const verdicts = new Set(endings.map((one) => one.verdict));
  const { holds, met } = reader(wording, claim);
  return {
    low,
    high: Math.max(...endings.map((one) => one.paid)),
    verdict: verdicts.size === 1 ? (endings[0] as Ending).verdict : 'open',
    results: wording.clauses.map((clause) => {
      const so = met(clause);
      const exceptedBy = clause.except.filter((one) => met(one) === true).map((one) => one.id);
      const excepted = holds(clause.when) === true && exceptedBy.length > 0;
      return {
        clause: clause.id,
        result: excepted ? 'excepted' : so === undefined ? 'unknown' : so ? 'met' : 'not-met',
        exceptedBy: excepted ? exceptedBy : [],
      };
    }),
    lowest: endings.filter((one) => one.paid === low),
    worlds: endings.length,
  };
};

const ending = (wording: Wording, claim: Claim, questions: ReadonlySet<string>, yes: ReadonlySet<string>): Ending => {
  const { known, holds, met, plain } = reader(wording, claim);
  const bites = (scope: Scope, loss: Loss, path: readonly string[]): boolean =>
    (!scope.heads || scope.heads.includes(loss.head)) && (!scope.pools || scope.pools.some((one) => path.includes(one)));
  const open = (clause: Clause): boolean => questions.has(`clause ${clause.id}`);
  const so = (clause: Clause): boolean => (open(clause) ? yes.has(`clause ${clause.id}`) : met(clause) === true);
  const gateOf = (pool: Pool): boolean =>
    questions.has(`pool ${pool.id}`) ? yes.has(`pool ${pool.id}`) : !pool.when || holds(pool.when) === true;
  const applies = (pool: Pool, i: number): boolean => {
    const when = pool.terms[i]?.when;
    return questions.has(`term ${pool.id} ${i}`) ? yes.has(`term ${pool.id} ${i}`) : !when || holds(when) === true;
  };
  const of = (...kinds: Clause['kind'][]): Clause[] => wording.clauses.filter((clause) => kinds.includes(clause.kind));

  // Where each item goes.
  const takes = (leaf: Pool, loss: Loss): boolean => {
    const heads = leaf.takes?.[loss.side];
    return heads === 'all' || (heads?.includes(loss.head) ?? false);
  };
  const standsOpen = (leaf: Pool): boolean => pathTo(wording.pool, leaf.id).every(gateOf);
  const couldOpen = (leaf: Pool): boolean => pathTo(wording.pool, leaf.id).every((one) => gateOf(one) || questions.has(`pool ${one.id}`));
  const surelyOpen = (leaf: Pool): boolean => pathTo(wording.pool, leaf.id).every((one) => gateOf(one) && !questions.has(`pool ${one.id}`));
  const possible = (loss: Loss): Pool[] => {
    const leaves = leavesOf(wording.pool).filter((leaf) => takes(leaf, loss) && couldOpen(leaf));
    const sure = leaves.findIndex(surelyOpen);
    return sure < 0 ? leaves : leaves.slice(0, sure + 1);
  };

  // What keeps it from being paid: what is settled first, then what this world says of the rest.
  const settledStop = (loss: Loss, path: readonly string[]): Stop | undefined => {
    const inScope = (clause: Clause): boolean => bites(clause.scope, loss, path);
    const missing = of('eligibility', 'insured', 'period').find((one) => inScope(one) && !open(one) && !so(one));
    if (missing) return { cause: 'not-covered', clause: missing.id };
    const [first, ...rest] = of('trigger').filter(inScope);
    if (first && [first, ...rest].every((one) => !open(one) && !so(one))) {
      const above = pathTo(wording.pool, path.at(-1) ?? '').findLast((one) => one.clause)?.clause;
      return { cause: 'not-covered', clause: rest.length === 0 ? first.id : (above ?? first.id) };
    }
    const exclusion = of('exclusion').find((one) => inScope(one) && !open(one) && so(one));
    return exclusion && { cause: 'excluded', clause: exclusion.id };
  };
  const stopped = (loss: Loss, path: readonly string[]): boolean => {
    const inScope = (clause: Clause): boolean => bites(clause.scope, loss, path);
    const triggers = of('trigger').filter(inScope);
    const required = of('eligibility', 'insured', 'period').filter(inScope);
    return !required.every(so) || (triggers.length > 0 && !triggers.some(so)) || of('exclusion').filter(inScope).some(so);
  };

  let cutByCover = false;
  let cutByBreach = false;
  const cut = (item: Held, cause: Cause | 'open', amount: bigint, clause: string | null, pool: string | null): void => {
    if (cause === 'open') item.open += amount;
    else if (amount > 0n) item.cuts.push({ cause, amount: Number(amount), clause, pool });
  };
  const rootClause = wording.pool.clause ?? null;
  const items = claim.losses.map((loss): Held => {
    const leaf = leavesOf(wording.pool).find((one) => takes(one, loss) && standsOpen(one));
    const path = leaf ? pathTo(wording.pool, leaf.id).map((one) => one.id) : [];
    const owed = BigInt(loss.owed ?? loss.amount);
    const item: Held = { loss, leaf, path, owed, left: owed, open: 0n, cuts: [] };
    const at = leaf?.id ?? null;
    const unowed = BigInt(loss.amount) - owed;
    if (unowed > 0n) {
      const broken = of('duty').filter((one) => one.breach?.kind === 'not-owed' && so(one) && bites(one.scope, loss, path));
      if (broken.length > 0) cutByBreach = true;
      const sure = broken.find((one) => !open(one));
      cut(item, sure ? 'breach' : 'not-owed', unowed, sure?.id ?? wording.owedClause ?? null, at);
    }
    if (owed === 0n) return item;
    let stop: Stop | undefined;
    if (leaf) stop = settledStop(loss, path) ?? (stopped(loss, path) ? { cause: 'open', clause: null } : undefined);
    else {
      const stops = possible(loss).map((one) =>
        settledStop(
          loss,
          pathTo(wording.pool, one.id).map((pool) => pool.id),
        ),
      );
      if (stops.length === 0) stop = { cause: 'not-covered', clause: rootClause };
      else stop = stops.includes(undefined) ? { cause: 'open', clause: null } : stops[0];
    }
    if (stop) {
      cutByCover = true;
      cut(item, stop.cause, owed, stop.clause, at);
      item.left = 0n;
    }
    return item;
  });

  // The claims, in the order listed; an item that names none belongs to the first.
  const ids = claimIds(claim);
  const one = ids.length < 2 || of('series').some(so);
  const claims = one
    ? [items]
    : ids.map((id, i) => items.filter((item) => item.loss.claim === id || (i === 0 && item.loss.claim === undefined)));

  const used = new Map(allPools(wording.pool).map((pool) => [pool.id, BigInt(claim.used?.[pool.id] ?? 0)]));
  const taken = new Map<string, bigint>();
  const pools: PoolEnding[] = [];
  for (const mine of claims) {
    const under = (pool: Pool): Held[] => mine.filter((item) => item.path.includes(pool.id));
    const lossOf = (pool: Pool): Fraction => whole(under(pool).reduce((sum, item) => sum + item.left, 0n));
    const losses = new Map(allPools(wording.pool).map((pool) => [pool.id, lossOf(pool)]));
    const worked = new Map<string, ReturnType<typeof work>>();
    const named = (id: string): Pool => pathTo(wording.pool, id).at(-1) as Pool;
    const resultOf = (id: string): Fraction => whole(poolWorked(named(id)).result);
    const poolWorked = (pool: Pool): ReturnType<typeof work> => {
      const done = worked.get(pool.id) ?? work(pool);
      worked.set(pool.id, done);
      return done;
    };
    /** The steps of one pool, each item booked: children first, then its own terms as written. */
    const work = (pool: Pool) => {
      let held = pool.of ? pool.of.map((child) => whole(poolWorked(child).result)).reduce(plus, ZERO) : (losses.get(pool.id) as Fraction);
      const shown = (): bigint => roundedYen(held.n, held.d, wording.rounding);
      const steps: Step[] = [];
      let aggregate: bigint | null = null;
      pool.terms.forEach((term, i) => {
        if (!applies(pool, i)) return;
        const cause = questions.has(`term ${pool.id} ${i}`) ? 'open' : term.kind;
        const amount = (inner: Amount): Fraction => {
          const sum = sumOf(inner, known, (id) => losses.get(id) as Fraction, resultOf, held);
          if (!sum) throw new Error('an amount is not known');
          return sum;
        };
        const before = shown();
        const clause = term.clause ?? pathTo(wording.pool, pool.id).findLast((one) => one.clause)?.clause ?? null;
        const yen = (inner: Amount): number => {
          const sum = amount(inner);
          return Number(roundedYen(sum.n, sum.d, wording.rounding));
        };
        const figures = (): Pick<Step, 'amount' | 'of' | 'to'> => {
          if ('amount' in term) return { amount: yen(term.amount) };
          if (term.kind === 'only-if-pays') return { amount: null };
          if (typeof term.ratio === 'object' && 'of' in term.ratio) return { amount: null, of: yen(term.ratio.of), to: yen(term.ratio.to) };
          return { amount: percentOf(term.ratio) };
        };
        const shownFigures = figures();
        if (term.kind === 'per-head') {
          const cap = amount(term.amount);
          for (const item of under(pool)) {
            const most = smaller(whole(item.left), times(cap, whole(item.loss.count as number)));
            const keeps = roundedYen(most.n, most.d, wording.rounding);
            cut(item, cause, item.left - keeps, clause, pool.id);
            item.left = keeps;
          }
          held = lossOf(pool);
        } else {
          if (term.kind === 'aggregate') {
            const most = amount(term.amount);
            aggregate = roundedYen(most.n, most.d, wording.rounding);
          }
          held = afterTerm(term, held, amount, used.get(pool.id) as bigint);
          const there = under(pool);
          partsOf(
            before - shown(),
            there.map((item) => item.left),
          ).forEach((part, at) => {
            const item = there[at] as Held;
            item.left -= part;
            cut(item, cause, part, clause, pool.id);
          });
        }
        steps.push({ term: term.kind, ...shownFigures, clause, before: Number(before), after: Number(shown()) });
      });
      return { steps, result: shown(), aggregate: aggregate as bigint | null };
    };
    const percentOf = (ratio: Percent | string): number => {
      const percent = typeof ratio === 'string' ? known(ratio) : ratio;
      if (typeof percent !== 'object') throw new Error('a ratio is not known');
      return percent.basisPoints;
    };
    const afterTerm = (term: Term, held: Fraction, amount: (inner: Amount) => Fraction, usedBefore: bigint): Fraction => {
      switch (term.kind) {
        case 'per-head':
          throw new Error('per item');
        case 'deductible':
          return less(held, amount(term.amount));
        case 'franchise':
          return more(held, amount(term.amount)) ? held : ZERO;
        case 'limit':
          return smaller(held, amount(term.amount));
        case 'aggregate':
          return smaller(held, less(amount(term.amount), whole(usedBefore)));
        case 'only-if-pays':
          return term.pools.some((id) => more(resultOf(id), ZERO)) ? held : ZERO;
        case 'ratio': {
          const { ratio } = term;
          if (typeof ratio === 'object' && 'of' in ratio) {
            const [top, bottom] = [amount(ratio.of), amount(ratio.to)];
            return bottom.n === 0n || !more(bottom, top) ? held : times(held, over(top, bottom));
          }
          return times(held, { n: BigInt(percentOf(ratio)), d: 10_000n });
        }
      }
    };
    poolWorked(wording.pool);

    for (const duty of of('duty')) {
      const { breach } = duty;
      if (!breach || breach.kind === 'not-owed' || !so(duty)) continue;
      const hit = mine.filter((item) => bites(duty.scope, item.loss, item.path));
      const there = hit.reduce((sum, item) => sum + item.left, 0n);
      const bound = breach.kind === 'deduct' ? plain(breach.amount) : breach.upTo && plain(breach.upTo);
      const before = taken.get(duty.id) ?? 0n;
      const most = bound ? smaller(less(bound, whole(before)), whole(there)) : whole(there);
      const cutNow = roundedYen(most.n, most.d, wording.rounding);
      taken.set(duty.id, before + cutNow);
      if (cutNow > 0n) cutByBreach = true;
      partsOf(
        cutNow,
        hit.map((item) => item.left),
      ).forEach((part, at) => {
        const item = hit[at] as Held;
        item.left -= part;
        cut(item, open(duty) ? 'open' : 'breach', part, duty.id, item.leaf?.id ?? null);
      });
    }

    for (const pool of allPools(wording.pool)) {
      if (!pathTo(wording.pool, pool.id).every(gateOf)) continue;
      const { steps, result, aggregate } = poolWorked(pool);
      const claimed = under(pool).reduce((sum, item) => sum + item.loss.amount, 0);
      const paid = under(pool).reduce((sum, item) => sum + item.left, 0n);
      const rest = aggregate === null ? null : aggregate - (used.get(pool.id) as bigint) - paid;
      pools.push({
        pool: pool.id,
        claimed,
        loss: Number((losses.get(pool.id) as Fraction).n),
        steps,
        result: Number(result),
        paid: Number(paid),
        left: claimed - Number(paid),
        aggregateLeft: rest === null ? null : Number(rest < 0n ? 0n : rest),
      });
    }
    for (const pool of allPools(wording.pool))
      used.set(pool.id, (used.get(pool.id) as bigint) + under(pool).reduce((sum, item) => sum + item.left, 0n));
  }

  const paid = Number(items.reduce((sum, item) => sum + item.left, 0n));
  return {
    paid,
    verdict: paid === 0 ? 'not-paid' : cutByCover || cutByBreach ? 'partly-paid' : 'paid',
    items: items.map((item) => ({
      id: item.loss.id,
      paid: Number(item.left),
      open: Number(item.open),
      cuts: item.cuts,
    })),
    pools,
  };
};
