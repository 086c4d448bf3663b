import { refused, type Fault, type Path, type Reading } from '../read/problem.ts';
import type { Source } from '../read/yaml.ts';

/** A file of somebody's own, complete in the languages it is written in. */
export interface OwnSource {
  readonly source: Source;
  /** No text of it has English: its Japanese stands for both. */
  readonly japaneseOnly: boolean;
}

type Group = Readonly<Record<string, unknown>>;
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a file is that was opened as a case and is none, as one sentence instead of one for every key that is not there. */
const notACase = (value: unknown): Omit<Fault, 'path'> | undefined => {
  const allowed = 'a case file, as scenarios/template.yaml';
  if (value === null || value === undefined) return { found: 'an empty file', allowed, remedy: 'begin with the template' };
  if (!isGroup(value)) return { found: 'a file that is no group of keys', allowed, remedy: 'check that it is the file you meant' };
  const has = (...keys: readonly string[]): boolean => keys.every((key) => key in value);
  if (has('decisions') || has('documents')) return undefined;
  const what = has('pool')
    ? 'a policy'
    : has('clauses')
      ? 'general clauses'
      : has('situations')
        ? 'a drill'
        : has('losses')
          ? 'a claim without a story'
          : has('facts')
            ? 'a vocabulary of facts'
            : undefined;
  return what === undefined ? undefined : { found: what, allowed, remedy: 'open a case file; the others are checked by check:cases' };
};

/** Every group that has Japanese, with its path, in the order of the file. */
const textsOf = (value: unknown, path: Path = []): readonly { readonly text: Group; readonly path: Path }[] => {
  if (Array.isArray(value)) return value.flatMap((one, i) => textsOf(one, [...path, i]));
  if (!isGroup(value)) return [];
  if ('ja' in value) return [{ text: value, path }];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, [...path, key]));
};

const isBlank = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** The same values, every text with its Japanese as its English too. */
const doubled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(doubled);
  if (!isGroup(value)) return value;
  // A text that is wrong in Japanese is to be told of once: its English passes.
  if ('ja' in value) return { ...value, en: isBlank(value['ja']) || typeof value['ja'] !== 'string' ? '-' : value['ja'] };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, doubled(one)]));
};

/** A case of somebody's own may be in Japanese alone; what has English in some places and lacks it in others is refused with one sentence. */
export const ownSource = (source: Source): Reading<OwnSource> => {
  const other = notACase(source.value);
  if (other) return refused([source.place({ path: [], ...other })]);
  const texts = textsOf(source.value);
  const without = texts.filter(({ text }) => isBlank(text['en']));
  const [first] = without;
  if (first === undefined) return { ok: true, value: { source, japaneseOnly: false } };
  if (without.length === texts.length)
    return { ok: true, value: { source: { ...source, value: doubled(source.value) }, japaneseOnly: true } };
  return refused([
    source.place({
      path: first.path,
      found: `${without.length} of ${texts.length} texts without English, the first of them here`,
      allowed: 'English in every text, or in none: the case then plays in Japanese alone',
      remedy: 'add en: … to each of them, or take every en: out',
    }),
  ]);
};
