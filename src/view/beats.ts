import type { Case } from '#casebook/case.ts';
import type { Text } from '#casebook/text.ts';
import type { Ground } from './result-ground.ts';
import { UNCHANGED, type WhatIf } from './what-if.ts';

/** A beat of the story for a presenter: a sentence, what it points at, and what it changes. */
export interface BeatView {
  readonly text: Text;
  readonly show: Case['beats'][number]['show'];
  readonly changes: WhatIf;
}

export const beatsOf = ({ case: of, filled }: Pick<Ground, 'case' | 'filled'>): readonly BeatView[] =>
  of.beats.map(({ text, show, set }) => ({ text: filled(text), show, changes: { ...UNCHANGED, ...set } }));
