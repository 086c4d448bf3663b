import type { Component } from 'svelte';
import { loadCase, loadFacts, loadGeneral, loadPolicy } from '#casebook/index.ts';
import type { NavKey } from '#ui/shell/nav.ts';
import type { Address } from './address.ts';

/** One screen with what it shows, ready to be put on the page. */
export interface Screen {
  readonly name: string;
  /** The document title in the language on screen; nothing for the home screen. */
  readonly title: () => string;
  readonly nav: NavKey | null;
  /** Brings its own bottom bar and takes the whole window. */
  readonly whole?: boolean;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the props of a screen are checked where its loader builds it
  readonly component: Component<any>;
  readonly props: Readonly<Record<string, unknown>>;
  /** After a new visit: what to bring into view beyond the heading. */
  readonly arrived?: () => void;
}

/** What a screen's loader is given: the address, and the way to change its query without leaving the screen. */
export interface Visit {
  readonly address: Address;
  readonly rewrite: Rewrite;
}

/** Changes the address we are at, without a new entry in the history. */
export type Rewrite = (change: (now: Address) => Address) => void;

type Load = (visit: Visit) => Promise<Screen | null>;

/** Has a case and its wordings fetched along with the code of their screen, not after it. What goes wrong the screen itself will say. */
const ofCase =
  (load: Load): Load =>
  async (visit) => {
    loadCase(visit.address.path[1] ?? '')
      .then((found) => found && Promise.all([loadPolicy(found.policy), loadFacts(), loadGeneral()]))
      .catch(() => null);
    // On a slow line each piece of code waits for its turn: what tells where the case lies asks before them.
    await Promise.resolve();
    return load(visit);
  };

/** Every screen by the first part of its address. Each is fetched, with its data, when it is first visited. */
const routes: Readonly<Record<string, Load>> = {
  '': async () => (await import('./screens/home.ts')).load(),
  cases: async (visit) => (await import('./screens/cases.ts')).load(visit),
  case: ofCase(async (visit) => (await import('./screens/briefing.ts')).load(visit)),
  drills: async (visit) => (await import('./screens/drills.ts')).load(visit),
  drill: async (visit) => (await import('./screens/drill.ts')).load(visit),
  play: ofCase(async (visit) => (await import('./screens/play.ts')).load(visit)),
  result: ofCase(async (visit) => (await import('./screens/result.ts')).load(visit)),
  lab: async (visit) => (await import('./screens/lab.ts')).load(visit),
  year: async (visit) => (await import('./screens/year.ts')).load(visit),
  compare: async (visit) => (await import('./screens/compare.ts')).load(visit),
  sheet: async (visit) => (await import('./screens/sheet.ts')).load(visit),
  questions: async (visit) => (await import('./screens/sheet-questions.ts')).load(visit),
  own: async (visit) => (await import('./screens/own.ts')).load(visit),
  pairs: async (visit) => (await import('./screens/pairs.ts')).load(visit),
  pair: async (visit) => (await import('./screens/pair.ts')).load(visit),
  policy: async (visit) => (await import('./screens/policy.ts')).load(visit),
  glossary: async (visit) => (await import('./screens/glossary.ts')).load(visit),
  about: async (visit) => (await import('./screens/about.ts')).load(visit),
};

/** The screen at an address; the not-found screen where there is none, or where it names a case that does not exist. */
export async function screenAt(address: Address, rewrite: Rewrite): Promise<Screen> {
  const name = address.path[0] ?? '';
  const load = Object.hasOwn(routes, name) ? routes[name] : undefined;
  const screen = await load?.({ address, rewrite });
  return screen ?? (await import('./screens/not-found.ts')).load();
}
