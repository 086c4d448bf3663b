import { readShelf } from '#tools/proving/shelf.ts';
import { readYears } from '#casebook/build/years.ts';
import { SCENARIOS, textOf } from '#tools/library.ts';
import type { YearSource } from '#view/year-bench.ts';
import { yearView, type YearView } from '#view/year.ts';

let made: readonly YearSource[] | undefined;

/** Every year of scenarios/ with what it is reckoned from. */
export const yearSources = (): readonly YearSource[] => (made ??= read());

const read = (): readonly YearSource[] => {
  const { facts, policies, cases } = readShelf();
  const byId = new Map(cases.map((of) => [of.id, of]));
  const text = textOf(`${SCENARIOS}/years.yaml`);
  const years = text.ok ? readYears(text.value, 'years.yaml', { facts, policies, caseIds: [...byId.keys()], cases: byId }) : text;
  if (!years.ok) throw new Error(JSON.stringify(years.problems));
  return years.value.years.map((year) => {
    const policy = policies[year.policy];
    if (!policy) throw new Error(`no policy ${year.policy}`);
    return { year, policy, facts, cases: byId };
  });
};

export const yearSourceOf = (id: string): YearSource => {
  const source = yearSources().find(({ year }) => year.id === id);
  if (!source) throw new Error(`no year ${id}`);
  return source;
};

export const yearNamed = (id: string, query: Readonly<Record<string, string>> = {}): YearView => yearView(yearSourceOf(id), query);
