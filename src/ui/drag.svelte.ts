import { untrack } from 'svelte';

/** How long a slider must stand still, in ms, before it counts as let go. */
const REST = 200;

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
