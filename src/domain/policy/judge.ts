import { noPool, type Flaw, type Report } from './flaw.ts';
import { judgeNames } from './judge-names.ts';
import { judgePools } from './judge-pools.ts';
import type { Clause, ClauseId, Condition, Exception, Wording } from './wording.ts';

/**
 * Judges a wording that has the right shape: whether its references lead somewhere, its values fit their types, and every leaf can be
 * reached (DESIGN 4.3). Only a wording without a flaw may be compiled.
 */
export const judge = (wording: Wording): readonly Flaw[] => {
  const flaws: Flaw[] = [];
  const report: Report = (flaw) => flaws.push(flaw);
  judgeIds(wording, report);
  judgeNames(wording, report);
  judgePools(wording, report);
  judgeClauses(wording, report);
  return flaws;
};

/** A clause or exception with the way to it. */
interface Placed {
  readonly rule: Clause | Exception;
  readonly path: readonly (string | number)[];
  /** Its clause and the exceptions it is nested in, outermost first. */
  readonly within: readonly ClauseId[];
}

const placed = (rules: readonly (Clause | Exception)[], path: Flaw['path'], within: readonly ClauseId[]): Placed[] =>
  rules.flatMap((rule, i) => {
    const at = [...path, i];
    return [{ rule, path: at, within }, ...placed(rule.except, [...at, 'except'], [...within, rule.id])];
  });

const judgeIds = (wording: Wording, report: Report): void => {
  const seen = new Set<ClauseId>();
  for (const { rule, path, within } of placed(wording.clauses, ['clauses'], [])) {
    if (within.includes(rule.id)) {
      report({
        path: [...path, 'id'],
        found: `"${rule.id}" as an exception of itself`,
        allowed: 'an exception with an id of its own',
        remedy: 'give the exception another id',
      });
    } else if (seen.has(rule.id)) {
      report({
        path: [...path, 'id'],
        found: `the clause id "${rule.id}" a second time`,
        allowed: 'each clause id once, exceptions included',
        remedy: 'give one of the two another id',
      });
    }
    seen.add(rule.id);
  }
};

const judgeClauses = (wording: Wording, report: Report): void => {
  const all = placed(wording.clauses, ['clauses'], []);
  const ids = [...new Set(all.map(({ rule }) => rule.id))];
  const asks = new Map<ClauseId, ClauseId[]>();
  for (const { rule } of all) asks.set(rule.id, [...(asks.get(rule.id) ?? []), ...rule.except.map((one) => one.id)]);
  const look = (condition: Condition, path: Flaw['path'], by: Placed | null): void => {
    clausesIn(condition, path, (clause, at) => {
      if (!ids.includes(clause)) {
        report({
          path: at,
          found: `a reference to the clause "${clause}", which is not there`,
          allowed: 'the id of a clause or exception of this policy that is decided by facts',
          remedy: 'write the clause, or correct the id',
          among: { word: clause, known: ids },
        });
      } else if (by?.within.includes(clause)) {
        report({
          path: at,
          found: `an exception that depends on the clause it excepts, "${clause}"`,
          allowed: 'a condition over facts and other clauses',
          remedy: 'ask for the facts themselves',
        });
      } else if (by) {
        asks.get(by.rule.id)?.push(clause);
        const round = way(asks, clause, by.rule.id);
        if (round) {
          report({
            path: at,
            found:
              clause === by.rule.id
                ? `a clause that asks for itself, "${clause}"`
                : `clauses that ask for each other in a circle: ${[by.rule.id, ...round].join(' → ')}`,
            allowed: 'clauses that can be decided one after the other',
            remedy: 'ask for the facts themselves in one of them',
          });
          asks.get(by.rule.id)?.pop();
        }
      }
    });
  };
  for (const one of all) look(one.rule.when, [...one.path, 'when'], one);
  wording.clauses.forEach(({ scope }, i) => {
    const pools = poolIds(wording);
    scope.pools?.forEach((pool, j) => {
      if (!pools.includes(pool)) report(noPool(pool, pools, ['clauses', i, 'scope', 'pools', j]));
    });
  });
  eachWhen(wording, (when, path) => look(when, path, null));
};

/** The way from one clause to another along what they ask for, both ends included; undefined when there is none. */
const way = (
  asks: ReadonlyMap<ClauseId, readonly ClauseId[]>,
  from: ClauseId,
  to: ClauseId,
  seen = new Set<ClauseId>(),
): ClauseId[] | undefined => {
  if (from === to) return [to];
  if (seen.has(from)) return undefined;
  seen.add(from);
  for (const next of asks.get(from) ?? []) {
    const rest = way(asks, next, to, seen);
    if (rest) return [from, ...rest];
  }
  return undefined;
};

const clausesIn = (condition: Condition, path: Flaw['path'], found: (clause: ClauseId, path: Flaw['path']) => void): void => {
  if (condition.op === 'clause') found(condition.clause, [...path, 'clause']);
  else if (condition.op === 'not') clausesIn(condition.of, [...path, 'of'], found);
  else if (condition.op === 'all' || condition.op === 'any') condition.of.forEach((one, i) => clausesIn(one, [...path, 'of', i], found));
};

/** Every `when` on the money side, with the way to it. */
const eachWhen = (wording: Wording, visit: (when: Condition, path: Flaw['path']) => void): void => {
  const walk = (pool: Wording['pool'], path: Flaw['path']): void => {
    if (pool.when) visit(pool.when, [...path, 'when']);
    pool.terms.forEach((term, i) => term.when && visit(term.when, [...path, 'terms', i, 'when']));
    pool.of?.forEach((part, i) => walk(part, [...path, 'of', i]));
  };
  walk(wording.pool, ['pool']);
};

const poolIds = (wording: Wording): string[] => {
  const walk = (pool: Wording['pool']): string[] => [pool.id, ...(pool.of ?? []).flatMap(walk)];
  return walk(wording.pool);
};
