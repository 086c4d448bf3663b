import { expect, test } from 'vitest';
import { UNCHANGED } from '#view/what-if.ts';
import { caseAt, ids, resultAt } from './result-support.ts';

const million = 1_000_000;

test('the documented example 2 is shown as the source reckons it', () => {
  const { outcome, bars } = resultAt('IT-15').live;
  // 4,300 of which 3,000 (cost limit) + 1,000 + 1,300 = 5,300
  expect(
    bars.rows.map(({ claimed, stretches }) => [claimed / million, ...stretches.map(({ part, yen }) => `${part} ${String(yen / million)}`)]),
  ).toEqual([
    [43, 'paid 30', 'limit 13'],
    [10, 'paid 10'],
    [13, 'paid 13'],
    [66, 'paid 53', 'limit 13'],
  ]);
  expect(outcome).toMatchObject({ verdict: 'paid', low: 53 * million, high: 53 * million, ownCost: 13 * million });
});

test('a single box is its own total', () => {
  expect(resultAt('PB-06').live.bars.rows.map(({ id }) => id)).toEqual(['total']);
});

test('a deductible of the whole shows on the total alone; the boxes say that it comes later', () => {
  const live = resultAt('IT-15').at({ ...UNCHANGED, schedule: { deductible: million } }, UNCHANGED);
  expect(live?.bars.later).toBe(true);
  expect(live?.bars.rows.at(-1)?.stretches.map(({ part, yen }) => [part, yen / million])).toEqual([
    ['paid', 52],
    ['deductible', 1],
    ['limit', 13],
  ]);
  expect(live?.bars.rows.slice(0, -1).flatMap(({ stretches }) => stretches.map(({ part }) => part))).not.toContain('deductible');
  // the ghost stands only where another sum was paid: on the total
  expect(live?.bars.rows.map(({ ghost }) => ghost)).toEqual([null, null, null, 53 * million]);
});

test('a guess that a named mistake leads to is answered by that mistake', () => {
  for (const id of ids) {
    for (const wrong of caseAt(id).predictions.wrong) {
      const { prediction, live } = resultAt(id, {}, { prediction: wrong.gives });
      expect(wrong.gives).not.toBe(live.outcome.low);
      expect(prediction?.mistake, `${id} ${wrong.id}`).not.toBeNull();
      expect(prediction?.off).toBe(wrong.gives - live.outcome.low);
    }
  }
});

test('a right guess is right, one within an open range is within it, any other is a difference to the nearer end', () => {
  expect(resultAt('IT-15', {}, { prediction: 53 * million }).prediction).toMatchObject({ off: 0, mistake: null });
  const open = { D3: 'late' } as const; // 1,000万円 paid without consent: 4,300〜5,300万円
  expect(resultAt('IT-15', open, { prediction: 45 * million }).prediction).toMatchObject({ off: 0, low: 43 * million, high: 53 * million });
  expect(resultAt('IT-15', open, { prediction: 42 * million }).prediction?.off).toBe(-million);
  // 6,600万円: what one gets on the best path by overlooking the cost limit
  expect(resultAt('IT-15', open, { prediction: 66 * million }).prediction?.mistake).not.toBeNull();
  expect(resultAt('IT-15', open, { prediction: 54_321_000 }).prediction).toMatchObject({ off: 1_321_000, mistake: null });
});

test('without a sitting nothing is said of a guess', () => {
  expect(resultAt('IT-15')).toMatchObject({ prediction: null, played: false });
});

test('each decision shows where its other choices end', () => {
  const [, , d3] = resultAt('IT-15').decisions;
  expect(d3?.chosen).toMatchObject({ option: 'best', end: { low: 53 * million, days: 0 } });
  expect(d3?.others.map(({ option, end }) => [option, end.verdict, end.low / million, end.high / million])).toEqual([
    ['tempting', 'paid', 53, 53],
    ['late', 'open', 43, 53],
  ]);
  const taken = resultAt('IT-15', { D3: 'late' }).decisions[2];
  expect(taken?.chosen.end).toMatchObject({ verdict: 'open', low: 43 * million });
  expect(taken?.others[0]).toMatchObject({ option: 'best', end: { verdict: 'paid', low: 53 * million } });
});

test('a decision of the other wording ends under that wording', () => {
  const under = resultAt('IT-04').decisions.filter((decision) => decision.under !== null);
  expect(under.length).toBeGreaterThan(0);
  for (const { chosen } of under) expect(chosen.end).toMatchObject({ verdict: 'not-paid', high: 0 });
});

test('the same facts under both wordings: the points that differ name a clause on each side, or say that there is none', () => {
  const { also } = resultAt('IT-04');
  expect(also?.own.outcome.verdict).toBe('paid');
  expect(also?.other.outcome.verdict).toBe('not-paid');
  expect(also?.points).toContainEqual({
    own: { clause: 'GEN-INTENT', kind: 'exclusion', result: 'not-met' },
    other: { clause: 'PB-EX02', kind: 'exclusion', result: 'met' },
    differs: true,
  });
  expect(also?.points).toContainEqual({
    own: { clause: 'IT-TR-LEAK', kind: 'trigger', result: 'met' },
    other: { clause: 'PB-TR-LEAK', kind: 'trigger', result: 'met' },
    differs: false,
  });
  expect(also?.points[0]?.differs).toBe(true);
  expect(resultAt('IT-15').also).toBeNull();
});

test('the letter shows what the player put beside what is right', () => {
  const of = caseAt('IT-15');
  const slots = Object.keys(of.letters[0]?.slots ?? {});
  const put = Object.fromEntries(slots.map((slot, i) => [slot, i === 0 ? 1 : 0]));
  const [letter] = resultAt('IT-15', {}, { letters: { 0: put } }).letters;
  expect(letter?.wrong).toBe(1);
  const pieces = letter?.body.ja.flat().filter((piece) => piece.kind === 'slot') ?? [];
  expect(pieces.map(({ slot }) => slot).toSorted()).toEqual(slots.toSorted());
  expect(pieces.filter(({ right }) => !right).map(({ slot }) => slot)).toEqual([slots[0]]);
  expect(resultAt('IT-15').letters[0]?.wrong).toBeNull();
});

test('a letter written for the best path keeps its figures where the way taken ends otherwise, and says so', () => {
  const [letter] = resultAt('IT-15', { D3: 'late' }).letters;
  expect(letter).toMatchObject({ differs: true, verdict: 'paid' });
  expect(letter?.body.ja.flat().flatMap((piece) => (piece.kind === 'slot' ? [piece.answer.ja] : []))).toContain('5,300万円');
  expect(resultAt('IT-15', { D1: 'tempting' }).letters[0]).toMatchObject({ differs: false });
});

test('the payment date counts the completion day, and what is performed is payable now', () => {
  // documents complete 2026-04-13, 30 days with that day: 2026-05-12
  expect(resultAt('IT-15')).toMatchObject({ due: '2026-05-12', live: { payableNow: 53 * million, reserved: 0 } });
});

test('what the customer was told comes first', () => {
  expect(resultAt('IT-15', {}, { explained: 'late' }).customer).toMatchObject({
    said: 'late',
    lines: [{ option: 'late' }, { option: 'best' }, { option: 'tempting' }],
  });
});
