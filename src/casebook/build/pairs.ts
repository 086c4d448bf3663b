import type { Case } from '../case.ts';
import { named, once } from '../check/references.ts';
import { textsIn, writtenYenFaults } from '../check/texts.ts';
import type { Pair, PairSide } from '../pair.ts';
import { clauseTexts, type FactBook, type Policy } from '../policy.ts';
import { advice, listed } from '../read/nearest.ts';
import { refused, type Fault, type Path, type Problem, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml, type Source } from '../read/yaml.ts';
import { pairsFile, type RawPairs, type RawSide } from '../schema/pairs.ts';
import { typesOfSchedule, valuesOf } from './values.ts';

/** Everything that pairs may refer to. */
export interface PairLibrary {
  readonly facts: FactBook;
  readonly policies: Readonly<Record<string, Policy>>;
  /** The ids of all cases, and those that could be read. */
  readonly caseIds: readonly string[];
  readonly cases: Pick<ReadonlyMap<string, Case>, 'get'>;
}

/** The pairs as read, with the file they came from. */
export interface PairsSource {
  readonly pairs: readonly Pair[];
  readonly source: Source;
}

type Report = (fault: Fault) => void;

/** Reads pairs.yaml: its shape, then its references. A side whose case is refused is left out: the case has its own message. */
export const readPairs = (text: string, file: string, library: PairLibrary): Reading<PairsSource> => {
  const source = readYaml(text, file);
  if (!source.ok) return source;
  const shape = shaped(source.value, pairsFile);
  if (!shape.ok) return shape;
  const problems: Problem[] = [];
  const report: Report = (fault) => void problems.push(source.value.place(fault));
  const raw = shape.value.pairs;
  const pairs = raw.flatMap((one, i) => pairOf(one, ['pairs', i], library, report));
  [
    ...once(
      'pair',
      raw.map(({ id }) => id),
      (i) => ['pairs', i, 'id'],
    ),
    ...twice(raw),
    ...covered(raw, library),
    ...raw.flatMap((one, i) => placeholderFaults(one, ['pairs', i], library)),
    ...writtenYenFaults(source.value.value),
  ].forEach(report);
  return problems.length > 0 ? refused(problems) : { ok: true, value: { pairs, source: source.value } };
};

type RawPair = RawPairs['pairs'][number];
const long = (side: string | RawSide): RawSide => (typeof side === 'string' ? { case: side } : side);
const SIDES = ['a', 'b'] as const;

const pairOf = (raw: RawPair, path: Path, library: PairLibrary, report: Report): Pair[] => {
  const [a, b] = SIDES.map((side) => sideOf(raw[side], [...path, side], library, report));
  const answers = (raw.answers ?? []).map(({ label, more, ends }, i) => {
    if ((more === undefined) === (ends === undefined)) {
      report({
        path: [...path, 'answers', i],
        found: more === undefined ? 'an answer that claims nothing' : 'an answer that claims two things',
        allowed: 'either more: (a, b or same) or ends: { a: …, b: … }, which the engine checks',
        remedy: more === undefined ? 'write one of the two' : 'delete one of the two',
      });
    }
    return { label, says: ends ? { ends } : { more: more ?? 'same' } };
  });
  if (!a || !b) return [];
  const { id, covers = [], question, why, lesson } = raw;
  return [{ id, covers, a, b, question, answers, why, lesson }];
};

const sideOf = (side: string | RawSide, path: Path, library: PairLibrary, report: Report): PairSide | undefined => {
  const raw = long(side);
  const at = typeof side === 'string' ? path : [...path, 'case'];
  named('case', raw.case, library.caseIds, at).forEach(report);
  const of = library.cases.get(raw.case);
  if (!of) return undefined;
  const other = raw.under !== undefined && raw.under !== of.policy;
  if (other && raw.under !== of.alsoUnder?.policy) {
    report({
      path: [...path, 'under'],
      found: `"${raw.under}", under which ${of.id} is not read`,
      allowed: listed([of.policy, ...(of.alsoUnder ? [of.alsoUnder.policy] : [])]),
      remedy: 'write one of these, or add alsoUnder: to the case',
    });
  }
  const policy = library.policies[other ? (of.alsoUnder?.policy ?? '') : of.policy];
  if (!policy) return undefined;
  return {
    case: of.id,
    title: of.title,
    policy: policy.id,
    wording: policy.title,
    other,
    set: {
      facts: valuesOf(raw.set?.facts, library.facts, 'fact', [...path, 'set', 'facts'], report),
      schedule: valuesOf(raw.set?.schedule, typesOfSchedule(policy.schedule), 'schedule entry', [...path, 'set', 'schedule'], report),
    },
  };
};

