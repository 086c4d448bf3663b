import { type StateName, STATES } from '#casebook/names.ts';
import type { Moment } from '#lifecycle/moment.ts';

/** The stages of the stepper, each with the states that belong to it, in the order of the ordinary way. */
const PHASES = {
  notice: ['occurred', 'discovered', 'notified'],
  enquiry: ['investigating', 'reserved'],
  coverage: ['coverageReview', 'denied'],
  settlement: ['negotiating', 'litigating', 'fixed'],
  filing: ['claimFiled', 'documentsRequested', 'assessing'],
  payment: ['payee', 'paid', 'subrogation', 'closed'],
} as const satisfies Readonly<Record<string, readonly StateName[]>>;

export type Phase = keyof typeof PHASES;

/** A step of the stepper: behind us, where we are, before us, or passed over. */
export interface Step {
  readonly phase: Phase;
  readonly stands: 'done' | 'now' | 'ahead' | 'skipped';
}

const NAMES = Object.keys(PHASES) as readonly Phase[];
const phaseOf = (state: StateName): number => NAMES.findIndex((name) => (PHASES[name] as readonly StateName[]).includes(state));

if (NAMES.flatMap((name) => PHASES[name]).length !== STATES.length) throw new Error('every state belongs to one stage');

/** The stepper at a moment. A detour back to an earlier stage leaves later ones ahead. */
export const stepsOf = (moment: Pick<Moment, 'state' | 'path'>): Step[] => {
  const at = phaseOf(moment.state);
  return NAMES.map((phase, i): Step => {
    if (i === at) return { phase, stands: 'now' };
    if (i > at) return { phase, stands: 'ahead' };
    return { phase, stands: moment.path.some((state) => phaseOf(state) === i) ? 'done' : 'skipped' };
  });
};
