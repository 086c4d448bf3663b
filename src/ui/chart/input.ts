import type { Part } from '#view/outcome.ts';

/** An axis in the words of a language: ticks are bare numbers, the unit stands in the title. */
export interface AxisInput {
  readonly max: number;
  readonly step: number;
  readonly title: string;
  readonly tick: (yen: number) => string;
}

export interface StretchInput {
  readonly key: string;
  readonly part: Part;
  readonly yen: number;
  /** The cause and the amount as words. */
  readonly cause: string;
  readonly amount: string;
}

export interface BarsInput {
  readonly rows: readonly {
    readonly title: string;
    readonly stretches: readonly StretchInput[];
    readonly ghost: number | null;
  }[];
  readonly axis: AxisInput;
  /** The key that is lit; the others are dimmed. */
  readonly lit: string | null;
}

export interface DotInput {
  readonly x: number;
  readonly y: number;
}

export interface CurveInput {
  readonly low: readonly DotInput[];
  readonly high: readonly DotInput[] | null;
  readonly ghost: readonly DotInput[] | null;
  readonly bends: readonly (DotInput & { readonly label: string; readonly isLit: boolean })[];
  readonly now: { readonly x: number; readonly low: number; readonly high: number; readonly label: string };
  readonly same: string;
  readonly x: AxisInput;
  readonly y: AxisInput;
}
