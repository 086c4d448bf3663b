import { once } from '../check/references.ts';
import type { HeadBook } from '../heads.ts';
import { refused, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml } from '../read/yaml.ts';
import { headsFile } from '../schema/heads.ts';

/** Reads heads.yaml. */
export const readHeads = (text: string, file: string): Reading<HeadBook> => {
  const source = readYaml(text, file);
  if (!source.ok) return source;
  const shape = shaped(source.value, headsFile);
  if (!shape.ok) return shape;
  const { heads } = shape.value;
  const faults = once(
    'head',
    heads.map(({ id }) => id),
    (i) => ['heads', i, 'id'],
  );
  if (faults.length > 0) return refused(faults.map(source.value.place));
  return {
    ok: true,
    value: heads.map(({ counted = null, seldom, ...head }) => ({ ...head, counted, seldom: seldom === 'yes' })),
  };
};
