import { describe, expect, test } from 'vitest';
import { withDay, withFact, tried, later, openedOf, placeOf, scaleOf, dayAt, numberOf, reachOf } from '#view/year-state.ts';
import type { YearView } from '#view/year.ts';
import { yearNamed, yearSources } from './year-support.ts';

const M = 1_000_000;
const paidIn = (year: YearView, state: YearView['opened']): Record<string, number> =>
  Object.fromEntries((year.at(state).sums?.rows ?? []).flatMap(({ reports }) => reports.map(({ id, paid }) => [id, paid])));

const turned = (year: YearView, value: boolean | undefined): YearView['opened'] => {
  const [turn] = year.turns;
  if (!turn) throw new Error(`${year.id} turns nothing`);
  return withFact(year.opened, turn, value);
};

describe('the order of claims', () => {
  const year = yearNamed('order');

  test('the aggregate goes down claim by claim; what is over it is cut, and only that', () => {
    const { sums } = year.at(year.opened);
    // IT-14 pays 26.8M; of 27.9M owed in IT-10 23.2M are left; nothing of 10M
    expect(sums?.rows.map(({ paid, cut, left }) => [paid, cut, left])).toEqual([
      [26_800_000, 0, { before: 50 * M, after: 23_200_000 }],
      [23_200_000, 4_700_000, { before: 23_200_000, after: 0 }],
      [0, 10 * M, { before: 0, after: 0 }],
    ]);
    expect(sums?.totals.parts.find(({ part }) => part === 'aggregate')?.yen).toBe(sums?.totals.cut);
  });

  test('another order gives the same sum to other claims', () => {
    const moved = withDay(year.opened, year.from, 'disk', '2026-05-11');
    expect(paidIn(year, moved)).toEqual({ disk: 10 * M, server: 26_800_000, list: 13_200_000 });
    expect(year.at(moved).sums?.totals.paid).toBe(year.openedPaid);
  });

  test('without the aggregate every claim receives what it receives alone', () => {
    const off = { ...year.opened, aggregate: { ...year.opened.aggregate, on: false } };
    const { sums } = year.at(off);
    expect(sums?.totals).toMatchObject({ paid: 64_700_000, cut: 0, left: [] });
    expect(sums?.rows.every(({ left }) => left === null)).toBe(true);
  });

  test('an aggregate of any size is never overdrawn, and all yen claimed stay accounted for', () => {
    for (const yen of [0, 1, 9_999_999, 30 * M, 1_000 * M]) {
      const sums = year.at({ ...year.opened, aggregate: { yen, on: true } }).sums;
      expect(sums?.totals.paid).toBe(Math.min(yen, 64_700_000));
      expect(sums?.totals.left[0]).toBe(yen - (sums?.totals.paid ?? 0));
      expect(sums?.totals.parts.reduce((sum, part) => sum + part.yen, 0)).toBe(sums?.totals.claimed);
    }
  });
});

