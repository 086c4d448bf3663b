import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '#casebook/case.ts';
import { claimOf } from '#lifecycle/claim.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { accepts, replay } from '#lifecycle/replay.ts';
import { parse, toText } from '#lifecycle/save.ts';
import { add, begun, branch, rewind, type Seats, type Sitting, type SittingEvent } from '#lifecycle/sitting.ts';
import { endOn } from '#lifecycle/walk.ts';
import { legal, play, sittings } from './support/player.ts';
import { choice, COSTS_ONLY, decision, SAMPLE } from './support/sample-case.ts';

const find = () => SAMPLE;
const sat = (events: readonly SittingEvent[], of: Case = SAMPLE, seats: Seats = 'all'): Sitting => events.reduce(add, begun(of, seats));
const moment = (events: readonly SittingEvent[], of: Case = SAMPLE, seats: Seats = 'all'): Moment => replay(of, sat(events, of, seats));

const next: SittingEvent = { do: 'next' };
const choose = (id: string, option: 'best' | 'tempting' | 'late' = 'best'): SittingEvent[] => [
  { do: 'choose', decision: id, option },
  next,
];
const toReview: SittingEvent[] = [...choose('D1'), next, ...choose('D2')];

describe('the order of a sitting', () => {
  it('is decision, documents, decision, documents, matching, decisions, prediction, letter, customer’s line', () => {
    const sitting = play(SAMPLE, 'all', 'first');
    const kinds = sitting.events.map((_, i) => replay(SAMPLE, rewind(sitting, i)).todo.kind);
    expect(kinds.filter((kind, i) => kind !== 'next' && kind !== kinds[i - 1])).toEqual([
      'decision',
      'read',
      'decision',
      'read',
      'match',
      'decision',
      'decision',
      'predict',
      'decision',
      'letter',
      'explain',
    ]);
    expect(replay(SAMPLE, sitting).todo).toEqual({ kind: 'end' });
  });

  it('lets 事業者 alone decide and predict; the other seats decide for the best by themselves', () => {
    const sitting = play(SAMPLE, 'insured', 'first');
    expect(sitting.events.map((event) => event.do)).toEqual(['choose', 'next', 'choose', 'next', 'predict', 'next']);
    const end = replay(SAMPLE, sitting);
    expect(end.choices.map(({ decision: id, option, by }) => `${id} ${option} ${by}`)).toEqual([
      'D1 best player',
      'D2 best itself',
      'D3 best player',
      'D4 best itself',
      'D5 best itself',
    ]);
    expect(Object.values(end.lines)).toEqual(Array(5).fill('report'));
  });

  it('is the same gone on with from the last replay as begun anew', () => {
    const sitting = play(SAMPLE, 'all', 'first');
    const grown = sitting.events.map((_, i) => rewind(sitting, i));
    const goneOn = grown.map((each) => replay(SAMPLE, each));
    expect(grown.map((each) => replay(SAMPLE, structuredClone(each)))).toEqual(goneOn);
    const events = choose('D1');
    expect(moment(events, SAMPLE, 'all').choices).toHaveLength(1);
    expect(moment(events, SAMPLE, 'insured').choices).toHaveLength(2);
  });

  it('gives the prediction before anything of the payment, also where the claim is denied', () => {
    const denying: Case = {
      ...SAMPLE,
      decisions: [decision('D2', 'coverageReview', '2025-07-25', { best: choice(['deny']) }), decision('D9', 'denied', '2025-08-01', {})],
    };
    const sitting = play(denying, 'all', 'first');
    const end = replay(denying, sitting);
    expect(end.path.slice(-3)).toEqual(['coverageReview', 'denied', 'closed']);
    const order = sitting.events.map((event) => event.do);
    expect(order.indexOf('predict')).toBeLessThan(order.indexOf('letter'));
    expect(Object.keys(end.letters)).toEqual(['1']);
    expect(end.choices.at(-1)?.decision).toBe('D9');
  });

  it('puts a denied claim’s tasks between its denial and its closing, after what may still be decided', () => {
    const denying: Case = {
      ...SAMPLE,
      decisions: [
        decision('D2', 'coverageReview', '2025-07-25', { best: choice(['deny']) }),
        decision('D9', 'denied', '2025-08-01', { late: choice(['reconsider', 'accept']) }),
      ],
    };
    const sitting = play(denying, 'all', 'first');
    const at = sitting.events.map((_, i) => replay(denying, rewind(sitting, i)));
    expect(at.filter(({ todo }) => ['predict', 'letter', 'explain'].includes(todo.kind)).map(({ state }) => state)).toEqual([
      'denied',
      'denied',
      'denied',
      'denied',
    ]);
    const deciding = at.find(({ todo }) => todo.kind === 'decision' && todo.decision === 'D9');
    expect(Object.keys(deciding?.lines ?? {})).toEqual(['memo-1', 'memo-2', 'report-1']);
    expect(replay(denying, sitting)).toMatchObject({ settled: false, owed: {} });
    expect(Object.keys(replay(denying, sitting).lines)).toHaveLength(5);
  });

  it('asks for a letter under the other wording whatever the claim’s own end', () => {
    const two: Case = {
      ...SAMPLE,
      letters: SAMPLE.letters.map((each) => (each.outcome === 'refusal' ? { ...each, under: 'other-policy' } : each)),
    };
    expect(Object.keys(replay(two, play(two, 'all', 'first')).letters)).toEqual(['0', '1']);
    expect(Object.keys(replay(SAMPLE, play(SAMPLE, 'all', 'first')).letters)).toEqual(['0']);
  });

  it('predicts even where a choice closes the claim at once', () => {
    const closing: Case = { ...SAMPLE, decisions: [decision('D2', 'coverageReview', '2025-07-25', { best: choice(['deny', 'close']) })] };
    const sitting = play(closing, 'all', 'first');
    expect(sitting.events.map((event) => event.do)).toContain('predict');
    expect(replay(closing, sitting).todo.kind).toBe('end');
  });
});

