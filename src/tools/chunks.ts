import type { Rolldown } from 'vite';

/** What a screen needs of the built site: file names, those that others build upon first. */
export interface Needs {
  readonly chunks: readonly string[];
  readonly styles: readonly string[];
}

/** The chunk that begins with a module, all that it imports, and their styles. */
export function needsOf(bundle: Rolldown.OutputBundle, module: string): Needs {
  const chunks = new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  const first = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
  if (!first) throw new Error(`No chunk of the site begins with ${module}.`);
  const seen = new Set<string>();
  const found: string[] = [];
  const follow = (name: string): void => {
    const chunk = chunks.get(name);
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    for (const needed of chunk.imports) follow(needed);
    found.push(name);
  };
  follow(first.fileName);
  return { chunks: found, styles: [...new Set(found.flatMap((name) => [...(chunks.get(name)?.viteMetadata?.importedCss ?? [])]))] };
}
