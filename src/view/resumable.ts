import type { Text } from '#casebook/text.ts';

/** A sitting that a person left: where it goes on, and when it was left. */
export interface Resumable {
  readonly href: string;
  readonly title: Text;
  /** YYYY-MM-DD. */
  readonly left: string;
}
