import type { Truth } from '../logic.ts';
import type { ClauseId, Name, Value, Values } from '../policy/wording.ts';

/** Where the names of a wording stand in a world, so that a condition finds its facts without looking them up by text. */
export interface Places {
  readonly names: readonly Name[];
  readonly place: (name: Name) => number;
  readonly clause: (id: ClauseId) => number;
}

/** What is known of one claim: its facts and schedule by place, and the clauses decided so far (undefined: not asked yet). */
export interface World {
  readonly values: readonly (Value | undefined)[];
  readonly met: (Truth | undefined)[];
}

/** A claim's world: an entry of the schedule stands before a fact of the same name, and what neither holds is unknown. */
export type WorldOf = (facts: Values, schedule: Values | undefined) => World;

/** Makes the worlds of a wording whose own schedule is `base`. */
export const worlds = ({ names }: Places, base: Values): WorldOf => {
  const start = names.map((name) => base[name]);
  const at = new Map(names.map((name, place) => [name, place]));
  const asked = names.flatMap((name, place) => (base[name] === undefined ? [{ name, place }] : []));
  return (facts, schedule) => {
    const values = start.slice();
    for (const { name, place } of asked) values[place] = facts[name];
    for (const name in schedule) {
      const place = at.get(name);
      if (place !== undefined && schedule[name] !== undefined) values[place] = schedule[name];
    }
    return { values, met: [] };
  };
};
