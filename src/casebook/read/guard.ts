import { Lexer } from 'yaml';

/** What is refused before the text is parsed: it would only cost time and memory. */
export interface Excess {
  readonly offset: number;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

export const LARGEST_FILE = 1_000_000;
export const DEEPEST = 64;
const MOST_TOKENS = 200_000;
const WIDEST_INDENT = 400;
/** The lexer's own marks (document, flow end, scalar) take no place in the text. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/** Looks through the text without building anything from it: its size, its number of parts, and how deep it nests. */
export const excess = (text: string): Excess | undefined => {
  if (text.length > LARGEST_FILE) {
    return {
      offset: 0,
      found: `a file of ${text.length} characters`,
      allowed: `at most ${LARGEST_FILE} characters`,
      remedy: 'divide the file, or check that it is the file you meant',
    };
  }
  const deep = (offset: number): Excess => ({
    offset,
    found: `nesting of more than ${DEEPEST} levels`,
    allowed: `at most ${DEEPEST} levels`,
    remedy: 'check the brackets and the indentation at this place',
  });
  let offset = 0;
  let tokens = 0;
  let flow = 0;
  let run = 0;
  for (const token of new Lexer().lex(text)) {
    if (++tokens > MOST_TOKENS) {
      return {
        offset: Math.min(offset, text.length),
        found: `a file of more than ${MOST_TOKENS} words and signs`,
        allowed: `at most ${MOST_TOKENS}`,
        remedy: 'divide the file, or check that it is the file you meant',
      };
    }
    if (token === '[' || token === '{') flow++;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (flow === 0 && (token === '-' || token === '?' || token === ':')) run++;
    else if (token === '\n' || token === '\r\n') run = 0;
    else if (/^ +$/.test(token) && token.length > WIDEST_INDENT && run === 0) return deep(offset);
    if (flow > DEEPEST || run > DEEPEST * 2) return deep(offset);
    if (!MARKS.has(token)) offset += token.length;
  }
  return undefined;
};

/** Where a quotation begins that is never closed; the parser only says where the file ends. */
export const openQuote = (text: string): number | undefined => {
  let offset = 0;
  let last: number | undefined;
  for (const token of new Lexer().lex(text)) {
    const quote = token[0];
    if ((quote === '"' || quote === "'") && (token.length === 1 || token.at(-1) !== quote)) last = offset;
    if (!MARKS.has(token)) offset += token.length;
  }
  return last;
};
