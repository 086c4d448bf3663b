import { compile, trace } from '#domain/assess.ts';
import { agrees, type Golden } from './goldens.ts';
import type { Shelf } from './shelf.ts';

/** What the golden ends show of the wordings, and which of them the engine contradicts. */
export interface Shown {
  /** The clauses that facts decide. */
  readonly decided: readonly string[];
  /** Those of them that come to a settled finding (met, excepted or not met) in some golden end. */
  readonly settled: readonly string[];
  readonly wrong: readonly string[];
}

/** Runs every golden end under its wording. */
export const shownBy = (goldens: readonly Golden[], { policies }: Pick<Shelf, 'policies'>): Shown => {
  const settled = new Set<string>();
  const wrong: string[] = [];
  for (const { id, wording } of Object.values(policies)) {
    const compiled = compile(wording);
    for (const golden of goldens.filter(({ policy }) => policy === id)) {
      const one = trace(compiled, golden.claim);
      if ('refused' in one || !agrees(golden, one)) wrong.push(golden.name);
      if (!('refused' in one)) for (const { clause, result } of one.findings) if (result !== 'unknown') settled.add(clause);
    }
  }
  const decided = [...new Set(Object.values(policies).flatMap(({ wording }) => wording.clauses.map(({ id }) => id)))];
  return { decided, settled: decided.filter((id) => settled.has(id)), wrong };
};
