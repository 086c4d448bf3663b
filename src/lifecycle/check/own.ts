import type { Case } from '#casebook/case.ts';
import { ownSource } from '#casebook/check/own.ts';
import { ownId } from '#casebook/own-id.ts';
import type { Reading } from '#casebook/read/problem.ts';
import { readYaml, type Source } from '#casebook/read/yaml.ts';
import { checkCase, type CheckedCase, type Shelf } from './case.ts';
import { mapOf, type Branch } from './map.ts';

/** A case of somebody's own that passed every check, as plain data. */
export interface OwnCase {
  readonly case: Case;
  readonly japaneseOnly: boolean;
  readonly paths: number;
  readonly map: Branch;
}

/** Checks a parsed file that is not one of ours: it may be in Japanese alone. */
export const checkOwnCase = (parsed: Source, shelf: Shelf): Reading<CheckedCase & { readonly japaneseOnly: boolean }> => {
  const own = ownSource(parsed);
  if (!own.ok) return own;
  const { source, japaneseOnly } = own.value;
  const checked = checkCase(source, shelf, (fault) => !japaneseOnly || fault.path.at(-1) !== 'en');
  return checked.ok ? { ok: true, value: { ...checked.value, japaneseOnly } } : checked;
};

/** Reads and checks the text of a case of somebody's own; what passes has an id of its own kind. Line ends and a byte order mark do not matter. */
export const readOwnCase = (text: string, shelf: Shelf): Reading<OwnCase> => {
  const source = readYaml(text.replace(/^\uFEFF/u, ''), '');
  if (!source.ok) return source;
  const checked = checkOwnCase(source.value, shelf);
  if (!checked.ok) return checked;
  const { case: of, japaneseOnly, walked } = checked.value;
  return { ok: true, value: { case: { ...of, id: ownId(of.id) }, japaneseOnly, paths: walked.paths.length, map: mapOf(checked.value) } };
};
