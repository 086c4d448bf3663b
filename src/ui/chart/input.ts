import type { Part } from '#view/outcome.ts';
import type { Look } from './look.ts';

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

/** Where a chart is drawn: on screen it follows its box, on paper it has a fixed width and stands still. */
export interface Place {
  readonly paper: boolean;
  readonly still: boolean;
  readonly onpick?: (key: string | null) => void;
  /** Asked again only where what is pointed at changes. */
  readonly onhover?: (key: string | null) => void;
}

/** A chart on a canvas. */
export interface Drawn<Input> {
  readonly update: (input: Input, look: Look) => void;
  readonly destroy: () => void;
}

/** The height of a bar chart for so many rows, in px. */
export const barsHeight = (rows: number): number => rows * 84 + 56;
