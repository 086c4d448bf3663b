import * as v from 'valibot';
import { isGroup, pick, refuse } from './pick.ts';
import { bareValues, byId, group, id, list, oneOf, text, yen, type Bare, type RawText } from './scalars.ts';

type RawYen = string | number;
export interface RawMomentState {
  schedule?: Record<string, Bare>;
  facts?: Record<string, Bare>;
  amounts?: Record<string, RawYen>;
  under?: string;
}
type Figure = 'claimed' | 'paid' | 'ownCost';
export type RawMomentHold =
  { same: Figure } | { falls: Figure } | { rises: Figure } | { cut: string; clause: string; before: RawYen; after: RawYen };
export interface RawMoment {
  id: string;
  title: RawText;
  start: { case: string } | { form: string; amounts?: Record<string, RawYen> };
  before?: RawMomentState;
  after: RawMomentState;
  says: RawText;
  gives: { before: RawYen; after: RawYen };
  holds: RawMomentHold[];
}
export interface RawMoments {
  moments: RawMoment[];
}

const amounts = v.optional(byId('amounts', yen));
const ofCase = group('a start', { case: id });
const ofForm = group('a start', { form: id, amounts });
const start = pick<RawMoment['start']>(
  () => [ofCase, ofForm],
  (input) => (isGroup(input) && 'case' in input ? ofCase : ofForm),
);
const state = group('a state', { schedule: v.optional(bareValues), facts: v.optional(bareValues), amounts, under: v.optional(id) });

const figure = oneOf(['claimed', 'paid', 'ownCost']);
const HOLDS = {
  same: group('what holds', { same: figure }),
  falls: group('what holds', { falls: figure }),
  rises: group('what holds', { rises: figure }),
  cut: group('what holds', { cut: id, clause: id, before: yen, after: yen }),
};
const WAYS = ['same', 'falls', 'rises', 'cut'] as const;
const hold = pick<RawMomentHold>(
  () => Object.values(HOLDS),
  (input) => {
    const way = isGroup(input) ? WAYS.find((one) => one in input) : undefined;
    return way
      ? HOLDS[way]
      : refuse('what holds: { same | falls | rises: paid } or { cut: cause, clause: ID, before: yen, after: yen }', 'write one of these');
  },
);

/** moments.yaml: what the lab shows with one tap. */
export const momentsFile: v.GenericSchema<RawMoments> = group('the moments', {
  moments: list(
    'moments',
    group('a moment', {
      id,
      title: text,
      start,
      before: v.optional(state),
      after: state,
      says: text,
      gives: group('what is paid', { before: yen, after: yen }),
      holds: list('things that hold', hold, 1),
    }),
    1,
  ),
}) as unknown as v.GenericSchema<RawMoments>;
