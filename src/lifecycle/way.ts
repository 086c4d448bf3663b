import { STATES } from '#casebook/names.ts';
import type { EventName } from '#casebook/case.ts';
import { send, stateOf, type ClaimSnapshot, type LifecycleState } from './machine.ts';

/** What happens next in each state when nobody decides otherwise; of several, the first that the chart takes. */
const ORDINARY: Readonly<Record<Exclude<LifecycleState, 'closed'>, readonly EventName[]>> = {
  occurred: ['discover'],
  discovered: ['notify'],
  notified: ['investigate'],
  investigating: ['review'],
  reserved: ['investigate'],
  coverageReview: ['accept'],
  denied: ['close'],
  negotiating: ['giveConsent', 'askConsent', 'fixLiability', 'fileClaim'],
  litigating: ['settleSuit'],
  fixed: ['fileClaim'],
  claimFiled: ['assess'],
  documentsRequested: ['supplyDocuments'],
  assessing: ['confirmPayee'],
  payee: ['pay'],
  paid: ['recover'],
  subrogation: ['close'],
};

/** The ordinary event of the claim's state; null once it is closed. */
export const ordinary = (claim: ClaimSnapshot): EventName | null => {
  const state = stateOf(claim);
  if (state === 'closed') return null;
  const event = ORDINARY[state].find((type) => send(claim, { type, on: '' } as Parameters<typeof send>[1]) !== null);
  if (event === undefined) throw new Error(`the ordinary way has no event for a claim that is ${state}`);
  return event;
};

/** Whether the state lies as far on as the milestone, in the order of the ordinary way. */
export const reached = (state: LifecycleState, milestone: LifecycleState): boolean => STATES.indexOf(state) >= STATES.indexOf(milestone);

/** The states after this one, nearest first. */
export const after = (state: LifecycleState): readonly LifecycleState[] => STATES.slice(STATES.indexOf(state) + 1);
