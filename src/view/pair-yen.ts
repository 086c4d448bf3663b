import type { Cause } from '#domain/assessment.ts';
import { both, type Both, type PairReading, type Readings, type YenCell, type YenRow } from './pair-rows.ts';
import { PARTS } from './part.ts';

/** Every yen of the claim: claimed, what each cause took under which clause, paid, and what stays. Under one wording each clause has its row. */
export const yenRows = (readings: Readings): readonly YenRow[] => {
  const oneWording = readings[0].policy.id === readings[1].policy.id;
  const cuts = both(readings, ({ result, clauses }) =>
    result.items.flatMap((item) =>
      item.cuts.map(({ cause, clause, amount }) => ({ cause, id: clause, clause: clauses.get(clause ?? '') ?? null, amount })),
    ),
  );
  const keyOf = ({ cause, id }: (typeof cuts)[0][number]): string => (oneWording ? `${cause}:${id ?? ''}` : cause);
  const cause = (key: string): Cause => key.split(':')[0] as Cause;
  const keys = [...new Set(cuts.flat().map(keyOf))].toSorted((x, y) => PARTS.indexOf(cause(y)) - PARTS.indexOf(cause(x)));
  const taken = (key: string): Both<YenCell> =>
    both(cuts, (side) => {
      const held = side.filter((cut) => keyOf(cut) === key && cut.amount > 0);
      const yen = held.reduce((sum, { amount }) => sum + amount, 0);
      const ids = [...new Set(held.map(({ id }) => id))];
      return {
        low: yen,
        high: yen,
        clauses: ids.map((id) => {
          const those = held.filter((cut) => cut.id === id);
          return { clause: those[0]?.clause ?? null, yen: those.reduce((sum, { amount }) => sum + amount, 0) };
        }),
      };
    });
  const amount = (of: (result: PairReading['result']) => readonly [number, number]): Both<YenCell> =>
    both(readings, ({ result }) => {
      const [low, high] = of(result);
      return { low, high, clauses: [] };
    });
  const row = (id: string, what: YenRow['what'], cells: Both<YenCell>): YenRow => ({
    id,
    what,
    cells,
    differs: cells[0].low !== cells[1].low || cells[0].high !== cells[1].high,
  });
  const sided = both(readings, ({ claim }) => ({
    demanded: claim.losses.reduce((sum, { side, amount: yen }) => sum + (side === 'claimed' ? yen : 0), 0),
    spent: claim.losses.reduce((sum, { side, amount: yen }) => sum + (side === 'spent' ? yen : 0), 0),
  }));
  const parts = (['demanded', 'spent'] as const).map((what) =>
    row(
      what,
      what,
      both(sided, (side) => ({ low: side[what], high: side[what], clauses: [] })),
    ),
  );
  const isMixed = parts.every(({ cells }) => cells.some(({ low }) => low > 0));
  return [
    ...(isMixed ? parts : []),
    row(
      'claimed',
      'claimed',
      amount(({ claimed }) => [claimed, claimed]),
    ),
    ...keys.map((key) => row(key, cause(key), taken(key))).filter(({ cells }) => cells.some(({ low }) => low > 0)),
    ...[
      row(
        'open',
        'open',
        amount(({ open }) => [open, open]),
      ),
    ].filter(({ cells }) => cells.some(({ low }) => low > 0)),
    row(
      'paid',
      'paid',
      amount(({ low, high }) => [low, high]),
    ),
    row(
      'own',
      'own',
      amount(({ claimed, notOwed, high, ownCost }) => [claimed - notOwed - high, ownCost]),
    ),
  ];
};
