import * as v from 'valibot';
import { count, group, id, list, oneOf, text, type RawText } from './scalars.ts';

export interface RawHeads {
  heads: { id: string; sides: ('claimed' | 'spent')[]; label: RawText; counted?: number; seldom?: 'yes' }[];
}

const head = group('a head of loss', {
  id,
  sides: list('sides', oneOf(['claimed', 'spent']), 1, 2),
  label: text,
  counted: v.optional(count(1, 100_000_000, 'a number of people')),
  seldom: v.optional(oneOf(['yes'])),
});

/** heads.yaml: the heads of loss (費目) that items name. */
export const headsFile: v.GenericSchema<RawHeads> = group('the heads', { heads: list('heads', head, 1) }) as v.GenericSchema<RawHeads>;
