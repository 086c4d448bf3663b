/** The addresses of the screens that concern one case or clause. `seats` says whether a person plays every seat or the insured company alone. */
export const briefingHref = (id: string): string => `#/case/${encodeURIComponent(id)}`;
export const playHref = (id: string, seats: 'all' | 'insured'): string => `#/play/${encodeURIComponent(id)}?seats=${seats}`;
export const resultHref = (id: string): string => `#/result/${encodeURIComponent(id)}`;
/** The outcome of the best path, without playing: for somebody who wants to show it. */
export const outcomeHref = (id: string): string => `${resultHref(id)}?open=1`;
export const clauseHref = (id: string): string => `#/policy/${encodeURIComponent(id)}`;
export const policyHref = (id: string): string => `#/policy?p=${encodeURIComponent(id)}`;
/** The lab: its chooser, the lab of one case under its own contract or a product form, or of an empty claim under a contract. */
export const labsHref = '#/lab';
export const labHref = (id: string, form?: string): string =>
  `#/lab?c=${encodeURIComponent(id)}${form === undefined ? '' : `&p=${encodeURIComponent(form)}`}`;
/** The lab at one of its moments. */
export const momentHref = (start: { readonly case: string } | { readonly form: string }, id: string): string =>
  `${'case' in start ? labHref(start.case) : emptyLabHref(start.form)}&m=${encodeURIComponent(id)}`;
export const emptyLabHref = (contract: string): string => `#/lab?p=${encodeURIComponent(contract)}`;
/** The policy years: the first of them, or one by its id. */
export const yearsHref = '#/year';
export const yearHref = (id: string): string => `#/year?y=${encodeURIComponent(id)}`;
/** The comparison of contracts: its chooser, or that of one case. */
export const comparesHref = '#/compare';
export const compareHref = (id: string, contracts: readonly string[] = []): string =>
  `${comparesHref}?c=${encodeURIComponent(id)}${contracts.map((contract, i) => `&${'xyz'.charAt(i)}=${encodeURIComponent(contract)}`).join('')}`;
/** Two or three contracts and a claim without a story. */
export const emptyCompareHref = (contracts: readonly string[]): string =>
  `${comparesHref}?${contracts.map((id, i) => `${'xyz'.charAt(i)}=${encodeURIComponent(id)}`).join('&')}`;
export const casesHref = '#/cases';
export const drillHref = (id: string): string => `#/drill/${encodeURIComponent(id)}`;
export const drillsHref = '#/drills';
/** The printed sheet of a case: for the trainer with all answers, for learners without. */
export const sheetHref = (id: string, who: 'trainer' | 'learner'): string => `#/sheet/${encodeURIComponent(id)}?for=${who}`;
/** 契約前に確かめる5つの質問, to be printed by itself. */
export const questionsHref = (id: string): string => `#/questions/${encodeURIComponent(id)}`;
/** The editor, with a case of one's own in it. */
export const ownHref = (id: string): string => `#/own?open=${encodeURIComponent(id)}`;
