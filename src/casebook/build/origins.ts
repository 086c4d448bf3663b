import type { Path, Problem } from '../read/problem.ts';
import { nearest } from '../read/nearest.ts';
import type { Source } from '../read/yaml.ts';
import type { Flaw } from '#domain/policy/flaw.ts';

/** Where a part under another name stands in the file. */
interface Renamed {
  readonly to: Path;
  readonly key?: true;
}

interface Origin {
  readonly source: Source;
  readonly path: Path;
  readonly renamed: Readonly<Record<string, Renamed>>;
}

/** Remembers from which place of which file each part of a wording was made, so that a flaw of the wording can be shown in the file. */
export interface Origins {
  readonly note: <T extends object>(part: T, source: Source, path: Path, renamed?: Readonly<Record<string, Renamed>>) => T;
  /** The flaw of a wording as a problem of the file. */
  readonly problem: (wording: object, flaw: Flaw) => Problem;
}

/** An empty memory of origins. */
export const originsOf = (fallback: Source): Origins => {
  const known = new WeakMap<object, Origin>();
  const place = (wording: object, path: Path): { source: Source; path: Path; key?: true } => {
    let origin: Origin = { source: fallback, path: [], renamed: {} };
    let rest: Path = path;
    let part: unknown = wording;
    for (const [i, step] of path.entries()) {
      part = (part as Record<string | number, unknown>)[step];
      const found = typeof part === 'object' && part !== null ? known.get(part) : undefined;
      if (found) [origin, rest] = [found, path.slice(i + 1)];
    }
    const [first, ...more] = rest;
    const renamed = first === undefined ? undefined : origin.renamed[first];
    if (!renamed) return { source: origin.source, path: [...origin.path, ...rest] };
    const inner = [...origin.path, ...renamed.to];
    return { source: origin.source, path: [...inner, ...more], ...(renamed.key ? { key: true as const } : {}) };
  };
  return {
    note: (part, source, path, renamed = {}) => {
      known.set(part, { source, path, renamed });
      return part;
    },
    problem: (wording, flaw) => {
      const at = place(wording, flaw.path);
      const near = flaw.among && nearest(flaw.among.word, flaw.among.known);
      return at.source.place({
        path: at.path,
        ...(at.key ? { key: true } : {}),
        found: flaw.found,
        allowed: flaw.allowed,
        remedy: near === undefined ? flaw.remedy : `write "${near}", if that is meant`,
      });
    },
  };
};
