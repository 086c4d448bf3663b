import type { From } from '#casebook/text.ts';
import type { Part } from './part.ts';

/** Words in the language on screen, or an amount in whole yen. */
export type LeafletValue = string | number;

/** One value with where it comes from: 資料, 実務, 仮定, or 計算 for what is reckoned here. */
export interface LeafletRow {
  readonly label: string;
  readonly value: LeafletValue;
  readonly from: From | 'computed';
}

/** A value that somebody has turned over the case or contract as it was. */
export interface LeafletChange {
  readonly label: string;
  readonly before: LeafletValue;
  readonly after: LeafletValue;
}

/** A stretch of a bar or a layer of a tower. `cause` is short; `name` says the clause too. */
export interface LeafletStretch {
  readonly part: Part;
  readonly cause: string;
  readonly name: string;
  readonly yen: number;
}

/** A bar; its stretches add up to `claimed`. All bars of a leaflet are on one scale. */
export interface LeafletBar {
  readonly label: string;
  readonly claimed: number;
  readonly stretches: readonly LeafletStretch[];
  /** What was paid of it before the changes, where that was something else. */
  readonly ghost: number | null;
}

/** A tower, from the ground up. All towers of a leaflet are on one scale. */
export interface LeafletTower {
  readonly label: string;
  readonly loss: number;
  readonly layers: readonly LeafletStretch[];
  /** The limit nearest above what it holds; null where there is none. */
  readonly limit: number | null;
}

/** A table of amounts with named rows and columns. */
export interface LeafletTable {
  readonly caption: string;
  /** What the rows and the columns are. */
  readonly down: string;
  readonly across: string;
  readonly columns: readonly LeafletValue[];
  readonly rows: readonly { readonly head: LeafletValue; readonly cells: readonly LeafletValue[] }[];
  /** The row and column of the cell that is meant, with what it is; null where none is. */
  readonly marked: { readonly row: number; readonly column: number; readonly what: string } | null;
}

/** One line of the working, in yen: what it takes off (null where it takes nothing off by its kind), and what stands after it. */
export interface LeafletStep {
  readonly what: string;
  readonly figures: readonly { readonly label: string; readonly yen: number }[];
  readonly cut: number | null;
  readonly stands: number;
}

/** A clause that decides, or the document a case comes from. */
export interface LeafletSource {
  readonly name: string;
  readonly text: string;
  readonly passage: string;
  readonly from: From;
}

/**
 * What somebody takes along from a screen: on a picture, in a table of figures, on one page of paper. Plain data in the language on screen,
 * made from the very objects that the screen shows. Words may hold the break hints of the build (#words/phrase.ts).
 */
export interface Leaflet {
  readonly title: string;
  /** Case, contract, versions. */
  readonly subtitle: readonly string[];
  /** YYYY-MM-DD. */
  readonly day: string;
  /** What the figures say; the first one is the finding. */
  readonly sentences: readonly string[];
  readonly figures: readonly LeafletRow[];
  readonly changes: readonly LeafletChange[];
  readonly bars: { readonly caption: string; readonly note: string | null; readonly rows: readonly LeafletBar[] };
  readonly towers: readonly LeafletTower[];
  readonly tables: readonly LeafletTable[];
  readonly steps: readonly LeafletStep[];
  readonly assumptions: readonly LeafletRow[];
  /** What must be said about the assumptions in words. */
  readonly notes: readonly string[];
  readonly sources: readonly LeafletSource[];
  readonly notice: { readonly short: string; readonly full: string };
  /** The whole address at which the same figures stand. */
  readonly link: string;
}
