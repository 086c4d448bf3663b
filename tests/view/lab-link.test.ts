import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Name, Value, Values } from '#domain/policy/wording.ts';
import { codeOf, type Rule, wordOf } from '#view/lab-code.ts';
import { type LabScope, linked, linkOf, tidied } from '#view/lab-link.ts';
import { UNCHANGED, type WhatIf } from '#view/what-if.ts';
import { anyState, labAt, labOfCase, labs } from './lab-support.ts';
import { ids } from './result-support.ts';

const queryOf = (text: string) => Object.fromEntries(new URLSearchParams(text));
const written = (query: Readonly<Record<string, string>>) => new URLSearchParams(query).toString();
const GROUPS = ['schedule', 'facts', 'amounts'] as const;

/** Judged without the reader: by the type of the wording alone. */
const isAllowed = (rules: ReadonlyMap<Name, Rule>, values: Values, mayBeUnknown: boolean): boolean =>
  Object.entries(values).every(([name, value]) => {
    const type = rules.get(name)?.type;
    if (value === undefined) return mayBeUnknown && type !== undefined;
    if (typeof type === 'object') return type.some((one) => one === value);
    if (type === 'yesno') return typeof value === 'boolean';
    if (type === 'date') return typeof value === 'string' && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
    if (type === 'percent') return typeof value === 'object' && value.basisPoints >= 0 && value.basisPoints <= 10_000;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 1e12;
  });
const isOfScope = ({ rules }: LabScope, changes: WhatIf): boolean =>
  GROUPS.every((group) => isAllowed(rules[group], changes[group], group === 'facts'));

const longestOf = ({ type, original }: Rule): Value | undefined => {
  if (typeof type === 'object') return type.findLast((one) => one !== original);
  const values = { yesno: original !== true, date: '2099-12-31', percent: { basisPoints: 9999 }, number: 99_999_999, yen: 999_999_999 };
  return values[type];
};
const longest = (rules: ReadonlyMap<Name, Rule>): Values => Object.fromEntries([...rules].map(([name, rule]) => [name, longestOf(rule)]));

test('10,000 random states go into an address and come back the same', () => {
  fc.assert(
    fc.property(anyState, ([id, state]) => {
      const { scope } = labOfCase(id);
      const link = queryOf(written(linkOf(scope, state)));
      expect(linked(scope, link)).toEqual({ changes: tidied(scope, state), state: 'whole' });
    }),
    { numRuns: 10_000 },
  );
});

test('10,000 damaged links neither throw nor give a value out of range, and none passes for whole', () => {
  const harm = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('cut', 'drop', 'put', 'swap'),
    sign: fc.constantFrom(...'0123456789abcxyzABZ*-._=&%?'),
  });
  fc.assert(
    fc.property(anyState, fc.array(harm, { minLength: 1, maxLength: 3 }), fc.constantFrom(...ids), ([id, state], harms, otherId) => {
      const [{ scope: own }, { scope: other }] = [labOfCase(id), labOfCase(otherId)];
      const whole = written(linkOf(own, state));
      let text = whole;
      for (const { at, kind, sign } of harms) {
        const i = text.length === 0 ? 0 : at % text.length;
        if (kind === 'cut') text = text.slice(0, i);
        if (kind === 'drop') text = text.slice(0, i) + text.slice(i + 1);
        if (kind === 'put') text = text.slice(0, i) + sign + text.slice(i);
        if (kind === 'swap') text = text.slice(0, i) + sign + text.slice(i + 1);
      }
      for (const scope of [own, other]) {
        const { changes, state: found } = linked(scope, queryOf(text));
        expect(isOfScope(scope, changes), text).toBe(true);
        // What still passes for whole says what was written, or nothing at all.
        const isSame = written(linkOf(scope, changes)) === whole;
        const isBare = GROUPS.every((group) => Object.keys(changes[group]).length === 0);
        if (found === 'whole') expect(isSame || isBare, text).toBe(true);
      }
    }),
    { numRuns: 10_000 },
  );
});

describe.each(labs.map((lab) => [lab.view.id, lab.scope, lab.start] as const))('%s', (id, scope, start) => {
  test('has links shorter than 500 characters, with everything changed at once', () => {
    const changes = {
      schedule: longest(scope.rules.schedule),
      facts: longest(scope.rules.facts),
      amounts: longest(scope.rules.amounts) as WhatIf['amounts'],
    };
    const link = linkOf(scope, changes);
    expect(linked(scope, link).changes).toEqual(tidied(scope, changes));
    expect(`#/lab?${written(link)}&l=en`.length).toBeLessThan(500);
    expect(start).toEqual({ changes: UNCHANGED, state: 'whole' });
    expect(linkOf(scope, start.changes)).toEqual({ c: id });
  });

  test('has a code of its own for every name', () => {
    for (const rules of Object.values(scope.rules)) {
      const names = [...rules.keys()];
      expect(new Set(names.map(codeOf)).size).toBe(names.length);
      expect(names.every((name) => /^[A-Z][0-9a-z]{2}$/u.test(codeOf(name)))).toBe(true);
    }
  });
});

test('a link of another edition is an old one, and what still fits is offered', () => {
  const { scope } = labAt('IT-15');
  const changes = { ...UNCHANGED, schedule: { costLimit: 50_000_000 } };
  expect(linked({ ...scope, edition: '99.99' }, linkOf(scope, changes))).toEqual({ changes, state: 'old' });
  const fewer = new Map([...scope.rules.schedule].filter(([name]) => name !== 'costLimit'));
  const less = { ...scope, rules: { ...scope.rules, schedule: fewer } };
  expect(linked(less, linkOf(scope, { ...changes, amounts: { gift: 1 } }))).toEqual({
    changes: { ...UNCHANGED, amounts: { gift: 1 } },
    state: 'old',
  });
});

test('a link of an earlier format is an old one and gives the claim as it is', () => {
  const { scope } = labAt('IT-15');
  const first = { c: 'IT-15', v: '1', e: '1.1', s: 'costLimit.50000000', k: 'x' };
  expect(linked(scope, first)).toEqual({ changes: UNCHANGED, state: 'old' });
});

test('an amount that was changed in the address by hand is not passed off as what was sent', () => {
  const { scope } = labAt('IT-15');
  const link = linkOf(scope, { ...UNCHANGED, schedule: { costLimit: 50_000_000 } });
  const said = (s: string) => linked(scope, { ...link, s });
  const code = codeOf('costLimit');
  expect(said(`${code}${(5_000_000).toString(36)}`)).toEqual({
    changes: { ...UNCHANGED, schedule: { costLimit: 5_000_000 } },
    state: 'damaged',
  });
  for (const word of ['_', '', '01', '-1', '1.5', (1e13).toString(36), 'y']) {
    // `y` is 34 in base 36, and so an amount
    expect(said(code + word).changes.schedule, word).toEqual(word === 'y' ? { costLimit: 34 } : {});
  }
  expect(said('toString').changes).toEqual(UNCHANGED);
  expect(wordOf({ type: 'yesno', original: undefined }, 'yes')).toBeNull();
});
