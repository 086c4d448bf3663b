import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readDrill } from '#casebook/build/drill.ts';
import { readCompare } from '#casebook/build/compare.ts';
import { readPairs, type PairLibrary } from '#casebook/build/pairs.ts';
import { readCase } from '#casebook/build/case.ts';
import type { Case } from '#casebook/case.ts';
import type { Drill } from '#casebook/drill.ts';
import type { Pair, PairSide } from '#casebook/pair.ts';
import type { Policy } from '#casebook/policy.ts';
import { refused, type Fault, type Reading } from '#casebook/read/problem.ts';
import type { Text } from '#casebook/text.ts';
import { pairOf, type PairSideSource, type PairView } from '#view/pair.ts';
import { clauseUse } from '#view/clause-use.ts';
import { withBreaks } from './budoux.ts';
import { caseFileOf, caseIds, drillFileOf, drillIds, shownAs, textOf, type Ground } from './library.ts';

const pairsFileOf = (root: string): string => join(root, 'pairs.yaml');
const compareFileOf = (root: string): string => join(root, 'compare.yaml');

const libraries = new WeakMap<Ground, PairLibrary>();

/** Everything that pairs refer to: the vocabulary, the wordings, and every case that can be read. A case is read when it is first asked for, and once for as long as the ground stands. */
export const pairLibrary = (root: string, ground: Ground, policies: Readonly<Record<string, Policy>>): PairLibrary => {
  const known = libraries.get(ground);
  if (known) return known;
  const { facts } = ground;
  const cases = new Map<string, Case | undefined>();
  const get = (id: string): Case | undefined => {
    if (cases.has(id)) return cases.get(id);
    const text = textOf(caseFileOf(id, root));
    const read = text.ok ? readCase(text.value, id, { facts, policies }) : text;
    cases.set(id, read.ok ? read.value.case : undefined);
    return cases.get(id);
  };
  const library = { facts, policies, caseIds: caseIds(root), cases: { get } };
  libraries.set(ground, library);
  return library;
};

/** A listed pair as the screen shows it. */
export const pairView = (pair: Pair, { facts, policies, cases }: PairLibrary, { general }: Ground): PairView => {
  const side = (one: PairSide): PairSideSource => {
    const of = cases.get(one.case);
    const policy = of && policies[of.policy];
    if (!policy) throw new Error(`the pair ${pair.id} was read without its case ${one.case}`);
    const also = of.alsoUnder && policies[of.alsoUnder.policy];
    return { side: one, case: of, policy, ...(also ? { alsoPolicy: also } : {}) };
  };
  return pairOf({ pair, a: side(pair.a), b: side(pair.b), facts, general: general.general });
};

/** Checks pairs.yaml: its references, and by the engine that of the answers exactly one is true and that something decides otherwise. */
export const checkPairs = (file: string, root: string, ground: Ground, policies: Readonly<Record<string, Policy>>): Reading<string> => {
  const text = textOf(file);
  if (!text.ok) return text;
  const library = pairLibrary(root, ground, policies);
  const read = readPairs(text.value, shownAs(file), library);
  if (!read.ok) return read;
  const { pairs, source } = read.value;
  const faults = pairs.flatMap((pair) => engineFaults(pair, pairs.indexOf(pair), pairView(pair, library, ground)));
  if (faults.length > 0) return refused(faults.map(source.place));
  const wordings = pairs.filter(({ a, b }) => a.case === b.case).length;
  const cases = new Set(pairs.flatMap(({ a, b }) => [a.case, b.case])).size;
  return { ok: true, value: `pairs  ${pairs.length} pairs of ${cases} cases; ${wordings} of one accident under two wordings` };
};

const engineFaults = (pair: Pair, i: number, view: PairView): Fault[] => {
  const right = view.answers.filter((answer) => answer.right);
  const [a, b] = view.sides.map(({ outcome: { verdict, low, high } }) => `${verdict}, ${low === high ? low : `${low} to ${high}`} yen`);
  const ends = `a: ${a ?? ''}; b: ${b ?? ''}, which is what the engine computes`;
  const place: Fault['path'] = pair.answers.length === 0 ? ['pairs', i, 'id'] : ['pairs', i, 'answers'];
  const at = { path: place, key: pair.answers.length > 0 };
  return [
    ...(right.length === 1
      ? []
      : [
          {
            ...at,
            found: right.length === 0 ? 'no answer that is true' : `${right.length} answers that are true`,
            allowed: `exactly one that is true (${ends})`,
            remedy: 'correct what the answers claim',
          },
        ]),
    ...(view.clauses.some(({ differs }) => differs) || view.yen.some(isOneSided)
      ? []
      : [
          {
            path: ['pairs', i, 'b'],
            found: 'two sides on which every clause comes out alike and cuts',
            allowed: 'pairs in which at least one clause decides otherwise, or cuts yen on one side alone',
            remedy: 'choose another case',
          },
        ]),
  ];
};

