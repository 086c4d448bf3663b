import type { Decision, Option } from '#casebook/case.ts';
import { decided, drifted, pending, received, reported, rows, rowsPut, sent, unread, type Desk, type Task } from './desk.ts';
import { stateOf, type LifecycleState } from './machine.ts';
import type { Todo } from './moment.ts';
import type { Seats } from './sitting.ts';
import { ordinary, reached } from './way.ts';

/** Which of the case is put to somebody; the rest runs by itself. */
export interface Manner {
  readonly asks: (decision: Decision) => boolean;
  /** How a decision that is not asked is taken. */
  readonly otherwise: (decision: Decision) => Option;
  readonly tasks: readonly Task[];
  /** Whether it stops after each answer, for its consequence to be read. */
  readonly pauses: boolean;
}

/** How a person plays: every seat and every task, or 事業者 alone with only the prediction beside. */
export const MANNERS: Readonly<Record<Seats, Manner>> = {
  all: { asks: () => true, otherwise: () => 'best', tasks: ['read', 'match', 'predict', 'letter', 'explain'], pauses: true },
  insured: { asks: (decision) => decision.seat === 'insured', otherwise: () => 'best', tasks: ['predict'], pauses: true },
};

/** The state in whose time a task falls, after its decisions; when the claim has moved past it, the task comes before the decisions. */
const HOMES: Readonly<Record<Exclude<Task, 'read'>, LifecycleState>> = {
  match: 'coverageReview',
  predict: 'assessing',
  letter: 'payee',
  explain: 'paid',
};

type Turn = 'before' | 'after';

const isTurn = (task: keyof typeof HOMES, state: LifecycleState, turn: Turn): boolean => {
  if (state === 'denied' && task !== 'match') return turn === 'after';
  return state === HOMES[task] ? turn === 'after' : turn === 'before' && reached(state, HOMES[task]);
};

/** The next letter to fill in: those under another wording always, the others where they say what came out. */
const nextLetter = (desk: Desk): number | undefined => {
  const denied = stateOf(desk.claim) === 'denied' || (stateOf(desk.claim) === 'closed' && !desk.path.includes('paid'));
  const at = desk.case.letters.findIndex(
    (letter, i) => !desk.lettersDone.includes(i) && (letter.under !== undefined || letter.outcome === (denied ? 'refusal' : 'payment')),
  );
  return at < 0 ? undefined : at;
};

const isOpenTo = (desk: Desk, task: Task): boolean => {
  if (task === 'read') return unread(desk).length > 0;
  if (task === 'match') return rows(desk).length > 0;
  if (task === 'predict') return desk.prediction === null;
  if (task === 'letter') return nextLetter(desk) !== undefined;
  return desk.explained === null;
};

/** The desk with the next task of this turn laid open, or null. A task nobody is asked is not held. */
const laid = (desk: Desk, manner: Manner, turn: Turn): Desk | null => {
  const state = stateOf(desk.claim);
  if ((state === 'denied') === (turn === 'after')) {
    const at = received(desk);
    if (isOpenTo(at, 'read')) return manner.tasks.includes('read') && state !== 'closed' ? { ...at, open: 'read' } : reported(at);
  }
  const task = manner.tasks.find((each) => each !== 'read' && isTurn(each, state, turn) && isOpenTo(desk, each));
  if (task === undefined) return null;
  return { ...desk, open: task, ...(task === 'match' ? { offered: [...desk.offered, rows(desk)] } : {}) };
};

/** The desk after what happens by itself on arriving where it is: the third party's demand, or the notice that one is to be expected. */
const befallen = (desk: Desk): Desk | null => {
  const { claim } = desk.case;
  const state = stateOf(desk.claim);
  if (claim === null || desk.claim.context.claims.length > 0) return null;
  if (claim.at === state) return sent(desk, 'receiveClaim', claim.on);
  const announced = desk.claim.context.circumstances !== null;
  return claim.at === 'negotiating' && state === 'notified' && !announced ? sent(desk, 'reportCircumstances', desk.now) : null;
};

/** Recovery is looked into only where the case dates it. */
const onward = (desk: Desk): Desk | null => {
  const event = ordinary(desk.claim);
  if (event === null) return null;
  const closes = event === 'recover' && desk.case.dates.subrogation === undefined;
  return drifted(desk, closes ? 'close' : event);
};

/** One step of what goes on by itself; null where the desk waits for somebody or is at its end. */
const step = (desk: Desk, manner: Manner): Desk | null => {
  if (desk.open !== null || desk.pause !== null) return null;
  const before = befallen(desk) ?? laid(desk, manner, 'before');
  if (before !== null) return before;
  const decision = pending(desk);
  if (decision !== undefined) return manner.asks(decision) ? null : decided(desk, decision, manner.otherwise(decision), 'itself');
  return laid(desk, manner, 'after') ?? onward(desk);
};

/** The desk once it waits for somebody or is at its end. */
export const settled = (desk: Desk, manner: Manner): Desk => {
  let at = desk;
  for (let next = step(at, manner); next !== null; next = step(at, manner)) at = next;
  return at;
};

const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** What a settled desk waits for. */
export const todoOf = (desk: Desk): Todo => {
  if (desk.pause !== null) return { kind: 'next', after: desk.pause };
  if (desk.open === 'read') return { kind: 'read', lines: unread(desk) };
  if (desk.open === 'match') {
    const put = rowsPut(desk);
    return { kind: 'match', lines: unique(put.map((row) => row.line)), clauses: unique(put.map((row) => row.clause)) };
  }
  if (desk.open === 'letter') {
    const letter = nextLetter(desk) ?? 0;
    const filled = desk.letters[letter] ?? {};
    return {
      kind: 'letter',
      letter,
      empty: Object.keys(desk.case.letters[letter]?.slots ?? {}).filter((slot) => filled[slot] === undefined),
    };
  }
  if (desk.open !== null) return { kind: desk.open };
  const decision = pending(desk);
  return decision === undefined ? { kind: 'end' } : { kind: 'decision', decision: decision.id };
};
