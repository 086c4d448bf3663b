import type { ja } from './policy.ja.ts';

/** The same in English. */
export const en: typeof ja = {
  glossary: 'Look up a term',
  compare: 'How the two wordings differ',
  compareLead: 'What one wording has and the source of the other has not, topic by topic. The clauses are never mixed.',
  searchHint: 'By number or word, in English or Japanese.',
  topics: (n) => `${String(n)} topics`,
  onlyOne: 'Only one has words on it',
  filter: 'Narrow down the topics',
  all: 'All',
  silent: 'The source has no words on this',
  practice: 'Not in the source, so general practice fills the gap.',
  matched: 'Words that match',
  more: (n) => (n === 0 ? 'How it is read here' : `How it is read, with its cases and drills (${String(n)})`),
  decided: 'Cases that this clause decided',
  excepted: 'Cases in which it was met but excepted',
  drills: 'Drills on this clause',
  detour: 'on another choice',
  print: 'Print',
};
