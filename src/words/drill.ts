import { en } from './drill.en.ts';
import { ja } from './drill.ja.ts';

/** The dictionary of the drills in both languages, for `pick`. */
export const drillWords: { readonly ja: typeof ja; readonly en: typeof ja } = { ja, en };
