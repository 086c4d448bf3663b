import * as v from 'valibot';
import { say } from './scalars.ts';

/** Whether the value is a group of keys (not a list, not a single value). */
export const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema that refuses with one message, for input that fits no form at all. */
export const refuse = (allowed: string, remedy: string): v.GenericSchema => v.custom<unknown>(() => false, say(allowed, remedy));

/**
 * A value that may have several forms, where the form can be told from the input: so an error speaks of the form that was meant.
 * Without input it is the union of all forms: that is what the JSON Schema for editors shows.
 */
export const pick = <T>(forms: () => readonly v.GenericSchema[], choose: (input: unknown) => v.GenericSchema): v.GenericSchema<T> => {
  let all: v.GenericSchema | undefined;
  return v.lazy((input) => (input === undefined ? (all ??= v.union(forms() as v.GenericSchema[])) : choose(input))) as v.GenericSchema<T>;
};
