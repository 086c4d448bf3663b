import { mount } from 'svelte';
import { loadBook } from '#view/glossary-book.ts';
import type { OpenBook } from './book.svelte.ts';
import Popover from './Popover.svelte';
import Trigger from './Trigger.svelte';

/** The glossary, and the one popover of the app on the page. */
export async function loadKit(): Promise<OpenBook> {
  const book = await loadBook();
  mount(Popover, { target: document.body });
  return { ...book, Trigger };
}
