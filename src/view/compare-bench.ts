import type { Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import { compile, trace } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import { type ClaimView, claimViewOf } from './claim-view.ts';
import type { CompareScope } from './compare-link.ts';
import type { CompareState } from './compare-state.ts';
import type { Rule } from './lab-code.ts';
import { type LabScope, scopeOf } from './lab-link.ts';
import { assessed } from './result-ground.ts';
import { type Bench, idOf } from './what-if-bench.ts';

/** A contract that a column may have, and why it may stand beside another one; null for the case's own. */
export interface Contract {
  readonly policy: Policy;
  readonly why: Text | null;
}

/** What a comparison is made of. */
export interface CompareSource {
  readonly id: string;
  readonly title: Text;
  /** The version of the case; 0 where there is none. */
  readonly version: number;
  /** What the address names the accident by: `c` the case, or nothing. */
  readonly base: Readonly<Record<string, string>>;
  readonly contracts: readonly Contract[];
  /** The accident under one of the contracts. */
  readonly bench: (policy: Policy) => Bench;
  readonly start: CompareState;
}

/** A contract with the accident, ready to be turned. */
export interface Ready {
  readonly contract: Contract;
  readonly bench: Bench;
  readonly view: ClaimView;
  readonly scope: LabScope;
}

/** Whether a contract has an answer to a claim at all: a cap per head has none where heads were not counted. */
export const isAssessable = (policy: Policy, claim: Claim): boolean => !('refused' in trace(compile(policy.wording), claim));

/** The columns of some contracts: all hold the items that any of them takes, in one order whatever the columns. */
export const shelfOf = ({ id, title, contracts, bench }: CompareSource): ((ids: readonly string[]) => readonly Ready[]) => {
  const byId = new Map(contracts.map((contract) => [contract.policy.id, contract]));
  const benches = new Map<string, Bench>();
  const ready = new Map<string, Ready>();
  const contractOf = (name: string): Contract => {
    const found = byId.get(name);
    if (!found) throw new Error(`no contract "${name}" is offered here`);
    return found;
  };
  const benchOf = (name: string): Bench => {
    const made = benches.get(name) ?? bench(contractOf(name).policy);
    benches.set(name, made);
    return made;
  };
  return (ids) => {
    const all = ids.map(benchOf);
    const isOne = new Set(all.map(({ losses }) => idsOf(losses))).size === 1;
    const order = isOne ? [] : contracts.flatMap(({ policy }) => benchOf(policy.id).losses.map((loss) => loss.id));
    const losses = inOrder(order, firstOfEach(all.flatMap((one) => one.losses)));
    const claimed = inOrder(order, firstOfEach(all.flatMap(({ claim }) => claim.losses)));
    const items = idsOf(losses);
    return ids.map((name, i) => {
      const key = `${name} ${items}`;
      const made = ready.get(key) ?? readied(contractOf(name), all[i] ?? benchOf(name), losses, claimed, id, title);
      ready.set(key, made);
      return made;
    });
  };
};

const idsOf = (all: readonly { readonly id: string }[]): string => all.map(({ id }) => id).join();

const firstOfEach = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
  all.filter(({ id }, i) => all.findIndex((one) => one.id === id) === i);

const inOrder = <T extends { readonly id: string }>(order: readonly string[], all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));

const readied = (contract: Contract, of: Bench, losses: Bench['losses'], claimed: Claim['losses'], id: string, title: Text): Ready => {
  const claim = { ...of.claim, losses: claimed };
  const bench = idsOf(of.losses) === idsOf(losses) ? of : { ...of, losses, claim, result: assessed(of.compiled, claim) };
  return { contract, bench, view: claimViewOf(bench, id, title), scope: scopeOf({}, '', bench) };
};

/**
 * What a link can say of these columns. A case may know of a fact under one wording only: such a fact has no common start, and a link that
 * sets it always names it.
 */
export const compareScopeOf = (version: number, columns: readonly Ready[]): CompareScope => ({
  edition: [version, ...columns.map(({ contract }) => contract.policy.version)].join('.'),
  columns: columns.map(({ scope }) => scope),
  accident: {
    base: {},
    edition: '',
    rules: {
      schedule: new Map(),
      facts: new Map(columns.flatMap(({ scope }) => [...scope.rules.facts]).map(([name, rule]) => [name, common(name, rule, columns)])),
      amounts: new Map(columns.flatMap(({ scope }) => [...scope.rules.amounts])),
    },
  },
});

const common = (name: string, rule: Rule, columns: readonly Ready[]): Rule => {
  const starts = columns.flatMap(({ scope }) => scope.rules.facts.get(name) ?? []).map(({ original }) => idOf(original));
  return new Set(starts).size > 1 ? { ...rule, original: 'no common start' } : rule;
};