describe('the days', () => {
  test('dated facts go with the day, as far from it as in the case', () => {
    const year = yearNamed('order');
    const at = (on: string) => year.at(withDay(year.opened, year.from, 'list', on)).dates['list'];
    // IT-10: leak 2026-01-24, claim 2026-04-20, 86 days apart
    expect(at('2026-04-20')?.map(({ name, on }) => [name, on])).toEqual([['leakDate', '2026-01-24']]);
    expect(at('2026-05-20')?.[0]?.on).toBe('2026-02-23');
  });

  test('a leak that is dragged across inception is stopped by the clause on prior leaks only where it could be known', () => {
    const year = yearNamed('prior-leak');
    // 86 days before 2026-06-26 is 1 April, before 2026-06-25 is 31 March
    const known = turned(year, false);
    const stopped = (on: string) =>
      year
        .at(withDay(known, year.from, 'list', on))
        .sums?.rows.find(({ reports }) => reports[0]?.id === 'list')
        ?.stopped.map(({ clause }) => clause);
    expect(stopped('2026-06-25')).toEqual(['IT-PRIOR-LEAK']);
    expect(stopped('2026-06-26')).toEqual([]);
    expect(year.at(year.opened).sums?.rows.flatMap(({ stopped: of }) => of)).toEqual([]);
  });

  test('after expiry liability is stopped, before it not; renewal takes the claim into the next year with a fresh aggregate', () => {
    const year = yearNamed('expiry');
    const row = (state: YearView['opened']) => year.at(state).sums?.rows.find(({ reports }) => reports[0]?.id === 'sold');
    const on = (day: string) => withDay(year.opened, year.from, 'sold', day);
    expect(row(on('2027-03-31'))).toMatchObject({ period: 0, paid: 15 * M, stopped: [] });
    expect(row(on('2027-04-01'))).toMatchObject({ period: 0, paid: 3 * M, stopped: [{ clause: 'IT-PERIOD', yen: 12 * M }] });
    expect(row({ ...on('2027-06-30'), renewed: true })).toMatchObject({ period: 1, paid: 15 * M, left: { before: 100 * M } });
  });

  test('where nobody knows whether a prior leak could be known, its yen stay open and take nothing from the aggregate', () => {
    const year = yearNamed('prior-leak');
    const { rows, totals } = year.at(turned(year, undefined)).sums ?? {};
    expect(rows?.map(({ paid, open, left }) => [paid, open, left?.after])).toEqual([
      [0, 5_000_000, 30 * M],
      [0, 27_900_000, 30 * M],
      [10 * M, 0, 20 * M],
    ]);
    expect(totals?.open).toBe(32_900_000);
  });

  test('after renewal a leak of the first year came before the inception of the second', () => {
    const year = yearNamed('prior-leak');
    const known = { ...withDay(turned(year, false), year.from, 'list', '2027-05-03'), renewed: true };
    expect(year.at(known).dates['list']?.[0]?.on).toBe('2027-02-06');
    expect(year.at(known).sums?.rows.at(-1)).toMatchObject({ period: 1, paid: 0, stopped: [{ clause: 'IT-PRIOR-LEAK' }] });
  });

  test('an assumed fact is named on its report, but not where the year turns it', () => {
    const assumed = yearNamed('prior-leak').reports.map((one) => [one.id, one.assumed.map(({ name }) => name)]);
    expect(assumed).toEqual([
      ['detector', []],
      ['list', []],
      ['disk', ['ignoranceReasonable']],
    ]);
  });

  test('a day is kept within reach of the scale', () => {
    const year = yearNamed('order');
    const { first, last } = reachOf(year.from);
    expect([first, last]).toEqual(['2026-01-01', '2028-03-31']);
    expect(withDay(year.opened, year.from, 'list', '2020-01-01').days['list']).toBe(first);
    expect(withDay(year.opened, year.from, 'list', '2040-01-01').days['list']).toBe(last);
    const scale = scaleOf(year.from);
    expect([placeOf(scale, first), placeOf(scale, last), placeOf(scale, '2040-01-01')]).toEqual([0, 1, 1]);
    expect(dayAt(scale, numberOf(scale, '2026-11-16'))).toBe('2026-11-16');
    expect(later('2026-03-31', { months: 1 })).toBe('2026-04-30');
  });
});

describe('a series', () => {
  test('turned and turned back stands as it opened', () => {
    const year = yearNamed('series');
    expect(turned(year, false).facts).toEqual({ oneSeries: false });
    expect(turned(year, true)).toEqual(year.opened);
    expect(year.at(turned(year, false)).sums?.rows).toHaveLength(3);
  });

  test('unknown is refused, with the fact to settle and no figures', () => {
    const year = yearNamed('series');
    const standing = year.at(turned(year, undefined));
    expect(standing.sums).toBeNull();
    expect(standing.asked.map(({ en }) => en)).toEqual(['One series of claims']);
  });

  test('of three letters is one claim of the first day, however they are dragged', () => {
    const year = yearNamed('series');
    const rows = year.at(withDay(year.opened, year.from, 't', '2026-05-01')).sums?.rows;
    expect(rows?.map(({ on, reports, paid }) => [on, reports.map(({ id }) => id), paid])).toEqual([['2026-05-01', ['t', 'q', 'r'], 6 * M]]);
  });
});

test('every year opens as its file says, and its texts have all their figures', () => {
  for (const source of yearSources()) {
    const year = yearNamed(source.year.id);
    expect(year.start).toEqual({ state: openedOf(source.year), link: 'whole' });
    expect(year.try.state).toEqual(tried(year.opened, source.year.try.change));
    for (const text of [year.title, year.lead, year.finding, year.try.label]) expect(`${text.ja}${text.en}`).not.toMatch(/[{}]/u);
    expect(year.contract.length).toBeGreaterThan(2);
  }
});
