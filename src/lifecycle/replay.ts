import type { Case } from '#casebook/case.ts';
import type { Values } from '#domain/policy/wording.ts';
import { isYen } from '#domain/yen.ts';
import { datesOf, decided, opened, reported, rowsPut, type Desk } from './desk.ts';
import { stateOf } from './machine.ts';
import type { Moment } from './moment.ts';
import type { Sitting, SittingEvent } from './sitting.ts';
import { MANNERS, settled, todoOf, type Manner } from './table.ts';
import { reached } from './way.ts';

const withLetterDone = (desk: Desk, letter: number): Desk => ({ ...desk, open: null, lettersDone: [...desk.lettersDone, letter] });

/** What going on means where it is; null where something else is due first. */
const goneOn = (desk: Desk): Desk | null => {
  const todo = todoOf(desk);
  if (todo.kind === 'next') return { ...desk, pause: null };
  if (todo.kind === 'read') return { ...reported(desk), open: null };
  if (todo.kind === 'match') return { ...desk, open: null };
  return todo.kind === 'letter' && todo.empty.length === 0 ? withLetterDone(desk, todo.letter) : null;
};

/** The desk after what the player did, before anything goes on by itself; null where it does not fit. */
const done = (desk: Desk, event: SittingEvent): Desk | null => {
  const todo = todoOf(desk);
  switch (event.do) {
    case 'next':
      return goneOn(desk);
    case 'hint':
      return todo.kind !== 'end' && desk.hints < desk.case.hints.length ? { ...desk, hints: desk.hints + 1 } : null;
    case 'read':
      return todo.kind === 'read' && todo.lines.includes(event.line) ? { ...desk, lines: { ...desk.lines, [event.line]: 'player' } } : null;
    case 'choose': {
      const decision = desk.case.decisions.find((each) => each.id === event.decision);
      if (todo.kind !== 'decision' || todo.decision !== event.decision || decision === undefined) return null;
      return { ...decided(desk, decision, event.option, 'player', event.confidence), pause: 'decision' };
    }
    case 'match': {
      if (todo.kind !== 'match') return null;
      const put = rowsPut(desk);
      if (!put.some((row) => row.line === event.line) || !put.some((row) => row.clause === event.clause)) return null;
      const others = desk.matches.filter((match) => match.line !== event.line || match.clause !== event.clause);
      return { ...desk, matches: [...others, { line: event.line, clause: event.clause, answer: event.answer }] };
    }
    case 'predict':
      return todo.kind === 'predict' && isYen(event.yen) ? { ...desk, prediction: event.yen, open: null, pause: 'predict' } : null;
    case 'letter': {
      if (todo.kind !== 'letter') return null;
      const slots = desk.case.letters[todo.letter]?.slots ?? {};
      const slot = Object.hasOwn(slots, event.slot) ? slots[event.slot] : undefined;
      if (slot === undefined || event.answer > slot.others.length) return null;
      const filled = { ...desk.letters[todo.letter], [event.slot]: event.answer };
      return { ...desk, letters: { ...desk.letters, [todo.letter]: filled } };
    }
    case 'explain':
      return todo.kind === 'explain' ? { ...desk, explained: event.option, open: null, pause: 'explain' } : null;
  }
};

const played = (desk: Desk, event: SittingEvent, manner: Manner): Desk | null => {
  const next = done(desk, event);
  return next === null ? null : settled({ ...next, played: desk.played + 1 }, manner);
};

interface Fold {
  readonly of: Case;
  readonly manner: Manner;
  readonly events: readonly SittingEvent[];
  readonly desk: Desk;
}

/** The last fold. A press asks for the same events twice, and for one more than the press before: a step costs one event, not all of them. */
let last: Fold | null = null;

const isBeginningOf = (fold: Fold, of: Case, events: readonly SittingEvent[], manner: Manner): boolean =>
  fold.of === of && fold.manner === manner && fold.events.length <= events.length && fold.events.every((event, i) => event === events[i]);

/** As far as the events fit. */
const foldEvents = (of: Case, events: readonly SittingEvent[], manner: Manner): Desk => {
  const known = last !== null && isBeginningOf(last, of, events, manner) ? last : null;
  let desk = known?.desk ?? settled(opened(of), manner);
  for (const event of events.slice(known?.events.length)) {
    const next = played(desk, event, manner);
    if (next === null) return desk;
    desk = next;
  }
  last = { of, manner, events, desk };
  return desk;
};

const factsOf = (desk: Desk): Values => ({
  ...Object.fromEntries(Object.entries(desk.case.given).map(([name, given]) => [name, given.value])),
  ...Object.assign(
    {},
    ...desk.case.documents.flatMap((document) => document.lines.filter((line) => desk.lines[line.id]).map((line) => line.facts)),
  ),
  ...desk.sets,
});

/** What stands on the desk, as plain data. */
export const momentOf = (desk: Desk): Moment => {
  const state = stateOf(desk.claim);
  const { context } = desk.claim;
  const isSettled = context.liability !== 'open' || (state === 'closed' ? desk.path.includes('paid') : reached(state, 'fixed'));
  return {
    state,
    record: context,
    todo: todoOf(desk),
    now: desk.now,
    facts: factsOf(desk),
    lines: desk.lines,
    choices: desk.choices,
    matches: desk.matches,
    prediction: desk.prediction,
    letters: desk.letters,
    explained: desk.explained,
    hints: desk.hints,
    settled: isSettled,
    owed: isSettled ? { ...desk.case.settlement.owed, ...desk.owed } : {},
    performed: isSettled ? { ...desk.case.settlement.performed, ...desk.performed } : {},
    delay: desk.delay,
    dates: datesOf(desk),
    timeline: desk.timeline,
    path: desk.path,
    moves: desk.moves,
    played: desk.played,
  };
};

/** How far a sitting can be played: the moment reached, and whether every event fitted. */
export const replayUntilRefused = (of: Case, sitting: Sitting): { readonly moment: Moment; readonly whole: boolean } => {
  const desk = foldEvents(of, sitting.events, MANNERS[sitting.seats]);
  return { moment: momentOf(desk), whole: desk.played === sitting.events.length };
};

/** What stands after everything the sitting holds. A sitting that was never legal throws: what is read from outside goes through `parse`. */
export const replay = (of: Case, sitting: Sitting): Moment => {
  const { moment, whole } = replayUntilRefused(of, sitting);
  if (!whole) throw new Error(`event ${moment.played} of the sitting does not fit case ${of.id}`);
  return moment;
};

/** Whether the event fits where the sitting stands. */
export const accepts = (of: Case, sitting: Sitting, event: SittingEvent): boolean =>
  replayUntilRefused(of, { ...sitting, events: [...sitting.events, event] }).moment.played === sitting.events.length + 1;
