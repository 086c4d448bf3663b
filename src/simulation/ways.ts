import type { Compiled } from '#domain/compile.ts';
import { namesIn, namesOf } from '#domain/coverage/condition.ts';
import type { Asked } from '#domain/payout/amount.ts';
import type { Prepared } from '#domain/payout/prepare.ts';
import { applies, type Run } from '#domain/payout/run.ts';
import { countingRun } from '#domain/payout/settle.ts';
import { open, type ReadyPool, type ReadyTerm } from '#domain/payout/tree.ts';
import { comparisonsOf, conditionsOf, namesOfTerm } from '#domain/policy/names.ts';
import type { Name, Wording } from '#domain/policy/wording.ts';

/** A run to be counted again and again, and the pools that change with each entry turned. */
export interface Turning {
  readonly run: Run;
  readonly changing: readonly (readonly number[])[];
}

/**
 * Per way to settle the open questions, the runs whose payments add up: one, or one for each claim. Null where items must be followed to
 * the end: after a breach, or where an aggregate lets one claim wait for another.
 */
export const waysOf = (prepared: Prepared, entries: readonly Name[]): readonly (readonly Turning[] | null)[] =>
  Array.from({ length: 2 ** prepared.questions }, (_, bits) => {
    const whole = countingRun(prepared, bits);
    const runs = whole ? [whole] : apart(prepared, bits);
    return (
      runs?.map((one) => {
        const run = applying(one);
        return { run, changing: entries.map((name) => changingWith(run, name)) };
      }) ?? null
    );
  });

/** A run for each claim, where none of them uses up what another may have. */
const apart = (prepared: Prepared, bits: number): readonly Run[] | null => {
  const { claim, compiled } = prepared;
  if (compiled.tree.pools.some(({ terms }) => terms.some(({ kind }) => kind === 'aggregate'))) return null;
  const first = claim.losses.find((loss) => loss.claim !== undefined)?.claim;
  const ids = new Set(claim.losses.map((loss) => loss.claim ?? first));
  const runs: Run[] = [];
  for (const id of ids) {
    const losses = claim.losses.filter((loss) => (loss.claim ?? first) === id);
    const run = countingRun({ ...prepared, claim: { ...claim, losses } }, bits);
    if (run === null) return null;
    runs.push(run);
  }
  return runs;
};

/** The run with only the terms that apply in it. */
const applying = (run: Run): Run => {
  const terms = (pool: ReadyPool) => (open(pool, run.gates) ? pool.terms.filter((term) => applies(run, term)) : []);
  return { ...run, tree: { ...run.tree, pools: run.tree.pools.map((pool) => ({ ...pool, terms: terms(pool) })) } };
};

/** The places of the pools whose result may change with the entry: they read it, or ask for a pool that changes, or hold one. */
const changingWith = (run: Run, entry: Name): readonly number[] => {
  const hit = new Set<number>();
  const asks = (term: ReadyTerm): boolean => namesOfTerm(term.written).includes(entry) || asked(run, term).some((at) => hit.has(at));
  for (let size = -1; size !== hit.size;) {
    size = hit.size;
    run.tree.pools.forEach((pool, at) => {
      if (pool.children.some((child) => hit.has(child)) || pool.terms.some(asks)) hit.add(at);
    });
  }
  return [...hit];
};

/** The pools whose result a term asks for: it is asked once, and they are noted. */
const asked = (run: Run, { amount, of, to, pools }: ReadyTerm): readonly number[] => {
  const found = [...pools];
  const noting = { ...run, result: (_: Asked, at: number) => found.push(at) };
  for (const sum of [amount, of, to]) sum(noting);
  return found;
};

const deciding = new WeakMap<Wording, ReadonlySet<Name>>();

/** Whether an entry is read where it is decided what is owed at all: in a condition, or in what a breach takes. */
export const decides = ({ wording }: Compiled, entry: Name): boolean => {
  const known =
    deciding.get(wording) ?? new Set([...conditionsOf(wording).flatMap(comparisonsOf).flatMap(namesIn), ...namesOfBreaches(wording)]);
  deciding.set(wording, known);
  return known.has(entry);
};

const namesOfBreaches = ({ clauses }: Wording): readonly Name[] =>
  clauses.flatMap(({ breach }) => {
    if (breach?.kind === 'deduct') return namesOf(breach.amount);
    return breach?.kind === 'some-or-all' && breach.upTo ? namesOf(breach.upTo) : [];
  });
