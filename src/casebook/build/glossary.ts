import type { Glossary, Term } from '../glossary.ts';
import { advice, listed } from '../read/nearest.ts';
import { refused, type Fault, type Path, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml } from '../read/yaml.ts';
import { glossary as schema, type RawTerm } from '../schema/glossary.ts';

/** Reads glossary.yaml. `clauses` are the ids of all clauses of all policies. */
export const readGlossary = (text: string, file: string, clauses: readonly string[]): Reading<Glossary> => {
  const source = readYaml(text, file);
  if (!source.ok) return source;
  const raw = shaped(source.value, schema);
  if (!raw.ok) return raw;
  const faults = glossaryFaults(raw.value.terms, clauses);
  return faults.length > 0 ? refused(faults.map(source.value.place)) : { ok: true, value: raw.value.terms.map(termOf) };
};

const termOf = ({ clause = [], forms = [], notIn = [], enForms = [], ...rest }: RawTerm): Term => ({
  ...rest,
  forms,
  notIn,
  enForms,
  clauses: clause,
});

interface Written {
  readonly form: string;
  readonly path: Path;
}

const japanese = (terms: readonly RawTerm[]): readonly Written[] =>
  terms.flatMap(({ term, forms = [] }, i) => [
    { form: term.normalize('NFKC'), path: ['terms', i, 'term'] },
    ...forms.map((form, k) => ({ form: form.normalize('NFKC'), path: ['terms', i, 'forms', k] })),
  ]);

const english = (terms: readonly RawTerm[]): readonly Written[] =>
  terms.flatMap(({ en, enForms = [] }, i) => [
    { form: en.toLowerCase(), path: ['terms', i, 'en'] },
    ...enForms.map((form, k) => ({ form: form.toLowerCase(), path: ['terms', i, 'enForms', k] })),
  ]);

const twice = (all: readonly Written[]): Fault[] =>
  all.flatMap(({ form, path }, i): Fault[] =>
    all.findIndex((one) => one.form === form) === i
      ? []
      : [
          {
            path,
            found: `the form "${form}" a second time`,
            allowed: 'each form in one term, once',
            remedy: 'delete it here, or make one term of the two',
          },
        ],
  );

const glossaryFaults = (terms: readonly RawTerm[], clauses: readonly string[]): readonly Fault[] => [
  ...terms.flatMap(({ id }, i): Fault[] =>
    terms.findIndex((one) => one.id === id) === i
      ? []
      : [
          {
            path: ['terms', i, 'id'],
            found: `the term "${id}" a second time`,
            allowed: 'each id once',
            remedy: 'give one of the two another id',
          },
        ],
  ),
  ...twice(japanese(terms)),
  ...twice(english(terms)),
  ...japanese(terms).flatMap(({ form, path }): Fault[] =>
    form === '免責'
      ? [
          {
            path,
            found: '"免責" as a form',
            allowed: 'words that mean one thing: 免責金額 is an amount, 免責事由 is a reason',
            remedy: 'write which of the two is meant',
          },
        ]
      : [],
  ),
  ...terms.flatMap((term, i) => [...strays(term, i), ...links(term, i, terms, clauses)]),
];

const strays = ({ term, forms = [], notIn = [], en, enForms = [] }: RawTerm, i: number): Fault[] => {
  const all = [term, ...forms, en, ...enForms];
  const holds = (word: string, form: string): boolean => word !== form && word.toLowerCase().includes(form.toLowerCase());
  return notIn.flatMap((word, k): Fault[] =>
    all.some((form) => holds(word, form))
      ? []
      : [
          {
            path: ['terms', i, 'notIn', k],
            found: `"${word}", which holds no form of the term`,
            allowed: `longer words with one of: ${listed(all)}`,
            remedy: 'delete it, or correct the word',
          },
        ],
  );
};

const links = (
  { id, distinguish, clause = [], from }: RawTerm,
  i: number,
  terms: readonly RawTerm[],
  clauses: readonly string[],
): Fault[] => {
  const others = terms.map((one) => one.id).filter((one) => one !== id);
  const missing = (what: string, one: string, known: readonly string[], path: Path): Fault[] =>
    known.includes(one)
      ? []
      : [
          {
            path,
            found: one === id && what === 'term' ? 'the term itself' : `the ${what} "${one}", which is not there`,
            allowed: `the id of another ${what}: ${listed(known)}`,
            remedy: advice(one, known, 'correct the id, or write what it names'),
          },
        ];
  return [
    ...(distinguish?.ids ?? []).flatMap((one, k) => missing('term', one, others, ['terms', i, 'distinguish', 'ids', k])),
    ...clause.flatMap((one, k) => missing('clause', one, clauses, ['terms', i, 'clause', k])),
    ...(from === 'document' && clause.length === 0
      ? [
          {
            path: ['terms', i, 'from'],
            found: 'a term of the document without a clause',
            allowed: 'document with the clause in which the word is printed, or practice',
            remedy: 'add clause: [ID], or write practice',
          },
        ]
      : []),
  ];
};
