import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar.ts';
import { yearLinked, yearLinkOf } from '#view/year-link.ts';
import { openedOf, reachOf, type YearState } from '#view/year-state.ts';
import { yearNamed, yearSourceOf, yearSources } from './year-support.ts';

const PLAIN = { noNullPrototype: true } as const;
const stateIn = (id: string): fc.Arbitrary<YearState> => {
  const { year } = yearSourceOf(id);
  const { first } = reachOf(year.period.from);
  const day = fc.integer({ min: 0, max: 819 }).map((n) => addDays(first, n));
  const known = fc.constantFrom(true, false, undefined);
  return fc.record(
    {
      days: fc.record(Object.fromEntries(year.reports.map((one) => [one.id, day])), PLAIN),
      aggregate: fc.record({ yen: fc.integer({ min: 0, max: 1e12 }), on: fc.boolean() }, PLAIN),
      renewed: fc.boolean(),
      facts: fc.record(Object.fromEntries(year.turns.map(({ fact }) => [fact, known])), { requiredKeys: [], ...PLAIN }),
    },
    PLAIN,
  );
};

describe('the link of a year', () => {
  test('of a year as it opens is its id alone', () => {
    for (const source of yearSources()) expect(yearLinkOf(source, openedOf(source.year))).toEqual({ y: source.year.id });
  });

  test('says every state, and opens it again', () => {
    for (const source of yearSources())
      fc.assert(
        fc.property(stateIn(source.year.id), (state) => {
          expect(yearLinked(source, yearLinkOf(source, state))).toStrictEqual({
            state: { ...state, facts: { ...state.facts } },
            link: 'whole',
          });
        }),
        { numRuns: 200 },
      );
  });

  test('any letter that is changed, and any part that is lost, is noticed', () => {
    const source = yearSourceOf('prior-leak');
    fc.assert(
      fc.property(stateIn('prior-leak'), fc.nat(), fc.nat(), (state, part, letter) => {
        const query = yearLinkOf(source, state);
        const names = Object.keys(query).filter((name) => name !== 'y');
        const name = names[part % names.length];
        if (name === undefined) return;
        const text = query[name] ?? '';
        const at = letter % text.length;
        const other = text[at] === '1' ? '2' : '1';
        expect(yearLinked(source, { ...query, [name]: `${text.slice(0, at)}${other}${text.slice(at + 1)}` }).link).toBe('damaged');
        const { [name]: _lost, ...rest } = query;
        expect(yearLinked(source, rest).link).toBe('damaged');
      }),
      { numRuns: 500 },
    );
  });

  test('never sets what the screen could not', () => {
    const source = yearSourceOf('order');
    const { state, link } = yearLinked(source, {
      y: 'order',
      d: 'server.1999-01-01*nobody.2026-05-05*list.2026-02-30',
      f: 'leak.no',
      a: 'on.1e9',
      n: '7',
      k: 'x',
    });
    expect(link).toBe('damaged');
    expect(state).toEqual(openedOf(source.year));
  });

  test('of another edition is an old one', () => {
    const source = yearSourceOf('order');
    const moved = { ...openedOf(source.year), renewed: true };
    const query = yearLinkOf({ ...source, year: { ...source.year, version: 2 } }, moved);
    expect(yearLinked(source, query)).toEqual({ state: moved, link: 'old' });
    expect(yearNamed('order', query).start.link).toBe('old');
  });
});
