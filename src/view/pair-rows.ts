import type { Case } from '#casebook/case.ts';
import type { ClauseText } from '#casebook/policy.ts';
import type { PairSet } from '#casebook/pair.ts';
import type { From, Text } from '#casebook/text.ts';
import type { Cause, Finding } from '#domain/assessment.ts';
import { namesIn } from '#domain/coverage/condition.ts';
import { comparisonsOf } from '#domain/policy/names.ts';
import type { Condition, Name } from '#domain/policy/wording.ts';
import type { Reading } from './result-ground.ts';
import type { Shown } from './shown.ts';

/** One side of a pair as the engine reads it. */
export interface PairReading extends Reading {
  readonly case: Case;
  /** Whether it is read under the wording of its `alsoUnder`. */
  readonly other: boolean;
  readonly set: PairSet;
  readonly clauses: ReadonlyMap<string, ClauseText>;
}
export type Readings = readonly [PairReading, PairReading];
export type Both<T> = readonly [T, T];

/** A line of the comparison. `differs` is what the screen tints. */
interface Row<Cell> {
  readonly id: string;
  readonly cells: Both<Cell>;
  readonly differs: boolean;
}

/** A value on one side; null where it is not known there, `absent` where the wording has no such thing. */
export interface ValueCell {
  readonly label: Text;
  readonly value: Shown | null;
  readonly from: From;
  readonly absent: boolean;
}
export interface ValueRow extends Row<ValueCell> {
  readonly label: Text;
}

/** How a clause of the side's own wording came out; null where that wording has no such clause. */
export interface ClauseCell {
  readonly clause: ClauseText;
  readonly result: Finding['result'];
  readonly exceptedBy: readonly ClauseText[];
}
export interface ClauseRow extends Row<ClauseCell | null> {
  readonly kind: Finding['kind'];
}

/** Yen on one side, at least and at most where it is open, with the clauses that took it. */
export interface YenCell {
  readonly low: number;
  readonly high: number;
  readonly clauses: readonly { readonly clause: ClauseText | null; readonly yen: number }[];
}
export interface YenRow extends Row<YenCell> {
  readonly what: 'demanded' | 'spent' | 'claimed' | 'paid' | 'open' | 'own' | Cause;
}

/** The same of both sides. */
export const both = <A, B>([a, b]: Both<A>, map: (one: A) => B): Both<B> => [map(a), map(b)];

/** The facts and schedule entries that a condition compares. */
export const namesOf = (condition: Condition): readonly Name[] => comparisonsOf(condition).flatMap(namesIn);
