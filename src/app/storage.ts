/** What this browser keeps. Where it keeps nothing (private windows, full storage), the site works on without. */
const PREFIX = 'satei.';
const SITTING = `${PREFIX}sitting.`;

/** A kept text, or null. */
export function read(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Keeps a text; false where the browser refuses. */
export function keep(name: string, text: string): boolean {
  try {
    localStorage.setItem(PREFIX + name, text);
    return true;
  } catch {
    return false;
  }
}

/** Forgets a kept text. */
export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** A sitting that was left: the text of lifecycle/save.ts and the day it was last touched, YYYY-MM-DD. */
export interface KeptSitting {
  readonly case: string;
  readonly text: string;
  readonly left: string;
}

/** Keeps the sitting of a case; a newer one takes the place of an older one. */
export function keepSitting({ case: id, text, left }: KeptSitting): boolean {
  return keep(`sitting.${id}`, JSON.stringify({ text, left }));
}

/** The sitting of a case that was left, if any. */
export function keptSitting(id: string): KeptSitting | null {
  try {
    const { text, left } = JSON.parse(read(`sitting.${id}`) ?? 'null') as { text: unknown; left: unknown };
    return typeof text === 'string' && typeof left === 'string' ? { case: id, text, left } : null;
  } catch {
    return null;
  }
}

/** Every sitting that was left, the latest first. */
export function keptSittings(): readonly KeptSitting[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(SITTING))
      .flatMap((key) => keptSitting(key.slice(SITTING.length)) ?? [])
      .toSorted((a, b) => b.left.localeCompare(a.left));
  } catch {
    return [];
  }
}

/** Forgets the sitting of a case. */
export function forgetSitting(id: string): void {
  forget(`sitting.${id}`);
}