describe('documents', () => {
  it('are read in the investigation as far as they have arrived by its end', () => {
    expect(moment(choose('D1')).todo).toEqual({ kind: 'read', lines: ['memo-1', 'memo-2', 'report-1'] });
  });

  it('are matched where the review ends undecided, and again when more of them come', () => {
    const undecided: Case = { ...SAMPLE, decisions: [] };
    const sitting = play(undecided, 'all', 'first');
    const kinds = sitting.events.map((_, i) => replay(undecided, rewind(sitting, i)).todo.kind);
    expect(kinds.filter((kind, i) => kind !== 'next' && kind !== kinds[i - 1])).toEqual([
      'read',
      'match',
      'read',
      'match',
      'predict',
      'letter',
      'explain',
    ]);
  });

  it('that come with the third party’s claim are read when it has come', () => {
    const come = moment(toReview);
    expect(come.record.claims).toEqual(['2026-02-18']);
    expect(come.todo).toEqual({ kind: 'read', lines: ['bill-0', 'bill-1'] });
  });

  it('make facts known line by line', () => {
    const before = moment(choose('D1'));
    expect(before.facts).toEqual({ insuredBusiness: true, noticeDate: '2025-07-14' });
    expect(moment([...choose('D1'), { do: 'read', line: 'memo-1' }]).facts).toEqual({ ...before.facts, leak: true });
  });

  it('left unread are read by the insurer’s report, so that no fact is lost', () => {
    const after = moment([...choose('D1'), { do: 'read', line: 'memo-2' }, next]);
    expect(after.lines).toEqual({ 'memo-1': 'report', 'memo-2': 'player', 'report-1': 'report' });
    expect(after.facts).toMatchObject({ leak: true, leakSource: 'insured', wrongdoer: 'employee' });
  });

  it('are all read at every end', () => {
    fc.assert(
      fc.property(sittings(SAMPLE), (sitting) => {
        const { todo, lines } = replay(SAMPLE, sitting);
        return todo.kind !== 'end' || Object.keys(lines).length === 5;
      }),
      { numRuns: 60 },
    );
    expect(Object.keys(replay(SAMPLE, play(SAMPLE, 'all', 'first')).lines)).toHaveLength(5);
  });
});

