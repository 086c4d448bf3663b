import type { PlayView } from '#view/play.ts';
import { type Both, locale } from '#words/locale.svelte.ts';
import { plain } from '#words/phrase.ts';
import type { playText } from '#words/play.ts';
import { yenRange } from '#words/yen.ts';

type Words = (typeof playText)['ja'];

/** Names what is asked, so that a change of it can be told from a step within it. */
export const keyOf = (task: PlayView['task']): string => {
  switch (task.kind) {
    case 'decision':
    case 'decided':
      return `${task.kind} ${task.id}`;
    case 'read':
      return `read ${task.documents.map(({ id }) => id).join()}`;
    case 'match':
      return `match ${task.rows.map((row) => row.clause.id).join()}`;
    case 'letter':
      return `letter ${String(task.place)}`;
    default:
      return task.kind;
  }
};

/** The one sentence that people who listen are told after something was done: what came of it. */
export const said = ({ task, money }: PlayView, t: Words): string => {
  const of = (text: Both<string>): string => plain(text[locale()]);
  switch (task.kind) {
    case 'decided':
      return of(task.consequence);
    case 'predicted':
      return plain(`${t.reckoned} ${yenRange(task.payment.low, task.payment.high, locale())}`);
    case 'explained':
      return of(task.reply);
    case 'read':
      return plain(task.left > 0 ? t.readLeft(task.left) : t.readDone);
    default:
      return money.payment === null ? plain(t.unsettled) : '';
  }
};
