import type { Page } from 'playwright';
import { type Built, quantile, slowedDown, traced, type Work, withBuiltSite } from './built-site.ts';

/** A screen to arrive at: its address, and the control that is the first thing to do there. */
export interface Arrival {
  readonly address: string;
  readonly action: string;
  /** What can be pressed after it. */
  readonly next?: string;
}

/** How long it takes until a screen is usable, and the same screen as a plain page, in ms, the median of the rounds. */
export interface Usable {
  readonly site: number;
  readonly plain: number;
  /** When the next control answers to who pressed the first one at once: the screen that is shown first is prepared, and the app is still on its way. */
  readonly next?: number;
}

/** What one kind of press on the way through a case cost the main thread until the next paint, in ms. */
export interface Press {
  readonly median: number;
  readonly p95: number;
}

/** How the site does on a small phone beside a plain page in the same run. */
export interface Phone {
  readonly home: Usable;
  readonly play: Usable;
  /** Choosing an answer, and going on with it to what happened then. */
  readonly choose: Press;
  readonly take: Press;
  /** How much more of the script heap is in use than by a plain page, after collecting garbage, in bytes: at home, and in play after the decisions. */
  readonly heap: { readonly home: number; readonly play: number };
}

const SCREEN = { viewport: { width: 360, height: 740 }, locale: 'ja-JP' } as const;
const SLOWED = 4;
/** Bytes a second of 1.6 Mbit/s down and 750 kbit/s up; ms. */
const NETWORK = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 } as const;
const ROUNDS = 9;
const SITTINGS = 8;
const DECISIONS = 3;
/** How long a press may wait for its answer, in ms. */
const ANSWER = 50;

/** Measures the built site as a phone sees it: arriving at home and in play, three decisions, the heap. */
export const onPhone = (home: Arrival, play: Arrival): Promise<Phone> =>
  withBuiltSite(async (built) => {
    const usableHome = await usable(built, home);
    const usablePlay = await usable(built, play);
    const presses: Work[] = [];
    for (let i = 0; i < SITTINGS; i++) presses.push(...(await sitting(built, play.address)));
    const of = (mark: string): Press => {
      const times = presses.filter((press) => press.mark === mark).map(({ ms }) => ms);
      return { median: quantile(times, 0.5), p95: quantile(times, 0.95) };
    };
    const empty = await heapOf(built, plainPath(home));
    return {
      home: usableHome,
      play: usablePlay,
      choose: of('press choose'),
      take: of('press take'),
      heap: {
        home: (await heapOf(built, home.address)) - empty,
        play: (await heapOf(built, play.address, (page) => page.evaluate(decide, DECISIONS))) - empty,
      },
    };
  });

const inPage = async <T>({ browser }: Built, look: (page: Page) => Promise<T>): Promise<T> => {
  const context = await browser.newContext(SCREEN);
  try {
    return await look(await context.newPage());
  } finally {
    await context.close();
  }
};

const settled = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
};

/**
 * Usable is, from the beginning of the navigation: the first action stands on the page, its frame is painted, and a task asked for when that
 * frame began was answered within 50 ms; otherwise the next frame is asked. Each arrival has an empty cache and a connection of its own;
 * site and plain page take turns, and the first round, which warms the browser up, does not count.
 */
const usable = async (built: Built, arrival: Arrival): Promise<Usable> => {
  const plainAddress = plainPath(arrival);
  built.extra.set(
    plainAddress,
    await inPage(built, async (page) => {
      await settled(page, built.address + arrival.address);
      return page.evaluate(asPlainPage);
    }),
  );
  const rounds: Usable[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const plain = await arriving(built, plainAddress, { action: arrival.action });
    const site = await arriving(built, arrival.address, arrival);
    rounds.push({ ...site, plain: plain.usable, site: site.usable });
  }
  const median = (of: (round: Usable) => number | undefined): number =>
    quantile(
      rounds.slice(1).map((round) => of(round) ?? NaN),
      0.5,
    );
  return {
    site: median(({ site }) => site),
    plain: median(({ plain }) => plain),
    ...(arrival.next === undefined ? {} : { next: median(({ next }) => next) }),
  };
};

