import NotFound from '#ui/message/NotFound.svelte';
import { words } from '#words/locale.svelte.ts';
import type { Screen } from '../routes.ts';

/** The screen for an address that leads nowhere. */
export const load = (): Screen => ({ name: 'not-found', title: () => words().notFound.title, nav: null, component: NotFound, props: {} });
