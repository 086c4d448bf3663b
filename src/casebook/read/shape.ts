import * as v from 'valibot';
import { isName, said } from '../schema/scalars.ts';
import { advice, nearest } from './nearest.ts';
import { described, refused, type Fault, type Path, type Problem, type Reading } from './problem.ts';
import { AFTER_COMMA, type Source } from './yaml.ts';

/** Whether the part of a file at `path` has the shape of the schema. Every fault names what was found, what is allowed and how to mend it. */
export const shaped = <T>(source: Source, schema: v.GenericSchema<T>, path: Path = []): Reading<T> => {
  const value = at(source.value, path);
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: value as T };
  const strangers = new Map<unknown, Issue[]>();
  for (const issue of result.issues) {
    const group = issue.path?.at(-1)?.input;
    if (issue.type === 'strict_object' && issue.expected === 'never')
      strangers.set(group, [...(strangers.get(group) ?? []), issue].slice(0, MANY));
  }
  const issues = result.issues.filter((issue) => !strangers.get(issue.path?.at(-1)?.input)?.some((other) => isTypoFor(other, issue)));
  return refused(issues.slice(0, MANY).map((issue) => problemOf(issue, source, path)));
};

/** A file with more faults than this is another kind of file: to find the place of each would take longer than anybody waits. */
const MANY = 500;

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | null | undefined)?.[step], value);

type Issue = v.BaseIssue<unknown>;

/** Whether one key is not known because it is the other, missing one with a slip of the pen: then one message is enough. */
const isTypoFor = (unknown: Issue, missing: Issue): boolean => {
  if (unknown.type !== 'strict_object' || missing.type !== 'strict_object' || unknown.expected !== 'never' || missing.expected === 'never')
    return false;
  const [typo, meant] = [unknown.path?.at(-1), missing.path?.at(-1)];
  return typo?.input === meant?.input && nearest(String(typo?.key), [String(meant?.key)]) !== undefined;
};

const problemOf = (issue: Issue, source: Source, start: Path): Problem => {
  const { allowed, remedy } = said(issue.message);
  const items = issue.path ?? [];
  const path: Path = [...start, ...items.map((item) => item.key as string | number)];
  const last = items.at(-1);
  const fault = (found: string, mend = remedy, key = false, where: Path = path): Problem =>
    source.place({ path: where, key, found, allowed, remedy: mend } satisfies Fault);
  if (last?.origin !== 'key') return fault(described(issue.input));
  const group = last.input;
  if (Array.isArray(group)) return fault('a list', remedy, false, path.slice(0, -1));
  const key = String(last.key);
  if (last.value === null && !isName(key)) return fault(`the key "${key}" without a value`, AFTER_COMMA, true);
  if (issue.type !== 'strict_object') return fault(`the key "${key}"`, remedy, true);
  if (issue.expected === 'never') return fault(`the key "${key}"`, advice(key, keysIn(allowed), 'delete the key, or correct it'), true);
  return fault(`no key "${key}" here`, `add ${key}: …`, true, path.slice(0, -1));
};

/** The keys that a message of `group` lists as allowed. */
const keysIn = (allowed: string): string[] =>
  allowed
    .replace(/^.* with the keys /u, '')
    .replace(/ \(none is needed\)$/u, '')
    .replace(/\)$/u, '')
    .split(/, | \(and, if wanted, /u);
