import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Name, Value, Values } from '#domain/policy/wording.ts';
import { type Allowed, linked, linkOf, tidied } from '#view/lab-link.ts';
import { idOf } from '#view/what-if-bench.ts';
import { anyState, labAt, labOfCase, labs } from './lab-support.ts';
import { ids } from './result-support.ts';

const queryOf = (text: string) => Object.fromEntries(new URLSearchParams(text));
const written = (query: Readonly<Record<string, string>>) => new URLSearchParams(query).toString();

const isAllowed = (allowed: ReadonlyMap<Name, Allowed>, values: Values): boolean =>
  Object.entries(values).every(([name, value]) => {
    const rule = allowed.get(name);
    if (rule === undefined) return false;
    if (rule.values.has(idOf(value))) return true;
    return rule.high !== null && typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= rule.high;
  });
const longest = (allowed: ReadonlyMap<Name, Allowed>): Values =>
  Object.fromEntries(
    [...allowed].map(([name, { original, values, high }]): [Name, Value | undefined] => {
      const others = [...values.values()].filter((value) => idOf(value) !== original);
      const [most] = others.toSorted((a, b) => idOf(b).length - idOf(a).length);
      return [name, high === null ? most : high - 1];
    }),
  );

test('10,000 random states go into an address and come back the same', () => {
  fc.assert(
    fc.property(anyState, ([id, state]) => {
      const lab = labOfCase(id);
      const link = queryOf(written(linkOf(lab.scope, state)));
      expect(linked(lab.scope, link)).toEqual({ changes: tidied(lab.scope, state), state: 'whole' });
    }),
    { numRuns: 10_000 },
  );
});

test('10,000 damaged links neither throw nor give a value out of range, and none passes for whole', () => {
  const harm = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('cut', 'drop', 'put', 'swap'),
    sign: fc.constantFrom(...'0123456789abcxyz*-._=&%?'),
  });
  fc.assert(
    fc.property(anyState, fc.array(harm, { minLength: 1, maxLength: 3 }), fc.constantFrom(...ids), ([id, state], harms, otherId) => {
      const [lab, other] = [labOfCase(id), labOfCase(otherId).scope];
      const whole = written(linkOf(lab.scope, state));
      let text = whole;
      for (const { at, kind, sign } of harms) {
        const i = text.length === 0 ? 0 : at % text.length;
        if (kind === 'cut') text = text.slice(0, i);
        if (kind === 'drop') text = text.slice(0, i) + text.slice(i + 1);
        if (kind === 'put') text = text.slice(0, i) + sign + text.slice(i);
        if (kind === 'swap') text = text.slice(0, i) + sign + text.slice(i + 1);
      }
      for (const scope of [lab.scope, other]) {
        const { changes, state: found } = linked(scope, queryOf(text));
        expect(isAllowed(scope.schedule, changes.schedule) && isAllowed(scope.facts, changes.facts), text).toBe(true);
        // What still passes for whole says what was written, or nothing at all.
        const isSame = written(linkOf(scope, changes)) === whole;
        const isBare = Object.keys({ ...changes.schedule, ...changes.facts }).length === 0;
        if (found === 'whole') expect(isSame || isBare, text).toBe(true);
      }
    }),
    { numRuns: 10_000 },
  );
});

describe.each(labs.map((lab) => [lab.scope.case, lab] as const))('%s', (id, lab) => {
  test('has links shorter than 500 characters, with everything changed at once', () => {
    const changes = { schedule: longest(lab.scope.schedule), facts: longest(lab.scope.facts) };
    expect(`#/lab?${written(linkOf(lab.scope, changes))}&l=en`.length).toBeLessThan(500);
    expect(lab.start).toEqual({ changes: { schedule: {}, facts: {} }, state: 'whole' });
    expect(linkOf(lab.scope, lab.start.changes)).toEqual({ c: id });
  });
});

test('a link of another edition is an old one, and what still fits is offered', () => {
  const { scope } = labAt('IT-15');
  const changes = { schedule: { costLimit: 50_000_000 }, facts: {} };
  expect(linked({ ...scope, edition: '99.99' }, linkOf(scope, changes))).toEqual({ changes, state: 'old' });
  const less = { ...scope, schedule: new Map([...scope.schedule].filter(([name]) => name !== 'costLimit')) };
  expect(linked(less, linkOf(scope, changes))).toEqual({ changes: { schedule: {}, facts: {} }, state: 'old' });
});

test('an amount that was changed in the address by hand is not passed off as what was sent', () => {
  const { scope } = labAt('IT-15');
  const link = linkOf(scope, { schedule: { costLimit: 50_000_000 }, facts: {} });
  expect(linked(scope, { ...link, s: 'costLimit.5000000' })).toEqual({
    changes: { schedule: { costLimit: 5_000_000 }, facts: {} },
    state: 'damaged',
  });
  expect(linked(scope, { ...link, s: 'costLimit.99999999999' }).changes.schedule).toEqual({});
  expect(linked(scope, { c: 'IT-15', s: 'costLimit.1e3*toString.true*.*x' })).toEqual({
    changes: { schedule: {}, facts: {} },
    state: 'damaged',
  });
});
