import { getAdjacencyMap, getSimplePaths } from 'xstate/graph';
import { describe, expect, it } from 'vitest';
import { EVENTS, STATES } from '#casebook/names.ts';
import type { EventName } from '#casebook/case.ts';
import { begin, leaves, machine, send, stateOf, type ClaimSnapshot, type LifecycleEvent } from '#lifecycle/machine.ts';
import { ordinary } from '#lifecycle/way.ts';

const on = '2026-01-01';
const event = (type: EventName): LifecycleEvent => ({ type, on }) as LifecycleEvent;

/** The claim after these events, each of which the chart must take. */
const after = (...events: EventName[]): ClaimSnapshot =>
  events.reduce((claim, type) => {
    const next = send(claim, event(type));
    if (next === null) throw new Error(`${stateOf(claim)} refuses ${type}`);
    return next;
  }, begin());
const takes = (claim: ClaimSnapshot, type: EventName): boolean => send(claim, event(type)) !== null;

const CLAIMED = ['discover', 'notify', 'receiveClaim', 'investigate', 'review'] as const;
const NEGOTIATING = [...CLAIMED, 'accept'] as const;
const FIXED = [...NEGOTIATING, 'askConsent', 'giveConsent', 'fixLiability'] as const;
const ASSESSING = [...FIXED, 'fileClaim', 'assess'] as const;
const COSTS = ['discover', 'approveCosts', 'notify', 'investigate', 'review', 'accept'] as const;

/** Every situation the chart can be in, by what its guards look at. */
const situation = (claim: ClaimSnapshot): string =>
  JSON.stringify([
    claim.value,
    Math.min(claim.context.claims.length, 2),
    claim.context.circumstances !== null,
    claim.context.withoutConsent.length > 0,
  ]);
const graph = () =>
  Object.values(
    getAdjacencyMap(machine, {
      events: EVENTS.map(event),
      serializeState: (snapshot) => situation(snapshot as ClaimSnapshot) as never,
      limit: 1_000_000,
    }),
  ).map(({ state }) => state as ClaimSnapshot);

describe('the ordinary way of a claim', () => {
  it('goes from the accident over consent and payment to recovery', () => {
    expect(stateOf(after(...ASSESSING, 'confirmPayee', 'pay', 'recover', 'close'))).toBe('closed');
  });

  it('may end without recovery', () => {
    expect(stateOf(after(...ASSESSING, 'confirmPayee', 'pay', 'close'))).toBe('closed');
  });

  it('sends missing documents back and takes them in again', () => {
    expect(stateOf(after(...FIXED, 'fileClaim', 'requestDocuments'))).toBe('documentsRequested');
    expect(stateOf(after(...FIXED, 'fileClaim', 'requestDocuments', 'supplyDocuments'))).toBe('claimFiled');
  });
});

describe('the third party’s claim', () => {
  it('may come first of all, and discovers the accident', () => {
    const claim = after('receiveClaim');
    expect(stateOf(claim)).toBe('discovered');
    expect(leaves(claim)).toContain('claimed');
    expect(claim.context.claims).toEqual([on]);
  });

  it('may be announced by a notice of circumstances and come in the negotiation', () => {
    const announced = after('discover', 'notify', 'reportCircumstances', 'investigate', 'review', 'accept');
    expect(stateOf(announced)).toBe('negotiating');
    expect(takes(announced, 'askConsent')).toBe(false);
    expect(takes(announced, 'receiveClaim')).toBe(true);
  });

  it('may never come: what was announced is then closed as costs only', () => {
    expect(stateOf(after('discover', 'notify', 'reportCircumstances', 'investigate', 'review', 'accept', 'fileClaim'))).toBe('claimFiled');
  });

  it('comes once; what follows is a further claim', () => {
    const claim = after(...CLAIMED);
    expect(takes(claim, 'receiveClaim')).toBe(false);
    expect(takes(after(...ASSESSING), 'receiveClaim')).toBe(false);
    expect(leaves(after(...CLAIMED, 'receiveFurtherClaim'))).toContain('severalClaims');
    expect(after(...CLAIMED, 'receiveFurtherClaim', 'receiveFurtherClaim').context.claims).toHaveLength(3);
  });

  it.each(['claimFiled', 'assessing', 'paid', 'subrogation'])('that comes as late as %s is reviewed for coverage', (late) => {
    const onward: EventName[] = ['assess', 'confirmPayee', 'pay', 'recover'];
    let claim = after(...COSTS);
    for (const type of onward) if (stateOf(claim) !== late) claim = send(claim, event(type)) ?? claim;
    expect(stateOf(claim)).toBe(late);
    const reopened = send(claim, event('receiveClaim'));
    expect(reopened && stateOf(reopened)).toBe('coverageReview');
  });

  it('that is a further one after the settlement opens liability again', () => {
    const claim = after(...FIXED, 'receiveFurtherClaim');
    expect(stateOf(claim)).toBe('coverageReview');
    expect(claim.context.liability).toBe('open');
  });

  it('does not undo a denial by itself', () => {
    expect(stateOf(after('discover', 'notify', 'investigate', 'review', 'deny', 'receiveClaim'))).toBe('denied');
  });
});

describe('costs only', () => {
  it('skips the negotiation', () => {
    expect(stateOf(after(...COSTS))).toBe('claimFiled');
    expect(after(...COSTS).context.costs).toEqual([{ on, approved: true }]);
  });

  it('keeps in mind that some cost had no approval, whatever is approved later', () => {
    const claim = after('discover', 'spendWithoutApproval', 'approveCosts');
    expect(leaves(claim)).toContain('costsUnapproved');
    expect(claim.context.costs.map((cost) => cost.approved)).toEqual([false, true]);
  });

  it('asks no approval before anything is discovered', () => {
    expect(takes(begin(), 'approveCosts')).toBe(false);
  });
});

