import type { Text } from '#casebook/text.ts';
import { dropSitting, readSitting } from '../sittings.ts';
import { today } from '../today.ts';
import type { Case } from '#casebook/case.ts';
import { forget, keep, keptSitting, read } from '../storage.ts';

const PREFIX = 'satei.own.';
const DRAFT = 'own-draft';

/** A case of somebody's own as this browser keeps it: its text, exactly as it was opened and edited. */
export interface KeptCase {
  /** With `own-` before it. */
  readonly id: string;
  readonly title: Text;
  readonly text: string;
  /** The name of the file it came from, if any. */
  readonly name: string | null;
  /** The day it was kept, YYYY-MM-DD. */
  readonly on: string;
}

const isText = (value: unknown): value is Text => {
  const { ja, en } = (value ?? {}) as Partial<Text>;
  return typeof ja === 'string' && typeof en === 'string';
};

/** A kept case, or null. Whatever else stands in the storage is none. */
export function keptCase(id: string): KeptCase | null {
  try {
    const { title, text, name, on } = JSON.parse(read(`own.${id}`) ?? 'null') as Record<string, unknown>;
    if (!isText(title) || typeof text !== 'string' || typeof on !== 'string') return null;
    return { id, title: { ja: title.ja, en: title.en }, text, name: typeof name === 'string' ? name : null, on };
  } catch {
    return null;
  }
}

/** Every kept case, the latest first. */
export function keptCases(): readonly KeptCase[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => keptCase(key.slice(PREFIX.length)) ?? [])
      .toSorted((a, b) => b.on.localeCompare(a.on) || a.id.localeCompare(b.id));
  } catch {
    return [];
  }
}

/** Keeps a case that passed the check. A sitting begun with an earlier text goes on where it still fits, and is forgotten where not. */
export function keepCase(of: Case, text: string, name: string | null): boolean {
  const { id, title } = of;
  if (!keep(`own.${id}`, JSON.stringify({ title, text, name, on: today() }))) return false;
  const sitting = keptSitting(id);
  if (sitting !== null && !('sitting' in readSitting(of, sitting.text))) dropSitting(id);
  return true;
}

/** Forgets a case and how far it was played. */
export function dropCase(id: string): void {
  forget(`own.${id}`);
  dropSitting(id);
}

/** The text on the editor's desk, kept by itself so that a closed tab loses nothing. */
export interface Draft {
  readonly text: string;
  readonly name: string | null;
  /** The kept case it was taken from. */
  readonly from: string | null;
}

/** The text that was left on the desk, if any. */
export function draft(): Draft | null {
  try {
    const { text, name, from } = JSON.parse(read(DRAFT) ?? 'null') as Record<string, unknown>;
    const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);
    return typeof text === 'string' ? { text, name: word(name), from: word(from) } : null;
  } catch {
    return null;
  }
}

/** Keeps what is on the desk; an empty desk needs no keeping. */
export function keepDraft(next: Draft): boolean {
  if (next.text !== '') return keep(DRAFT, JSON.stringify(next));
  forget(DRAFT);
  return true;
}
