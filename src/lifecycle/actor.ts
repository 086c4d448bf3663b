import { fromTransition } from 'xstate';
import type { Case } from '#casebook/case.ts';
import { accepts } from './replay.ts';
import { add, rewind, type Sitting, type SittingEvent } from './sitting.ts';

/** What a play screen sends to its actor. */
export type PlayEvent =
  | { readonly type: 'did'; readonly event: SittingEvent }
  /** Back to the first n events; what went beyond stays as a twig. */
  | { readonly type: 'rewind'; readonly to: number }
  | { readonly type: 'restart'; readonly sitting: Sitting };

/** The actor of a play screen: its context is the sitting, and all a screen shows is `replay` of it. What does not fit changes nothing. */
export const sittingActor = (of: Case) =>
  fromTransition(
    (sitting: Sitting, event: PlayEvent): Sitting => {
      if (event.type === 'rewind') return rewind(sitting, event.to);
      if (event.type === 'restart') return event.sitting;
      // XState sends events of its own through here too, such as xstate.stop when the screen is left.
      return event.type === 'did' && accepts(of, sitting, event.event) ? add(sitting, event.event) : sitting;
    },
    ({ input }: { input: Sitting }) => input,
  );
