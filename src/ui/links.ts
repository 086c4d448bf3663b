/** The addresses of the screens that concern one case or clause. `seats` says whether a person plays every seat or the insured company alone. */
export const briefingHref = (id: string): string => `#/case/${encodeURIComponent(id)}`;
export const playHref = (id: string, seats: 'all' | 'insured'): string => `#/play/${encodeURIComponent(id)}?seats=${seats}`;
export const resultHref = (id: string): string => `#/result/${encodeURIComponent(id)}`;
/** The outcome of the best path, without playing: for somebody who wants to show it. */
export const outcomeHref = (id: string): string => `${resultHref(id)}?open=1`;
export const clauseHref = (id: string): string => `#/policy/${encodeURIComponent(id)}`;
export const policyHref = (id: string): string => `#/policy?p=${encodeURIComponent(id)}`;
export const casesHref = '#/cases';
