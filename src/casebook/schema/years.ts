import * as v from 'valibot';
import { bare, bareValues, byId, count, day, group, id, line, list, oneOf, text, yen, type Bare, type RawText } from './scalars.ts';

export interface RawYearChange {
  days?: Record<string, string>;
  facts?: Record<string, Bare>;
  renewed?: Bare;
  aggregate?: Bare;
}
export interface RawYear {
  id: string;
  version: number;
  policy: string;
  title: RawText;
  lead: RawText;
  period: { start: string; end: string; from: string };
  schedule?: Record<string, Bare>;
  aggregate: { amount: string | number; on: Bare };
  renewed: Bare;
  turns?: { fact: string; reports: string[] }[];
  reports: {
    id: string;
    case: string;
    on: string;
    moves: string[];
    losses?: string[];
    series?: string;
    set?: Record<string, Bare>;
  }[];
  try: RawYearChange & { label: RawText };
  finding: RawText;
  holds: { what: string; is?: 'none' | 'some'; by?: string; then?: 'less' | 'more' | 'same' | 'none' }[];
}
export interface RawYears {
  years: RawYear[];
}

const report = group('a report', {
  id,
  case: id,
  on: day,
  moves: list('date facts', id, 1),
  losses: v.optional(list('loss ids', id, 1)),
  series: v.optional(id),
  set: v.optional(bareValues),
});
const hold = group('what a year shows', {
  what: line,
  is: v.optional(oneOf(['none', 'some'])),
  by: v.optional(id),
  then: v.optional(oneOf(['less', 'more', 'same', 'none'])),
});

/** years.yaml: several accidents within one policy year. */
export const yearsFile: v.GenericSchema<RawYears> = group('the years', {
  years: list(
    'years',
    group('a year', {
      id,
      version: count(1, 9999),
      policy: id,
      title: text,
      lead: text,
      period: group('the period', { start: id, end: id, from: day }),
      schedule: v.optional(bareValues),
      aggregate: group('the aggregate', { amount: yen, on: bare }),
      renewed: bare,
      turns: v.optional(list('facts to be turned', group('a fact to be turned', { fact: id, reports: list('reports', id, 1) }))),
      reports: list('reports', report, 2, 6),
      try: group('a try', {
        label: text,
        days: v.optional(byId('days', day)),
        facts: v.optional(bareValues),
        renewed: v.optional(bare),
        aggregate: v.optional(bare),
      }),
      finding: text,
      holds: list('things that a year shows', hold, 1),
    }),
    1,
  ),
}) as unknown as v.GenericSchema<RawYears>;
