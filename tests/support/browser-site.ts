import { existsSync } from 'node:fs';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the built site, ending in a slash. */
    site: string;
  }
}

/** Serves `dist/` for the journeys: `npm test` has built it just before. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.html')) throw new Error('There is no built site in dist/: run npm run build first.');
  const server = await preview({
    preview: { port: 0, strictPort: false, open: false, headers: { 'Cache-Control': 'max-age=600' } },
    logLevel: 'warn',
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server gave no port.');
  project.provide('site', `http://localhost:${String(address.port)}/`);
  return () => server.close();
}
