import { en } from './policy.en.ts';
import { ja } from './policy.ja.ts';

/** The dictionary of the policy viewer in both languages, for `pick`. */
export const policyWords = { ja, en };
