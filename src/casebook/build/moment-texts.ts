import { CAUSES, nameFault } from '../check/texts.ts';
import type { FactBook, Policy } from '../policy.ts';
import type { Fault, Path } from '../read/problem.ts';
import type { Text } from '../text.ts';

/** What the placeholders of a moment may name. */
interface Names {
  readonly before: Policy | undefined;
  readonly after: Policy | undefined;
  readonly losses: readonly string[];
  readonly facts: FactBook;
}

const ROOTS = [
  'claimed',
  'paid',
  'low',
  'high',
  'ownCost',
  'notOwed',
  'open',
  'loss',
  'owed',
  'schedule',
  'fact',
  'pool',
  'cut',
  'excluded',
];

/** The faults of the placeholders of a moment's sentence: each names a state first, `{before.paid}`; `{difference}` stands alone. */
export const momentTextFaults = (says: Text, path: Path, names: Names): readonly Fault[] =>
  (['ja', 'en'] as const).flatMap((locale) =>
    [...says[locale].matchAll(/\{([^{}]*)\}/gu)].flatMap(([whole, inner = '']): Fault[] => {
      if (inner === 'difference') return [];
      const [state = '', ...rest] = inner.split('.');
      const at = [...path, locale];
      if (state !== 'before' && state !== 'after')
        return [
          {
            path: at,
            found: `${whole}, which names no state`,
            allowed: '{before.…}, {after.…} or {difference}',
            remedy: 'write before or after and a point first',
          },
        ];
      const fault = nameFault(rest.join('.'), ROOTS, kindsOf(names[state], names));
      return fault ? [{ path: at, ...fault, found: fault.found.replace(`{${rest.join('.')}}`, whole) }] : [];
    }),
  );

const kindsOf = (policy: Policy | undefined, { losses, facts }: Names): Readonly<Record<string, readonly string[]>> => ({
  loss: losses,
  owed: losses,
  schedule: Object.entries(policy?.schedule ?? {}).flatMap(([name, { type }]) => (type === 'yesno' || type === 'choice' ? [] : [name])),
  fact: Object.values(facts).flatMap(({ id, type }) => (type === 'yesno' ? [] : [id])),
  pool: Object.keys(policy?.pools ?? {}),
  cut: CAUSES,
  excluded: policy?.wording.clauses.map(({ id }) => id) ?? [],
});
