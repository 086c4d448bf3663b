import type { Case, Option } from '#casebook/case.ts';
import type { FactBook, General, Policy } from '#casebook/policy.ts';
import { replay } from '#lifecycle/replay.ts';
import { add, begun, type Seats, type Sitting, type SittingEvent } from '#lifecycle/sitting.ts';
import { caseFileOf, caseIds, policyFile, SCENARIOS } from '#tools/library.ts';
import { moduleOf } from '#tools/yaml-plugin.ts';
import { type Ground, groundOf } from '#view/play-ground.ts';

const read = <T>(file: string): T => {
  const made = moduleOf(file, '');
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value as T;
};

const facts = read<FactBook>(`${SCENARIOS}/facts.yaml`);
const general = read<General>(`${SCENARIOS}/policies/general.yaml`);

export const ids = caseIds();

/** The ground of a case as its file stands. */
export const groundNamed = (id: string): Ground => {
  const of = read<Case>(caseFileOf(id));
  const policy = (name: string): Policy => read<Policy>(policyFile(name));
  return groundOf(of, policy(of.policy), of.alsoUnder ? policy(of.alsoUnder.policy) : null, facts, general);
};

/** What a player does next who reads everything, answers rightly and always takes this option. */
export const nextOf = (of: Case, sitting: Sitting, option: Option): SittingEvent | null => {
  const { todo, matches } = replay(of, sitting);
  switch (todo.kind) {
    case 'read':
      return todo.lines[0] === undefined ? { do: 'next' } : { do: 'read', line: todo.lines[0] };
    case 'decision':
      return { do: 'choose', decision: todo.decision, option };
    case 'match': {
      const row = of.matching.find(
        ({ line, clause }) =>
          todo.lines.includes(line) &&
          todo.clauses.includes(clause) &&
          !matches.some((match) => match.line === line && match.clause === clause),
      );
      return row === undefined ? { do: 'next' } : { do: 'match', line: row.line, clause: row.clause, answer: row.answer };
    }
    case 'predict':
      return { do: 'predict', yen: 123_450_000 };
    case 'letter':
      return todo.empty[0] === undefined ? { do: 'next' } : { do: 'letter', slot: todo.empty[0], answer: 0 };
    case 'explain':
      return { do: 'explain', option };
    case 'next':
      return { do: 'next' };
    case 'end':
      return null;
  }
};

/** Every sitting on the way through a case, from the first moment to the end. */
export const wayThrough = (of: Case, option: Option = 'best', seats: Seats = 'all'): Sitting[] => {
  const all = [begun(of, seats)];
  for (;;) {
    const last = all.at(-1) as Sitting;
    const event = nextOf(of, last, option);
    if (event === null) return all;
    all.push(add(last, event));
  }
};
