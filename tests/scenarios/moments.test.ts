import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readMoments } from '#casebook/build/moments.ts';
import { momentsFor, type LabMoment } from '#casebook/moment.ts';
import type { Policy } from '#casebook/policy.ts';
import { written } from '#casebook/read/problem.ts';
import { toPercent, toYen } from '#casebook/schema/scalars.ts';
import { compile, trace, type Traced } from '#domain/assess.ts';
import type { Claim, Loss } from '#domain/assessment.ts';
import type { Value } from '#domain/policy/wording.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { checkMoments, momentEnds, momentLibrary, momentsFileOf } from '#tools/check-moments.ts';
import { readShelf } from '#tools/proving/shelf.ts';
import { readGround, SCENARIOS } from '#tools/library.ts';
import { benchOfNothing } from '#view/lab-bench.ts';
import { momentSays, presetOf } from '#view/moment.ts';
import { yen } from '#words/yen.ts';

const opened = <T>(read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: unknown }): T => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
const shelf = readShelf();
const library = opened(momentLibrary(SCENARIOS, opened(readGround()), shelf.policies));
const text = readFileSync(momentsFileOf(SCENARIOS), 'utf8');
const { moments } = opened(readMoments(text, 'moments.yaml', library));
const momentAt = (id: string): LabMoment => moments.find((one) => one.id === id) ?? expect.unreachable(id);

/** The file as it is written, read by nothing of ours but the two number readers. */
interface RawState {
  readonly schedule?: Readonly<Record<string, unknown>>;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly amounts?: Readonly<Record<string, unknown>>;
  readonly under?: string;
}
interface Raw {
  readonly id: string;
  readonly start: { readonly case?: string; readonly form?: string; readonly amounts?: RawState['amounts'] };
  readonly before?: RawState;
  readonly after: RawState;
  readonly says: { readonly ja: string; readonly en: string };
}
const raws = (parse(text) as { moments: Raw[] }).moments;
const rawAt = (id: string): Raw => raws.find((one) => one.id === id) ?? expect.unreachable(id);

interface End {
  readonly policy: Policy;
  readonly claim: Claim;
  readonly result: Traced;
}
const valueOf = (value: unknown): Value => toPercent(value) ?? toYen(value) ?? (value as Value);
const valuesOf = (values: RawState['schedule'] = {}) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueOf(value)]));
const yenOf = (value: unknown): number => toYen(value) ?? expect.unreachable();

/** One state of a moment by the engine alone: the claim of the case's best way, or just the named items, and what the state changes. */
const endOf = ({ start }: Raw, state: RawState = {}): End => {
  const of = shelf.cases.find(({ id }) => id === start.case);
  const amounts = { ...start.amounts, ...state.amounts };
  const other = of !== undefined && state.under !== undefined;
  const policy = (of ? shelf.policies[other ? (of.alsoUnder?.policy ?? '') : of.policy] : library.forms[start.form ?? '']) ?? expect.unreachable();
  const base: Claim = of
    ? claimOf(of, endOn(of), other ? 'other' : 'own')
    : {
        facts: {},
        losses: Object.entries(amounts).map(([id, amount]): Loss => {
          const [side = '', head = ''] = id.split(/-(.*)/u);
          const counted = library.heads.find((one) => one.id === head)?.counted ?? null;
          return { id, side: side as Loss['side'], head, amount: yenOf(amount), ...(counted === null ? {} : { count: counted }) };
        }),
      };
  const claim: Claim = {
    ...base,
    schedule: { ...base.schedule, ...valuesOf(state.schedule) },
    facts: { ...base.facts, ...valuesOf(state.facts) },
    losses: base.losses.map((loss) => {
      const amount = amounts[loss.id] === undefined ? loss.amount : yenOf(amounts[loss.id]);
      return { ...loss, amount, ...(loss.owed === undefined ? {} : { owed: (loss.owed * amount) / loss.amount }) };
    }),
  };
  const result = trace(compile(policy.wording), claim);
  if ('refused' in result) throw new Error(JSON.stringify(result));
  return { policy, claim, result };
};
const endsOf = (raw: Raw): { readonly before: End; readonly after: End } => ({ before: endOf(raw, raw.before), after: endOf(raw, raw.after) });

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
const cutBy = ({ result }: End, cause: string): number =>
  sum(result.items.flatMap(({ cuts }) => cuts.filter((cut) => cut.cause === cause).map(({ amount }) => amount)));
