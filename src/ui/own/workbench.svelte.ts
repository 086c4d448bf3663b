import type { OpenedFile, OwnChecked, OwnDesk, OwnRow, OwnText } from '#view/own.ts';
import { mended } from '#view/own-text.ts';
import { pick } from '#words/locale.svelte.ts';
import { ownWords } from '#words/own.ts';

const PAUSE = 400;

type Refusal = Extract<OpenedFile, { ok: false }>;

/** A question that stands before something is lost. */
interface Question {
  readonly question: string;
  readonly yes: string;
  readonly go: () => void;
}

/** The text on the desk with everything that happens to it. `checked` is told after each check. Call while a component is made. */
export function workbench(desk: OwnDesk, checked: () => void) {
  const t = () => pick(ownWords);
  let now = $state.raw<OwnText>(desk.begin);
  /** The text as it came onto the desk: to take it off again loses nothing. */
  let came = desk.begin.from === null ? '' : desk.begin.text;
  let result = $state.raw<OwnChecked | null>(null);
  let pending = $state(false);
  let refusal = $state.raw<Refusal | null>(null);
  let asking = $state.raw<Question | null>(null);
  let note = $state.raw<'kept' | 'notKept' | null>(null);
  let rows = $state.raw<readonly OwnRow[]>(desk.kept());
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function check() {
    clearTimeout(timer);
    const { text } = now;
    desk.keepDraft(now);
    pending = text !== '';
    if (!pending) {
      result = null;
      return;
    }
    const answer = await desk.check(text);
    if (answer === 'superseded' || text !== now.text) return;
    result = answer;
    pending = false;
    checked();
  }
  function put(next: OwnText) {
    asking = null;
    refusal = null;
    note = null;
    result = null;
    now = next;
    came = next.text;
    void check();
  }
  function orAsk(question: string, yes: string, next: OwnText) {
    if (now.text === came || desk.isKept(now)) put(next);
    else asking = { question, yes, go: () => put(next) };
  }
  const take = (next: OwnText) => orAsk(t().ask.replaceText, t().ask.doReplace, next);

  return {
    get now() {
      return now;
    },
    get result() {
      return result;
    },
    get pending() {
      return pending;
    },
    get refusal() {
      return refusal;
    },
    get asking() {
      return asking;
    },
    get note() {
      return note;
    },
    get rows() {
      return rows;
    },
    check,
    take,
    edit(value: string) {
      now = { ...now, text: mended(now.text, value) };
      pending = true;
      note = null;
      clearTimeout(timer);
      timer = setTimeout(check, PAUSE);
    },
    clear: () => orAsk(t().ask.clear, t().ask.doClear, { text: '', name: null, from: null }),
    no: () => (asking = null),
    async open(file: File) {
      const opened = await desk.opened(file);
      const taken = (text: string) => take({ text, name: file.name, from: null });
      if (opened.ok) taken(opened.text);
      else refusal = 'read' in opened ? { ...opened, read: () => (taken(opened.read()), '') } : opened;
    },
    /** Whether a pasted text may go in; one that is too long is refused before it reaches the field. */
    pasted(text: string): boolean {
      const why = desk.tooLong(text);
      if (why) refusal = { ok: false, why };
      return why === undefined;
    },
    /** Keeps the text that passed, then goes on with its id; asks first where it would take the place of another case. */
    keep(then: (id: string) => void) {
      if (result === null || typeof result === 'string' || !('map' in result) || pending) return;
      const { id, keep } = result;
      const write = () => {
        asking = null;
        note = keep(now.name) ? 'kept' : 'notKept';
        if (note === 'notKept') return;
        now = { ...now, from: id };
        came = now.text;
        desk.keepDraft(now);
        rows = desk.kept();
        then(id);
      };
      const same = rows.find((row) => row.id === id && row.id !== now.from && row.text !== now.text);
      if (same) asking = { question: t().ask.sameId(pick(same.title)), yes: t().ask.doReplace, go: write };
      else write();
    },
    drop(id: string) {
      desk.drop(id);
      rows = desk.kept();
      if (now.from === id) now = { ...now, from: null };
    },
    /** What is typed and not yet checked is kept all the same. */
    leave() {
      clearTimeout(timer);
      desk.keepDraft(now);
    },
  };
}
