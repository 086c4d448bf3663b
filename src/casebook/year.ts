import type { Day } from '#domain/calendar.ts';
import type { Name, Values } from '#domain/policy/wording.ts';
import type { Text } from './text.ts';

/** An accident of a year: a case, or some of its losses, reported on a day. */
export interface YearReport {
  readonly id: string;
  readonly case: string;
  readonly on: Day;
  /** The date facts that go with the day, each as far from it as in the case; the first of them is the day itself. */
  readonly moves: readonly Name[];
  /** Of the case's losses, these alone; null: all of them. */
  readonly losses: readonly string[] | null;
  /** Reports of one name are held to be one series. */
  readonly series: string | null;
  /** Facts that are assumed in the place of those of the case. */
  readonly set: Values;
}

/** What is other than the year opens with. What is not named stays. */
export interface YearChange {
  readonly days: Readonly<Record<string, Day>>;
  readonly facts: Values;
  readonly renewed: boolean | null;
  readonly aggregate: boolean | null;
}

/** A figure of a year, or of one of its reports. Yen, but for `entries`, the number of claims. */
export type YearFigure = 'claimed' | 'paid' | 'own' | 'cut' | 'entries';

/** What a year shows, said so that the engine can check it. */
export interface YearHold {
  /** The report it is said of; null: of the year. */
  readonly report: string | null;
  readonly figure: YearFigure;
  /** As the year opens. */
  readonly is: 'none' | 'some' | null;
  /** The clause that keeps yen of the report back, as the year opens or, where `is` is not said, after the try. */
  readonly by: string | null;
  /** After the try, held against how the year opens. */
  readonly then: 'less' | 'more' | 'same' | 'none' | null;
}

/** Several accidents of one contract. Its text after the lead may hold figures: `{paid}`, `{REPORT.paid}`, `{then.paid}` after the try. */
export interface Year {
  readonly id: string;
  readonly version: number;
  readonly policy: string;
  readonly title: Text;
  readonly lead: Text;
  /** The entries of the schedule that hold inception and expiry, and the day of the first inception. A year lasts 12 months. */
  readonly period: { readonly start: Name; readonly end: Name; readonly from: Day };
  /** What is agreed otherwise than in the wording's own schedule: assumed. */
  readonly schedule: Values;
  /** The assumed period aggregate, in yen, and whether the year opens with it. */
  readonly aggregate: { readonly yen: number; readonly on: boolean };
  readonly renewed: boolean;
  /** Facts to be turned, for these reports together. */
  readonly turns: readonly { readonly fact: Name; readonly reports: readonly string[] }[];
  readonly reports: readonly YearReport[];
  readonly try: { readonly label: Text; readonly change: YearChange };
  readonly finding: Text;
  readonly holds: readonly YearHold[];
}
