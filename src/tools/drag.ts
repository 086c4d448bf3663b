import { quantile, slowedDown, traced, withBuiltSite } from './built-site.ts';

/** What the frames of a pass over the whole ladder of a limit cost the page, in ms. */
interface Pass {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

/** Up over states that the page has never shown, and down over the same again. */
export interface Drag {
  readonly rungs: number;
  readonly first: Pass;
  readonly again: Pass;
}

const SLOWED = 4;
/** Each up and down; the first of them warms the code up. */
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
 * The built site in a real browser, slowed down: the first of these sliders goes up and down its ladder, a rung a frame, with every view in place
 * and this one scrolled to. What is out of sight need not move before the slider rests. Between two rounds the second slider, if there is one, is
 * turned by a rung: no round shows what another has shown.
 */
export const dragged = (address: string, sliders: string, scrolledTo: string): Promise<Drag> =>
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
      rungs = await page.evaluate(drag, { selector: sliders, rounds: ROUNDS });
    });
    const pass = (mark: string): Pass => {
      const all = work.filter((one) => one.mark === mark).map((one) => one.ms);
      const warm = all.slice(all.length / ROUNDS);
      return { median: quantile(warm, 0.5), p95: quantile(warm, 0.95), most: quantile(warm, 1) };
    };
    return { rungs, first: pass('drag first'), again: pass('drag again') };
  });

/** Runs in the page. */
const drag = async ({ selector, rounds }: { selector: string; rounds: number }): Promise<number> => {
  const [slider, other] = document.querySelectorAll<HTMLInputElement>(selector);
  if (!slider) throw new Error(`no slider ${selector}`);
  const frame = () => new Promise(requestAnimationFrame);
  // As in a real drag, an input comes before the frame that shows it, not within one, and every frame has one.
  const task = () => new Promise((done) => setTimeout(done));
  const put = (input: HTMLInputElement, rung: number) => {
    input.value = String(rung);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const high = Number(slider.max);
  const rungs = Array.from({ length: high + 1 }, (_, rung) => rung);
  for (let round = 0; round < rounds; round++) {
    put(slider, 0);
    await frame();
    await task();
    for (const [name, along] of [
      ['first', rungs.slice(1)],
      ['again', rungs.toReversed().slice(1)],
    ] as const) {
      for (const rung of along) {
        performance.mark(`drag ${name}`);
        put(slider, rung);
        await frame();
        await task();
      }
    }
    performance.mark('drag of the other');
    if (other) put(other, Number(other.value) + 1);
    await frame();
    await task();
  }
  performance.mark('drag ends');
  return high + 1;
};