const plainPath = ({ address }: Arrival): string => `plain-${address.replace(/\W+/g, '-')}.html`;

const arriving = (built: Built, address: string, { action, next }: Omit<Arrival, 'address'>): Promise<{ usable: number; next?: number }> =>
  inPage(built, async (page) => {
    const session = await slowedDown(page, SLOWED);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await page.addInitScript(watch, { action, answer: ANSWER });
    await page.goto(built.address + address, { waitUntil: 'commit' });
    const found = await page.waitForFunction(() => performance.getEntriesByName('usable')[0]?.startTime);
    const usable = Number(await found.jsonValue());
    if (next === undefined) return { usable };
    await page.evaluate((first) => document.querySelector<HTMLElement>(first)?.click(), action);
    const answered = await page.waitForFunction((second) => document.querySelector(second) && performance.now(), next);
    return { usable, next: Number(await answered.jsonValue()) };
  });

/** The work of every press until the decisions are taken, by one who arrives for the first time. */
const sitting = (built: Built, address: string) =>
  inPage(built, async (page) => {
    await settled(page, built.address + address);
    const session = await slowedDown(page, SLOWED);
    return traced(session, 'press ', () => page.evaluate(decide, DECISIONS));
  });

const heapOf = (built: Built, address: string, act?: (page: Page) => Promise<void>): Promise<number> =>
  inPage(built, async (page) => {
    await settled(page, built.address + address);
    await act?.(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
  });

/** Runs in the page, before anything of it: marks when the action can be pressed. */
const watch = ({ action, answer }: { action: string; answer: number }): void => {
  const { port1, port2 } = new MessageChannel();
  let asked = 0;
  const look = () => {
    const rect = document.querySelector(action)?.getBoundingClientRect();
    if (!rect || rect.height === 0) return void requestAnimationFrame(look);
    asked = performance.now();
    port2.postMessage(null);
  };
  port1.onmessage = () => {
    if (performance.now() - asked <= answer) performance.mark('usable');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** Runs in the page: what it shows, as a page that has its styles inside and no script. Addresses within the styles are made to hold from there. */
const asPlainPage = async (): Promise<string> => {
  const styles = await Promise.all(
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(async ({ href }) => {
      const text = await (await fetch(href)).text();
      return text.replace(
        /url\((['"]?)(?!data:)([^'")]+)\1\)/g,
        (_, quote: string, url: string) => `url(${quote}${new URL(url, href).href}${quote})`,
      );
    }),
  );
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const gone of copy.querySelectorAll('script, noscript, link[rel=modulepreload], link[rel=stylesheet], meta[http-equiv]'))
    gone.remove();
  const style = document.createElement('style');
  style.textContent = styles.join('\n');
  copy.querySelector('head')?.append(style);
  return `<!doctype html>\n${copy.outerHTML}`;
};

/** Runs in the page of a case: reads, always takes the first answer, and goes on, until so many decisions are taken. Marks each press and its paint. */
const decide = async (decisions: number): Promise<void> => {
  const frame = () => new Promise(requestAnimationFrame);
  const one = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);
  const press = async (name: string, control: HTMLElement | null) => {
    if (!control) throw new Error(`nothing to press: ${name}`);
    performance.mark(`press ${name}`);
    control.click();
    await frame();
    await frame();
    performance.mark('press painted');
    await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const played = () => Number(one('[data-played]')?.dataset['played']);
  for (let taken = 0; taken < decisions;) {
    const before = played();
    if (one('[data-task=decision]')) {
      await press('choose', one('.task input[type=radio]'));
      await press('take', one('.bar .main'));
      taken++;
    } else await press('go on', one('.task button[aria-pressed=false]') ?? one('.bar .main'));
    if (played() === before) throw new Error('a press changed nothing');
  }
};
