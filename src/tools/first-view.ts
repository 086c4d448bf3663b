import type { Plugin } from 'vite';

/**
 * Names the chunk of the home screen and its styles in index.html, so that they come with the app and not after it: an address ends
 * in `#`, and the server cannot know which screen is asked for. Whoever opens another screen has them in the cache when going home.
 */
export function firstView(module: string): Plugin {
  return {
    name: 'satei-first-view',
    apply: 'build',
    transformIndexHtml: (html, { bundle = {} }) => {
      const chunks = new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
      const first = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
      if (!first) throw new Error(`No chunk of the site begins with ${module}.`);
      const names = [first.fileName, ...first.imports];
      const styles = new Set(names.toReversed().flatMap((name) => [...(chunks.get(name)?.viteMetadata?.importedCss ?? [])]));
      const link = (rel: string, name: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: '', href: `./${name}` },
        injectTo: 'head' as const,
      });
      return [...names.map((name) => link('modulepreload', name)), ...[...styles].map((name) => link('stylesheet', name))].filter(
        ({ attrs }) => !html.includes(attrs.href),
      );
    },
  };
}
