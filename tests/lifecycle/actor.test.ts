import { createActor } from 'xstate';
import { describe, expect, it } from 'vitest';
import { sittingActor } from '#lifecycle/actor.ts';
import { begun } from '#lifecycle/sitting.ts';
import { SAMPLE } from './support/sample-case.ts';

describe('the actor of a play screen', () => {
  const started = () => createActor(sittingActor(SAMPLE), { input: begun(SAMPLE, 'all') }).start();
  const choose = { do: 'choose', decision: 'D1', option: 'best' } as const;

  it('takes what fits and leaves the rest', () => {
    const actor = started();
    actor.send({ type: 'did', event: { do: 'explain', option: 'best' } });
    expect(actor.getSnapshot().context.events).toEqual([]);
    actor.send({ type: 'did', event: choose });
    expect(actor.getSnapshot().context.events).toEqual([choose]);
  });

  it('goes back, keeping the twig, and begins anew', () => {
    const actor = started();
    actor.send({ type: 'did', event: choose });
    actor.send({ type: 'rewind', to: 0 });
    expect(actor.getSnapshot().context).toMatchObject({ events: [], twigs: [[choose]] });
    actor.send({ type: 'restart', sitting: begun(SAMPLE, 'insured') });
    expect(actor.getSnapshot().context).toEqual(begun(SAMPLE, 'insured'));
  });
});