describe('days', () => {
  it('follow the case on the best path', () => {
    const end = endOn(SAMPLE);
    expect(end.dates).toEqual(SAMPLE.dates);
    expect(end.delay).toBe(0);
  });

  it('lost by a choice move everything after it', () => {
    const late = endOn(SAMPLE, { D1: 'late', D4: 'late' });
    expect(late.delay).toBe(32);
    expect(late.dates.notified).toBe('2025-07-25'); // 07-14 + 11
    expect(late.dates.fixed).toBe('2026-04-28'); // 03-27 + 11 + 21
    expect(late.dates.documentsComplete).toBe('2026-05-15'); // 04-13 + 32
  });

  it('do not move the day of the third party’s claim, which selects the policy', () => {
    for (const end of [endOn(SAMPLE), endOn(SAMPLE, { D1: 'late', D2: 'late' })]) expect(end.record.claims).toEqual(['2026-02-18']);
  });

  it('lost by a detour lie before its last event', () => {
    const detour = endOn(SAMPLE, { D2: 'tempting' });
    const days = detour.timeline.flatMap((entry) =>
      entry.kind === 'event' && ['deny', 'reconsider', 'accept'].includes(entry.event) ? [entry.on] : [],
    );
    expect(days).toEqual(['2025-07-25', '2025-07-25', '2025-08-08']); // 07-25 + 14
  });

  it('lost before a state the case does not date are counted all the same', () => {
    const wavering: Case = {
      ...SAMPLE,
      decisions: [decision('D2', 'coverageReview', '2025-07-25', { best: choice(['deny', 'reconsider'], { days: 14 }) })],
    };
    const back = endOn(wavering).timeline.find((entry) => entry.kind === 'event' && entry.event === 'reconsider');
    expect(back?.on).toBe('2025-08-08'); // 07-25 + 14
  });

  it('of the documents’ completion stay as they were once the claim is assessed', () => {
    const slow: Case = { ...SAMPLE, decisions: [decision('D5', 'payee', '2026-04-20', { best: choice([], { days: 30 }) })] };
    expect(endOn(slow).dates).toMatchObject({ documentsComplete: '2026-04-13', paid: '2026-06-07' }); // 05-08 + 30
  });

  it('never run backwards along the path', () => {
    fc.assert(
      fc.property(sittings(SAMPLE), (sitting) => {
        const { path, dates, now } = replay(SAMPLE, sitting);
        const entered = [...new Set(path)]
          .filter((state) => path.indexOf(state) === path.lastIndexOf(state))
          .map((state) => dates[state] ?? '');
        return [...entered, now].every((day, i, all) => i === 0 || day >= (all[i - 1] ?? ''));
      }),
      { numRuns: 60 },
    );
    expect(endOn(SAMPLE).path).toHaveLength(13);
  });
});

describe('the third party’s claim in a case', () => {
  it('that comes in the negotiation is announced with the notice', () => {
    const events = endOn(SAMPLE).timeline.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []));
    expect(events.slice(0, 8)).toEqual([
      'discover',
      'notify',
      'reportCircumstances',
      'investigate',
      'review',
      'accept',
      'receiveClaim',
      'askConsent',
    ]);
  });

  it('may be what discovers the accident', () => {
    const early: Case = { ...SAMPLE, claim: { on: '2025-07-10', at: 'occurred' } };
    expect(endOn(early).timeline[0]).toMatchObject({ kind: 'event', event: 'receiveClaim', on: '2025-07-10' });
    expect(endOn(early).record.claims).toEqual(['2025-07-10']);
  });

  it('may come after the insured’s own costs were paid, and is then settled too', () => {
    const late: Case = { ...COSTS_ONLY, claim: { on: '2026-07-01', at: 'paid' } };
    expect(endOn(late).path).toEqual([
      'occurred',
      'discovered',
      'notified',
      'investigating',
      'coverageReview',
      'claimFiled',
      'assessing',
      'payee',
      'paid',
      'coverageReview',
      'negotiating',
      'fixed',
      'claimFiled',
      'assessing',
      'payee',
      'paid',
      'closed',
    ]);
  });

  it('never comes in a costs-only case, which skips the negotiation and, undated, the recovery', () => {
    expect(endOn(COSTS_ONLY).path).toEqual([
      'occurred',
      'discovered',
      'notified',
      'investigating',
      'coverageReview',
      'claimFiled',
      'assessing',
      'payee',
      'paid',
      'closed',
    ]);
    expect(endOn(COSTS_ONLY).settled).toBe(true);
  });

  it('sent by a choice does not come a second time', () => {
    const told: Case = { ...SAMPLE, decisions: [decision('D1', 'discovered', '2025-07-14', { best: choice(['notify', 'receiveClaim']) })] };
    expect(endOn(told).record.claims).toEqual(['2025-07-14']);
  });
});

