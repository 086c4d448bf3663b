import * as v from 'valibot';
import { isGroup, pick, refuse } from './pick.ts';
import { group, id, isName, list, say, toPercent, yen, yenAllowed } from './scalars.ts';

/** An amount as written: DESIGN 4.4. */
export type RawAmount =
  | number
  | string
  | { percent: string; of: RawAmount }
  | { each: RawAmount; count: RawAmount }
  | { least: RawAmount[] }
  | { sum: RawAmount[] }
  | { minus: RawAmount[] }
  | { loss: string }
  | { result: string };

const forms =
  'an amount: yen, the name of a schedule entry or fact, soFar, or one of { percent, of }, { each, count }, { least: [] }, { sum: [] }, { minus: [] }, { loss: pool }, { result: pool }';

const shareRemedy = (percent: string): string =>
  `say of what it is a share: { percent: ${percent}, of: … }; a share of what the pool holds is the term { ratio: ${percent} }`;

/** A percentage, or the name of a schedule entry that holds one. */
export const percent = v.pipe(
  v.string(say('a percentage such as 90% or 12.5%, or the name of a schedule entry', 'write the number with a % sign')),
  v.check(
    (value) => toPercent(value) !== null || isName(value),
    say('a percentage with at most two decimals, such as 90% or 12.5%, or the name of a schedule entry', 'write the number with a % sign'),
  ),
);

const amountList = (what: string) => v.lazy(() => list(what, amount, 1, 50));

const grouped = {
  percent: group('a share', { percent, of: v.lazy(() => amount) }),
  each: group('an amount per head', { each: v.lazy(() => amount), count: v.lazy(() => amount) }),
  least: group('the least of amounts', { least: amountList('amounts') }),
  sum: group('a sum', { sum: amountList('amounts') }),
  minus: group('a difference', { minus: amountList('amounts') }),
  loss: group('the loss of a pool', { loss: id }),
  result: group('the result of a pool', { result: id }),
};

const yenText = yen;

/** The amount language: yen, names, and the ways to compute an amount. */
export const amount: v.GenericSchema<RawAmount> = pick<RawAmount>(
  () => [v.string(), v.number(), ...Object.values(grouped)],
  (input) => {
    if (typeof input === 'number') return yenText;
    if (typeof input === 'string') return isName(input) ? v.string() : toPercent(input) ? refuse(forms, shareRemedy(input)) : yenText;
    if (!isGroup(input)) return refuse(forms, `write an amount; yen are ${yenAllowed}`);
    for (const key of ['percent', 'each', 'least', 'sum', 'minus', 'loss', 'result'] as const) if (key in input) return grouped[key];
    if ('of' in input) return grouped.percent;
    if ('count' in input) return grouped.each;
    return refuse(forms, 'use one of these forms');
  },
);
