import type { Case, Decision, DocumentLine, EventName, Matching, Option, Share } from '#casebook/case.ts';
import { addDays, type Day } from '#domain/calendar.ts';
import type { Values } from '#domain/policy/wording.ts';
import { begin, leaves, send, stateOf, type ClaimSnapshot, type LifecycleEvent, type LifecycleState } from './machine.ts';
import type { Entry, Moment, Move, Taken } from './moment.ts';
import type { Confidence } from './sitting.ts';
import { after, reached } from './way.ts';

/** What a player may be asked to do beside the decisions. */
export type Task = 'read' | 'match' | 'predict' | 'letter' | 'explain';

/** A claim being played: the chart's snapshot with what the case and the player added to it. */
export interface Desk {
  readonly case: Case;
  readonly claim: ClaimSnapshot;
  readonly now: Day;
  readonly delay: number;
  readonly entered: Readonly<Partial<Record<LifecycleState | 'documentsComplete', Day>>>;
  readonly path: readonly LifecycleState[];
  readonly moves: readonly Move[];
  readonly timeline: readonly Entry[];
  readonly arrived: readonly string[];
  readonly lines: Moment['lines'];
  readonly sets: Values;
  readonly owed: Readonly<Record<string, Share>>;
  readonly performed: Readonly<Record<string, Share>>;
  readonly choices: readonly Taken[];
  /** The rows of the matching that have been put to the player, by their place, one list for each time. */
  readonly offered: readonly (readonly number[])[];
  readonly matches: Moment['matches'];
  readonly prediction: number | null;
  readonly letters: Moment['letters'];
  readonly lettersDone: readonly number[];
  readonly explained: Option | null;
  readonly hints: number;
  readonly open: Task | null;
  readonly pause: 'decision' | 'predict' | 'explain' | null;
  readonly played: number;
  /** Events of a choice that the chart did not take where they were sent: a mistake of the case file. */
  readonly refused: readonly {
    readonly decision: string;
    readonly option: Option;
    readonly event: EventName;
    readonly state: LifecycleState;
  }[];
}

/** The later of two days; days compare as text. */
const later = (a: Day, b: Day | undefined): Day => (b !== undefined && b > a ? b : a);

const planned = (desk: Pick<Desk, 'case' | 'delay'>, state: LifecycleState | 'documentsComplete'): Day | undefined => {
  const day = desk.case.dates[state];
  return day === undefined ? undefined : addDays(day, desk.delay);
};

/** The day each state was or will be entered, delays counted. */
export const datesOf = (desk: Desk): Moment['dates'] => ({
  ...Object.fromEntries(Object.keys(desk.case.dates).map((state) => [state, planned(desk, state as LifecycleState)])),
  ...desk.entered,
});

const entering = (desk: Desk, state: LifecycleState): Desk => {
  const first = desk.entered[state] === undefined;
  const beats = desk.case.timeline.flatMap((beat, i): Entry[] =>
    first && beat.at === state ? [{ kind: 'beat', beat: i, on: desk.now, at: desk.played }] : [],
  );
  const complete = first && state === 'assessing' ? planned(desk, 'documentsComplete') : undefined;
  return {
    ...desk,
    path: [...desk.path, state],
    entered: { [state]: desk.now, ...desk.entered, ...(complete === undefined ? {} : { documentsComplete: complete }) },
    timeline: [...desk.timeline, ...beats],
  };
};

/** The case before anybody knows of the accident. */
export const opened = (of: Case): Desk => {
  const now = of.dates.occurred ?? of.dates.discovered ?? of.decisions[0]?.on ?? '';
  const desk: Desk = {
    case: of,
    claim: begin(),
    now,
    delay: 0,
    entered: {},
    path: [],
    moves: [],
    timeline: [],
    arrived: [],
    lines: {},
    sets: {},
    owed: {},
    performed: {},
    choices: [],
    offered: [],
    matches: [],
    prediction: null,
    letters: {},
    lettersDone: [],
    explained: null,
    hints: 0,
    open: null,
    pause: null,
    played: 0,
    refused: [],
  };
  return entering(desk, 'occurred');
};

/** The day of an event that moves the claim on: the one given or, where the case dates the state it is to enter for the first time later, that. */
const dueDay = (desk: Desk, type: EventName, on: Day): Day => {
  const trial = send(desk.claim, { type, on } as LifecycleEvent);
  const state = trial === null ? undefined : stateOf(trial);
  return state === undefined || desk.entered[state] !== undefined ? on : later(on, planned(desk, state));
};

