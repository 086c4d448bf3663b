import { outcomeWords } from './outcome.ts';
import { en } from './pair.en.ts';
import { ja } from './pair.ja.ts';

/** What the pair screens say, in both languages, with what goes with every outcome. */
export const pairWords = { ja: { ...outcomeWords.ja, ...ja }, en: { ...outcomeWords.en, ...en } };
