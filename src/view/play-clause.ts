import type { From, Text } from '#casebook/text.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { yenJa } from '#words/yen.ts';
import type { Ground } from './play-ground.ts';

/** A clause as a sheet of the play screen shows it. */
export interface ClauseView {
  readonly id: string;
  readonly number: string | null;
  /** The running number of an exclusion. */
  readonly running: number | null;
  readonly title: Text;
  /** Null while it would tell the answer: a source may print the case's own working as the wording. */
  readonly quote: Text | null;
  readonly plain: Text;
  readonly from: Extract<From, 'document' | 'practice'>;
  readonly passage: Text;
}

/** What the best way comes to, in all and pool by pool, less what the case and the contract state themselves. */
const answersOf = (ground: Ground): readonly string[] => {
  const end = ground.endBy({});
  if (end === null) return [];
  const stated = new Set<unknown>([
    end.claimed,
    ...ground.case.losses.map((loss) => loss.amount),
    ...Object.values({ ...ground.policy.schedule, ...ground.case.schedule }).map((entry) => entry.value),
  ]);
  const figures = [end.low, end.high, end.ownCost, ...end.pools.flatMap((pool) => [pool.result, pool.paid])];
  return figures.filter((figure) => figure > 0 && !stated.has(figure)).map(yenJa);
};

/** The clauses named, as they are written. */
export const clausesOf = (ground: Ground, moment: Moment, ids: readonly string[]): ClauseView[] => {
  const answers = moment.prediction === null ? answersOf(ground) : [];
  return ids.flatMap((id) => {
    const clause = ground.clauses.get(id);
    if (clause === undefined) return [];
    const { number, running, title, quote, plain, source } = clause;
    const passage = source.from === 'document' ? source.passage : source.practice;
    const tells = answers.some((answer) => quote.ja.includes(answer));
    return [
      { id, number: number ?? null, running: running ?? null, title, quote: tells ? null : quote, plain, from: source.from, passage },
    ];
  });
};
