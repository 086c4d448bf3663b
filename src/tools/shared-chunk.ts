import type { Plugin } from 'vite';

/** From so many chunks on that ask for it, a module comes with the others like it. */
const ASKED = 4;

/**
 * Puts what many screens share into one chunk. Left to itself the bundler makes thirty of it, and on a slow line each waits for its turn. What
 * the first view needs stays out of it: these modules, and all that they ask for at once.
 */
export function sharedChunk(firstView: readonly string[]): Plugin {
  const first = new Set<string>();
  return {
    name: 'satei-shared-chunk',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [{ name: 'shared', minShareCount: ASKED, test: (id) => id.includes('/src/') && !first.has(id) }],
            },
          },
        },
      },
    }),
    buildEnd() {
      const walk = (id: string): void => {
        if (first.has(id)) return;
        first.add(id);
        for (const asked of this.getModuleInfo(id)?.importedIds ?? []) walk(asked);
      };
      for (const id of this.getModuleIds()) if (firstView.some((module) => id.endsWith(module))) walk(id);
    },
  };
}
