import type { Fact } from '#casebook/policy.ts';
import type { From } from '#casebook/text.ts';
import { assess } from '#domain/assess.ts';
import type { Finding } from '#domain/assessment.ts';
import type { Name, Value, Values } from '#domain/policy/wording.ts';
import { shown } from './shown.ts';
import { alike, idOf, traced, type Bench } from './what-if-bench.ts';
import type { ChoiceControl, Position } from './what-if-control.ts';

const MOST = 8;
const MOST_VALUES = 4;

interface Candidate {
  readonly control: ChoiceControl;
  readonly rank: readonly number[];
}

/**
 * The facts on which the decision turns, at most eight. First those behind a finding that keeps yen back or is open; then those that the
 * case itself varies, in its choices, beats and ends; then those of exclusions and duties, those found in its documents, those of clauses
 * it is about; among equals, the one that moves most yen.
 */
export const decisiveFacts = (bench: Bench): ChoiceControl[] => {
  const full = assess(bench.compiled, bench.claim);
  const flips = 'refused' in full ? [] : full.flips;
  const behind = new Set(bench.result.findings.filter(bites).flatMap(({ decidedBy, needs }) => [...decidedBy, ...needs]));
  const scheduled = { ...bench.compiled.wording.schedule, ...bench.claim.schedule };
  const found = new Set((bench.case?.documents ?? []).flatMap(({ lines }) => lines.flatMap(({ facts }) => Object.keys(facts))));
  const varied = new Set([
    ...(bench.case?.decisions ?? []).flatMap(({ choices }) => Object.values(choices).flatMap(({ sets }) => Object.keys(sets))),
    ...(bench.case?.beats ?? []).flatMap(({ set }) => Object.keys(set?.facts ?? {})),
    ...(bench.case?.expected ?? []).filter(({ under }) => under === undefined).flatMap(({ set }) => Object.keys(set.facts)),
  ]);
  const names = [...new Set([...behind, ...flips.map((flip) => flip.fact), ...varied])].filter((name) => !(name in scheduled));
  const bars = new Set(bench.result.findings.filter(({ kind }) => kind === 'exclusion' || kind === 'duty').map(({ clause }) => clause));
  const about = new Set([
    ...(bench.case?.matching ?? []).map(({ clause }) => clause),
    ...(bench.case?.decisions ?? []).flatMap(({ clauses }) => clauses),
  ]);
  return names
    .flatMap((name): Candidate[] => {
      const fact = bench.facts[name];
      const flipped = flips.filter((flip) => flip.fact === name).map(({ to }) => to);
      const made = fact && controlOf(bench, fact, flipped);
      if (!made) return [];
      const { control, most } = made;
      const none = (clauses: ReadonlySet<string>): number => +!control.clauses.some((clause) => clauses.has(clause));
      return [{ control, rank: [+!behind.has(name), +!varied.has(name), none(bars), +!found.has(name), none(about), -most] }];
    })
    .toSorted((a, b) => a.rank.map((one, i) => one - (b.rank[i] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .slice(0, MOST)
    .map(({ control }) => control);
};

/** Whether a finding keeps yen back or may do so. */
const bites = ({ kind, result }: Finding): boolean => {
  if (kind === 'exclusion' || kind === 'duty') return result !== 'not-met';
  return kind === 'trigger' ? result === 'unknown' : kind !== 'series' && result !== 'met';
};

interface Tried {
  readonly value: Value | undefined;
  readonly sets: Values;
  readonly clauses: readonly string[];
  readonly moved: number;
  readonly outcome: string;
}

/** A switch for one fact, and how many yen it moves at most; null where no known value of it changes anything. */
const controlOf = (
  bench: Bench,
  fact: Fact,
  flipped: readonly Value[],
): { readonly control: ChoiceControl; readonly most: number } | null => {
  const now = bench.claim.facts[fact.id];
  const together = companions(bench, fact.id);
  const tries = valuesOf(fact, now, flipped).flatMap((value) => tried(bench, fact.id, value, together) ?? []);
  const telling = distinct(tries, now);
  if (!telling.some(({ value, clauses, moved }) => value !== undefined && (clauses.length > 0 || moved > 0) && idOf(value) !== idOf(now)))
    return null;
  const moving = telling.filter(({ moved, clauses }) => moved > 0 || clauses.length > 0);
  const amount = [...together.values()].flatMap((sets) => Object.keys(sets)).find((name) => bench.facts[name]?.type === 'yen');
  const control: ChoiceControl = {
    kind: 'choice',
    group: 'facts',
    name: fact.id,
    label: fact.label,
    clauses: [...new Set(moving.toSorted((a, b) => b.moved - a.moved).flatMap(({ clauses }) => clauses))].slice(0, 2),
    from: fromOf(bench, fact.id),
    note: null,
    positions: telling.map(({ value, sets }): Position => ({
      id: idOf(value),
      shown: value === undefined ? null : shown(fact.type, value, fact.valueLabels),
      sets,
    })),
    original: idOf(now),
    amount: amount === undefined ? null : { name: amount, label: bench.facts[amount]?.label ?? { ja: amount, en: amount } },
  };
  return { control, most: Math.max(0, ...moving.map(({ moved }) => moved)) };
};

/** Where the case has a fact from: its briefing, or the line of a document that reveals it. */
const fromOf = ({ case: of }: Bench, name: Name): From | null =>
  of?.given[name]?.from ?? of?.documents.flatMap(({ lines }) => lines).find(({ facts }) => facts[name] !== undefined)?.from ?? null;

const valuesOf = (fact: Fact, now: Value | undefined, flipped: readonly Value[]): readonly (Value | undefined)[] => {
  switch (fact.type) {
    case 'yesno':
      return [true, false, undefined];
    case 'choice':
      return [...fact.values, undefined];
    case 'date':
      return [...new Set([...flipped, now])].toSorted((a, b) => String(a ?? '~').localeCompare(String(b ?? '~')));
    default:
      return [...new Set([...flipped, now])].toSorted((a, b) => Number(a ?? Infinity) - Number(b ?? Infinity));
  }
};

/** What a value of the fact does. The clauses are those that come out otherwise by it, the ones that keep yen back first. */
const tried = (bench: Bench, name: Name, value: Value | undefined, together: ReadonlyMap<string, Values>): Tried | null => {
  const sets = { ...rest(bench, together), [name]: value, ...together.get(idOf(value)) };
  const result = traced(bench, { facts: sets });
  if (result === null) return null;
  const other = result.findings.filter((finding, i) => finding.result !== bench.result.findings[i]?.result);
  const cutting = new Set([...result.items, ...bench.result.items].flatMap(({ cuts }) => cuts.map(({ clause }) => clause)));
  const clauses = alike(result, bench.result)
    ? []
    : other.toSorted((a, b) => +cutting.has(b.clause) - +cutting.has(a.clause)).map(({ clause }) => clause);
  return {
    value,
    sets,
    clauses,
    moved: Math.abs(result.low - bench.result.low) + Math.abs(result.high - bench.result.high),
    outcome: [result.verdict, result.low, result.high].join(),
  };
};

/** Of many values, the present one, not known, and one for each way it can come out. */
const distinct = (tries: readonly Tried[], now: Value | undefined): readonly Tried[] => {
  if (tries.length <= MOST_VALUES + 1) return tries;
  const kept = new Set<string>();
  const first = tries.filter(({ value, outcome }) => {
    const stays = value === undefined || idOf(value) === idOf(now) || !kept.has(outcome);
    if (value !== undefined) kept.add(outcome);
    return stays;
  });
  const present = tries.find(({ value }) => idOf(value) === idOf(now));
  return first
    .filter(({ value, outcome }) => value === undefined || idOf(value) === idOf(now) || outcome !== present?.outcome)
    .slice(0, MOST_VALUES + 1);
};

/** What the choices of the case set together with a value of this fact, by the value, as far as it is not known yet. */
const companions = (bench: Bench, name: Name): ReadonlyMap<string, Values> => {
  const all = new Map<string, Values>();
  for (const { choices } of bench.case?.decisions ?? []) {
    for (const { sets } of Object.values(choices)) {
      const value = sets[name];
      if (value === undefined || idOf(value) === idOf(bench.claim.facts[name])) continue;
      const more = Object.entries(sets).filter(([other]) => bench.claim.facts[other] === undefined);
      all.set(idOf(value), { ...all.get(idOf(value)), ...Object.fromEntries(more) });
    }
  }
  return all;
};

/** The companions as they are now, so that going back takes them back. */
const rest = (bench: Bench, together: ReadonlyMap<string, Values>): Values =>
  Object.fromEntries([...together.values()].flatMap((sets) => Object.keys(sets)).map((name) => [name, bench.claim.facts[name]]));
