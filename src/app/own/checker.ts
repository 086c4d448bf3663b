import { caseIds, loadFacts, loadGeneral, loadPolicy, policyIds } from '#casebook/index.ts';
import type { Policy } from '#casebook/policy.ts';
import type { Shelf } from '#lifecycle/check/case.ts';
import type { Answer, Told } from './check-worker.ts';

/** The longest a check may take, in ms. A whole case takes a tenth of a second. */
const LONGEST = 10_000;

/** As much of a worker as checking needs. */
export interface Hand {
  postMessage(message: Told): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** What checking a text came to; `slow` where it was ended after its time, `superseded` where a newer text came before it was begun. */
export type Checked = Answer | 'slow' | 'superseded';

/**
 * Checks texts one after the other in a worker, so that nothing on screen ever waits. Of texts that come while one is checked only the
 * latest is. A check that takes too long is ended together with its worker; the next one gets a new worker.
 */
export const checker = (hire: () => Hand, shelf: () => Promise<Shelf>, longest = LONGEST): ((text: string) => Promise<Checked>) => {
  let hand: Hand | undefined;
  let busy = false;
  let waiting: { readonly text: string; readonly done: (answer: Checked) => void } | undefined;

  const ready = async (): Promise<Hand> => {
    if (hand) return hand;
    const found = await shelf();
    hand = hire();
    hand.postMessage({ shelf: found });
    return hand;
  };
  const asked = (worker: Hand, text: string): Promise<Checked> =>
    new Promise((done) => {
      const end = (answer: Checked): void => {
        clearTimeout(timer);
        if (answer === 'slow') dismiss();
        done(answer);
      };
      const timer = setTimeout(() => end('slow'), longest);
      worker.onmessage = ({ data }) => end(data);
      worker.onerror = () => {
        dismiss();
        end('broken');
      };
      worker.postMessage({ text });
    });
  const dismiss = (): void => {
    hand?.terminate();
    hand = undefined;
  };

  const check = async (text: string): Promise<Checked> => {
    if (busy) {
      waiting?.done('superseded');
      return new Promise((done) => (waiting = { text, done }));
    }
    busy = true;
    let answer: Checked = 'broken';
    try {
      answer = await asked(await ready(), text);
    } catch (problem) {
      console.error(problem);
    }
    busy = false;
    const next = waiting;
    waiting = undefined;
    if (next) void check(next.text).then(next.done);
    return answer;
  };
  return check;
};

const present = <T>(value: T | null): value is T => value !== null;

/** What a case of somebody's own may refer to: the vocabulary, the wordings, the ids of our cases. */
const loadShelf = async (): Promise<Shelf> => {
  const [facts, general, cases, ...policies] = await Promise.all([loadFacts(), loadGeneral(), caseIds(), ...policyIds().map(loadPolicy)]);
  return {
    facts,
    payment: general.payment,
    policies: Object.fromEntries(policies.filter(present).map((policy): [string, Policy] => [policy.id, policy])),
    cases: new Set(cases),
  };
};

/** Checks the text of a case, line ends all `\n`, with the code of `check:cases`. One worker serves the whole visit. */
export const check = checker(() => new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' }), loadShelf);
