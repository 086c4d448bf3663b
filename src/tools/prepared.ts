import { createHash } from 'node:crypto';
import { build, createServer, type Plugin } from 'vite';
import { needsOf } from './chunks.ts';

const RENDER = '/src/app/prepared/render.ts';
const SHOW = 'src/app/prepared/show.ts';
/** The screen that is prepared. */
const SCREEN = '/src/app/screens/play.ts';

/** Has the pages made by the site's own code, as a server would. */
async function rendered(): Promise<ReadonlyMap<string, string>> {
  const server = await createServer({
    mode: 'production',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
    logLevel: 'warn',
  });
  try {
    const { prepared } = (await server.ssrLoadModule(RENDER)) as { prepared: () => Promise<ReadonlyMap<string, string>> };
    return await prepared();
  } finally {
    await server.close();
  }
}

/** The script that shows them, in one piece: it must not wait for parts that it shares with the app. */
async function script(prepared: unknown): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { PREPARED: JSON.stringify(prepared) },
    build: { write: false, target: 'es2022', lib: { entry: SHOW, formats: ['iife'], name: 'prepared' } },
  });
  const [output] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (output?.type !== 'chunk') throw new Error(`${SHOW} was not built.`);
  return output.code;
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 8);

/**
 * Puts the first question of every case into a file of its own, ready to be read, and names in index.html the script that shows it. A style
 * attribute in it would be refused by the policy of the site.
 */
export function prepared(): Plugin {
  return {
    name: 'satei-prepared',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const pages = await rendered();
      const folder = `assets/prepared-${hashed([...pages.values()].join('\n'))}`;
      for (const [name, source] of pages) {
        if (/<[^>]+\sstyle=/.test(source)) throw new Error(`The prepared page ${name} has a style attribute.`);
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source });
      }
      const index = bundle['index.html'];
      if (index?.type !== 'asset') throw new Error('The site has no index.html.');
      const html = String(index.source);
      const source = await script({
        folder: `./${folder}`,
        styles: needsOf(bundle, SCREEN)
          .styles.filter((name) => !html.includes(name))
          .map((name) => `./${name}`),
      });
      const fileName = `assets/prepared-${hashed(source)}.js`;
      this.emitFile({ type: 'asset', fileName, source });
      index.source = html.replace('<link rel="icon"', `<script async src="./${fileName}"></script>\n    $&`);
    },
  };
}
