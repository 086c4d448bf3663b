import { named } from '../check/references.ts';
import { refused, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml, type Source } from '../read/yaml.ts';
import { homeFile, type RawHome } from '../schema/home.ts';

/** home.yaml as read, with the file it came from. */
export interface HomeSourceFile {
  readonly home: RawHome;
  readonly source: Source;
}

/** Reads home.yaml. `cases` are the ids of all cases. */
export const readHome = (text: string, file: string, cases: readonly string[]): Reading<HomeSourceFile> => {
  const read = readYaml(text, file);
  if (!read.ok) return read;
  const source = read.value;
  const shape = shaped(source, homeFile);
  if (!shape.ok) return shape;
  const home = shape.value;
  const faults = [...named('case', home.example, cases, ['example']), ...named('case', home.first, cases, ['first'])];
  return faults.length > 0 ? refused(faults.map(source.place)) : { ok: true, value: { home, source } };
};
