import type { Name } from '#domain/policy/wording.ts';
import type { ScheduleEntry } from '../policy.ts';
import { advice } from '../read/nearest.ts';
import { described, type Path, type Problem } from '../read/problem.ts';
import type { Source } from '../read/yaml.ts';
import type { RawEntry } from '../schema/policy.ts';
import type { Bare } from '../schema/scalars.ts';
import { allowedAs, fitted, typeShown } from './values.ts';

/** The schedule of a file; an entry that cannot be read is left out and reported. */
export const scheduleOf = (
  raw: Readonly<Record<Name, Bare | RawEntry>>,
  path: Path,
  source: Source,
  strict: boolean,
  problems: Problem[],
): Record<Name, ScheduleEntry> => {
  const schedule: Record<Name, ScheduleEntry> = {};
  for (const [name, one] of Object.entries(raw)) {
    const entry: RawEntry = typeof one === 'object' ? one : { value: one };
    const at = typeof one === 'object' ? [...path, name, 'value'] : [...path, name];
    const type = entry.values ? 'choice' : typeShown(entry.value);
    const words = entry.values && Object.keys(entry.values);
    if (!type || (type === 'choice' && strict && !words)) {
      problems.push(
        source.place({
          path: at,
          found: `${described(entry.value)} as a schedule entry`,
          allowed: 'yes or no, yen, a percentage such as 90%, a date, or one of the words listed under values:',
          remedy:
            typeof entry.value === 'number'
              ? 'a share needs its % sign, and yen are whole: write 90% or 9000'
              : 'correct it, or list the words under values:',
        }),
      );
      continue;
    }
    const shape = type === 'choice' ? (words ? ({ type, values: words } as const) : ({ type: 'word' } as const)) : ({ type } as const);
    const value = fitted(entry.value, shape);
    if (value === undefined) {
      problems.push(
        source.place({
          path: at,
          found: `${described(entry.value)} as the value of "${name}"`,
          allowed: allowedAs(shape),
          remedy: words ? advice(String(entry.value), words, 'write one of these words') : 'correct the value',
        }),
      );
      continue;
    }
    schedule[name] = {
      value,
      type,
      ...(entry.values ? { values: entry.values } : {}),
      label: entry.label ?? { ja: name, en: name },
      from: entry.from ?? 'assumed',
      ...(entry.clause === undefined ? {} : { clause: entry.clause }),
      ...(entry.note === undefined ? {} : { note: entry.note }),
    };
  }
  return schedule;
};
