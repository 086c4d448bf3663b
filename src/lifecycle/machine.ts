import { assign, initialTransition, setup, transition, type SnapshotFrom, type StateValue } from 'xstate';
import type { EventName, StateName } from '#casebook/case.ts';
import type { Day } from '#domain/calendar.ts';

/** Where a claim stands: one word, whatever the regions beside it say. */
export type LifecycleState = StateName;

/** What happens to a claim, with its day; in yen where an amount goes with it. */
export type LifecycleEvent = { [E in EventName]: { readonly type: E; readonly on: Day; readonly amount?: number } }[EventName];

/** What the chart remembers: days and decisions, never money to be paid. */
export interface ClaimRecord {
  /** The days on which demands of third parties arrived. The first one selects the policy. */
  readonly claims: readonly Day[];
  /** The day of the notice that a claim is to be expected (おそれの通知). */
  readonly circumstances: Day | null;
  /** Costs of the first response (初動対応), with the insurer's prior approval or without. */
  readonly costs: readonly { readonly on: Day; readonly approved: boolean }[];
  /** What the insured paid or settled without the insurer's consent, in yen where known. */
  readonly withoutConsent: readonly { readonly on: Day; readonly amount: number | null }[];
  /** 有無責判断, per the insurer's last word. */
  readonly coverage: 'undecided' | 'accepted' | 'accepted-in-part' | 'denied' | 'reserved';
  /** Whether the third party's claim is settled: fixed in an amount, or found not to exist (無責). */
  readonly liability: 'open' | 'fixed' | 'none';
}

const blank: ClaimRecord = { claims: [], circumstances: null, costs: [], withoutConsent: [], coverage: 'undecided', liability: 'open' };

const claimed = (record: ClaimRecord): boolean => record.claims.length > 0;

const chart = setup({
  types: { context: {} as ClaimRecord, events: {} as LifecycleEvent },
  guards: {
    'nobody has claimed': ({ context }) => !claimed(context),
    'a third party has claimed': ({ context }) => claimed(context),
    'a third party has claimed or is expected to': ({ context }) => claimed(context) || context.circumstances !== null,
    'the insured has settled a claim without consent': ({ context }) => claimed(context) && context.withoutConsent.length > 0,
  },
  actions: {
    'record the claim': assign(({ context, event }) => ({ claims: [...context.claims, event.on] })),
    'record the notice of circumstances': assign(({ event }) => ({ circumstances: event.on })),
    'record costs with approval': assign(({ context, event }) => ({ costs: [...context.costs, { on: event.on, approved: true }] })),
    'record costs without approval': assign(({ context, event }) => ({ costs: [...context.costs, { on: event.on, approved: false }] })),
    'record the payment without consent': assign(({ context, event }) => ({
      withoutConsent: [...context.withoutConsent, { on: event.on, amount: event.amount ?? null }],
    })),
    'record that it is covered': assign({ coverage: 'accepted' as const }),
    'record that it is covered in part': assign({ coverage: 'accepted-in-part' as const }),
    'record that it is not covered': assign({ coverage: 'denied' as const }),
    'record that coverage is reserved': assign({ coverage: 'reserved' as const }),
    'record that liability is fixed': assign({ liability: 'fixed' as const }),
    'record that there is no liability': assign({ liability: 'none' as const }),
    'record that liability is open again': assign({ liability: 'open' as const }),
  },
});

const whenCovered = (record: 'record that it is covered' | 'record that it is covered in part') =>
  [
    { guard: 'a third party has claimed or is expected to', target: 'negotiating', actions: record },
    { target: '#claimFiled', actions: record },
  ] as const;