describe('what a choice does', () => {
  it('records the amount paid without consent, and the talks go on to consent', () => {
    const end = endOn(SAMPLE, { D3: 'late' });
    expect(end.record.withoutConsent).toEqual([{ on: '2026-03-09', amount: 10_000_000 }]);
    expect(end.facts).toMatchObject({ paidWithoutConsentAmount: 10_000_000 });
    expect(end.timeline.some((entry) => entry.kind === 'event' && entry.event === 'giveConsent')).toBe(true);
  });

  it('that goes to court comes back to the talks by a settlement in court', () => {
    const sued = endOn(SAMPLE, { D3: 'tempting' });
    expect(sued.path.slice(5, 9)).toEqual(['negotiating', 'litigating', 'negotiating', 'fixed']);
    expect(sued.dates.negotiating).toBe('2025-07-25'); // the day of the first time
  });

  it('stops for its consequence to be read', () => {
    const shown = moment([{ do: 'choose', decision: 'D1', option: 'late', confidence: 'high' }]);
    expect(shown.todo).toEqual({ kind: 'next', after: 'decision' });
    expect(shown.choices).toEqual([{ decision: 'D1', option: 'late', by: 'player', on: '2025-07-14', confidence: 'high' }]);
    expect(shown.state).toBe('notified');
  });
});

describe('the claim as it is known', () => {
  it('says nothing of what is owed before it is fixed', () => {
    const early = moment(toReview);
    expect(early.settled).toBe(false);
    expect(claimOf(SAMPLE, early).losses.map(({ owed, performed }) => [owed, performed])).toEqual(Array(3).fill([undefined, undefined]));
  });

  it('takes shares in whole yen, fractions cut off, and what a choice says over the settlement', () => {
    const profit = (at: Moment) => claimOf(SAMPLE, at).losses.find(({ id }) => id === 'profit');
    expect(profit(endOn(SAMPLE))).toMatchObject({ amount: 9_999_999, owed: 6_999_999, performed: 6_999_999 }); // 70 % of 9,999,999 = 6,999,999.3
    expect(profit(endOn(SAMPLE, { D4: 'late' }))).toMatchObject({ owed: 5_000_000, performed: 5_000_000 });
  });

  it('owes nothing of what is claimed once no liability is found; the own spending stays', () => {
    const free: Case = {
      ...SAMPLE,
      decisions: [decision('D3', 'negotiating', '2026-03-09', { best: choice(['sue', 'findNoLiability']) })],
    };
    expect(claimOf(free, endOn(free)).losses.map(({ owed }) => owed)).toEqual([0, 0, undefined]);
  });

  it('is read under the other wording with that one’s schedule and facts, the same losses', () => {
    const end = endOn(SAMPLE);
    const [own, other] = [claimOf(SAMPLE, end), claimOf(SAMPLE, end, 'other')];
    expect(own.schedule).toEqual({ liabilityLimit: 100_000_000 });
    expect(other.schedule).toEqual({ deductible: 500_000 });
    expect(other.facts).toEqual({ ...own.facts, crime: true });
    expect(other.losses).toEqual(own.losses);
  });
});

