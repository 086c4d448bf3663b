import type { ja } from './glossary.ja.ts';

/** The glossary screen, and the explanation of terms in running text. */
export const en: typeof ja = {
  title: 'Glossary',
  lead: 'The words that cases and policies use. In running text, press a word with a dotted line to see what it means.',
  search: 'Find a term',
  searchHint: 'Shows every term with your word in its name, reading or meaning.',
  found: (count) => (count === 1 ? '1 term' : `${String(count)} terms`),
  none: 'No term fits. Try another word.',
  unknown: 'There is no term of this name. Look for it in the list below.',
  index: 'To a letter',
  row: (letter) => letter,
  forms: 'Also written',
  distinguish: 'Not to be confused with',
  clauses: 'Clauses',
  source: 'Law behind it',
  cases: 'To the cases',
  policy: 'To the wordings',
  open: 'See it in the glossary',
  newTab: ' (opens a new tab)',
  comma: ', ',
};
