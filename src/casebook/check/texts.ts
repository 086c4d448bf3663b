import type { Cause } from '#domain/assessment.ts';
import type { Case } from '../case.ts';
import type { FactBook, Policy } from '../policy.ts';
import { advice, listed } from '../read/nearest.ts';
import type { Fault, Path } from '../read/problem.ts';
import type { Text } from '../text.ts';

/** Every text of a file with the way to it: whatever has both ja and en. */
export const textsIn = (value: unknown, path: Path = []): readonly { readonly text: Text; readonly path: Path }[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, i) => textsIn(one, [...path, i]));
  const { ja, en } = value as Partial<Text>;
  if (typeof ja === 'string' && typeof en === 'string') return [{ text: { ja, en }, path }];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, key]));
};

/** Texts that are shown only once the prediction is locked, so that they may name results. */
const LATE: readonly Path[] = [
  ['predictions', 'wrong'],
  ['letters'],
  ['customerLine'],
  ['beats'],
  ['contrastWith'],
  ['expected'],
  ['settlement'],
  ['alsoUnder', 'why'],
];
const isLate = (path: Path): boolean => LATE.some((start) => start.every((step, i) => path[i] === step));

const RESULTS = ['paid', 'low', 'high', 'ownCost', 'notOwed', 'open'];
const EARLY_ROOTS = ['claimed', 'loss', 'schedule', 'amount', 'number', 'fact', 'date', 'due'];
/** Why yen are kept back, as a placeholder names it. */
export const CAUSES: readonly Cause[] = [
  'not-owed',
  'not-covered',
  'excluded',
  'per-head',
  'deductible',
  'franchise',
  'limit',
  'aggregate',
  'ratio',
  'only-if-pays',
  'breach',
];
const ROOTS = [...EARLY_ROOTS, ...RESULTS, 'owed', 'pool', 'cut', 'excluded', 'expected'];

/** What the placeholders of a drill may name. */
export interface DrillNames {
  readonly drill: Pick<Case, 'losses' | 'amounts'>;
  readonly facts: FactBook;
  readonly policies: readonly Policy[];
}

/** What the placeholders of a case may name. */
export interface Names {
  readonly case: Case;
  readonly facts: FactBook;
  readonly policies: readonly Policy[];
}

/** The faults of the placeholders in all texts of a case. */
export const placeholderFaults = (raw: unknown, names: Names): readonly Fault[] =>
  textsIn(raw).flatMap(({ text, path }) =>
    (['ja', 'en'] as const).flatMap((locale) => {
      const slots = path[0] === 'letters' && path[2] === 'body' ? Object.keys(names.case.letters[Number(path[1])]?.slots ?? {}) : undefined;
      return bracesIn(text[locale]).flatMap((inner): Fault[] => {
        const fault = inner.startsWith('slot:') ? slotFault(inner.slice(5), slots) : placeholderFault(inner, path, names);
        return fault ? [{ path: [...path, locale], ...fault }] : [];
      });
    }),
  );

/** What stands between braces, and a lone brace as it is. */
const bracesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]*)\}?|\}/gu)].map((match) => (match[0].endsWith('}') ? (match[1] ?? '}') : match[0]));

type Complaint = Omit<Fault, 'path'>;

const slotFault = (slot: string, slots: readonly string[] | undefined): Complaint | undefined => {
  if (slots?.includes(slot)) return undefined;
  return {
    found: `{slot:${slot}}`,
    allowed: slots ? `the slots of this letter: ${listed(slots)}` : 'slots in the body of a letter alone',
    remedy: slots ? advice(slot, slots, 'write the slot under slots:') : 'write the words themselves',
  };
};

const placeholderFault = (inner: string, path: Path, names: Names): Complaint | undefined => {
  const fault = nameFault(inner, ROOTS, kindsOf(names));
  const root = inner.split('.')[0] ?? '';
  const inConsequence = path.at(-1) === 'consequence' && root === 'expected';
  if (fault || isLate(path) || EARLY_ROOTS.includes(root) || inConsequence) return fault;
  return {
    found: `{${inner}} in a text that is shown before the prediction is locked`,
    allowed: `there: ${EARLY_ROOTS.join(', ')}; in a consequence also expected.NAME.low and .high`,
    remedy: 'say it without the result, or move it to a reply, letter or beat',
  };
};

