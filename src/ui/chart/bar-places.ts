import type { StretchInput } from './input.ts';

/** How wide words are, in px; `strong` is how the amounts within a bar are set. */
export type Measure = (text: string, strong: boolean) => number;

/** A stretch and its words, in px from the left end of the bars. */
export interface PlacedStretch extends StretchInput {
  readonly from: number;
  readonly width: number;
  /** What stands within it; null where it is too narrow for words. */
  readonly inside: string | null;
  /** What stands below its middle instead, and where it begins; null where there is no room left either: legend and table say it. */
  readonly below: { readonly text: string; readonly at: number } | null;
}

/** Between words and the end of their stretch, and between words below a bar, in px. */
const PADDING = 6;
const APART = 12;

/** Puts the words of one bar within its stretches, or below it where a stretch is too narrow, from left to right, never over each other. */
export const placed = (stretches: readonly StretchInput[], most: number, width: number, measure: Measure): readonly PlacedStretch[] => {
  let [from, free] = [0, 0];
  return stretches.map((stretch) => {
    const wide = (stretch.yen / most) * width;
    const middle = from + wide / 2;
    const texts = [`${stretch.cause} ${stretch.amount}`, stretch.amount];
    const inside = texts.find((text) => measure(text, true) + 2 * PADDING <= wide) ?? null;
    let below: PlacedStretch['below'] = null;
    if (inside === null) {
      const spots = texts.map((text) => ({ text, at: Math.max(free, Math.min(middle - PADDING, width - measure(text, false))) }));
      // Words that begin beyond the middle of their stretch would seem to speak of the next one.
      below = spots.find(({ text, at }) => at <= middle && at + measure(text, false) <= width) ?? null;
      if (below) free = below.at + measure(below.text, false) + APART;
    }
    const one = { ...stretch, from, width: wide, inside, below };
    from += wide;
    return one;
  });
};

/** Measures words in a face; each is measured once. */
export const measurer = (size: number, family: string): Measure => {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, strong) => {
    const font = `${strong ? '700' : '400'} ${String(size)}px ${family}`;
    const key = `${font} ${text}`;
    const known = widths.get(key);
    if (known !== undefined || context === null) return known ?? text.length * size;
    context.font = font;
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
};