describe('what fits', () => {
  const start = begun(SAMPLE, 'all');

  it('is the decision asked, not another', () => {
    expect(accepts(SAMPLE, start, { do: 'choose', decision: 'D1', option: 'late' })).toBe(true);
    expect(accepts(SAMPLE, start, { do: 'choose', decision: 'D2', option: 'best' })).toBe(false);
    expect(accepts(SAMPLE, start, next)).toBe(false);
  });

  it('is a line at hand, once', () => {
    const reading = sat(choose('D1'));
    expect(accepts(SAMPLE, reading, { do: 'read', line: 'memo-1' })).toBe(true);
    expect(accepts(SAMPLE, reading, { do: 'read', line: 'bill-1' })).toBe(false);
    expect(accepts(SAMPLE, add(reading, { do: 'read', line: 'memo-1' }), { do: 'read', line: 'memo-1' })).toBe(false);
  });

  it('is any pair of the lines and clauses put to the player; a later answer to a pair replaces the earlier', () => {
    const undecided: Case = { ...SAMPLE, decisions: SAMPLE.decisions.filter(({ id }) => id !== 'D2') };
    const matching = sat([...choose('D1'), next]);
    expect(replay(undecided, matching).todo).toEqual({ kind: 'match', lines: ['report-1', 'memo-1'], clauses: ['S-TR-LEAK', 'S-EX01'] });
    const cross: SittingEvent = { do: 'match', line: 'memo-1', clause: 'S-TR-LEAK', answer: 'met' };
    expect(accepts(undecided, matching, { ...cross, clause: 'S-PERIOD' })).toBe(false);
    const twice = [cross, { ...cross, answer: 'unknown' } as const].reduce(add, matching);
    expect(replay(undecided, twice).matches).toEqual([{ line: 'memo-1', clause: 'S-TR-LEAK', answer: 'unknown' }]);
  });

  it('is one prediction of whole yen', () => {
    const events = play(SAMPLE, 'insured', 'first').events.slice(0, 4);
    const predicting = sat(events, SAMPLE, 'insured');
    expect(replay(SAMPLE, predicting)).toMatchObject({ todo: { kind: 'predict' }, prediction: null });
    expect(accepts(SAMPLE, predicting, { do: 'predict', yen: -1 })).toBe(false);
    const locked = add(predicting, { do: 'predict', yen: 53_000_000 });
    expect(replay(SAMPLE, locked).prediction).toBe(53_000_000);
    expect(accepts(SAMPLE, locked, { do: 'predict', yen: 1 })).toBe(false);
  });

  it('is a whole letter: no slot may be left empty', () => {
    const letter = play(SAMPLE, 'all', 'first').events;
    const first = letter.findIndex((event) => event.do === 'letter');
    const writing = sat(letter.slice(0, first + 1));
    expect(replay(SAMPLE, writing).todo).toEqual({ kind: 'letter', letter: 0, empty: ['limit'] });
    expect(accepts(SAMPLE, writing, next)).toBe(false);
    expect(accepts(SAMPLE, writing, { do: 'letter', slot: 'limit', answer: 2 })).toBe(false);
    expect(accepts(SAMPLE, writing, { do: 'letter', slot: 'toString', answer: 0 })).toBe(false);
    expect(accepts(SAMPLE, add(writing, { do: 'letter', slot: 'limit', answer: 1 }), next)).toBe(true);
  });

  it('is three hints at most, anywhere before the end', () => {
    const hinted = sat([{ do: 'hint' }, { do: 'hint' }, { do: 'hint' }]);
    expect(replay(SAMPLE, hinted)).toMatchObject({ hints: 3, todo: { kind: 'decision' } });
    expect(accepts(SAMPLE, hinted, { do: 'hint' })).toBe(false);
    expect(accepts(SAMPLE, play(SAMPLE, 'all', 'first'), { do: 'hint' })).toBe(false);
  });

  it('is nothing after the end', () => {
    const end = play(SAMPLE, 'all', 'first');
    expect(legal(SAMPLE, end)).toEqual([]);
    expect(accepts(SAMPLE, end, next)).toBe(false);
  });

  it('is told by a throw where a sitting was never legal', () => {
    expect(() => moment([next])).toThrow('event 0 of the sitting does not fit case S-01');
  });
});

