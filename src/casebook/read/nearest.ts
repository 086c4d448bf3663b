/** The number of letters to change, insert, drop or swap to make one word of the other; stops counting above `most`. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((row[j - 1] as number) + (same ? 0 : 1), (row[j] as number) + 1, (next[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] as number) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] as number;
};

/** The known word that was probably meant, if one is near enough. */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  const most = word.length < 3 ? 0 : word.length < 5 ? 1 : word.length < 8 ? 2 : 3;
  let best: string | undefined;
  let least = most + 1;
  for (const one of known) {
    const far = distance(word.toLowerCase(), one.toLowerCase(), most);
    if (far < least) [best, least] = [one, far];
  }
  return best;
};

const SHOWN = 12;

/** The known words as a list for a message, shortened when there are many. */
export const listed = (known: Iterable<string>): string => {
  const words = [...known];
  if (words.length === 0) return 'none is defined';
  return words.length > SHOWN ? `${words.slice(0, SHOWN).join(', ')} and ${words.length - SHOWN} more` : words.join(', ');
};

/** `write "x"` when a known word is near, otherwise the given advice. */
export const advice = (word: string, known: Iterable<string>, otherwise: string): string => {
  const near = nearest(word, known);
  return near === undefined ? otherwise : `write "${near}", if that is meant`;
};
