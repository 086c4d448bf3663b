import { quantile, slowedDown, traced, withBuiltSite } from './built-site.ts';

/** What a drag over the whole ladder of a limit cost the page, one figure a frame in ms. */
export interface Drag {
  readonly rungs: number;
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

const SLOWED = 4;
const ROUNDS = 6;

/** A page with nothing but a slider, its figure and one bar: what a frame of any drag costs on this machine. */
const BARE = `<!doctype html><canvas width="1" height="1"></canvas><input type="range" max="16"><p>0</p>
<div style="width:0;height:2rem;background:#0055ad"></div>
<script>document.querySelector('input').oninput = ({ target: { value } }) => {
  document.querySelector('p').textContent = value;
  document.querySelector('div').style.width = value * 3 + 'rem';
}</script>`;

/** The same drag over a bare page, for comparison in the same run. */
export const draggedBare = (): Promise<Drag> => dragged('bare.html', 'input', 'input');

/**
 * The built site in a real browser, slowed down: a slider of the lab goes up and down its ladder, a rung a frame, with every view in place and
 * this one scrolled to. What is out of sight need not move before the slider rests.
 */
export const dragged = (address: string, slider: string, scrolledTo: string): Promise<Drag> =>
  withBuiltSite(async (built) => {
    built.extra.set('bare.html', BARE);
    const page = await built.browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'ja-JP' });
    await page.goto(built.address + address);
    await page.locator('canvas').waitFor();
    await page.locator(scrolledTo).evaluate((view) => view.scrollIntoView());
    await page.waitForTimeout(500);
    const session = await slowedDown(page, SLOWED);
    let rungs = 0;
    const work = await traced(session, 'drag ', async () => {
      rungs = await page.evaluate(drag, { selector: slider, rounds: ROUNDS });
    });
    // The first round warms the code up.
    const warm = work.slice(Math.ceil(work.length / ROUNDS)).map(({ ms }) => ms);
    return { rungs, median: quantile(warm, 0.5), p95: quantile(warm, 0.95), most: quantile(warm, 1) };
  });

/** Runs in the page. */
const drag = async ({ selector, rounds }: { selector: string; rounds: number }): Promise<number> => {
  const input = document.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(`no slider ${selector}`);
  const frame = () => new Promise(requestAnimationFrame);
  // As in a real drag, an input comes before the frame that shows it, not within one, and every frame has one.
  const task = () => new Promise((done) => setTimeout(done));
  const high = Number(input.max);
  let step = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i <= high; i++) {
      input.value = String(round % 2 === 0 ? i : high - i);
      performance.mark(`drag ${String(step++)}`);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await frame();
      await task();
    }
  }
  performance.mark(`drag ${String(step)}`);
  return high + 1;
};
