import { describe, expect, test } from 'vitest';
import type { Case, Option } from '#casebook/case.ts';
import { isYen } from '#domain/yen.ts';
import { replay } from '#lifecycle/replay.ts';
import { rewind } from '#lifecycle/sitting.ts';
import { placeholders } from '#words/fill.ts';
import { yenEn, yenJa, yenPlainEn } from '#words/yen.ts';
import { lookupOf } from '#view/lookup.ts';
import { type PlayView, playView } from '#view/play.ts';
import { claimAt, type Ground } from '#view/play-ground.ts';
import { groundNamed, ids, wayThrough } from './play-support.ts';

const strings = (of: unknown): string[] =>
  typeof of === 'string' ? [of] : typeof of === 'object' && of !== null ? Object.values(of).flatMap(strings) : [];
const numbers = (of: unknown): number[] =>
  typeof of === 'number' ? [of] : typeof of === 'object' && of !== null ? Object.values(of).flatMap(numbers) : [];

/** The figures that a case gives away by itself: what is claimed, the contract, and every sum of these that its texts state. */
const given = (ground: Ground, end: ReturnType<typeof replay>): Set<string> => {
  const { case: of, policy, facts } = ground;
  const figures = new Set<string>();
  const known = [undefined, of.alsoUnder?.policy].map((under) =>
    lookupOf({
      case: of,
      policy: ground.isOther(under) && ground.other ? ground.other : policy,
      facts,
      claim: claimAt(ground, end, under),
      dates: {},
    }),
  );
  for (const name of new Set(strings(of).flatMap(placeholders))) {
    for (const lookup of known) if (/^(claimed|loss|owed|schedule|amount|fact)/.test(name)) figures.add(lookup(name, 'ja') ?? '');
  }
  for (const value of numbers([
    of.losses,
    of.schedule,
    of.given,
    of.amounts,
    of.documents,
    of.alsoUnder,
    policy.schedule,
    of.decisions.map((decision) => Object.values(decision.choices).map((choice) => choice.sets)),
  ]))
    figures.add(yenJa(Math.abs(Math.trunc(value))));
  figures.add(yenJa(of.losses.reduce((sum, loss) => sum + loss.amount, 0)));
  return figures;
};

/** What the player is to predict: what is paid and kept, in all and pool by pool, under each wording. */
const secret = (ground: Ground, end: ReturnType<typeof replay>): number[] => {
  const results = [undefined, ground.case.alsoUnder?.policy].map((under) => ground.traced(claimAt(ground, end, under), under));
  const figures = results.flatMap((result) =>
    result ? [result.low, result.high, result.ownCost, ...result.pools.flatMap((pool) => [pool.result, pool.paid])] : [],
  );
  const known = given(ground, end);
  return [...new Set(figures)].filter((figure) => !known.has(yenJa(figure)));
};

const says = (text: string, figure: number): boolean => {
  const forms = [yenJa(figure), yenPlainEn(figure), yenEn(figure)].map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\d,.億万])(${forms.join('|')})(?![\\d,])`).test(text);
};

/** A view without what is geometry. */
const shownIn = ({ drawing: _, ...rest }: PlayView): unknown => rest;

const leaks = (view: PlayView, figures: readonly number[]): string[] => [
  ...strings(shownIn(view)).filter((text) => figures.some((figure) => says(text, figure))),
  ...numbers(shownIn(view))
    .filter((value) => value >= 10_000 && figures.includes(value))
    .map(String),
];

describe.each(ids)('%s on screen', (id) => {
  const ground = groundNamed(id);
  const of: Case = ground.case;

  test.each<Option>(['best', 'tempting', 'late'])(
    'says nothing of the outcome before the prediction is locked, taking the %s choices',
    (option) => {
      for (const seats of ['all', 'insured'] as const) {
        const way = wayThrough(of, option, seats);
        const end = replay(of, way.at(-1) as (typeof way)[number]);
        const figures = [
          ...new Set([...secret(ground, end), ...secret(ground, replay(of, wayThrough(of, 'best', seats).at(-1) as (typeof way)[number]))]),
        ];
        const before = way.filter((sitting) => replay(of, sitting).prediction === null);
        expect(before.length).toBeGreaterThan(1);
        for (const sitting of before) {
          const view = playView(ground, sitting);
          expect(leaks(view, figures), `after ${String(sitting.events.length)} events`).toEqual([]);
          expect(view.money.payment).toBeNull();
        }
      }
    },
  );

  test('does say it afterwards, so that the search above would find it', () => {
    const way = wayThrough(of);
    const last = way.at(-1) as (typeof way)[number];
    const view = playView(ground, last);
    expect(view.money.payment).not.toBeNull();
    const paid = view.money.payment?.low ?? -1;
    expect(isYen(paid)).toBe(true);
    expect(numbers(view.money.payment)).toContain(ground.traced(claimAt(ground, replay(of, last)))?.paid);
  });

  test('keeps the outcome of ways not taken back until the prediction', () => {
    const way = wayThrough(of, 'tempting');
    const whole = way.at(-1) as (typeof way)[number];
    const back = rewind(whole, 0);
    expect(playView(ground, back).timeline.twigs.map((twig) => twig.payment)).toEqual([null]);
  });

  test('every moment of every plain way can be shown', () => {
    for (const option of ['best', 'tempting', 'late'] as const) {
      for (const sitting of wayThrough(of, option)) {
        const view = playView(ground, sitting);
        expect(strings(view).filter((text) => /[{}]|undefined|NaN/.test(text))).toEqual([]);
      }
    }
  });
});