const paidIn = ({ result }: End, pool: string): number => sum(result.pools.filter((one) => one.pool === pool).map(({ paid }) => paid));

/** What stands for a placeholder, in yen or as a percentage, from the assessment itself. */
const figure = (name: string, ends: { readonly before: End; readonly after: End }): number | string => {
  if (name === 'difference') return Math.abs(ends.after.result.paid - ends.before.result.paid);
  const [state, root, id = '', field] = name.split('.');
  const end = ends[state as 'before'];
  const { policy, claim, result } = end;
  switch (root) {
    case 'paid':
      return sum(result.items.map(({ paid }) => paid));
    case 'ownCost':
      return sum(result.items.map(({ claimed, paid, cuts }) => claimed - paid - sum(cuts.filter(({ cause }) => cause === 'not-owed').map(({ amount }) => amount))));
    case 'loss':
      return claim.losses.find((loss) => loss.id === id)?.amount ?? expect.unreachable(name);
    case 'cut':
      return cutBy(end, id);
    case 'pool':
      return field === 'claimed'
        ? sum(result.items.filter(({ pool }) => pool === id).map(({ claimed }) => claimed))
        : sum(result.items.filter(({ pool }) => pool === id).map(({ paid }) => paid));
    case 'schedule': {
      const value = claim.schedule?.[id] ?? policy.wording.schedule[id] ?? expect.unreachable(name);
      return typeof value === 'number' ? value : typeof value === 'object' ? `${value.basisPoints / 100}%` : expect.unreachable(name);
    }
    default:
      return expect.unreachable(name);
  }
};

describe('the sentence of every moment', () => {
  test.each(raws)('$id: each figure is the one of the assessment', (raw) => {
    const ends = endsOf(raw);
    const moment = momentAt(raw.id);
    const { before, after } = momentEnds(moment, library);
    const said = momentSays(moment, before, after);
    for (const locale of ['ja', 'en'] as const) {
      const names = [...raw.says[locale].matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name);
      expect(names.length).toBeGreaterThan(1);
      const filled = raw.says[locale].replace(/\{([^{}]*)\}/gu, (_, name: string) => {
        const found = figure(name, ends);
        return typeof found === 'number' ? yen(found, locale) : found;
      });
      expect(said[locale]).toBe(filled);
    }
  });

  test.each(raws)('$id: both languages name the same figures', ({ says }) => {
    const names = (told: string) => [...new Set([...told.matchAll(/\{([^{}]*)\}/gu)].map(([, name]) => name))].sort();
    expect(names(says.en)).toEqual(names(says.ja));
  });
});

