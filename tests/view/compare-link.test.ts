import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Values } from '#domain/policy/wording.ts';
import { compareScopeOf, shelfOf } from '#view/compare-bench.ts';
import { compareLinkOf, type CompareScope, readLink } from '#view/compare-link.ts';
import { compareOf } from '#view/compare.ts';
import type { CompareState } from '#view/compare-state.ts';
import { codeOf, type Rule, wordOf } from '#view/lab-code.ts';
import { labOf } from '#view/lab.ts';
import { all, anyState, apart, emptySource, sourceAt, viewOf } from './compare-support.ts';

const queryOf = (text: string) => Object.fromEntries(new URLSearchParams(text));
const written = (query: Readonly<Record<string, string>>) => new URLSearchParams(query).toString();
const shelves = new Map(all.map(({ source }) => [source.id, shelfOf(source)]));
const scopeFor = (id: string, contracts: readonly string[]): CompareScope =>
  compareScopeOf(sourceAt(id).version, shelves.get(id)?.(contracts) ?? []);
const contractsOf = ({ columns }: CompareState) => columns.map(({ contract }) => contract);
/** What the screen reads of an address, on shelves that are stocked once for all links. */
const opened = (id: string, query: Readonly<Record<string, string>>) => {
  const { base, contracts, start } = sourceAt(id);
  const offered = new Set(contracts.map(({ policy }) => policy.id));
  return readLink({ base, offered, scopeOf: (of) => scopeFor(id, of), start }, query);
};
const figuresOf = (id: string, state: CompareState) =>
  apart(id, state)?.map(({ claimed, low, high, ownCost, items }) => [claimed, low, high, ownCost, items]) ?? null;

const isWithin = (rules: ReadonlyMap<string, Rule>, values: Values): boolean =>
  Object.entries(values).every(([name, value]) => {
    const rule = rules.get(name);
    return rule !== undefined && wordOf(rule, value) !== null;
  });

test('2,000 random states go into an address, come back with the same yen and give the same address again', () => {
  let shown = 0;
  fc.assert(
    fc.property(anyState, ([id, state]) => {
      const figures = figuresOf(id, state);
      if (figures === null) return;
      shown++;
      const link = viewOf(id).linkOf(state);
      const { state: found, link: judged } = opened(id, queryOf(written(link)));
      expect(judged).toBe('whole');
      expect(figuresOf(id, found)).toEqual(figures);
      expect(contractsOf(found)).toEqual(contractsOf(state));
      expect(viewOf(id).linkOf(found)).toEqual(link);
    }),
    { numRuns: 2000 },
  );
  expect(shown).toBeGreaterThan(1800);
});

