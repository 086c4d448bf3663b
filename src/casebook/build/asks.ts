import type { ClauseText } from '../policy.ts';
import type { Path, Problem } from '../read/problem.ts';
import type { Source } from '../read/yaml.ts';
import type { RawPool } from '../schema/money.ts';

/**
 * A term of a pool that names a clause without a question (`ask:`). Clauses that are decided are asked for one by the schema; those of the
 * money side decide through the terms that name them.
 */
export const unasked = (pool: RawPool, texts: readonly ClauseText[], path: Path, source: Source): Problem[] => {
  const without = new Set(texts.filter(({ ask }) => ask === undefined).map(({ id }) => id));
  const walk = (one: RawPool, at: Path): Problem[] => [
    ...(one.terms ?? []).flatMap(({ clause }, i) =>
      clause === undefined || !without.has(clause)
        ? []
        : [
            source.place({
              path: [...at, 'terms', i, 'clause'],
              found: `a term that names the clause "${clause}", which has no question to ask before a contract`,
              allowed: 'a clause with ask: { ja: …, en: … }',
              remedy: `add ask: to the clause ${clause}`,
            }),
          ],
    ),
    ...(one.of ?? []).flatMap((part, i) => walk(part, [...at, 'of', i])),
  ];
  return walk(pool, path);
};
