import { en } from './result-en.ts';
import { ja } from './result-ja.ts';

export type { Piece } from './result-ja.ts';

/** What the result screen says, in both languages. */
export const resultWords = { ja, en };
