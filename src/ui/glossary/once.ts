import { getContext, hasContext, setContext } from 'svelte';
import type { TermPiece } from '#words/glossary-match.ts';

/** Which text of a section links each term. */
export interface Once {
  /** The pieces with the terms plain that another text of the section links already. */
  readonly keep: (owner: symbol, pieces: readonly TermPiece[]) => readonly TermPiece[];
  readonly leave: (owner: symbol) => void;
}

const KEY = Symbol('once');

/** Makes the component a section: every text under it links a term at most once between them. */
export function onceHere(): void {
  const owners = new Map<string, symbol>();
  const leave = (owner: symbol): void => {
    for (const [term, one] of owners) if (one === owner) owners.delete(term);
  };
  const keep: Once['keep'] = (owner, pieces) => {
    leave(owner);
    return pieces.map((piece) => {
      if (piece.term === null || owners.has(piece.term)) return { ...piece, term: null };
      owners.set(piece.term, owner);
      return piece;
    });
  };
  setContext<Once>(KEY, { keep, leave });
}

/** The section we are in, if there is one. */
export function sectionOnce(): Once | undefined {
  return hasContext(KEY) ? getContext<Once>(KEY) : undefined;
}
