import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checker, type Hand } from '#app/own/checker.ts';
import type { Answer, Told } from '#app/own/check-worker.ts';
import type { Shelf } from '#lifecycle/check/case.ts';

const shelf: Shelf = { facts: {}, payment: {} as Shelf['payment'], policies: {}, cases: new Set() };
const answer = (line: number): Answer => ({ ok: false, problems: [{ file: '', line, column: 1, found: 'a', allowed: 'b', remedy: 'c' }] });

/** Workers that note what they are told, and answer when the test says so. */
const office = () => {
  const hands: (Hand & { readonly told: Told[]; ended: boolean })[] = [];
  const hire = (): Hand => {
    const hand = {
      told: [] as Told[],
      ended: false,
      onmessage: null,
      onerror: null,
      postMessage: (message: Told) => void hand.told.push(message),
      terminate: () => (hand.ended = true),
    };
    hands.push(hand);
    return hand;
  };
  const reply = (of: number, what: Answer) => hands[of]?.onmessage?.({ data: what } as MessageEvent<Answer>);
  return { hands, hire, reply };
};

// The clock stands still but for these steps: how busy the machine is must not decide what is slow.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const soon = () => vi.advanceTimersByTimeAsync(5);

test('a check that takes too long is ended with its worker, and the next one gets a new worker', async () => {
  const { hands, hire, reply } = office();
  const check = checker(hire, () => Promise.resolve(shelf), 20);
  const endless = check('endless');
  await vi.advanceTimersByTimeAsync(20);
  expect(await endless).toBe('slow');
  expect(hands.map(({ ended }) => ended)).toEqual([true]);
  const next = check('short');
  await soon();
  reply(1, answer(1));
  expect(await next).toEqual(answer(1));
  expect(hands[1]?.told).toEqual([{ shelf }, { text: 'short' }]);
});

test('of the texts that come while one is checked only the latest is checked', async () => {
  const { hands, hire, reply } = office();
  const check = checker(hire, () => Promise.resolve(shelf), 1000);
  const [a, b, c] = [check('a'), check('b'), check('c')];
  expect(await b).toBe('superseded');
  await soon();
  reply(0, answer(1));
  expect(await a).toEqual(answer(1));
  await soon();
  reply(0, answer(3));
  expect(await c).toEqual(answer(3));
  expect(hands[0]?.told).toEqual([{ shelf }, { text: 'a' }, { text: 'c' }]);
});

test('a worker that breaks is let go, and the check says so', async () => {
  const { hands, hire } = office();
  const check = checker(hire, () => Promise.resolve(shelf), 1000);
  const broken = check('a');
  await soon();
  hands[0]?.onerror?.({} as ErrorEvent);
  expect(await broken).toBe('broken');
  expect(hands[0]?.ended).toBe(true);
});

test('a vocabulary that cannot be fetched is said to have broken the check, which can be asked for again', async () => {
  const noted = vi.spyOn(console, 'error').mockReturnValue();
  const { hire } = office();
  const check = checker(hire, () => Promise.reject(new Error('offline')), 1000);
  expect(await check('a')).toBe('broken');
  expect(await check('a')).toBe('broken');
  expect(noted).toHaveBeenCalledTimes(2);
  noted.mockRestore();
});
