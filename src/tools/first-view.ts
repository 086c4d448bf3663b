import type { Plugin } from 'vite';
import { needsOf } from './chunks.ts';

/**
 * Names the chunk of the home screen and its styles in index.html, so that they come with the app and not after it: an address ends
 * in `#`, and the server cannot know which screen is asked for. Whoever opens another screen has them in the cache when going home.
 * What the example on it asks for comes in one piece, and the styles of the parts with those of the page: a slow line pays for each request.
 */
export function firstView({ app, home, example }: Readonly<Record<'app' | 'home' | 'example', string>>): Plugin {
  const ofExample = new Set<string>();
  return {
    name: 'satei-first-view',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                { name: 'styles', test: /\/src\/ui\/(parts|shell|glossary|style)\/.*css$/ },
                { name: 'example', test: (id) => ofExample.has(id) },
              ],
            },
          },
        },
      },
    }),
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const needed = (module: string, found = new Set<string>()): Set<string> => {
        const follow = (id: string): void => {
          if (found.has(id)) return;
          found.add(id);
          for (const asked of this.getModuleInfo(id)?.importedIds ?? []) follow(asked);
        };
        for (const id of ids) if (id.endsWith(module)) follow(id);
        return found;
      };
      const before = needed(home, needed(app));
      for (const id of needed(example)) if (!before.has(id) && /\/src\/.*\.ts$/.test(id) && !id.endsWith(example)) ofExample.add(id);
    },
    transformIndexHtml: (html, { bundle = {} }) => {
      const { chunks, styles } = needsOf(bundle, home);
      const link = (rel: string, name: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: '', href: `./${name}` },
        injectTo: 'head' as const,
      });
      return [...chunks.map((name) => link('modulepreload', name)), ...styles.map((name) => link('stylesheet', name))].filter(
        ({ attrs }) => !html.includes(attrs.href),
      );
    },
  };
}
