import type { Component } from 'svelte';
import type { Book, Term } from '#view/glossary-book.ts';

/** The glossary with what a text needs to show its terms. */
export interface OpenBook extends Book {
  readonly Trigger: Component<{ term: Term; text: string }>;
}

let book = $state.raw<OpenBook | null>(null);
let asked = false;

/** The glossary once it is there; until then a text shows plain. */
export function openBook(): OpenBook | null {
  return book;
}

/** Fetches the glossary when the page has nothing better to do. A first view never waits for it; one that cannot be had is asked for again later. */
export function wantBook(): void {
  if (asked) return;
  asked = true;
  const fetchIt = () =>
    import('./kit.ts').then(
      async ({ loadKit }) => void (book = await loadKit()),
      () => void (asked = false),
    );
  if ('requestIdleCallback' in window) requestIdleCallback(() => void fetchIt(), { timeout: 2000 });
  else setTimeout(() => void fetchIt(), 200);
}
