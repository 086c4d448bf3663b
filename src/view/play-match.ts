import type { Matching } from '#casebook/case.ts';
import type { Text } from '#casebook/text.ts';
import type { Moment, Todo } from '#lifecycle/moment.ts';
import { clausesOf, type ClauseView } from './play-clause.ts';
import type { LineView } from './play-dossier.ts';
import type { Filler } from './play-fill.ts';
import type { Ground } from './play-ground.ts';

export type Answer = Matching['answer'];

export interface Pair {
  readonly line: string;
  readonly answer: Answer;
}

/** One clause of the matching: what the player put to it, and what is right. */
export interface MatchRow {
  readonly clause: ClauseView;
  /** The other wording, where the clause is one of that. */
  readonly under: Text | null;
  /** As many as there are facts that speak to the clause; the latest the player put. */
  readonly placed: readonly Pair[];
  readonly right: readonly (Pair & { readonly note: Text })[];
  readonly isRight: boolean;
}

export interface MatchView {
  readonly kind: 'match';
  readonly lines: readonly LineView[];
  readonly rows: readonly MatchRow[];
  /** Clauses without an answer, and with a wrong one. */
  readonly empty: number;
  readonly wrong: number;
}

const same = (a: Pair, b: Pair): boolean => a.line === b.line && a.answer === b.answer;

/** The matching as it stands. */
export const matchOf = (
  ground: Ground,
  moment: Moment,
  todo: Extract<Todo, { kind: 'match' }>,
  lines: readonly LineView[],
  filled: Filler,
): MatchView => {
  const rows = todo.clauses.flatMap((id): MatchRow[] => {
    const [clause] = clausesOf(ground, moment, [id]);
    const asked = ground.case.matching.filter((row) => row.clause === id && todo.lines.includes(row.line));
    if (clause === undefined || asked.length === 0) return [];
    const placed = moment.matches.filter((match) => match.clause === id && todo.lines.includes(match.line)).slice(-asked.length);
    const right = asked.map(({ line, answer, note }) => ({ line, answer, note: filled(note) }));
    const isRight = right.every((pair) => placed.some((one) => same(one, pair)));
    return [
      { clause, under: asked.some((row) => ground.isOther(row.under)) ? (ground.other?.title ?? null) : null, placed, right, isRight },
    ];
  });
  return {
    kind: 'match',
    lines: lines.filter((line) => todo.lines.includes(line.id)),
    rows,
    empty: rows.filter((row) => row.placed.length < row.right.length).length,
    wrong: rows.filter((row) => row.placed.length === row.right.length && !row.isRight).length,
  };
};
