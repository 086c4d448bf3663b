import { expect, test } from 'vitest';
import { paymentDue, type PaymentRule } from '#domain/payout/due.ts';

/** 保険法21条 and the forms: 30 days; 60, 90, 120 or 180 where a special enquiry is needed. */
const RULE: PaymentRule = {
  days: 30,
  enquiries: {
    disasterArea: { days: 60 },
    specialist: { days: 90 },
    disability: { days: 120 },
    publicBody: { days: 180 },
    abroad: { days: 180 },
  },
};

test('30 days include the day on which the documents are complete', () => {
  // 13 April is day 1, 30 April day 18, 12 May day 30
  expect(paymentDue('2026-04-13', RULE)).toBe('2026-05-12');
});

test.each([
  ['2026-02-01', '2026-03-02'], // 28 days of February + 2
  ['2024-02-01', '2024-03-01'], // 29 days of February + 1
  ['2026-12-15', '2027-01-13'], // 17 days of December + 13
])('complete on %s: due on %s', (complete, due) => {
  expect(paymentDue(complete, RULE)).toBe(due);
});

test('a special enquiry extends the period, counted from the same day', () => {
  // 90 days: 18 (April) + 31 (May) + 30 (June) + 11 (July)
  expect(paymentDue('2026-04-13', RULE, ['specialist'])).toBe('2026-07-11');
});

test('of several enquiries the longest counts, they are not added', () => {
  expect(paymentDue('2026-04-13', RULE, ['disasterArea', 'specialist'])).toBe('2026-07-11');
  // 180 days: 18 + 31 + 30 + 31 + 31 + 30 + 9 (October)
  expect(paymentDue('2026-04-13', RULE, ['publicBody', 'specialist', 'abroad'])).toBe('2026-10-09');
});

test('days on which the insured obstructed the enquiry are added', () => {
  expect(paymentDue('2026-04-13', RULE, [], 5)).toBe('2026-05-17');
  expect(paymentDue('2026-04-13', RULE, ['specialist'], 1)).toBe('2026-07-12');
});

test('an enquiry shorter than the ordinary period does not shorten it', () => {
  expect(paymentDue('2026-04-13', { days: 30, enquiries: { quick: { days: 10 } } }, ['quick'])).toBe('2026-05-12');
});

test('an enquiry that the rule does not know is a programming error', () => {
  expect(() => paymentDue('2026-04-13', RULE, ['astrology'])).toThrow('no payment period for the enquiry "astrology"');
});
