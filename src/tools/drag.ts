import { chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { browserArgs, findBrowser } from '../../.config/find-browser.mjs';

/** What a drag over the whole ladder of a limit cost the page, one figure a frame in ms. */
export interface Drag {
  readonly rungs: number;
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

const SLOWED = 4;
const ROUNDS = 6;

/** The built site in a real browser, slowed down: a slider of the lab goes up and down its ladder, a rung a frame, with every view in place. */
export const dragged = async (address: string, slider: string): Promise<Drag> => {
  const server = await preview({ preview: { port: 0, open: false }, logLevel: 'error' });
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ args: [...browserArgs], ...(executablePath ? { executablePath } : {}) });
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto((server.resolvedUrls?.local[0] ?? '') + address);
    await page.locator('canvas').nth(1).waitFor();
    await page.waitForTimeout(500);
    return await measured(page, slider);
  } finally {
    await browser.close();
    await server.close();
  }
};

interface Trace {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tid: number;
  readonly pid: number;
}

const measured = async (page: Page, slider: string): Promise<Drag> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const events: Trace[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Trace[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] } });
  const rungs = await page.evaluate(
    async ({ selector, rounds }) => {
      const input = document.querySelector<HTMLInputElement>(selector);
      if (!input) throw new Error(`no slider ${selector}`);
      const frame = () => new Promise(requestAnimationFrame);
      const high = Number(input.max);
      let step = 0;
      for (let round = 0; round < rounds; round++) {
        for (let i = 0; i <= high; i++) {
          input.value = String(round % 2 === 0 ? i : high - i);
          performance.mark(`drag ${String(step++)}`);
          input.dispatchEvent(new Event('input', { bubbles: true }));
          await frame();
          await frame();
        }
      }
      performance.mark(`drag ${String(step)}`);
      return high + 1;
    },
    { selector: slider, rounds: ROUNDS },
  );
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  return { rungs, ...summed(events) };
};

/** The tasks of the page's main thread between one mark and the next. The first round warms the code up. */
const summed = (events: readonly Trace[]): Omit<Drag, 'rungs'> => {
  const marks = events.filter(({ name }) => name.startsWith('drag ')).toSorted((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (!first) throw new Error('the drag left no marks in the trace');
  const tasks = events.filter(
    ({ name, pid, tid, dur }) => name === 'ThreadControllerImpl::RunTask' && pid === first.pid && tid === first.tid && dur !== undefined,
  );
  const times = marks.slice(0, -1).map(({ ts }, i) => {
    const end = marks[i + 1]?.ts ?? ts;
    return tasks.reduce((sum, task) => sum + Math.max(0, Math.min(task.ts + (task.dur ?? 0), end) - Math.max(task.ts, ts)), 0) / 1000;
  });
  const warm = times.slice(Math.ceil(times.length / ROUNDS)).toSorted((a, b) => a - b);
  const at = (share: number): number => warm[Math.min(warm.length - 1, Math.floor(warm.length * share))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), most: at(1) };
};
