import { loadTemplate } from '#casebook/template.ts';
import { decoded, decodedAs, MOST_BYTES, tooLarge } from '#casebook/read/bytes.ts';
import OwnScreen from '#ui/own/OwnScreen.svelte';
import { shownText } from '#view/own-text.ts';
import type { OpenedFile, OwnDesk, Why } from '#view/own.ts';
import { pick } from '#words/locale.svelte.ts';
import { ownWords } from '#words/own.ts';
import { withQuery } from '../address.ts';
import { check } from '../own/checker.ts';
import { draft, dropCase, keepCase, keepDraft, keptCase, keptCases } from '../own/kept.ts';
import type { Screen, Visit } from '../routes.ts';

async function opened(file: File): Promise<OpenedFile> {
  const large = tooLarge(file.size);
  if (large) return { ok: false, why: large };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = decoded(bytes);
  if (read.ok) return read;
  const { why, as } = read;
  return as ? { ok: false, why, as, read: () => decodedAs(bytes, as) ?? '' } : { ok: false, why };
}

function tooLong(text: string): Why | undefined {
  if (text.length <= MOST_BYTES) return undefined;
  return {
    found: `a file of ${String(text.length)} characters`,
    allowed: `at most ${String(MOST_BYTES)} characters`,
    remedy: 'check that it is the file you meant',
  };
}

/** 自分の事案を開く: a text is opened, checked, mended, kept and played. `open` names a kept case to begin with. */
export async function load({ address, rewrite }: Visit): Promise<Screen | null> {
  if (address.path.length > 1) return null;
  const asked = keptCase(address.query['open'] ?? '');
  const left = draft();
  const begin = asked ? { text: asked.text, name: asked.name, from: asked.id } : (left ?? { text: '', name: null, from: null });
  const desk: OwnDesk = {
    begin,
    template: loadTemplate,
    opened,
    tooLong,
    check: async (text) => {
      const answer = await check(shownText(text));
      if (typeof answer === 'string') return answer;
      if (!answer.ok) return { problems: answer.problems };
      const { case: of, japaneseOnly, paths, map } = answer.value;
      return { id: of.id, title: of.title, japaneseOnly, paths, map, keep: (name) => keepCase(of, text, name) };
    },
    kept: keptCases,
    drop: dropCase,
    keepDraft,
    isKept: ({ text }) => text === '' || keptCases().some((one) => one.text === text),
  };
  return {
    name: 'own',
    title: () => pick(ownWords).title,
    nav: 'cases',
    component: OwnScreen,
    props: { desk },
    arrived: () => rewrite((now) => withQuery(now, 'open', undefined)),
  };
}