/** What is wrong with the words of a placeholder: its kind, the names after it, its ending. */
export const nameFault = (
  inner: string,
  roots: readonly string[],
  kinds: Readonly<Record<string, readonly string[]>>,
): Complaint | undefined => {
  const [root = '', id = '', field = '', ...more] = inner.split('.');
  const unknown = (what: string, known: readonly string[], word: string): Complaint => ({
    found: `{${inner}}, ${what}`,
    allowed: listed(known),
    remedy: advice(word, known, 'correct the placeholder'),
  });
  if (!roots.includes(root) || more.length > 0) return unknown('which is no placeholder', roots, root);
  const known = kinds[root];
  const ids = root === 'loss' || root === 'owed' ? id.split('+') : [id];
  for (const one of known ? ids : []) {
    if (!known?.includes(one)) return unknown(`where "${one}" is not known`, known ?? [], one);
  }
  if (!known && id !== '') return unknown('with a name after it', [root], root);
  const fields = FIELDS[root];
  return fields
    ? fields.includes(field)
      ? undefined
      : unknown('with the wrong ending', fields, field)
    : field === ''
      ? undefined
      : unknown('with the wrong ending', ['no ending'], field);
};

const DRILL_EARLY = ['claimed', 'loss', 'schedule', 'amount', 'number', 'fact'];
const DRILL_ROOTS = [...DRILL_EARLY, 'due', ...RESULTS, 'owed', 'pool', 'cut', 'excluded'];

/** The faults of the placeholders in all texts of a drill: only the reply to an answer is shown after it, and may name results. */
export const drillPlaceholderFaults = (raw: unknown, names: DrillNames): readonly Fault[] =>
  textsIn(raw).flatMap(({ text, path }) =>
    (['ja', 'en'] as const).flatMap((locale) =>
      bracesIn(text[locale]).flatMap((inner): Fault[] => {
        const fault = nameFault(inner, DRILL_ROOTS, kindsOf({ ...names, case: { ...names.drill, dates: {}, expected: [] } }));
        if (fault) return [{ path: [...path, locale], ...fault }];
        if (path.at(-1) === 'reply' || DRILL_EARLY.includes(inner.split('.')[0] ?? '')) return [];
        return [
          {
            path: [...path, locale],
            found: `{${inner}} in a text that is shown before the answer`,
            allowed: `there: ${DRILL_EARLY.join(', ')}`,
            remedy: 'say it without the result, or move it to the reply of an answer',
          },
        ];
      }),
    ),
  );

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  pool: ['claimed', 'result', 'paid'],
  expected: ['paid', 'low', 'high', 'ownCost'],
};

/** The names that may follow each kind of placeholder; a kind without names stands alone. */
const kindsOf = ({
  case: of,
  facts,
  policies,
}: Omit<Names, 'case'> & { readonly case: Pick<Case, 'losses' | 'amounts' | 'dates' | 'expected'> }): Readonly<
  Record<string, readonly string[]>
> => ({
  loss: of.losses.map(({ id }) => id),
  owed: of.losses.map(({ id }) => id),
  schedule: policies.flatMap((policy) =>
    Object.entries(policy.schedule).flatMap(([name, { type }]) => (type === 'yesno' || type === 'choice' ? [] : [name])),
  ),
  amount: Object.keys(of.amounts),
  number: Object.keys(of.amounts),
  fact: Object.values(facts).flatMap(({ id, type }) => (type === 'yesno' ? [] : [id])),
  date: Object.keys(of.dates),
  pool: policies.flatMap((policy) => Object.keys(policy.pools)),
  cut: CAUSES,
  excluded: policies.flatMap((policy) => policy.wording.clauses.map(({ id }) => id)),
  expected: of.expected.map(({ name }) => name),
});

const YEN_JA = /(?:[1-9１-９][0-9０-９,，.]*\s*[兆億万千]*|[0-9０-９][0-9０-９,，.]+\s*[兆億万千]*)\s*円/u;
const YEN_EN = /¥\s*\d|\b\d[\d,.]*\s*(?:million|billion|thousand)?\s*(?:yen|JPY)\b/iu;

/** Amounts of yen written out: every amount in a text comes from data, quotations and arithmetic apart. */
export const writtenYenFaults = (raw: unknown): readonly Fault[] =>
  textsIn(raw).flatMap(({ text, path }) => {
    if (path.includes('quote') || path.includes('arithmetic')) return [];
    const complaint = (found: string): Complaint => ({
      found: `"${found}" written out in a text`,
      allowed: 'amounts as placeholders, so that they change with the data: {loss.ID}, {schedule.NAME}, {amount.ID} …',
      remedy: 'put the amount under amounts: and write {amount.ID}',
    });
    const ja = YEN_JA.exec(text.ja)?.[0];
    const en = YEN_EN.exec(text.en)?.[0];
    return [...(ja ? [{ path: [...path, 'ja'], ...complaint(ja) }] : []), ...(en ? [{ path: [...path, 'en'], ...complaint(en) }] : [])];
  });
