/** What makes a wording unfit to decide by. `path` leads from the wording to the place; the rest are sentences without their full stop. */
export interface Flaw {
  readonly path: readonly (string | number)[];
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
  /** Where a word names nothing: the words that would name something. */
  readonly among?: { readonly word: string; readonly known: readonly string[] };
}

/** Says the flaw of one kind of thing. */
export type Report = (flaw: Flaw) => void;

/** A reference to a pool that is nowhere. */
export const noPool = (pool: string, known: readonly string[], path: Flaw['path']): Flaw => ({
  path,
  found: `a reference to the pool "${pool}", which is not there`,
  allowed: 'the id of a pool of this policy',
  remedy: 'write the pool, or correct the id',
  among: { word: pool, known },
});
