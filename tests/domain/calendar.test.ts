import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { addDays, addMonths, daysBetween, isDay } from '#domain/calendar.ts';

vi.setConfig({ testTimeout: 60_000 });

const DAY = 86_400_000;
const utc = (y: number, m: number, d: number): number => new Date(Date.UTC(2000, m - 1, d)).setUTCFullYear(y, m - 1, d);
const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
/** Days of the years 1600 to 2600. */
const anyDay = fc.integer({ min: -135_140, max: 230_000 }).map((n) => textOf(n * DAY));

test('the day n days later is the one the proleptic Gregorian calendar has', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -200_000, max: 200_000 }), (day, n) => {
      expect(addDays(day, n)).toBe(textOf(msOf(day) + n * DAY));
    }),
    { seed: 1, numRuns: 20_000 },
  );
});

test('every day of four hundred years follows the one before', () => {
  let day = '1900-01-01';
  let ms = msOf(day);
  let wrong = 0;
  for (let i = 0; i < 146_097; i++) {
    day = addDays(day, 1);
    ms += DAY;
    if (day !== textOf(ms) || !isDay(day)) wrong++;
  }
  expect(wrong).toBe(0);
  expect(day).toBe('2300-01-01');
});

test('n months later is the same day, or the last day of a shorter month', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, n) => {
      const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
      const lastOfMonth = new Date(utc(y, m + n + 1, 0)).getUTCDate();
      expect(addMonths(day, n)).toBe(textOf(utc(y, m + n, Math.min(d, lastOfMonth))));
    }),
    { seed: 2, numRuns: 20_000 },
  );
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-03-31', 1, '2026-04-30'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-06-01', 0, '2026-06-01'],
])('%s and %i months: %s', (day, n, later) => {
  expect(addMonths(day, n)).toBe(later);
});

test('days between are counted across months, leap days and backwards', () => {
  // 2026-02-18 to 2026-04-01: 10 (to 02-28) + 31 (March) + 1 = 42
  expect(daysBetween('2026-02-18', '2026-04-01')).toBe(42);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  expect(daysBetween('2026-04-01', '2026-02-18')).toBe(-42);
});

test('days between undo adding days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n);
    }),
    { seed: 3, numRuns: 5_000 },
  );
});

test.each([
  '2026-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '2026/01/01',
  '0000-01-01',
  ' 2026-01-01',
  '2026-01-01 ',
  '20260101',
  '',
  20260101,
  null,
  undefined,
])('not a day: %s', (text) => {
  expect(isDay(text)).toBe(false);
});

test('the day after the last of each month is none, in a year with a leap day and in one without', () => {
  for (const year of ['2024', '2026'])
    for (let month = 1; month <= 12; month++) {
      const last = new Date(utc(Number(year), month + 1, 0)).getUTCDate();
      const day = (n: number) => `${year}-${String(month).padStart(2, '0')}-${String(n).padStart(2, '0')}`;
      expect([isDay(day(last)), isDay(day(last + 1))], day(last)).toEqual([true, false]);
    }
});

test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '2026-02-28'])('a day: %s', (text) => {
  expect(isDay(text)).toBe(true);
});
