import { loadCase, loadFacts, loadPolicy } from '#casebook/index.ts';
import type { Case } from '#casebook/case.ts';
import type { Year } from '#casebook/year.ts';
import { loadYears } from '#casebook/years.ts';
import YearScreen from '#ui/year/YearScreen.svelte';
import type { YearSource } from '#view/year-bench.ts';
import { yearView } from '#view/year.ts';
import { pick } from '#words/locale.svelte.ts';
import { yearWords } from '#words/year.ts';
import type { Screen, Visit } from '../routes.ts';
import { stateLink } from '../state-link.ts';
import { today } from '../today.ts';

/** 契約の1年: several accidents of one contract. `y=ID` says which; its state stands in the address. */
export async function load(visit: Visit): Promise<Screen | null> {
  if (visit.address.path.length > 1) return null;
  const years = await loadYears();
  const id = visit.address.query['y'];
  const year = years.find((one) => one.id === id) ?? years[0];
  if (!year) return null;
  const view = yearView(await sourceOf(year), year.id === id ? visit.address.query : {});
  return {
    name: 'year',
    title: () => pick(yearWords).of(pick(year.title)),
    nav: 'lab',
    component: YearScreen,
    props: {
      year: view,
      years: years.map(({ id: one, title }) => ({ id: one, title })),
      today: today(),
      unknown: id !== undefined && id !== year.id,
      onlink: stateLink(visit, ['y']),
    },
  };
}

async function sourceOf(year: Year): Promise<YearSource> {
  const ids = [...new Set(year.reports.map((one) => one.case))];
  const [policy, facts, ...cases] = await Promise.all([loadPolicy(year.policy), loadFacts(), ...ids.map(loadCase)]);
  if (!policy) throw new Error(`the policy ${year.policy} of the year ${year.id} is missing`);
  return { year, policy, facts, cases: new Map(cases.filter((of): of is Case => of !== null).map((of) => [of.id, of])) };
}
