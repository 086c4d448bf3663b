import { outcomeWords } from './outcome.ts';
import { en } from './result-en.ts';
import { ja } from './result-ja.ts';

/** What the result screen says, in both languages, with what goes with every outcome. */
export const resultWords = { ja: { ...outcomeWords.ja, ...ja }, en: { ...outcomeWords.en, ...en } };