describe('consent', () => {
  it('comes before the settlement', () => {
    expect(takes(after(...NEGOTIATING), 'fixLiability')).toBe(false);
    expect(takes(after(...NEGOTIATING, 'askConsent'), 'fixLiability')).toBe(false);
    expect(takes(after(...NEGOTIATING, 'askConsent', 'giveConsent'), 'fixLiability')).toBe(true);
  });

  it('refused leads back to the talks, where it may be asked again', () => {
    const refused = after(...NEGOTIATING, 'askConsent', 'refuseConsent');
    expect(stateOf(refused)).toBe('negotiating');
    expect(takes(refused, 'fixLiability')).toBe(false);
    expect(takes(refused, 'askConsent')).toBe(true);
  });

  it('is not waited for by an insured who pays without it; the amount is on record and the talks go on', () => {
    const paid = send(after(...NEGOTIATING), { type: 'payWithoutConsent', on, amount: 10_000_000 });
    expect(paid && stateOf(paid)).toBe('negotiating');
    expect(paid?.context.withoutConsent).toEqual([{ on, amount: 10_000_000 }]);
    expect(paid && takes(paid, 'fixLiability')).toBe(true);
    expect(paid && takes(paid, 'askConsent')).toBe(true);
  });

  it('may be passed over at any time between discovery and closing', () => {
    const states = graph().filter((claim) => !['occurred', 'closed'].includes(stateOf(claim)));
    expect(states.every((claim) => takes(claim, 'payWithoutConsent'))).toBe(true);
    expect(takes(begin(), 'payWithoutConsent')).toBe(false);
  });

  it('is not needed for a judgment, but for a settlement in court', () => {
    expect(stateOf(after(...NEGOTIATING, 'sue', 'fixLiability'))).toBe('fixed');
    const settledInCourt = after(...NEGOTIATING, 'askConsent', 'giveConsent', 'sue', 'settleSuit');
    expect(stateOf(settledInCourt)).toBe('negotiating');
    expect(takes(settledInCourt, 'fixLiability')).toBe(false);
  });
});

describe('the coverage review', () => {
  it('denied may be reconsidered and accepted', () => {
    const claim = after(...CLAIMED, 'deny', 'reconsider', 'accept');
    expect(stateOf(claim)).toBe('negotiating');
    expect(claim.context.coverage).toBe('accepted');
  });

  it('denied may be the end', () => {
    expect(after(...CLAIMED, 'deny', 'close').context.coverage).toBe('denied');
  });

  it('reserved goes back to the investigation', () => {
    expect(stateOf(after(...CLAIMED, 'reserve', 'investigate'))).toBe('investigating');
  });

  it('may be taken back by the assessment', () => {
    expect(stateOf(after(...ASSESSING, 'deny'))).toBe('denied');
  });

  it('accepts in part as it accepts in full', () => {
    expect(after(...CLAIMED, 'acceptInPart').context.coverage).toBe('accepted-in-part');
    expect(stateOf(after(...CLAIMED, 'acceptInPart'))).toBe('negotiating');
  });
});

describe('no liability', () => {
  it('found in the talks or in court settles the claim at nothing and leaves the way to the costs open', () => {
    for (const claim of [after(...NEGOTIATING, 'findNoLiability'), after(...NEGOTIATING, 'sue', 'findNoLiability')]) {
      expect(claim.context.liability).toBe('none');
      expect(takes(claim, 'fileClaim')).toBe(true);
    }
  });
});

describe('the chart as a whole', () => {
  it('has the states and events that a case file may name', () => {
    const seen = new Set(graph().map(stateOf));
    expect([...seen].sort()).toEqual([...STATES].sort());
    const taken = EVENTS.filter((type) => graph().some((claim) => takes(claim, type)));
    expect(taken).toEqual([...EVENTS]);
  });

  it('ends from every situation by the ordinary way, in at most twenty steps', () => {
    const situations = graph();
    expect(situations.length).toBeGreaterThan(100);
    for (const start of situations) {
      let claim = start;
      let steps = 0;
      for (let type = ordinary(claim); type !== null && steps < 20; type = ordinary(claim), steps++) {
        claim = send(claim, event(type)) ?? claim;
      }
      expect([situation(start), stateOf(claim)]).toEqual([situation(start), 'closed']);
    }
  });

  it('is closed at the end of every simple path that cannot be prolonged', () => {
    const core: EventName[] = [
      'discover',
      'notify',
      'receiveClaim',
      'investigate',
      'review',
      'accept',
      'deny',
      'close',
      'askConsent',
      'giveConsent',
      'fixLiability',
      'fileClaim',
      'assess',
      'confirmPayee',
      'pay',
    ];
    const paths = getSimplePaths(machine, {
      events: core.map(event),
      serializeState: (snapshot) => situation(snapshot as ClaimSnapshot) as never,
      toState: (snapshot) => core.every((type) => !takes(snapshot as ClaimSnapshot, type)),
    });
    expect(paths.length).toBeGreaterThan(5);
    expect(new Set(paths.map((path) => stateOf(path.state as ClaimSnapshot)))).toEqual(new Set(['closed']));
  });

  it('takes nothing any more once it is closed', () => {
    const closed = after(...CLAIMED, 'deny', 'close');
    expect(EVENTS.filter((type) => takes(closed, type))).toEqual([]);
  });
});
