import type { EventName, Option } from '#casebook/case.ts';
import type { Text } from '#casebook/text.ts';
import type { Entry, Moment } from '#lifecycle/moment.ts';
import type { Sitting, SittingEvent } from '#lifecycle/sitting.ts';
import type { Filler } from './play-fill.ts';
import type { Ground } from './play-ground.ts';
import { type Payment, paymentOf } from './play-money.ts';

/** A dated entry of the timeline. `at` is what to rewind to for what stood before it. */
export interface TimelineRow {
  readonly on: string;
  readonly at: number;
  /** Whether going back to it would take anything back. */
  readonly past: boolean;
  readonly what:
    | { readonly kind: 'event'; readonly event: EventName; readonly yen: number | null }
    | { readonly kind: 'beat'; readonly text: Text }
    | { readonly kind: 'documents'; readonly titles: readonly Text[] }
    | { readonly kind: 'decision'; readonly who: Text; readonly text: Text; readonly byPlayer: boolean };
}

/** A way played and left. */
export interface TwigView {
  readonly index: number;
  /** The choices by which it differs from the way taken. */
  readonly choices: readonly Text[];
  /** How it ends with the best choices after it; null before the prediction is locked. */
  readonly payment: Payment | null;
}

export interface TimelineView {
  readonly rows: readonly TimelineRow[];
  readonly twigs: readonly TwigView[];
}

const whatOf = (ground: Ground, entry: Entry, filled: Filler): TimelineRow['what'] => {
  switch (entry.kind) {
    case 'event':
      return { kind: 'event', event: entry.event, yen: entry.amount ?? null };
    case 'beat': {
      const beat = ground.case.timeline[entry.beat];
      return { kind: 'beat', text: beat === undefined ? { ja: '', en: '' } : filled(beat.text) };
    }
    case 'documents':
      return {
        kind: 'documents',
        titles: ground.case.documents.filter(({ id }) => entry.documents.includes(id)).map(({ title }) => title),
      };
    case 'decision': {
      const decision = ground.case.decisions.find(({ id }) => id === entry.decision);
      if (decision === undefined) throw new Error(`the case has no decision ${entry.decision}`);
      return { kind: 'decision', who: decision.who, text: filled(decision.choices[entry.option].text), byPlayer: entry.by === 'player' };
    }
  }
};

const chosenIn = (events: readonly SittingEvent[]): Readonly<Record<string, Option>> =>
  Object.fromEntries(events.flatMap((event) => (event.do === 'choose' ? [[event.decision, event.option]] : [])));

const twigOf = (ground: Ground, moment: Moment, sitting: Sitting, index: number, filled: Filler): TwigView => {
  const [here, there] = [chosenIn(sitting.events), chosenIn(sitting.twigs[index] ?? [])];
  const differing = ground.case.decisions.flatMap((decision) => {
    const option = there[decision.id];
    return option === undefined || option === here[decision.id] ? [] : [filled(decision.choices[option].text)];
  });
  const end = moment.prediction === null ? null : ground.endBy(there);
  return { index, choices: differing, payment: end === null ? null : paymentOf(end) };
};

/** What has happened, and the ways not taken. */
export const timelineOf = (ground: Ground, moment: Moment, sitting: Sitting, filled: Filler): TimelineView => ({
  rows: moment.timeline.map((entry) => ({
    on: entry.on,
    at: entry.at,
    past: entry.at < moment.played,
    what: whatOf(ground, entry, filled),
  })),
  twigs: sitting.twigs.map((_, index) => twigOf(ground, moment, sitting, index, filled)),
});
