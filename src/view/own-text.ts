const MARK = '\uFEFF';
const ENDS = /\r\n|\r|\n/u;

/** A text as a text field holds it: without a byte order mark, every line end the same. */
export const shownText = (kept: string): string => (kept.startsWith(MARK) ? kept.slice(1) : kept).replace(/\r\n?/gu, '\n');

interface Lines {
  readonly lines: readonly string[];
  readonly ends: readonly string[];
}
const cut = (text: string): Lines => ({ lines: text.split(ENDS), ends: text.match(/\r\n|\r|\n/gu) ?? [] });

const commonest = (ends: readonly string[]): string => {
  const count = (end: string): number => ends.filter((one) => one === end).length;
  return ['\n', '\r\n', '\r'].reduce((best, end) => (count(end) > count(best) ? end : best));
};

/**
 * The text as it is kept and exported, after the field was edited: lines that were not touched keep their ends, new ones get the commonest
 * of the file, and a byte order mark stays.
 */
export const mended = (before: string, shown: string): string => {
  if (shown === shownText(before)) return before;
  const marked = before.startsWith(MARK);
  const old = cut(marked ? before.slice(1) : before);
  const lines = shown.split('\n');
  const most = Math.min(old.lines.length, lines.length) - 1;
  let head = 0;
  while (head < most && old.lines[head] === lines[head]) head++;
  let tail = 0;
  while (tail < most - head && old.lines.at(-1 - tail) === lines.at(-1 - tail)) tail++;
  const usual = commonest(old.ends);
  const endOf = (line: number): string => {
    if (line < head) return old.ends[line] ?? usual;
    const fromLast = lines.length - 1 - line;
    return (fromLast <= tail ? old.ends[old.ends.length - fromLast] : undefined) ?? usual;
  };
  const whole = lines.map((line, i) => (i === lines.length - 1 ? line : line + endOf(i))).join('');
  // A lone \r that comes to stand before a \n would make one line end of two.
  return (marked ? MARK : '') + (shownText(whole) === shown ? whole : lines.join('\n'));
};

/** Where a line and column (from 1) stand in a text whose lines end in \n. */
export const offsetAt = (text: string, line: number, column: number): number => {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end < 0 ? text.length : end);
};

/** A file name for a text that came without one. */
export const fileNameFor = (id: string | undefined, text: string): string =>
  `${id ?? 'case'}.${text.trimStart().replace(MARK, '').trimStart().startsWith('{') ? 'json' : 'yaml'}`;
