import { sumOf } from '#lifecycle/shape.ts';

/** An order that is the same each time, and says nothing of which comes first in the file. */
export const shuffled = <T>(things: readonly T[], key: string, nameOf: (thing: T) => string): T[] =>
  things
    .map((thing) => ({ thing, at: parseInt(sumOf(`${key} ${nameOf(thing)} ${key}`), 36) }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
