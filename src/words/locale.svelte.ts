import { en } from './en.ts';
import { ja } from './ja.ts';

export type Locale = 'ja' | 'en';

/** A sentence of the content, or a whole dictionary, in both languages. */
export interface Both<T> {
  readonly ja: T;
  readonly en: T;
}

let current = $state<Locale>('ja');

/** The language on screen. Reading it in a component makes the component follow a switch. */
export function locale(): Locale {
  return current;
}

/** Switches the language at once, without a reload: nothing that is open is lost. */
export function setLocale(next: Locale): void {
  current = next;
}

/** The half that is on screen, e.g. the title of a case, or a dictionary that a screen brings along. */
export function pick<T>(both: Both<T>): T {
  return both[current];
}

/** The dictionary of the shell and the common screens in the language on screen. */
export function words(): typeof ja {
  return pick({ ja, en });
}
