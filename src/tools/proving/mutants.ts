import { trace, compile } from '#domain/assess.ts';
import type { Clause, Condition, Exception, Pool, Term, Value, Wording, Amount } from '#domain/policy/wording.ts';
import { isPercent } from '#domain/payout/amount.ts';
import { agrees, type Golden } from './goldens.ts';

/** A wording with one thing in it changed, as a slip of the pen would change it. */
export interface Mutant {
  readonly name: string;
  readonly wording: Wording;
}

/** One part changed, and what was done to it. */
interface Slip<T> {
  readonly what: string;
  readonly to: T;
}

const each = <T, R>(list: readonly T[], slips: (one: T, at: number) => Slip<T>[], put: (list: readonly T[]) => R): Slip<R>[] =>
  list.flatMap((one, at) => slips(one, at).map(({ what, to }) => ({ what, to: put(list.with(at, to)) })));

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);

const otherValue = (value: Value, wording: Wording, name: string): Value[] => {
  if (typeof value === 'boolean') return [!value];
  const type = wording.facts[name];
  if (type?.type === 'choice') return type.values.filter((one) => one !== value).slice(0, 1);
  return [];
};

const inCondition = (of: Condition, wording: Wording): Slip<Condition>[] => {
  const again = (one: Condition): Slip<Condition>[] => inCondition(one, wording);
  switch (of.op) {
    case 'all':
    case 'any':
      return [
        ...(of.of.length > 1
          ? [
              {
                what: `${of.op} becomes ${of.op === 'all' ? 'any' : 'all'}`,
                to: { ...of, op: of.op === 'all' ? 'any' : 'all' } as Condition,
              },
            ]
          : []),
        ...(of.of.length > 1
          ? of.of.map((_, at) => ({ what: `part ${at + 1} of ${of.op} dropped`, to: { ...of, of: without(of.of, at) } }))
          : []),
        ...each(of.of, again, (list): Condition => ({ ...of, of: list })),
      ];
    case 'not':
      return [{ what: 'not dropped', to: of.of }, ...again(of.of).map(({ what, to }) => ({ what, to: { ...of, of: to } }))];
    case 'is':
      return [
        ...of.values.flatMap((value, at) =>
          otherValue(value, wording, of.name)
            .filter((one) => !of.values.includes(one))
            .map((one) => ({
              what: `${of.name}: ${String(value)} becomes ${String(one)}`,
              to: { ...of, values: of.values.with(at, one) },
            })),
        ),
        ...(of.values.length > 1
          ? of.values.map((value, at) => ({ what: `${of.name}: ${String(value)} dropped`, to: { ...of, values: without(of.values, at) } }))
          : []),
      ];
    case 'before':
    case 'from':
      return [{ what: `${of.name} ${of.op} flipped`, to: { ...of, op: of.op === 'before' ? 'from' : 'before' } }];
    case 'within':
      return [1, -1].map((by) => ({ what: `within ${of.months} months becomes ${of.months + by}`, to: { ...of, months: of.months + by } }));
    case 'atLeast':
    case 'lessThan':
      return [
        { what: `${of.name} ${of.op} flipped`, to: { ...of, op: of.op === 'atLeast' ? 'lessThan' : 'atLeast' } },
        ...inAmount(of.amount).map(({ what, to }) => ({ what, to: { ...of, amount: to } })),
      ];
    case 'clause':
      return [];
  }
};

const inAmount = (of: Amount): Slip<Amount>[] => {
  switch (of.op) {
    case 'yen':
      return [1, -1].map((by) => ({ what: `${of.yen} yen becomes ${of.yen + by}`, to: { ...of, yen: of.yen + by } }));
    case 'percent': {
      const { percent } = of;
      if (!isPercent(percent)) return [];
      return [1, -1].map((by) => ({
        what: `percent moved by ${by} basis point`,
        to: { ...of, percent: { basisPoints: percent.basisPoints + by } },
      }));
    }
    case 'least':
    case 'sum':
    case 'minus':
      return [
        ...(of.of.length > 1
          ? of.of.map((_, at) => ({ what: `part ${at + 1} of ${of.op} dropped`, to: { ...of, of: without(of.of, at) } }))
          : []),
        ...each(of.of, inAmount, (list): Amount => ({ ...of, of: list })),
      ];
    default:
      return [];
  }
};

const inException = (of: Exception, wording: Wording): Slip<Exception>[] => [
  ...inCondition(of.when, wording).map(({ what, to }) => ({ what: `${of.id}: ${what}`, to: { ...of, when: to } })),
  ...inExceptions(of.except, wording, (except): Exception => ({ ...of, except })),
];

const inExceptions = <T>(list: readonly Exception[], wording: Wording, put: (list: readonly Exception[]) => T): Slip<T>[] => [
  ...list.map((one, at) => ({ what: `${one.id} dropped`, to: put(without(list, at)) })),
  ...each(list, (one) => inException(one, wording), put),
];

