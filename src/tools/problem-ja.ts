import type { Problem } from '#casebook/read/problem.ts';
import { problemJa } from '#words/japanese-problems.ts';

const ja = (sentence: string): string => problemJa(sentence) ?? sentence;

/** `file:line:column: 見つかったもの：… 使えるもの：… 直し方：…`, for who reads Japanese. */
export const writtenJa = ({ file, line, column, found, allowed, remedy }: Problem): string =>
  `${file}:${String(line)}:${String(column)}: 見つかったもの：${ja(found)}　使えるもの：${ja(allowed)}　直し方：${ja(remedy)}。`;