/** The desk after the event on that day; null where the chart does not take it. */
export const sent = (desk: Desk, type: EventName, on: Day, amount?: number): Desk | null => {
  const withAmount = amount === undefined ? {} : { amount };
  const claim = send(desk.claim, { type, on, ...withAmount } as LifecycleEvent);
  if (claim === null) return null;
  const state = stateOf(claim);
  const [was, is] = [leaves(desk.claim), leaves(claim)];
  const to = is.filter((leaf) => !was.includes(leaf));
  const moved: Desk = {
    ...desk,
    claim,
    now: later(desk.now, on),
    moves: to.length === 0 ? desk.moves : [...desk.moves, { event: type, from: was.filter((leaf) => !is.includes(leaf)), to }],
    timeline: [...desk.timeline, { kind: 'event', event: type, state, on, at: desk.played, ...withAmount }],
  };
  return state === stateOf(desk.claim) ? moved : entering(moved, state);
};

/** The desk after an event that nobody decided, on the day the case has for it. */
export const drifted = (desk: Desk, type: EventName): Desk => {
  const next = sent(desk, type, dueDay(desk, type, desk.now));
  if (next === null) throw new Error(`a claim that is ${stateOf(desk.claim)} does not take ${type}`);
  return next;
};

/** The fact that says how much went with an event. */
const AMOUNTS: Readonly<Partial<Record<EventName, string>>> = {
  payWithoutConsent: 'paidWithoutConsentAmount',
  spendWithoutApproval: 'unapprovedCosts',
};

/** The desk after a decision is taken: its facts set, its days lost, its events sent in order, the last one when those days have passed. */
export const decided = (desk: Desk, decision: Decision, option: Option, by: Taken['by'], confidence?: Confidence): Desk => {
  const choice = decision.choices[option];
  const on = later(desk.now, addDays(decision.on, desk.delay));
  const taken: Taken = { decision: decision.id, option, by, on, ...(confidence === undefined ? {} : { confidence }) };
  const noted: Desk = {
    ...desk,
    now: on,
    delay: desk.delay + choice.days,
    sets: { ...desk.sets, ...choice.sets },
    owed: { ...desk.owed, ...choice.owed },
    performed: { ...desk.performed, ...choice.performed },
    choices: [...desk.choices, taken],
    timeline: [...desk.timeline, { kind: 'decision', decision: decision.id, option, by, on, at: desk.played }],
  };
  return choice.events.reduce((at, event, i) => {
    const fact = AMOUNTS[event];
    const value = fact === undefined ? undefined : at.sets[fact];
    const day = i === choice.events.length - 1 ? addDays(on, choice.days) : on;
    const next = sent(at, event, dueDay(at, event, later(at.now, day)), typeof value === 'number' ? value : undefined);
    return next ?? { ...at, refused: [...at.refused, { decision: decision.id, option, event, state: stateOf(at.claim) }] };
  }, noted);
};

/** The decision to be taken in the state the claim is in. */
export const pending = (desk: Desk): Decision | undefined =>
  desk.case.decisions.find(
    (decision) => decision.at === stateOf(desk.claim) && !desk.choices.some((taken) => taken.decision === decision.id),
  );

/** What arrives while the claim is in a state is at hand when it is entered; from the assessment on, and once nothing follows, everything. */
const arrivedBy = (desk: Desk): Day | null => {
  const state = stateOf(desk.claim);
  if (state === 'denied' || reached(state, 'assessing')) return null;
  return (
    after(state)
      .map((next) => desk.case.dates[next])
      .find((day) => day !== undefined) ?? null
  );
};

/** The lines of the documents at hand. */
const atHand = (desk: Desk): readonly DocumentLine[] =>
  desk.case.documents.filter((document) => desk.arrived.includes(document.id)).flatMap((document) => document.lines);

/** The desk with the documents that have arrived by now. Nothing is looked into before the investigation. */
export const received = (desk: Desk): Desk => {
  if (!reached(stateOf(desk.claim), 'investigating')) return desk;
  const limit = arrivedBy(desk);
  const fresh = desk.case.documents.filter(
    (document) => !desk.arrived.includes(document.id) && (limit === null || document.on === undefined || document.on <= limit),
  );
  if (fresh.length === 0) return desk;
  const documents = fresh.map((document) => document.id);
  return {
    ...desk,
    arrived: [...desk.arrived, ...documents],
    timeline: [...desk.timeline, { kind: 'documents', documents, on: desk.now, at: desk.played }],
  };
};

/** The desk with every line at hand read; those the player left, by the insurer's report. */
export const reported = (desk: Desk): Desk => ({
  ...desk,
  lines: { ...Object.fromEntries(atHand(desk).map((line) => [line.id, 'report' as const])), ...desk.lines },
});

/** The lines at hand that nobody has read. */
export const unread = (desk: Desk): readonly string[] =>
  atHand(desk).flatMap((line) => (desk.lines[line.id] === undefined ? [line.id] : []));

/** The rows of the matching whose line is known and which have not been put to the player. */
export const rows = (desk: Desk): readonly number[] =>
  desk.case.matching.flatMap((row, i) => (desk.lines[row.line] !== undefined && !desk.offered.flat().includes(i) ? [i] : []));

/** The rows put to the player last. */
export const rowsPut = (desk: Desk): readonly Matching[] => (desk.offered.at(-1) ?? []).flatMap((place) => desk.case.matching[place] ?? []);
