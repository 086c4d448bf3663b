import type { Shelf } from '#lifecycle/check/case.ts';
import { type OwnCase, readOwnCase } from '#lifecycle/check/own.ts';
import type { Reading } from '#casebook/read/problem.ts';

/** What the worker is told: once what cases are checked against, then one text after the other. */
export type Told = { readonly shelf: Shelf } | { readonly text: string };
/** What it answers to each text; nothing but `broken` where the check itself broke off. */
export type Answer = Reading<OwnCase> | 'broken';

let shelf: Shelf | undefined;

addEventListener('message', ({ data }: MessageEvent<Told>) => {
  if ('shelf' in data) {
    ({ shelf } = data);
    return;
  }
  let answer: Answer = 'broken';
  try {
    if (shelf) answer = readOwnCase(data.text, shelf);
  } catch (problem) {
    console.error(problem);
  }
  postMessage(answer);
});
