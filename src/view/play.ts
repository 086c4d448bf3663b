import type { Text } from '#casebook/text.ts';
import { replay } from '#lifecycle/replay.ts';
import type { Seats, Sitting, SittingEvent } from '#lifecycle/sitting.ts';
import { type DrawingView, drawingOf } from './drawing.ts';
import { type DossierView, dossierOf } from './play-dossier.ts';
import { fillerOf } from './play-fill.ts';
import type { Ground } from './play-ground.ts';
import { type MoneyView, moneyOf } from './play-money.ts';
import { type Step, stepsOf } from './play-stage.ts';
import { type TaskView, taskOf } from './play-task.ts';
import { type TimelineView, timelineOf } from './timeline.ts';

/** What a play screen may report that the player did. */
export type PlayAction = SittingEvent;

export type { Seats };

/** Everything the play screen shows at one moment, as plain data in both languages. */
export interface PlayView {
  readonly id: string;
  readonly title: Text;
  readonly seats: Seats;
  /** How many things have been done: with the sitting it names the moment. */
  readonly played: number;
  readonly now: string;
  readonly steps: readonly Step[];
  readonly task: TaskView;
  readonly dossier: DossierView;
  readonly money: MoneyView;
  readonly timeline: TimelineView;
  readonly drawing: DrawingView;
  readonly hints: { readonly shown: readonly Text[]; readonly all: number };
}

/** The play screen of a sitting. */
export const playView = (ground: Ground, sitting: Sitting): PlayView => {
  const moment = replay(ground.case, sitting);
  const filled = fillerOf(ground, moment);
  const dossier = dossierOf(ground, moment, filled);
  return {
    id: ground.case.id,
    title: ground.case.title,
    seats: sitting.seats,
    played: moment.played,
    now: moment.now,
    steps: stepsOf(moment),
    task: taskOf(ground, moment, sitting, dossier, filled),
    dossier,
    money: moneyOf(ground, moment),
    timeline: timelineOf(ground, moment, sitting, filled),
    drawing: drawingOf(moment),
    hints: { shown: ground.case.hints.slice(0, moment.hints).map(filled), all: ground.case.hints.length },
  };
};
