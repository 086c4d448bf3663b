import { OPTIONS } from '#casebook/names.ts';
import type { Case, Option } from '#casebook/case.ts';
import { decided, opened, pending, type Desk } from './desk.ts';
import { stateOf, type LifecycleState } from './machine.ts';
import type { Moment } from './moment.ts';
import { momentOf } from './replay.ts';
import { settled, type Manner } from './table.ts';

/** One way through a case: a choice for each decision that came to be asked. */
export interface WalkedPath {
  readonly choices: Readonly<Record<string, Option>>;
  /** The decisions that this way never comes to. */
  readonly unasked: readonly string[];
  /** The states passed, from occurred to the last one reached. */
  readonly states: readonly LifecycleState[];
  /** How it ends: closed after a payment or after a denial; `hangs` where it is not closed. */
  readonly end: 'paid' | 'denied' | 'hangs';
  readonly moment: Moment;
}

export type Refusal = Desk['refused'][number];

export interface Walk {
  readonly paths: readonly WalkedPath[];
  /** How many of them differ in the states they pass. */
  readonly distinct: number;
  readonly ends: Readonly<Record<WalkedPath['end'], number>>;
  /** Choices that send an event which the chart does not take there, each once. */
  readonly refused: readonly Refusal[];
  /** Decisions that no way comes to. */
  readonly unasked: readonly string[];
  /** Whether the case has a third party's claim that arrives on no way at all. */
  readonly claimNeverArrives: boolean;
}

const DECISIONS_ONLY: Manner = { asks: () => true, otherwise: () => 'best', tasks: [], pauses: false };

const ways = (desk: Desk): readonly Desk[] => {
  const decision = pending(desk);
  if (decision === undefined) return [desk];
  return OPTIONS.flatMap((option) => ways(settled(decided(desk, decision, option, 'player'), DECISIONS_ONLY)));
};

const endOf = (desk: Desk): WalkedPath['end'] => {
  if (stateOf(desk.claim) !== 'closed') return 'hangs';
  return desk.path.at(-2) === 'denied' ? 'denied' : 'paid';
};

const pathOf = (desk: Desk): WalkedPath => {
  const choices = Object.fromEntries(desk.choices.map((taken) => [taken.decision, taken.option]));
  const unasked = desk.case.decisions.flatMap((decision) => (choices[decision.id] === undefined ? [decision.id] : []));
  return { choices, unasked, states: desk.path, end: endOf(desk), moment: momentOf(desk) };
};

const once = <T>(things: readonly T[]): T[] => [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];

/** Every way through the case by its decisions: at most 3^n for n decisions. A choice the chart refuses is reported, not thrown. */
export const walk = (of: Case): Walk => {
  const desks = ways(settled(opened(of), DECISIONS_ONLY));
  const paths = desks.map(pathOf);
  const count = (end: WalkedPath['end']) => paths.filter((path) => path.end === end).length;
  return {
    paths,
    distinct: new Set(paths.map((path) => path.states.join())).size,
    ends: { paid: count('paid'), denied: count('denied'), hangs: count('hangs') },
    refused: once(desks.flatMap((desk) => desk.refused)),
    unasked: of.decisions.flatMap(({ id }) => (paths.every((path) => path.unasked.includes(id)) ? [id] : [])),
    claimNeverArrives: of.claim !== null && desks.every((desk) => desk.claim.context.claims.length === 0),
  };
};

/** The end of the case on one path: the named choices, and the best one for every other decision. */
export const endOn = (of: Case, choose: Readonly<Record<string, Option>> = {}): Moment =>
  momentOf(settled(opened(of), { ...DECISIONS_ONLY, asks: () => false, otherwise: (decision) => choose[decision.id] ?? 'best' }));
