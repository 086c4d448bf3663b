import { untrack } from 'svelte';

/** How long a slider must stand still, in ms, before it counts as let go. */
const REST = 200;

/** As much of the top of the window lies under the header, in px, at the least. */
const HEADER = 56;

let isDragged = $state(false);
let waiting: ReturnType<typeof setTimeout> | undefined;
let last = 0;

/** Says that a slider moved. */
export function dragged(): void {
  last = performance.now();
  isDragged = true;
  // One timer lasts a whole drag: setting one anew with each step costs more than asking it how long ago the last step was.
  waiting ??= setTimeout(rest, REST);
}

function rest(): void {
  const left = last + REST - performance.now();
  waiting = left > 0 ? setTimeout(rest, left) : undefined;
  if (left <= 0) isDragged = false;
}

/** What nobody sees need not move with every step of a slider: the latest value, or while one is dragged the last one before. */
export function atRest<T>(latest: () => T): () => T {
  let held = untrack(latest);
  const value = $derived(isDragged ? held : (held = latest()));
  return () => value;
}

/** A scale that does not jump under the eye: while a slider is dragged it only grows. `exceeds` tells whether the latest no longer fits the other. */
export function growing<T>(latest: () => T, exceeds: (latest: T, held: T) => boolean): () => T {
  let held = untrack(latest);
  const value = $derived.by(() => {
    const next = latest();
    return isDragged && !exceeds(next, held) ? held : (held = next);
  });
  return () => value;
}

/** In sight it moves with every step of a slider; out of sight it follows when the slider rests. `watched` is attached to what shows it. */
export function inSight<T>(latest: () => T): { readonly shown: T; readonly watched: (node: HTMLElement) => () => void } {
  const still = atRest(latest);
  let isSeen = $state(true);
  const shown = $derived(isSeen ? latest() : still());
  return {
    get shown() {
      return shown;
    },
    watched(node) {
      const watch = new IntersectionObserver(
        (entries) => {
          isSeen = entries.at(-1)?.isIntersecting ?? true;
        },
        { rootMargin: `-${String(HEADER)}px 0px 0px` },
      );
      watch.observe(node);
      return () => watch.disconnect();
    },
  };
}

/** Attached to an element, keeps it from becoming lower while a slider is dragged: what stands below does not jump up and down. */
export function steady(node: HTMLElement): void {
  $effect(() => {
    if (!isDragged) return;
    let high = 0;
    // To the fraction of a pixel: what stands below would move by it, and with it all layers of the page.
    const watch = new ResizeObserver(([entry]) => {
      const now = entry?.borderBoxSize[0]?.blockSize ?? 0;
      if (now <= high) return;
      high = now;
      node.style.minHeight = `${String(high)}px`;
    });
    watch.observe(node);
    return () => {
      watch.disconnect();
      node.style.minHeight = '';
    };
  });
}
