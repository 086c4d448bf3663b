import fc from 'fast-check';
import type { Case } from '#casebook/case.ts';
import { replay } from '#lifecycle/replay.ts';
import { add, begun, type Seats, type Sitting, type SittingEvent } from '#lifecycle/sitting.ts';

/** Everything a player may do where the sitting stands, in some variety. */
export const legal = (of: Case, sitting: Sitting): SittingEvent[] => {
  const { todo, hints, matches } = replay(of, sitting);
  const hint: SittingEvent[] = todo.kind !== 'end' && hints < 3 ? [{ do: 'hint' }] : [];
  switch (todo.kind) {
    case 'read':
      return [...todo.lines.map((line) => ({ do: 'read', line }) as const), { do: 'next' }, ...hint];
    case 'decision':
      return [
        ...(['best', 'tempting', 'late'] as const).map((option) => ({ do: 'choose', decision: todo.decision, option }) as const),
        { do: 'choose', decision: todo.decision, option: 'best', confidence: 'high' },
        ...hint,
      ];
    case 'match':
      return [
        ...todo.lines
          .filter((line) => !matches.some((match) => match.line === line))
          .flatMap((line) => todo.clauses.map((clause) => ({ do: 'match', line, clause, answer: 'excepted' }) as const)),
        { do: 'next' },
        ...hint,
      ];
    case 'predict':
      return [{ do: 'predict', yen: 0 }, { do: 'predict', yen: 1_000_000_000_000 }, ...hint];
    case 'letter':
      return todo.empty.length === 0
        ? [{ do: 'next' }, ...hint]
        : [...todo.empty.flatMap((slot) => [0, 1].map((answer) => ({ do: 'letter', slot, answer }) as const)), ...hint];
    case 'explain':
      return [{ do: 'explain', option: 'tempting' }, ...hint];
    case 'next':
      return [{ do: 'next' }, ...hint];
    case 'end':
      return [];
  }
};

/** Plays by these picks, at most so many steps; without picks it always takes the first thing. */
export const play = (of: Case, seats: Seats, picks: readonly number[] | 'first', steps = 200): Sitting => {
  let sitting = begun(of, seats);
  for (let i = 0; i < (picks === 'first' ? steps : picks.length); i++) {
    const options = legal(of, sitting);
    if (options.length === 0) break;
    const event = options[(picks === 'first' ? 0 : (picks[i] ?? 0)) % options.length];
    if (event !== undefined) sitting = add(sitting, event);
  }
  return sitting;
};

/** Random legal sittings, of any length up to the end. */
export const sittings = (of: Case): fc.Arbitrary<Sitting> =>
  fc
    .tuple(fc.constantFrom<Seats>('all', 'insured'), fc.array(fc.nat({ max: 1000 }), { maxLength: 60 }))
    .map(([seats, picks]) => play(of, seats, picks));
