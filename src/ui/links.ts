/** The addresses of the screens that concern one case or clause. `seats` says whether a person plays every seat or the insured company alone. */
export const briefingHref = (id: string): string => `#/case/${encodeURIComponent(id)}`;
export const playHref = (id: string, seats: 'all' | 'insured'): string => `#/play/${encodeURIComponent(id)}?seats=${seats}`;
export const resultHref = (id: string): string => `#/result/${encodeURIComponent(id)}`;
/** The outcome of the best path, without playing: for somebody who wants to show it. */
export const outcomeHref = (id: string): string => `${resultHref(id)}?open=1`;
export const clauseHref = (id: string): string => `#/policy/${encodeURIComponent(id)}`;
export const policyHref = (id: string): string => `#/policy?p=${encodeURIComponent(id)}`;
/** The lab: its chooser, or the lab of one case. */
export const labsHref = '#/lab';
export const labHref = (id: string): string => `#/lab?c=${encodeURIComponent(id)}`;
export const casesHref = '#/cases';
export const drillHref = (id: string): string => `#/drill/${encodeURIComponent(id)}`;
export const drillsHref = '#/drills';
/** The printed sheet of a case: for the trainer with all answers, for learners without. */
export const sheetHref = (id: string, who: 'trainer' | 'learner'): string => `#/sheet/${encodeURIComponent(id)}?for=${who}`;
/** 契約前に確かめる5つの質問, to be printed by itself. */
export const questionsHref = (id: string): string => `#/questions/${encodeURIComponent(id)}`;
/** The editor, with a case of one's own in it. */
export const ownHref = (id: string): string => `#/own?open=${encodeURIComponent(id)}`;
