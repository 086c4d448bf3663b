import type { CompareState } from './compare-state.ts';
import { LEAST_COLUMNS } from './compare-state.ts';
import { type LabScope, partsOf, readParts } from './lab-link.ts';
import type { LabView } from './lab.ts';
import { sealOf } from './seal.ts';
import type { WhatIf } from './what-if-bench.ts';

type Query = Readonly<Record<string, string>>;

/** What a link of one comparison can say, for the contracts that stand in its columns. */
export interface CompareScope {
  /** The version of the case and those of the contracts, e.g. `2.1.1`: another edition makes a link an old one. */
  readonly edition: string;
  /** By column: what its schedule may be set to. */
  readonly columns: readonly LabScope[];
  /** What the facts and amounts of the accident may be set to. */
  readonly accident: LabScope;
}

/** A comparison read from a link. `old`: of another edition or format; `damaged`: not as it was written. Both give what still fits. */
export interface CompareLinked {
  readonly state: CompareState;
  readonly link: 'whole' | 'old' | 'damaged';
}

const FORMAT = '1';
const COLUMNS = ['x', 'y', 'z'] as const;
const SEALED = ['c', 'v', 'e', ...COLUMNS, 'f', 'a'] as const;
const NOTHING: WhatIf = { schedule: {}, facts: {}, amounts: {} };

const sealed = (query: Query): string => sealOf(SEALED.map((part) => query[part] ?? '').join('&'));

interface Parts {
  readonly contracts: readonly { readonly contract: string; readonly pieces: string | undefined }[];
  readonly accident: Query;
}

const written = (base: Query, edition: string, { contracts, accident }: Parts): Query => {
  const columns = contracts.map(({ contract, pieces }, i): [string, string] => [
    COLUMNS[i] ?? '',
    pieces ? `${contract}.${pieces}` : contract,
  ]);
  const query = { ...base, v: FORMAT, e: edition, ...Object.fromEntries(columns), ...accident };
  return { ...query, k: sealed(query) };
};

/** The state with what its links can say alone: a fact that no contract asks for stays out of them. */
const within = ({ rules }: LabScope, { facts, amounts }: CompareState): WhatIf => ({
  schedule: {},
  facts: Object.fromEntries(Object.entries(facts).filter(([name]) => rules.facts.has(name))),
  amounts: Object.fromEntries(Object.entries(amounts).filter(([name]) => rules.amounts.has(name))),
});

/** The query of the address of a comparison. `base` names the case, if any. */
export const linkOfState = (base: Query, scope: CompareScope, state: CompareState): Query =>
  written(base, scope.edition, {
    contracts: state.columns.map(({ contract, schedule }, i) => {
      const of = scope.columns[i];
      return { contract, pieces: of && partsOf(of, { ...NOTHING, schedule })['s'] };
    }),
    accident: partsOf(scope.accident, within(scope.accident, state)),
  });

/**
 * The query of the comparison in which the contract of a lab as it was agreed (A) stands beside the one that these changes make of it (B), for
 * the accident as they have it.
 */
export const compareLinkOf = ({ view: { policy }, scope }: Pick<LabView, 'view' | 'scope'>, changes: WhatIf): Query => {
  const { s, ...accident } = partsOf(scope, changes);
  const { c } = scope.base;
  return written(c === undefined ? {} : { c }, `${scope.edition}.${String(policy.version)}`, {
    contracts: [s, s].map((pieces, i) => ({ contract: policy.id, pieces: i === 0 ? undefined : pieces })),
    accident,
  });
};

/** What a link may be read against. */
export interface LinkGround {
  readonly base: Query;
  /** The contracts that a column may have. */
  readonly offered: ReadonlySet<string>;
  readonly scopeOf: (contracts: readonly string[]) => CompareScope;
  /** What stands where the address says nothing. */
  readonly start: CompareState;
}

/** The comparison of an address: never anything that the controls could not set. */
export const readLink = ({ base, offered, scopeOf, start }: LinkGround, query: Query): CompareLinked => {
  const named = COLUMNS.flatMap((key) => {
    const [contract = '', ...pieces] = (query[key] ?? '').split('.');
    return query[key] === undefined ? [] : [{ contract, pieces: pieces.join('.') }];
  });
  const says = ['v', 'e', 'k', 'f', 'a'].some((part) => query[part] !== undefined) || named.some(({ pieces }) => pieces !== '');
  if (!says && named.length === 0) return { state: start, link: 'whole' };
  const known = named.filter(({ contract }) => offered.has(contract));
  const missing = start.columns.slice(known.length, LEAST_COLUMNS).map(({ contract }) => ({ contract, pieces: '' }));
  const columns = [...known, ...missing];
  const scope = scopeOf(columns.map(({ contract }) => contract));
  const read = columns.map(({ pieces }, i) => {
    const of = scope.columns[i];
    return of ? readParts(of, { s: pieces }) : { changes: NOTHING, fits: false };
  });
  const accident = readParts(scope.accident, { f: query['f'] ?? '', a: query['a'] ?? '' });
  const state: CompareState = {
    columns: columns.map(({ contract }, i) => ({ contract, schedule: read[i]?.changes.schedule ?? {} })),
    facts: accident.changes.facts,
    amounts: accident.changes.amounts,
  };
  const fits = known.length === named.length && missing.length === 0 && accident.fits && read.every((one) => one.fits);
  if (!says) return { state, link: fits ? 'whole' : 'damaged' };
  if (query['c'] !== base['c'] || query['k'] !== sealed(query)) return { state, link: 'damaged' };
  return { state, link: query['v'] === FORMAT && query['e'] === scope.edition && fits ? 'whole' : 'old' };
};