describe('what each sentence claims, from the assessment', () => {
  const at = (id: string) => endsOf(rawAt(id));
  const paid = ({ before, after }: ReturnType<typeof endsOf>) => [before.result.paid, after.result.paid];
  const M = 1_000_000;

  test('a deductible stops mattering above the limit, and matters again once it is large', () => {
    const idle = at('deductible-idle');
    expect(paid(idle)).toEqual([22.9 * M, 22.9 * M]);
    // 25M owed − 1M or − 0 both exceed 20M
    for (const end of [idle.before, idle.after]) expect(paidIn(end, 'liability')).toBe(20 * M);
    const bites = at('deductible-bites');
    // 25M − 10M = 15M < 20M
    expect(paidIn(bites.after, 'liability')).toBe(15 * M);
    expect(cutBy(bites.after, 'limit')).toBe(0);
    expect(paid(bites)).toEqual([22.9 * M, 17.9 * M]);
    const steps = [0, 1, 2, 3, 4, 5].map((step) => endOf(rawAt('deductible-idle'), { schedule: { deductible: step * M } }).result.paid);
    expect(new Set(steps).size).toBe(1);
    expect(endOf(rawAt('deductible-idle'), { schedule: { deductible: 5 * M + 1 } }).result.paid).toBe(22.9 * M - 1);
  });

  test('the cost limit stops recourse of 43M at 30M; a higher one lets it through, a higher limit of liability does not', () => {
    const cap = at('cost-cap');
    expect(paidIn(cap.before, 'recourse-cost')).toBe(30 * M);
    expect(paidIn(cap.after, 'recourse-cost')).toBe(43 * M);
    expect(paid(cap)).toEqual([53 * M, 66 * M]);
    const alone = at('cost-cap-alone');
    expect(paid(alone)).toEqual([53 * M, 53 * M]);
    expect(paidIn(alone.before, 'liability')).toBeLessThan(100 * M);
  });

  test('of the three caps of the restoration rider just the one that is named bites', () => {
    const caps = ({ claim, policy }: End) => {
      const spent = claim.losses.find(({ id }) => id === 'prevention')?.amount ?? expect.unreachable();
      const cost = (claim.schedule?.['costLimit'] ?? policy.wording.schedule['costLimit']) as number;
      return { ratio: spent * 0.9, tenth: cost * 0.1, fixed: 5 * M };
    };
    const expected = { 'rider-ratio': 'ratio', 'rider-tenth': 'tenth', 'rider-fixed': 'fixed' } as const;
    for (const [id, which] of Object.entries(expected)) {
      const { before, after } = at(id);
      for (const end of id === 'rider-ratio' ? [after] : [before, after]) {
        const all = caps(end);
        expect(Math.min(...Object.values(all)), id).toBe(all[which]);
        expect(Object.values(all).filter((one) => one === all[which]), id).toHaveLength(1);
        expect(paidIn(end, 'recovery'), id).toBe(all[which]);
      }
    }
    expect(paid(at('rider-fixed'))).toEqual([30 * M, 30 * M]);
  });

  test('the total falls as damages rise under pro-rated defence costs, and not where defence stands inside the limit', () => {
    for (const id of ['total-falls', 'total-falls-in-court']) {
      const { before, after } = at(id);
      expect(after.result.claimed, id).toBeGreaterThan(before.result.claimed);
      expect(after.result.paid, id).toBeLessThan(before.result.paid);
      expect(paidIn(after, 'damages'), id).toBeGreaterThanOrEqual(paidIn(before, 'damages'));
      expect(paidIn(after, 'defence'), id).toBeLessThan(paidIn(before, 'defence'));
    }
    // 20M × 100M ÷ 200M = 10M; 9M × 30M ÷ 62.5M = 4.32M
    expect(paidIn(at('total-falls').after, 'defence')).toBe(10 * M);
    expect(paidIn(at('total-falls-in-court').after, 'defence')).toBe(4.32 * M);
    expect(paid(at('one-limit'))).toEqual([100 * M, 100 * M]);
  });

  test('the other wording decides the same accident otherwise', () => {
    const nothing = at('other-wording-nothing');
    expect(nothing.before.policy.id).not.toBe(nothing.after.policy.id);
    expect(nothing.after.claim.losses).toEqual(nothing.before.claim.losses);
    expect(paid(nothing)).toEqual([14 * M, 0]);
    const more = at('other-wording-more');
    // One pays response costs alone, the other liability alone.
    expect([paidIn(more.before, 'liability'), paidIn(more.before, 'response')]).toEqual([0, 1.4 * M]);
    expect([paidIn(more.after, 'damages'), more.after.result.paid]).toEqual([9 * M, 9 * M]);
  });

  test('a franchise pays nothing up to it and everything above; an excess the rest', () => {
    expect(paid(at('franchise-over'))).toEqual([0, 1.1 * M]);
    expect(paid(at('franchise-or-excess'))).toEqual([0.1 * M, 1.1 * M]);
  });

  test('a cap per head leaves out what goes over it', () => {
    const { before, after } = at('per-head');
    // 10,000 people at 1,000 yen: min(10M, 10,000 × cap), less 0.1M, × 90 %
    expect(cutBy(before, 'per-head')).toBe(0);
    expect(cutBy(after, 'per-head')).toBe(5 * M);
    expect(paid({ before, after })).toEqual([8.91 * M, 4.41 * M]);
  });
});

const judged = (of: string): readonly string[] => {
  const read = readMoments(of, 'm.yaml', library);
  const checked = read.ok ? checkMoments(read.value, library) : read;
  return checked.ok ? [] : checked.problems.map(written);
};