/** The two sides as one word, whichever stands first; changes and all. */
const keyOf = ({ a, b }: RawPair): string =>
  [a, b]
    .map((side) => JSON.stringify(long(side)))
    .sort()
    .join();

const twice = (raw: readonly RawPair[]): Fault[] =>
  raw.flatMap((one, i): Fault[] => {
    if (JSON.stringify(long(one.a)) === JSON.stringify(long(one.b))) {
      return [
        {
          path: ['pairs', i, 'b'],
          found: 'the same on both sides',
          allowed: 'two cases, or one under two wordings',
          remedy: 'name another case, or write { case: …, under: … }',
        },
      ];
    }
    const before = raw.slice(0, i).find((other) => keyOf(other) === keyOf(one));
    if (!before) return [];
    return [
      {
        path: ['pairs', i, 'a'],
        found: `the two sides of the pair "${before.id}" again`,
        allowed: 'each two once',
        remedy: 'delete one of the two pairs',
      },
    ];
  });

const covered = (raw: readonly RawPair[], { policies, caseIds }: PairLibrary): Fault[] => {
  const clauses = Object.values(policies).flatMap((policy) => [...clauseTexts(policy).keys()]);
  return raw.flatMap(({ covers = [] }, i) =>
    covers.flatMap((id, c) =>
      id.startsWith('X-') ? [] : named('clause or case', id, [...clauses, ...caseIds], ['pairs', i, 'covers', c]),
    ),
  );
};

const EARLY = ['claimed', 'loss', 'schedule', 'fact'];
const ROOTS = [...EARLY, 'paid', 'low', 'high', 'ownCost', 'notOwed', 'open'];

/** A placeholder names a side first: `{a.paid}`, `{b.loss.gift}`. What is shown before the answer may not hold a result. */
const placeholderFaults = (raw: RawPair, path: Path, library: PairLibrary): Fault[] =>
  textsIn(raw, path).flatMap(({ text, path: at }) =>
    (['ja', 'en'] as const).flatMap((locale) =>
      [...text[locale].matchAll(/\{([^{}]*)\}/gu)].flatMap(([whole, inner = '']): Fault[] => {
        const [side = '', root = '', id = '', ...more] = inner.split('.');
        const fault = (found: string, allowed: string, remedy: string): Fault[] => [{ path: [...at, locale], found, allowed, remedy }];
        if (side !== 'a' && side !== 'b') return fault(`${whole}, which names no side`, '{a.…} or {b.…}', 'write a or b and a point first');
        if (!ROOTS.includes(root) || more.length > 0)
          return fault(`${whole}, which is no placeholder`, listed(ROOTS), advice(root, ROOTS, 'correct the placeholder'));
        const of = library.cases.get(long(raw[side]).case);
        const ids = of && idsOf(root, of, library);
        for (const one of ids ? id.split('+') : []) {
          if (!ids?.includes(one))
            return fault(`${whole}, where "${one}" is not known`, listed(ids ?? []), advice(one, ids ?? [], 'correct it'));
        }
        const isLate = at[2] === 'why' || at[2] === 'lesson';
        if (isLate || EARLY.includes(root)) return [];
        return fault(
          `${whole} in a text that is shown before the answer`,
          listed(EARLY),
          'say it without the result, or move it to why or lesson',
        );
      }),
    ),
  );

const idsOf = (root: string, of: Case, { facts, policies }: PairLibrary): readonly string[] | undefined => {
  if (root === 'loss') return of.losses.map(({ id }) => id);
  if (root === 'fact') return Object.values(facts).flatMap(({ id, type }) => (type === 'yesno' ? [] : [id]));
  if (root !== 'schedule') return undefined;
  return [of.policy, of.alsoUnder?.policy].flatMap((id) => (id === undefined ? [] : Object.keys(policies[id]?.schedule ?? {})));
};
