import type { Term } from '#view/glossary-book.ts';

/** The term whose meaning is on screen, and the word in the text that it belongs to. */
export interface Shown {
  readonly term: Term;
  readonly trigger: HTMLElement;
  /** Pressed: it stays when the pointer goes away. */
  readonly pinned: boolean;
}

/** The id of the meaning, by which the word refers to it. */
export const MEANING = 'term-meaning';
const PAUSE = 200;

let now = $state.raw<Shown | null>(null);
let box: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let returning = false;

export const shown = (): Shown | null => now;

/** Tells which element shows the meaning. */
export function showIn(element: HTMLElement): void {
  box = element;
}

export function show(trigger: HTMLElement, term: Term, pinned: boolean): void {
  clearTimeout(timer);
  now = { trigger, term, pinned };
}

/** Takes the meaning away; the focus goes back to the word if it is inside. */
export function hide(): void {
  clearTimeout(timer);
  const trigger = now?.trigger;
  const hadFocus = box?.contains(document.activeElement) ?? false;
  now = null;
  if (!hadFocus) return;
  returning = true;
  trigger?.focus();
  returning = false;
}

/** The pointer rests on a word: its meaning comes after a moment, unless another was pressed. */
export function approach(trigger: HTMLElement, term: Term): void {
  clearTimeout(timer);
  if (now?.trigger === trigger || now?.pinned) return;
  timer = setTimeout(() => show(trigger, term, false), PAUSE);
}

/** The pointer goes away: there is a moment to reach the meaning itself. */
export function withdraw(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const isHeld = now?.pinned || now?.trigger.matches(':focus-visible') || box?.contains(document.activeElement);
    if (!isHeld) hide();
  }, PAUSE);
}

/** The pointer has reached the meaning. */
export function stay(): void {
  clearTimeout(timer);
}

/** The keyboard has come to a word. */
export function focused(trigger: HTMLElement, term: Term): void {
  if (!returning && trigger.matches(':focus-visible')) show(trigger, term, false);
}

/** The focus leaves a word or its meaning for something else. */
export function left(to: EventTarget | null): void {
  if (to instanceof Node && !box?.contains(to) && to !== now?.trigger) hide();
}

/** A word is pressed: the meaning stays, a second press takes it away. */
export function press(trigger: HTMLElement, term: Term): void {
  if (now?.trigger === trigger && now.pinned) hide();
  else show(trigger, term, true);
}

/** Enter on a word: its meaning comes; if it is there, the focus goes into it. */
export function enter(trigger: HTMLElement, term: Term): void {
  const isThere = now?.trigger === trigger;
  show(trigger, term, true);
  if (isThere) box?.querySelector('a')?.focus();
}
