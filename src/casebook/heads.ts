import type { Side } from '#domain/policy/wording.ts';
import type { Text } from './text.ts';

/** A head of loss (費目): what an item is for. */
export interface Head {
  readonly id: string;
  /** The sides on which it may stand. */
  readonly sides: readonly Side[];
  readonly label: Text;
  /** Where its items count people, for a cap per head: how many a claim without a story has (仮定). */
  readonly counted: number | null;
  /** It stands in single cases; a claim without a story does not offer it. */
  readonly seldom: boolean;
}

/** Every head, in the order in which a claim without a story offers them. */
export type HeadBook = readonly Head[];

const found = import.meta.glob<HeadBook>('/scenarios/heads.yaml', { import: 'default' });

/** The heads of loss, a chunk of its own. */
export const loadHeads = (): Promise<HeadBook> => {
  const load = Object.values(found)[0];
  if (!load) throw new Error('scenarios/heads.yaml is missing from the build');
  return load();
};
