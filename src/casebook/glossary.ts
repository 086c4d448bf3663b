import type { From, Text } from './text.ts';

/** One entry of glossary.yaml. */
export interface Term {
  readonly id: string;
  readonly term: string;
  /** In hiragana. */
  readonly reading: string;
  /** Other written forms that mean the same. */
  readonly forms: readonly string[];
  /** Longer words that hold a form and are no term, such as a product's name. */
  readonly notIn: readonly string[];
  readonly en: string;
  readonly enForms: readonly string[];
  readonly meaning: Text;
  /** Terms it is often taken for, and what keeps them apart. */
  readonly distinguish?: { readonly ids: readonly string[]; readonly note: Text };
  readonly clauses: readonly string[];
  readonly from: Exclude<From, 'assumed'>;
  /** The law or practice the meaning rests on, where one is to be named. */
  readonly source?: Text;
}

/** Every term, in the order written. */
export type Glossary = readonly Term[];

const found = import.meta.glob<Glossary>('/scenarios/glossary.yaml', { import: 'default' });

/** The glossary, a chunk of its own. */
export const loadGlossary = (): Promise<Glossary> => {
  const load = Object.values(found)[0];
  if (!load) throw new Error('scenarios/glossary.yaml is missing from the build');
  return load();
};
