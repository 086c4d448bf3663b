/** A day as 'YYYY-MM-DD'. Days compare as text, so no clock and no time zone is ever asked. */
export type Day = string;

const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const lengthOf = (year: number, month: number): number => (month === 2 && leap(year) ? 29 : (lengths[month - 1] ?? 0));

const parts = (day: Day): [year: number, month: number, date: number] => [+day.slice(0, 4), +day.slice(5, 7), +day.slice(8, 10)];
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const write = (year: number, month: number, date: number): Day => `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;

/** Whether the text is a day that exists: 2026-02-29 is not. */
export const isDay = (text: unknown): text is Day => {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, date] = parts(text);
  return year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOf(year, month);
};

/** Days since 0000-03-01, so that the leap day ends a year. */
const count = (day: Day): number => {
  const [y, month, date] = parts(day);
  const year = month > 2 ? y : y - 1;
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
};

const fromCount = (days: number): Day => {
  const era = Math.floor(days / 146097);
  const ofEra = days - era * 146097;
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return write(year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * shifted + 2) / 5) + 1);
};

/** The day n days later (earlier when n is below 0): 2026-04-13 and 29 give 2026-05-12. */
export const addDays = (day: Day, n: number): Day => fromCount(count(day) + n);

/** The same day n months later, or the last day of a shorter month: 2026-01-31 and 1 give 2026-02-28. */
export const addMonths = (day: Day, n: number): Day => {
  const [year, month, date] = parts(day);
  const months = year * 12 + (month - 1) + n;
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return write(toYear, toMonth, Math.min(date, lengthOf(toYear, toMonth)));
};

/** How many days lie between: from 2026-02-18 to 2026-04-01 are 42. */
export const daysBetween = (from: Day, to: Day): number => count(to) - count(from);
