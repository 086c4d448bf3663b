/** A stretch of a text, and whether it is one of the words searched for. */
export interface Stretch {
  readonly text: string;
  readonly hit: boolean;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What is searched for: the words of the field, in any width and case. */
export const wordsOf = (search: string): readonly string[] => folded(search).split(/\s+/u).filter(Boolean);

/** The text cut at the words: full width or not, in any case, across the hints where a line may break. */
export const hitsIn = (text: string, words: readonly string[]): readonly Stretch[] => {
  // Each sign of the text is folded by itself, so that a place in the folded text leads back to it.
  let plain = '';
  const origin: number[] = [];
  let at = 0;
  for (const sign of text) {
    const read = sign === '\u200b' ? '' : folded(sign);
    plain += read;
    for (let i = 0; i < read.length; i++) origin.push(at);
    at += sign.length;
  }
  origin.push(text.length);
  const marked: [number, number][] = [];
  for (const word of words) {
    for (let from = plain.indexOf(word); word !== '' && from >= 0; from = plain.indexOf(word, from + word.length)) {
      const end = origin[from + word.length - 1] ?? text.length;
      marked.push([origin[from] ?? 0, end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1)]);
    }
  }
  return stretches(text, marked);
};

/** Whether every word stands in the text. */
export const isHit = (text: string, words: readonly string[]): boolean =>
  words.every((word) => hitsIn(text, [word]).some(({ hit }) => hit));

const stretches = (text: string, marked: readonly (readonly [number, number])[]): readonly Stretch[] => {
  const found: Stretch[] = [];
  let done = 0;
  for (const [from, to] of marked.toSorted(([a], [b]) => a - b)) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    if (start > done) found.push({ text: text.slice(done, start), hit: false });
    found.push({ text: text.slice(start, to), hit: true });
    done = to;
  }
  if (done < text.length) found.push({ text: text.slice(done), hit: false });
  return found;
};
