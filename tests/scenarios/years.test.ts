import { describe, expect, test } from 'vitest';
import { written } from '#casebook/read/problem.ts';
import { checkAll } from '#tools/checking.ts';
import { SCENARIOS } from '#tools/library.ts';
import { benchOf, type YearSource } from '#view/year-bench.ts';
import { bothWays, untrue } from '#view/year-check.ts';
import { yearSourceOf, yearSources } from '../view/year-support.ts';

const endsOf = (source: YearSource) => {
  const both = bothWays(benchOf(source));
  if (typeof both === 'string') throw new Error(both);
  return both;
};

describe('the policy years', () => {
  test('show what they say, by the engine', () => {
    expect(yearSources().length).toBeGreaterThanOrEqual(5);
    for (const source of yearSources()) {
      const both = endsOf(source);
      expect(source.year.holds.map((hold) => untrue(both, hold))).toEqual(source.year.holds.map(() => null));
    }
    expect(checkAll([`${SCENARIOS}/years.yaml`]).flatMap(({ problems }) => problems.map(written))).toEqual([]);
  });

  test('a false line is found out', () => {
    const both = endsOf(yearSourceOf('order'));
    const line = { report: 'disk', figure: 'paid', is: null, by: null, then: null } as const;
    expect(untrue(both, { ...line, is: 'some' })).toBe('nothing as it opens');
    expect(untrue(both, { ...line, then: 'same' })).toBe('0 as it opens, 10000000 after the try');
    expect(untrue(both, { ...line, by: 'IT-PERIOD' })).toBe('not by IT-PERIOD');
    expect(untrue(both, { ...line, report: 'list', is: 'none' })).toBe('23200000 as it opens');
  });

  test('take every amount from a case: the claimed of a report is that of the case, or of the named losses', () => {
    for (const source of yearSources()) {
      const { rows } = endsOf(source).opened;
      for (const { id, case: of, losses } of source.year.reports) {
        const items = source.cases.get(of)?.losses.filter((loss) => losses?.includes(loss.id) ?? true) ?? [];
        const row = rows.flatMap(({ reports }) => reports).find((one) => one.id === id);
        expect(row?.claimed, `${source.year.id} ${id}`).toBe(items.reduce((sum, { amount }) => sum + amount, 0));
      }
    }
  });

  test('no loss of a case stands in two reports of one year', () => {
    for (const { year, cases } of yearSources()) {
      const all = year.reports.flatMap(({ case: of, losses }) => (losses ?? cases.get(of)?.losses.map(({ id }) => id) ?? []).map((id) => `${of} ${id}`));
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test('every date that a clause of time reads goes with the day, or is named as assumed', () => {
    for (const { year, policy, facts } of yearSources()) {
      const read = new Set(
        JSON.stringify(policy.wording.clauses.filter(({ kind }) => kind === 'period').map(({ when }) => when)).match(/"name":"[^"]+"/gu) ?? [],
      );
      const dates = Object.values(facts).filter(({ id, type }) => type === 'date' && read.has(`"name":"${id}"`));
      const bench = benchOf({ year, policy, facts, cases: yearSourceOf(year.id).cases });
      for (const { report, facts: known } of bench.bases)
        for (const { id } of dates)
          if (known[id] !== undefined && known['leak'] !== false) expect([...report.moves, ...Object.keys(report.set)], `${year.id} ${report.id}`).toContain(id);
    }
  });
});
