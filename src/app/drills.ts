import { keep, read } from './storage.ts';

/** What this browser keeps of a drill: the answers as they were given, and whether it was ever played to its end. */
export interface KeptDrill {
  readonly version: number;
  readonly answers: unknown;
  readonly done: boolean;
}

const NOTHING: KeptDrill = { version: 0, answers: {}, done: false };
const nameOf = (id: string): string => `drill.${id}`;

/** What is kept of a drill; a damaged text counts as nothing. */
export function keptDrill(id: string): KeptDrill {
  try {
    const kept: unknown = JSON.parse(read(nameOf(id)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return NOTHING;
    const { version, answers, done } = kept as Record<string, unknown>;
    return { version: typeof version === 'number' ? version : 0, answers, done: done === true };
  } catch {
    return NOTHING;
  }
}

/** Keeps a drill; once done it stays done. False where the browser refuses. */
export function keepDrill(id: string, { version, answers, done }: KeptDrill): boolean {
  return keep(nameOf(id), JSON.stringify({ version, answers, done: done || keptDrill(id).done }));
}
