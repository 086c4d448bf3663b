import type { YearSource } from './year-bench.ts';
import { isDay } from '#domain/calendar.ts';
import { LARGEST_YEN } from '#domain/yen.ts';
import type { Value } from '#domain/policy/wording.ts';
import { sealOf } from './seal.ts';
import { openedOf, reachOf, type YearState } from './year-state.ts';

/** A state read from a link. `old`: of another edition or format; `damaged`: not as it was written. Both give what still fits. */
export interface YearLinked {
  readonly state: YearState;
  readonly link: 'whole' | 'old' | 'damaged';
}

type Query = Readonly<Record<string, string>>;
type Scope = Pick<YearSource, 'year' | 'policy' | 'cases'>;

const FORMAT = '1';
const BETWEEN = '*';
const UNKNOWN = 'unknown';
const PARTS = ['y', 'v', 'e', 'd', 'a', 'n', 'f'] as const;

/** The versions of the year, the wording and the cases. */
const editionOf = ({ year, policy, cases }: Scope): string =>
  [year.version, policy.version, ...year.reports.map((one) => cases.get(one.case)?.version ?? 0)].join('.');

const sealed = (query: Query): string => sealOf(PARTS.map((part) => query[part] ?? '').join('&'));

/** The query of the address of a state: what differs from how the year opens, and a seal on it. */
export const yearLinkOf = (scope: Scope, state: YearState): Query => {
  const opened = openedOf(scope.year);
  const days = Object.entries(state.days).filter(([id, on]) => on !== opened.days[id]);
  const facts = Object.entries(state.facts);
  const { yen, on } = state.aggregate;
  const parts = {
    ...(days.length > 0 ? { d: days.map(([id, day]) => `${id}.${day}`).join(BETWEEN) } : {}),
    ...(yen === opened.aggregate.yen && on === opened.aggregate.on ? {} : { a: `${on ? 'on' : 'off'}.${yen}` }),
    ...(state.renewed === opened.renewed ? {} : { n: state.renewed ? '1' : '0' }),
    ...(facts.length > 0 ? { f: facts.map(([name, value]) => `${name}.${wordOf(value)}`).join(BETWEEN) } : {}),
  };
  if (Object.keys(parts).length === 0) return { y: scope.year.id };
  const query = { y: scope.year.id, v: FORMAT, e: editionOf(scope), ...parts };
  return { ...query, k: sealed(query) };
};

const wordOf = (value: Value | undefined): string => (value === undefined ? UNKNOWN : value === true ? 'yes' : 'no');
const VALUES: ReadonlyMap<string, boolean | undefined> = new Map([
  ['yes', true],
  ['no', false],
  [UNKNOWN, undefined],
]);

/** The state of an address: never anything that the screen could not set. */
export const yearLinked = (scope: Scope, query: Query): YearLinked => {
  const opened = openedOf(scope.year);
  if (!PARTS.slice(1).some((part) => query[part] !== undefined) && query['k'] === undefined) return { state: opened, link: 'whole' };
  const { first, last } = reachOf(scope.year.period.from);
  const days: Record<string, string> = {};
  const facts: Record<string, boolean | undefined> = {};
  let fits = true;
  for (const [id, on] of pieces(query['d'])) {
    if (Object.hasOwn(opened.days, id) && isDay(on) && on >= first && on <= last) days[id] = on;
    else fits = false;
  }
  for (const [name, word] of pieces(query['f'])) {
    if (scope.year.turns.some(({ fact }) => fact === name) && VALUES.has(word)) facts[name] = VALUES.get(word);
    else fits = false;
  }
  const [, on, digits] = /^(on|off)\.(\d{1,13})$/u.exec(query['a'] ?? '') ?? [];
  const hasAggregate = on !== undefined && Number(digits) <= LARGEST_YEN;
  if (query['a'] !== undefined && !hasAggregate) fits = false;
  const renewed = query['n'];
  if (renewed !== undefined && renewed !== '0' && renewed !== '1') fits = false;
  const state: YearState = {
    days: { ...opened.days, ...days },
    facts,
    aggregate: hasAggregate ? { yen: Number(digits), on: on === 'on' } : opened.aggregate,
    renewed: renewed === '1' || renewed === '0' ? renewed === '1' : opened.renewed,
  };
  if (query['y'] !== scope.year.id || query['k'] !== sealed(query)) return { state, link: 'damaged' };
  return { state, link: query['v'] === FORMAT && query['e'] === editionOf(scope) && fits ? 'whole' : 'old' };
};

const pieces = (text: string | undefined): readonly (readonly [string, string])[] =>
  (text ?? '')
    .split(BETWEEN)
    .filter((one) => one !== '')
    .map((one) => {
      const at = one.indexOf('.');
      return [one.slice(0, Math.max(0, at)), one.slice(at + 1)] as const;
    });