describe('moments.yaml', () => {
  test('is true as it stands', () => {
    expect(judged(text)).toEqual([]);
  });

  /** Every amount and percentage of the file that is no text, by the way to it. */
  const figures = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] => {
    if (path.some((step) => step === 'says' || step === 'title')) return [];
    if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, one]) => figures(one, [...path, Array.isArray(value) ? Number(key) : key]));
    return toYen(value) !== null || toPercent(value) ? [path] : [];
  };
  const all = figures(raws);
  const turned = (path: readonly (string | number)[], by: (yen: number) => number): string => {
    const copy = JSON.parse(JSON.stringify(raws)) as Record<string | number, unknown>[];
    const inner = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, step) => at[step] as Record<string | number, unknown>, copy as never);
    const last = path.at(-1) ?? '';
    const value = inner[last];
    inner[last] = toPercent(value) ? '95%' : by(yenOf(value));
    return stringify({ moments: copy });
  };

  test('a mutation of any figure is refused, but where the sentence says that it does not matter', () => {
    expect(all.length).toBeGreaterThan(80);
    const survivors = all.filter((path) => [turned(path, (one) => one + 10_000), turned(path, (one) => Math.max(0, one - 10_000))].some((of) => of !== stringify({ moments: raws }) && judged(of).length === 0));
    const at = ([i = 0, ...path]: readonly (string | number)[]) => `${raws[Number(i)]?.id ?? ''} ${path.join('.')}`;
    expect([...new Set(survivors.map(at))]).toEqual([
      // A limit above what there is to stop, and a cost limit whose 10% is above the fixed cap.
      'cost-cap after.schedule.costLimit',
      'cost-cap-alone after.schedule.liabilityLimit',
      'rider-fixed before.schedule.costLimit',
      'rider-fixed after.schedule.costLimit',
      // A cap per head above what is given each.
      'per-head before.schedule.perHead',
    ]);
  });

  test.each([
    ['{ case: IT-10 }', '{ case: IT-99 }', 'Found the case "IT-99", which is not there.'],
    ['form: form-c', 'form: form-z', 'Found the form "form-z", which is not there.'],
    ['spent-gift: ', 'spent-present: ', 'Found the loss "spent-present", which is not there.'],
    ['deductible: 0 }', 'deductable: 0 }', 'Found the schedule entry "deductable", which is not known.'],
    ['{ under: plan-b }', '{ under: plan-c }', 'Found "plan-c", under which this claim is not read.'],
    ['{after.paid}のまま', '{paid}のまま', 'Found {paid}, which names no state.'],
    ['{after.paid}のまま', '{after.payed}のまま', 'Found {after.payed}, which is no placeholder.'],
    ['{after.paid}のまま', '100万円のまま', 'Found "100万円" written out in a text.'],
    ['cut: aggregate', 'cut: agregate', 'Found the cause "agregate", which is not there.'],
    ['clause: FF-HEAD', 'clause: FF-HAED', 'Found the clause "FF-HAED", which is not there.'],
    ['- { same: paid }', '- { falls: paid }', 'Found something that does not hold. Allowed: 22900000 yen before, 22900000 yen after, which is what the engine computes.'],
    ["after: '2,290万円'", "after: '2,291万円'", 'Found 22900000 and 22910000 yen. Allowed: 22900000 and 22900000 yen, which is what the engine computes.'],
    ['after: { schedule: { deductible: 0 } }', 'after: {}', 'Found two states that are the same.'],
    ['id: deductible-bites', 'id: deductible-idle', 'Found the moment "deductible-idle" a second time.'],
  ])('refuses %s turned into %s', (find, write, problem) => {
    expect(text).toContain(find);
    const [first = ''] = judged(text.replace(find, write));
    expect(first).toContain(problem);
    expect(first).toMatch(/^m\.yaml:\d+:\d+: /u);
  });
});

test('the moments of a start are those of its case or form, in the order of the file', () => {
  expect(momentsFor(moments, { case: 'IT-14' }).map(({ id }) => id)).toEqual(['rider-ratio', 'rider-tenth', 'rider-fixed']);
  expect(momentsFor(moments, { form: 'form-a' }).map(({ id }) => id)).toEqual(['total-falls', 'franchise-over', 'franchise-or-excess']);
  expect(momentsFor(moments, { case: 'form-a' })).toEqual([]);
});

test('a moment as a screen offers it: the sentence, and its two states over the start, the amounts of the start in both', () => {
  const bench = benchOfNothing(library.forms['form-a'] ?? expect.unreachable(), library.facts, library.heads);
  const view = presetOf(momentAt('franchise-or-excess'), bench, null, '#/beside');
  expect(view).toMatchObject({
    id: 'franchise-or-excess',
    before: { schedule: {}, facts: {}, amounts: { 'claimed-damages': 1_100_000 } },
    changes: { schedule: { deductibleKind: 'franchise' }, facts: {}, amounts: { 'claimed-damages': 1_100_000 } },
    href: null,
  });
  expect(view.text.ja).toContain('110万円');
});
