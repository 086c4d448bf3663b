import type { From, Text } from '#casebook/text.ts';
import type { Values } from '#domain/policy/wording.ts';
import type { Shown } from './shown.ts';
import type { WhatIf } from './what-if-bench.ts';

/** One position of a control, with everything it sets. */
export interface Position {
  readonly id: string;
  /** null: not known. */
  readonly shown: Shown | null;
  readonly sets: Values;
}

/** What every control has. */
export interface Lever {
  readonly group: keyof WhatIf;
  readonly name: string;
  readonly label: Text;
  /** The clauses it turns, by id: the decisive one first. */
  readonly clauses: readonly string[];
  readonly from: From | null;
  readonly note: Text | null;
}

/** An amount of yen that can be moved. */
export interface MoneyControl extends Lever {
  readonly kind: 'money';
  readonly value: number;
  readonly high: number;
  /** Round amounts to set with one tap, in yen. */
  readonly presets: readonly number[];
}

/** A switch or a row of choices. `amount` is a yen fact that goes with one of them. */
export interface ChoiceControl extends Lever {
  readonly kind: 'choice';
  readonly positions: readonly Position[];
  readonly original: string;
  readonly amount: { readonly name: string; readonly label: Text } | null;
}

export type Control = MoneyControl | ChoiceControl;
