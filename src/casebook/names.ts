/** The lifecycle states a case file may name, in the order of the ordinary way. The statechart has the same set. */
export const STATES = [
  'occurred',
  'discovered',
  'notified',
  'investigating',
  'reserved',
  'coverageReview',
  'denied',
  'negotiating',
  'litigating',
  'fixed',
  'claimFiled',
  'documentsRequested',
  'assessing',
  'payee',
  'paid',
  'subrogation',
  'closed',
] as const;
export type StateName = (typeof STATES)[number];

/** The events a choice may send to the statechart. */
export const EVENTS = [
  'discover',
  'notify',
  'reportCircumstances',
  'receiveClaim',
  'receiveFurtherClaim',
  'approveCosts',
  'spendWithoutApproval',
  'investigate',
  'review',
  'accept',
  'acceptInPart',
  'deny',
  'reconsider',
  'reserve',
  'sue',
  'settleSuit',
  'askConsent',
  'giveConsent',
  'refuseConsent',
  'payWithoutConsent',
  'fixLiability',
  'findNoLiability',
  'fileClaim',
  'requestDocuments',
  'supplyDocuments',
  'assess',
  'confirmPayee',
  'pay',
  'recover',
  'close',
] as const;
export type EventName = (typeof EVENTS)[number];

/** The three choices of a decision. */
export const OPTIONS = ['best', 'tempting', 'late'] as const;
export type Option = (typeof OPTIONS)[number];
