import { gzipSync } from 'node:zlib';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { browserArgs, findBrowser } from '../../.config/find-browser.mjs';

/** The built site, served, and a real browser to look at it with. */
export interface Built {
  /** Ends in a slash. */
  readonly address: string;
  readonly browser: Browser;
  /** Pages of our own that the same server hands out, by their path without the slash, compressed as it compresses its own. */
  readonly extra: Map<string, string>;
}

/** Serves `dist/` and starts a browser for as long as `visit` lasts. */
export const withBuiltSite = async <T>(visit: (built: Built) => Promise<T>): Promise<T> => {
  const extra = new Map<string, string>();
  const server = await preview({
    preview: { port: 0, open: false },
    logLevel: 'error',
    plugins: [
      {
        name: 'satei-extra-pages',
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use((request, response, next) => {
            const html = extra.get((request.url ?? '').slice(1));
            if (html === undefined) return next();
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.setHeader('Content-Encoding', 'gzip');
            response.end(gzipSync(html));
          });
        },
      },
    ],
  });
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ args: [...browserArgs], ...(executablePath ? { executablePath } : {}) });
  try {
    return await visit({ address: server.resolvedUrls?.local[0] ?? '', browser, extra });
  } finally {
    await browser.close();
    await server.close();
  }
};

/** Slows the processor of a page down: 4 means that everything takes four times as long. */
export const slowedDown = async (page: Page, rate: number): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return session;
};

/** The work of the main thread that a user-timing mark begins, in ms of the thread's own time, its slow-down included. */
export interface Work {
  readonly mark: string;
  readonly ms: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  /** µs on the clock, and of the thread itself: what other programs take of the processor is not in the latter. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly tid: number;
  readonly pid: number;
}

/** Traces the page while `act` runs: the tasks of its main thread between one mark whose name begins so and the next. The last mark only ends. */
export const traced = async (session: CDPSession, prefix: string, act: () => Promise<void>): Promise<readonly Work[]> => {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] } });
  await act();
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  const marks = events.filter(({ name }) => name.startsWith(prefix)).toSorted((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (!first) throw new Error(`the page left no mark "${prefix}" in the trace`);
  const tasks = events.filter(
    ({ name, pid, tid, dur }) => name === 'ThreadControllerImpl::RunTask' && pid === first.pid && tid === first.tid && dur !== undefined,
  );
  return marks.slice(0, -1).map(({ name, ts }, i) => {
    const end = marks[i + 1]?.ts ?? ts;
    const inside = ({ ts: start, dur = 0, tdur = dur }: TraceEvent): number =>
      dur === 0 ? 0 : (Math.max(0, Math.min(start + dur, end) - Math.max(start, ts)) * tdur) / dur;
    return { mark: name, ms: tasks.reduce((sum, task) => sum + inside(task), 0) / 1000 };
  });
};

/** The value below which this share of the values lies: 0.5 the median, 1 the greatest. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
};
