/** A way into a file: keys and list places from its top. */
export type Path = readonly (string | number)[];

/** What is wrong with a file, before its place in the text is known: found, allowed, and how to mend it. Whole sentences without their full stop. */
export interface Fault {
  readonly path: Path;
  /** The complaint is about the key at the end of the path, not about its value. */
  readonly key?: boolean;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/** A fault with its place. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/** What reading gives: a value, or the problems for which the file is refused. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** `file:line:column: Found …. Allowed: …. Mend: ….` */
export const written = (problem: Problem): string =>
  `${problem.file}:${problem.line}:${problem.column}: Found ${problem.found}. Allowed: ${problem.allowed}. To mend it: ${problem.remedy}.`;

const MANY = 20;

/** The problems in the order of the file, one per place, with a last line when there are more than a person wants to read at once. */
export const inOrder = (problems: readonly Problem[]): readonly Problem[] => {
  const seen = new Set<string>();
  const sorted = [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : 0));
  return sorted
    .filter((one) => {
      const place = `${one.file}:${one.line}:${one.column}`;
      return !seen.has(place) && seen.add(place);
    })
    .slice(0, MANY);
};

/** A refusal of one problem, or of several. */
export const refused = (problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } => ({
  ok: false,
  problems: inOrder(problems),
});

/** What was found, in words: `the word "abc"`, `the number 5`, `a list`. */
export const described = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `"${shortened(value)}"`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return value ? 'yes (true)' : 'no (false)';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  const keys = Object.keys(value);
  return keys.length === 0
    ? 'an empty group { }'
    : `a group with ${keys.length === 1 ? 'the key' : 'the keys'} ${keys.slice(0, 4).join(', ')}${keys.length > 4 ? ' …' : ''}`;
};

const shortened = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ');
  const letters = [...line];
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : line;
};
