import type * as v from 'valibot';
import { group, id } from './scalars.ts';

export interface RawHome {
  example: string;
  first: string;
}

/** home.yaml: the two cases that the home screen names. */
export const homeFile = group('the home screen', { example: id, first: id }) as v.GenericSchema<RawHome>;
