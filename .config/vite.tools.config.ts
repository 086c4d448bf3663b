import { defineConfig } from 'vite';

/** The bench as the browser would run it: compiled, not translated on the fly by a loader that wraps every function. */
export default defineConfig({
  logLevel: 'warn',
  build: { ssr: 'src/tools/bench.ts', outDir: '.cache/tools', emptyOutDir: true, target: 'es2022', minify: false },
});