const inClause = (of: Clause, wording: Wording): Slip<Clause>[] => [
  ...inCondition(of.when, wording).map(({ what, to }) => ({ what, to: { ...of, when: to } })),
  ...inExceptions(of.except, wording, (except): Clause => ({ ...of, except })),
  ...(of.scope.heads || of.scope.pools ? [{ what: 'bites on everything', to: { ...of, scope: {} } }] : []),
  ...(of.breach?.kind === 'some-or-all' && of.breach.upTo
    ? [{ what: 'breach without its upTo', to: { ...of, breach: { kind: 'some-or-all' as const } } }]
    : []),
];

const inTerm = (of: Term, wording: Wording): Slip<Term>[] => [
  ...(of.when ? [{ what: `when of ${of.kind} dropped`, to: { ...of, when: undefined } as unknown as Term }] : []),
  ...(of.when
    ? inCondition(of.when, wording).map(({ what, to }) => ({ what: `when of ${of.kind}: ${what}`, to: { ...of, when: to } }))
    : []),
  ...('amount' in of ? inAmount(of.amount).map(({ what, to }) => ({ what: `${of.kind}: ${what}`, to: { ...of, amount: to } })) : []),
  ...(of.kind === 'only-if-pays'
    ? of.pools.map((pool, at) => ({ what: `only-if-pays without ${pool}`, to: { ...of, pools: without(of.pools, at) } }))
    : []),
];

const inPool = (of: Pool, wording: Wording): Slip<Pool>[] => [
  ...of.terms.map((term, at) => ({ what: `${of.id}: ${term.kind} dropped`, to: { ...of, terms: without(of.terms, at) } })),
  ...of.terms.slice(1).map((term, at) => ({
    what: `${of.id}: ${of.terms[at]?.kind} and ${term.kind} swapped`,
    to: { ...of, terms: of.terms.with(at, term).with(at + 1, of.terms[at] as Term) },
  })),
  ...each(
    of.terms,
    (term) => inTerm(term, wording),
    (terms): Pool => ({ ...of, terms }),
  ).map(({ what, to }) => ({ what: `${of.id}: ${what}`, to })),
  ...(of.when ? [{ what: `${of.id}: when dropped`, to: { ...of, when: undefined } as unknown as Pool }] : []),
  ...heads(of),
  ...each(
    of.of ?? [],
    (pool) => inPool(pool, wording),
    (list): Pool => ({ ...of, of: list }),
  ),
];

const heads = (of: Pool): Slip<Pool>[] =>
  (['claimed', 'spent'] as const).flatMap((side) => {
    const taken = of.takes?.[side];
    if (taken === undefined || taken === 'all') return [];
    return taken.map((head, at) => ({
      what: `${of.id}: ${head} (${side}) not taken`,
      to: { ...of, takes: { ...of.takes, [side]: without(taken, at) } },
    }));
  });

const inSchedule = (wording: Wording): Slip<Wording>[] =>
  Object.entries(wording.schedule).flatMap(([name, value]) => {
    const put = (to: Value): Wording => ({ ...wording, schedule: { ...wording.schedule, [name]: to } });
    if (typeof value === 'boolean') return [{ what: `default of ${name} flipped`, to: put(!value) }];
    if (isPercent(value)) return [{ what: `default of ${name} 1 basis point less`, to: put({ basisPoints: value.basisPoints - 1 }) }];
    return [];
  });

/** Every slip of the pen in a wording that these rules can make: an operator flipped, a part or exception dropped, terms swapped, an amount changed. */
export const mutantsOf = (wording: Wording): readonly Mutant[] =>
  [
    ...each(
      wording.clauses,
      (clause) => inClause(clause, wording).map(({ what, to }) => ({ what: `${clause.id}: ${what}`, to })),
      (clauses): Wording => ({ ...wording, clauses }),
    ),
    ...wording.clauses.map((clause, at) => ({ what: `${clause.id} dropped`, to: { ...wording, clauses: without(wording.clauses, at) } })),
    ...inPool(wording.pool, wording).map(({ what, to }) => ({ what, to: { ...wording, pool: to } })),
    ...inSchedule(wording),
  ].map(({ what, to }) => ({ name: `${wording.id} ${what}`, wording: to }));

/** Whether some golden end comes out otherwise under the changed wording, or the wording or claim is refused. */
export const isCaught = ({ wording }: Mutant, goldens: readonly Golden[]): boolean => {
  const compiled = compile(wording);
  return goldens.some((golden) => {
    if (golden.policy !== wording.id) return false;
    const one = trace(compiled, golden.claim);
    return 'refused' in one || !agrees(golden, one);
  });
};