/** Whether a cause takes yen on one side and none on the other. */
const isOneSided = ({ what, cells }: PairView['yen'][number]): boolean =>
  !['demanded', 'spent', 'claimed', 'open', 'paid', 'own'].includes(what) && cells.some(({ high }) => high === 0);

/** Checks compare.yaml. */
const checkCompare = (file: string, policies: Readonly<Record<string, Policy>>): Reading<string> => {
  const text = textOf(file);
  if (!text.ok) return text;
  const read = readCompare(text.value, shownAs(file), policies);
  if (!read.ok) return read;
  const { topics } = read.value;
  const silent = topics.filter(({ sides }) => sides.some((side) => side.silent !== null)).length;
  return { ok: true, value: `compare  ${topics.length} topics, ${silent} on which one of the two is silent` };
};

/** The two files, where the folder has them and where they are asked for: by name, or with everything else. */
export const checkContrasts = (
  root: string,
  files: readonly string[],
  ground: Ground,
  policies: Readonly<Record<string, Policy>>,
): readonly { readonly file: string; readonly read: Reading<string> }[] => {
  const asked = (file: string): readonly string[] =>
    files.length === 0 ? [file].filter(existsSync) : files.filter((one) => basename(one) === basename(file));
  return [
    ...asked(pairsFileOf(root)).map((file) => ({ file: resolve(file), read: checkPairs(file, root, ground, policies) })),
    ...asked(compareFileOf(root)).map((file) => ({ file: resolve(file), read: checkCompare(file, policies) })),
  ];
};

/** Whether a module holds cases or wordings against each other: the pairs, the comparison, in which cases each clause mattered. */
export const isContrast = (part: string, query: string): boolean => part === 'pairs.yaml' || part === 'compare.yaml' || query === 'use';

/** What such a module holds for the browser. */
export const contrastContent = (
  file: string,
  root: string,
  ground: Ground,
  policies: Readonly<Record<string, Policy>>,
): Reading<unknown> => {
  const name = basename(file);
  const policy = policies[basename(file, '.yaml')];
  if (policy)
    return {
      ok: true,
      value: clauseUse(policy, casesOf(pairLibrary(root, ground, policies)), drillsOf(root, ground, policies)),
    };
  const text = textOf(file);
  if (!text.ok) return text;
  if (name === 'compare.yaml') return readCompare(text.value, shownAs(file), policies);
  const library = pairLibrary(root, ground, policies);
  const read = readPairs(text.value, shownAs(file), library);
  return read.ok ? { ok: true, value: read.value.pairs.map((pair) => withFigures(pair, pairView(pair, library, ground))) } : read;
};

/** The pair with the figures of its question filled in: the list shows it without loading a case. It is a heading, so each of its sentences has break hints. */
const withFigures = (pair: Pair, { question, answers }: PairView): Pair => ({
  ...pair,
  question: withHints(question ?? pair.question),
  answers: pair.answers.map((answer, i) => ({ ...answer, label: answers[i]?.label ?? answer.label })),
});

const withHints = ({ ja, en }: Text): Text => ({
  ja: ja
    .split(/(?<=。)/u)
    .map(withBreaks)
    .join(''),
  en,
});

/** Every case that can be read. */
const casesOf = ({ caseIds, cases }: PairLibrary): readonly Case[] => caseIds.flatMap((id) => cases.get(id) ?? []);

/** Every drill that can be read; one that cannot has its own message. */
const drillsOf = (root: string, { facts }: Ground, policies: Readonly<Record<string, Policy>>): readonly Drill[] =>
  drillIds(root).flatMap((id) => {
    const text = textOf(drillFileOf(id, root));
    const read = text.ok ? readDrill(text.value, id, { facts, policies }) : text;
    return read.ok ? [read.value.drill] : [];
  });
