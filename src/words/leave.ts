import { en } from './leave.en.ts';
import { ja } from './leave.ja.ts';

/** The dictionary of the buttons of a leave-behind in both languages, for `pick`. */
export const leaveWords: { readonly ja: typeof ja; readonly en: typeof ja } = { ja, en };