describe('replay', () => {
  it('gives the same moment after saving and reading', () => {
    fc.assert(
      fc.property(sittings(SAMPLE), (sitting) => {
        const read = parse(toText(sitting), find);
        expect('sitting' in read && replay(SAMPLE, read.sitting)).toEqual(replay(SAMPLE, sitting));
      }),
      { numRuns: 60 },
    );
  });

  it('of a sitting rewound to n is replay of its first n events', () => {
    fc.assert(
      fc.property(sittings(SAMPLE), fc.nat({ max: 60 }), (sitting, n) => {
        const first = { ...sitting, events: sitting.events.slice(0, n) };
        expect(replay(SAMPLE, rewind(sitting, n))).toEqual(replay(SAMPLE, first));
      }),
      { numRuns: 60 },
    );
  });

  it('is plain data', () => {
    const at = replay(SAMPLE, play(SAMPLE, 'all', 'first'));
    expect(JSON.parse(JSON.stringify(at))).toEqual(at);
  });

  it('resumes exactly at every point of a case', () => {
    const whole = play(SAMPLE, 'all', 'first');
    whole.events.forEach((event, n) => {
      const read = parse(toText({ ...whole, events: whole.events.slice(0, n) }), find);
      if (!('sitting' in read)) throw new Error(read.problem);
      const at = replay(SAMPLE, read.sitting);
      expect(at.played).toBe(n);
      expect(at.todo).toEqual(replay(SAMPLE, rewind(whole, n)).todo);
      expect(accepts(SAMPLE, read.sitting, event)).toBe(true);
    });
    expect(whole.events.length).toBeGreaterThan(20);
  });

  it('takes a whole sitting in a few milliseconds', () => {
    const whole = play(SAMPLE, 'all', 'first');
    const start = performance.now();
    for (let i = 0; i < 20; i++) replay(SAMPLE, whole);
    expect((performance.now() - start) / 20).toBeLessThan(30);
  });
});

describe('the timeline', () => {
  it('says for each entry how far to rewind to decide anew', () => {
    const whole = play(SAMPLE, 'all', 'first');
    const { timeline } = replay(SAMPLE, whole);
    const decisions = timeline.filter((entry) => entry.kind === 'decision');
    expect(decisions).toHaveLength(5);
    for (const entry of decisions) {
      expect(replay(SAMPLE, rewind(whole, entry.at)).todo).toEqual({ kind: 'decision', decision: entry.decision });
    }
  });

  it('holds the case’s own entries once, also where their state is entered again', () => {
    const again: Case = { ...SAMPLE, timeline: [{ at: 'coverageReview', text: SAMPLE.title, from: 'assumed' }] };
    const end = endOn(again, { D2: 'tempting' });
    expect(end.path.filter((state) => state === 'coverageReview')).toHaveLength(2);
    expect(end.timeline.filter(({ kind }) => kind === 'beat')).toHaveLength(1);
  });

  it('holds the case’s own entries, at the state they belong to', () => {
    expect(moment([{ do: 'choose', decision: 'D1', option: 'best' }]).timeline.at(-1)).toEqual({
      kind: 'beat',
      beat: 0,
      on: '2025-07-14',
      at: 0,
    });
  });
});

describe('a branch', () => {
  const whole = play(SAMPLE, 'all', 'first');
  const other: SittingEvent = { do: 'choose', decision: 'D1', option: 'tempting' };

  it('keeps the way it leaves, with its end', () => {
    const branched = branch(whole, 0, other);
    expect(branched.events).toEqual([other]);
    expect(branched.twigs).toEqual([whole.events]);
    expect(replay(SAMPLE, { ...branched, events: branched.twigs[0] ?? [] }).todo.kind).toBe('end');
  });

  it('keeps no twig that another one holds already', () => {
    const short = { ...whole, events: whole.events.slice(0, 4) };
    expect(rewind({ ...whole, twigs: rewind(short, 2).twigs }, 0).twigs).toEqual([whole.events]);
    expect(rewind(whole, whole.events.length)).toBe(whole);
  });

  it('keeps the eight latest', () => {
    let sitting = begun(SAMPLE, 'all');
    for (let i = 0; i < 12; i++)
      sitting = rewind(
        sat(i % 2 ? [other] : [{ ...other, option: 'best' }, ...Array<SittingEvent>(i % 3).fill(next)]).events.reduce(
          add,
          rewind(sitting, 0),
        ),
        0,
      );
    expect(sitting.twigs.length).toBeLessThanOrEqual(8);
    expect(sitting.twigs.length).toBeGreaterThan(1);
  });
});