test('2,000 damaged links neither throw nor show a state out of range, and none passes for whole', () => {
  const harm = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('cut', 'drop', 'put', 'swap'),
    sign: fc.constantFrom(...'0123456789abcxyzABZ*-._=&%?'),
  });
  fc.assert(
    fc.property(anyState, fc.array(harm, { minLength: 1, maxLength: 3 }), fc.constantFrom(...all), ([id, state], harms, other) => {
      const whole = written(viewOf(id).linkOf(state));
      let text = whole;
      for (const { at, kind, sign } of harms) {
        const i = text.length === 0 ? 0 : at % text.length;
        if (kind === 'cut') text = text.slice(0, i);
        if (kind === 'drop') text = text.slice(0, i) + text.slice(i + 1);
        if (kind === 'put') text = text.slice(0, i) + sign + text.slice(i);
        if (kind === 'swap') text = text.slice(0, i) + sign + text.slice(i + 1);
      }
      for (const of of [id, other.source.id]) {
        const { state: found, link } = opened(of, queryOf(text));
        expect(found.columns.length >= 2 && found.columns.length <= 3, text).toBe(true);
        const scope = scopeFor(of, contractsOf(found));
        found.columns.forEach(({ schedule }, i) =>
          expect(isWithin(scope.columns[i]?.rules.schedule ?? new Map(), schedule), text).toBe(true),
        );
        expect(isWithin(scope.accident.rules.facts, found.facts) && isWithin(scope.accident.rules.amounts, found.amounts), text).toBe(true);
        // What still passes for whole says what was written, or names contracts alone.
        const isSame = written(viewOf(of).linkOf(found)) === whole;
        const isBare = [found.facts, found.amounts, ...found.columns.map(({ schedule }) => schedule)].every(
          (one) => Object.keys(one).length === 0,
        );
        if (link === 'whole') expect(isSame || isBare, text).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

describe('a link', () => {
  const view = viewOf('IT-15');
  const turned: CompareState = {
    columns: [
      { contract: 'it-liability', schedule: {} },
      { contract: 'it-liability', schedule: { costLimit: 50_000_000 } },
    ],
    facts: {},
    amounts: {},
  };

  test('says nothing, and the start stands', () => {
    expect(compareOf(sourceAt('IT-15'), { c: 'IT-15' }).start).toEqual({ state: sourceAt('IT-15').start, link: 'whole' });
  });

  test('may name contracts alone', () => {
    const { start } = compareOf(emptySource, { x: 'form-a', y: 'form-c', z: 'plan-b' });
    expect(start).toEqual({
      state: { columns: ['form-a', 'form-c', 'plan-b'].map((contract) => ({ contract, schedule: {} })), facts: {}, amounts: {} },
      link: 'whole',
    });
    expect(compareOf(emptySource, { x: 'form-a', y: 'nobody' }).start.link).toBe('damaged');
  });

  test('of another edition is an old one, and what still fits is offered', () => {
    const source = sourceAt('IT-15');
    expect(compareOf({ ...source, version: 99 }, view.linkOf(turned)).start).toEqual({ state: turned, link: 'old' });
  });

  test('that was changed by hand is not passed off as what was sent', () => {
    const link = view.linkOf(turned);
    const byHand = compareOf(sourceAt('IT-15'), { ...link, y: `it-liability.${codeOf('costLimit')}${(5_000_000).toString(36)}` }).start;
    expect(byHand.link).toBe('damaged');
    expect(byHand.state.columns[1]?.schedule).toEqual({ costLimit: 5_000_000 });
    expect(
      compareOf(sourceAt('IT-15'), { ...link, y: `it-liability.${codeOf('costLimit')}zzzzzzzzzzz` }).start.state.columns[1]?.schedule,
    ).toEqual({});
    expect(compareOf(sourceAt('IT-15'), { ...link, c: 'IT-14' }).start.link).toBe('damaged');
  });

  test('has fewer than 500 characters when four things are turned in each of three columns, and four of the accident', () => {
    fc.assert(
      fc.property(anyState, ([id, state]) => {
        const few = (values: Values) => Object.fromEntries(Object.entries(values).slice(0, 4));
        const typical: CompareState = {
          columns: state.columns.map(({ contract, schedule }) => ({ contract, schedule: few(schedule) })),
          facts: few(state.facts),
          amounts: few(state.amounts) as CompareState['amounts'],
        };
        expect(`#/compare?${written(viewOf(id).linkOf(typical))}&l=en`.length).toBeLessThan(500);
      }),
      { numRuns: 500 },
    );
  });

  test('from the lab puts the contract as agreed beside the one that was made of it, for the accident as it was turned', () => {
    for (const { source } of all.filter(({ source: { id } }) => ['IT-15', 'PB-01', ''].includes(id))) {
      const policy = source.contracts[0]?.policy;
      if (!policy) throw new Error('a comparison has a contract');
      const { id, title, version } = source;
      const base: Readonly<Record<string, string>> = id === '' ? { p: policy.id } : { c: id };
      const lab = labOf({ bench: source.bench(policy), id, title, version, base, kind: 'case', others: [], presets: [] }, {});
      const [name, amount] = [Object.keys(policy.schedule)[0] ?? '', lab.view.controls.amounts[0]?.name ?? ''];
      const changes = { schedule: { [name]: 12_340_000 }, facts: {}, amounts: { [amount]: 5_678_000 } };
      const { start, at } = compareOf(source, compareLinkOf(lab, changes));
      expect(start).toEqual({
        state: {
          columns: [
            { contract: policy.id, schedule: {} },
            { contract: policy.id, schedule: changes.schedule },
          ],
          facts: {},
          amounts: changes.amounts,
        },
        link: 'whole',
      });
      expect(at(start.state)?.columns[1]?.live.outcome).toEqual(lab.view.at(changes, null)?.outcome);
    }
  });
});

test('no two things that a link of one comparison can say have the same code', () => {
  for (const { source } of all) {
    const columns = source.contracts.map(({ policy }) => policy.id);
    const scope = scopeFor(source.id, columns);
    for (const rules of [scope.accident.rules.facts, scope.accident.rules.amounts, ...scope.columns.map((one) => one.rules.schedule)])
      expect(new Set([...rules.keys()].map(codeOf)).size).toBe(rules.size);
  }
});
