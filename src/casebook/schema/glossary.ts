import * as v from 'valibot';
import { group, id, line, list, oneOf, say, text, type RawText } from './scalars.ts';

export interface RawTerm {
  id: string;
  term: string;
  reading: string;
  forms?: string[];
  notIn?: string[];
  en: string;
  enForms?: string[];
  meaning: RawText;
  distinguish?: { ids: string[]; note: RawText };
  clause?: string[];
  from: 'document' | 'practice';
  source?: RawText;
}

const reading = v.pipe(
  line,
  v.regex(/^[ぁ-ゖー]+$/u, say('a reading in hiragana alone', 'write how it is spoken, as めんせききんがく; digits and letters too')),
);

const term = group('a term', {
  id,
  term: line,
  reading,
  forms: v.optional(list('forms', line, 1)),
  notIn: v.optional(list('words', line, 1)),
  en: line,
  enForms: v.optional(list('forms', line, 1)),
  meaning: text,
  distinguish: v.optional(group('a distinction', { ids: list('term ids', id, 1), note: text })),
  clause: v.optional(list('clause ids', id, 1)),
  from: oneOf(['document', 'practice']),
  source: v.optional(text),
});

/** glossary.yaml: the terms that texts are linked to. */
export const glossary = group('a glossary', { terms: list('terms', term, 1) }) as v.GenericSchema<{ terms: RawTerm[] }>;
