import { expect, test } from 'vitest';
import type { Case } from '#casebook/case.ts';
import { storyFaults } from '#lifecycle/check/story.ts';
import { walk } from '#lifecycle/walk.ts';
import { compile } from '#domain/assess.ts';
import { readShelf } from '#tools/proving/shelf.ts';

const shelf = readShelf();
const stands = (id: string): Case => shelf.cases.find((one) => one.id === id) ?? expect.unreachable();
const faultsOf = (of: Case) => {
  const policy = shelf.policies[of.policy] ?? expect.unreachable();
  const other = of.alsoUnder && shelf.policies[of.alsoUnder.policy];
  return storyFaults(of, { main: compile(policy.wording), other: other && compile(other.wording) }, walk(of)).map(
    ({ path, found, allowed }) => `${path.join('.')}: ${found} / ${allowed}`,
  );
};

test('a best choice that leaves more with the insured than another way is refused', () => {
  const of = stands('PB-06');
  const [first, ...rest] = of.decisions;
  if (!first) return expect.unreachable();
  const { best, tempting } = first.choices;
  const turned = { ...of, decisions: [{ ...first, choices: { ...first.choices, best: tempting, tempting: best } }, ...rest] };
  expect(faultsOf(turned)).toEqual([
    'decisions: a way (D1: tempting) that is paid 6,700,000 and leaves 4,800,000 / ways no better in yen than the best one, which is paid 6,700,000 and leaves 7,800,000',
  ]);
});

test('a consequence with the figures of an end that this choice does not come to is refused', () => {
  const of = stands('PB-06');
  const [first, ...rest] = of.decisions;
  if (!first) return expect.unreachable();
  const consequence = { ja: '{expected.paid-ahead.low}です。', en: '{expected.promised.ownCost}' };
  const changed = {
    ...of,
    decisions: [{ ...first, choices: { ...first.choices, tempting: { ...first.choices.tempting, consequence } } }, ...rest],
  };
  expect(faultsOf(changed)).toEqual([
    expect.stringMatching(/^decisions\.0\.choices\.tempting\.consequence: the figures of the end "paid-ahead"/),
  ]);
});

test('a fact that no line reveals, and no match says is open, is refused', () => {
  const of = stands('PB-06');
  const documents = of.documents.map((document) => ({
    ...document,
    lines: document.lines.map((line) => (line.id === 'tests-1' ? { ...line, facts: {} } : line)),
  }));
  const matching = of.matching.filter(({ clause }) => clause !== 'PB-EX17');
  expect(faultsOf({ ...of, documents, matching })).toContain(
    'documents: no way to find usualTestingDone, which PB-EX17 asks for / a line or a given fact for everything a clause asks, or a match with the answer unknown',
  );
});
