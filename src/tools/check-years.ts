import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { PairLibrary } from '#casebook/build/pairs.ts';
import { readYears } from '#casebook/build/years.ts';
import type { Policy } from '#casebook/policy.ts';
import { refused, type Fault, type Path, type Reading } from '#casebook/read/problem.ts';
import type { Year } from '#casebook/year.ts';
import { isDay } from '#domain/calendar.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { benchOf } from '#view/year-bench.ts';
import { bothWays, untrue } from '#view/year-check.ts';
import { yearText } from '#view/year-text.ts';
import { pairLibrary } from './check-pairs.ts';
import { shownAs, textOf, type Ground } from './library.ts';

const yearsFileOf = (root: string): string => join(root, 'years.yaml');

/** The years of a folder, read, with everything they refer to. */
export const yearsOfFolder = (
  file: string,
  root: string,
  ground: Ground,
  policies: Readonly<Record<string, Policy>>,
): Reading<{ readonly years: readonly Year[]; readonly library: PairLibrary }> => {
  const text = textOf(file);
  if (!text.ok) return text;
  const library = pairLibrary(root, ground, policies);
  const read = readYears(text.value, shownAs(file), library);
  if (!read.ok) return read;
  const faults = read.value.years.flatMap((year, i) => engineFaults(year, ['years', i], library));
  return faults.length > 0 ? refused(faults.map(read.value.source.place)) : { ok: true, value: { years: read.value.years, library } };
};

/** What a year says that its cases, or the engine, do not. A year whose case is refused is left out: the case has its own message. */
const engineFaults = (year: Year, path: Path, { facts, policies, cases }: PairLibrary): Fault[] => {
  const policy = policies[year.policy];
  if (!policy || year.reports.some((one) => !cases.get(one.case))) return [];
  const undated = year.reports.flatMap((report, i) => {
    const of = cases.get(report.case);
    const known = of ? { ...claimOf(of, endOn(of)).facts, ...report.set } : {};
    return report.moves.flatMap((name, m): Fault[] =>
      isDay(known[name])
        ? []
        : [
            {
              path: [...path, 'reports', i, 'moves', m],
              found: `the date fact "${name}", which ${report.case} never comes to know`,
              allowed: 'dates that are known at the best end of the case, or stand in set:',
              remedy: 'name another, or write its day in set:',
            },
          ],
    );
  });
  if (undated.length > 0) return undated;
  const source = { year, policy, facts, cases };
  const both = bothWays(benchOf(source));
  if (typeof both === 'string')
    return [{ path, found: `a year that cannot be reckoned: ${both}`, allowed: 'years that the engine can reckon', remedy: 'settle it' }];
  for (const text of [year.title, year.lead, year.finding, year.try.label]) yearText(text, source, both);
  return year.holds.flatMap((hold, i): Fault[] => {
    const why = untrue(both, hold);
    const said = [hold.is ?? [], hold.by === null ? [] : `by ${hold.by}`, hold.then === null ? [] : `then ${hold.then}`].flat().join(', ');
    if (why === null) return [];
    return [
      {
        path: [...path, 'holds', i],
        found: `${hold.report === null ? '' : `${hold.report}.`}${hold.figure}: ${said}, which is not so`,
        allowed: `what the engine computes (${why})`,
        remedy: 'correct what is said, or the days',
      },
    ];
  });
};

/** Checks years.yaml, where the folder has it and where it is asked for: by name, or with everything else. */
export const checkYears = (
  root: string,
  files: readonly string[],
  ground: Ground,
  policies: Readonly<Record<string, Policy>>,
): readonly { readonly file: string; readonly read: Reading<string> }[] => {
  const file = yearsFileOf(root);
  const asked = files.length === 0 ? [file].filter(existsSync) : files.filter((one) => basename(one) === basename(file));
  return asked.map((one) => {
    const read = yearsOfFolder(one, root, ground, policies);
    if (!read.ok) return { file: resolve(one), read };
    const { years } = read.value;
    const reports = years.reduce((sum, { reports: of }) => sum + of.length, 0);
    const holds = years.reduce((sum, { holds: of }) => sum + of.length, 0);
    return { file: resolve(one), read: { ok: true, value: `years  ${years.length} years of ${reports} reports; ${holds} things shown` } };
  });
};