/** The statechart of every claim. Three regions run side by side from the discovery on; it closes as one. */
export const machine = chart.createMachine({
  id: 'claim',
  context: blank,
  initial: 'occurred',
  states: {
    occurred: {
      on: {
        discover: 'underWay',
        receiveClaim: { target: ['#discovered', '#claimed'], actions: 'record the claim' },
      },
    },
    underWay: {
      type: 'parallel',
      on: { payWithoutConsent: { actions: 'record the payment without consent' } },
      states: {
        handling: {
          initial: 'discovered',
          states: {
            discovered: { id: 'discovered', on: { notify: 'notified' } },
            notified: { on: { investigate: 'investigating' } },
            investigating: { on: { review: 'coverageReview' } },
            coverageReview: {
              on: {
                accept: whenCovered('record that it is covered'),
                acceptInPart: whenCovered('record that it is covered in part'),
                deny: { target: 'denied', actions: 'record that it is not covered' },
                reserve: { target: 'reserved', actions: 'record that coverage is reserved' },
              },
            },
            denied: { on: { reconsider: 'coverageReview', close: '#closed' } },
            reserved: { on: { investigate: 'investigating' } },
            negotiating: {
              initial: 'talking',
              on: {
                sue: { guard: 'a third party has claimed', target: 'litigating' },
                fixLiability: {
                  guard: 'the insured has settled a claim without consent',
                  target: 'settling',
                  actions: 'record that liability is fixed',
                },
                findNoLiability: { guard: 'a third party has claimed', target: 'settling', actions: 'record that there is no liability' },
                fileClaim: { guard: 'nobody has claimed', target: '#claimFiled' },
              },
              states: {
                talking: { on: { askConsent: { guard: 'a third party has claimed', target: 'consentAsked' } } },
                consentAsked: { on: { giveConsent: 'consentGiven', refuseConsent: 'talking' } },
                consentGiven: { on: { fixLiability: { target: '#settling', actions: 'record that liability is fixed' } } },
              },
            },
            litigating: {
              on: {
                settleSuit: 'negotiating',
                fixLiability: { target: 'settling', actions: 'record that liability is fixed' },
                findNoLiability: { target: 'settling', actions: 'record that there is no liability' },
              },
            },
            settling: {
              id: 'settling',
              initial: 'fixed',
              on: {
                receiveClaim: { guard: 'nobody has claimed', target: 'coverageReview' },
                receiveFurtherClaim: {
                  guard: 'a third party has claimed',
                  target: 'coverageReview',
                  actions: 'record that liability is open again',
                },
              },
              states: {
                fixed: { on: { fileClaim: 'claimFiled' } },
                claimFiled: { id: 'claimFiled', on: { requestDocuments: 'documentsRequested', assess: 'assessing' } },
                documentsRequested: { on: { supplyDocuments: 'claimFiled' } },
                assessing: {
                  on: {
                    confirmPayee: 'payee',
                    deny: { target: '#claim.underWay.handling.denied', actions: 'record that it is not covered' },
                  },
                },
                payee: { on: { pay: 'paid' } },
                paid: { on: { recover: 'subrogation', close: '#closed' } },
                subrogation: { on: { close: '#closed' } },
              },
            },
          },
        },
        demand: {
          initial: 'noClaim',
          states: {
            noClaim: {
              on: {
                reportCircumstances: { target: 'circumstances', actions: 'record the notice of circumstances' },
                receiveClaim: { target: 'claimed', actions: 'record the claim' },
              },
            },
            circumstances: { on: { receiveClaim: { target: 'claimed', actions: 'record the claim' } } },
            claimed: { id: 'claimed', on: { receiveFurtherClaim: { target: 'severalClaims', actions: 'record the claim' } } },
            severalClaims: { on: { receiveFurtherClaim: { actions: 'record the claim' } } },
          },
        },
        response: {
          initial: 'noCosts',
          states: {
            noCosts: {
              on: {
                approveCosts: { target: 'costsApproved', actions: 'record costs with approval' },
                spendWithoutApproval: { target: 'costsUnapproved', actions: 'record costs without approval' },
              },
            },
            costsApproved: {
              on: {
                approveCosts: { actions: 'record costs with approval' },
                spendWithoutApproval: { target: 'costsUnapproved', actions: 'record costs without approval' },
              },
            },
            costsUnapproved: {
              on: {
                approveCosts: { actions: 'record costs with approval' },
                spendWithoutApproval: { actions: 'record costs without approval' },
              },
            },
          },
        },
      },
    },
    closed: { id: 'closed', type: 'final' },
  },
});

/** A claim at one point of its life, as the chart sees it. */
export type ClaimSnapshot = SnapshotFrom<typeof machine>;

/** A claim before anybody knows of it. */
export const begin = (): ClaimSnapshot => initialTransition(machine)[0];

/** The claim after the event, or null where the chart does not take it. */
export const send = (claim: ClaimSnapshot, event: LifecycleEvent): ClaimSnapshot | null =>
  claim.can(event) ? transition(machine, claim, event)[0] : null;

const leavesOf = (value: StateValue): string[] =>
  typeof value === 'string' ? [value] : Object.entries(value).flatMap(([, inner]) => (inner === undefined ? [] : leavesOf(inner)));

/** The innermost states the claim is in, one per region: the nodes of the drawing. */
export const leaves = (claim: ClaimSnapshot): string[] => leavesOf(claim.value);

/** Where the claim stands. */
export const stateOf = (claim: ClaimSnapshot): LifecycleState => {
  if (typeof claim.value === 'string') return claim.value as 'occurred' | 'closed';
  const handling = (claim.value as { underWay: { handling: StateValue } }).underWay.handling;
  if (typeof handling === 'string') return handling as LifecycleState;
  const [group = '', inner] = Object.entries(handling)[0] ?? [];
  return (group === 'settling' ? inner : group) as LifecycleState;
};
