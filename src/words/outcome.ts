/** A piece of a sentence: plain, or a figure that stands out. */
export type Piece = string | { readonly strong: string };

/** The figures of the one sentence that goes with every chart, already written as amounts. */
export interface SentenceFigures {
  readonly claimed: string;
  readonly paid: string;
  readonly own: string;
  /** null where everything is legally owed. */
  readonly notOwed: string | null;
  readonly isOpen: boolean;
}

type Sides = 'claimed' | 'spent' | 'both';

const heads: Readonly<Record<Sides, string>> = { claimed: '請求', spent: '費用の合計', both: '請求と費用の合計' };
const b = (strong: string): Piece => ({ strong });

/** What goes with every chart of an outcome, in Japanese: the one sentence, the causes, the names of bars. */
const ja = {
  sentence: (sides: Sides, { claimed, paid, own, notOwed, isOpen }: SentenceFigures): readonly Piece[] => [
    `${heads[sides]} `,
    b(claimed),
    'のうち、',
    ...(notOwed === null ? [] : ['法律上の責任がない額は ', b(notOwed), '、']),
    '支払われる保険金は ',
    b(paid),
    isOpen ? 'の間、自社負担は ' : '、自社負担は ',
    b(own),
    isOpen ? 'の間です。' : 'です。',
  ],
  part: {
    paid: '支払',
    open: '未確定',
    deductible: '免責金額',
    franchise: '免責金額（達しない額）',
    ratio: '割合による減額',
    'per-head': '1人あたりの限度超過',
    limit: '限度超過',
    aggregate: '期間中の限度超過',
    'only-if-pays': '前提となる支払なし',
    'not-covered': '補償の対象外',
    excluded: '免責事由に該当',
    breach: '義務違反',
    'not-owed': '責任のない額',
  },
  cause: (cause: string, clause: string) => `${cause}（${clause}）`,
  total: '合計',
  nowhere: 'どの区分にも入らない額',
  later: '区分の棒の「支払」は、全体にかかる免責金額や限度額、決まっていない額などを引く前の額です。合計の棒が実際の支払額です。',
  example: { lead: '資料にある事案です。免責金額を動かすと、保険金が変わります。', label: '免責金額' },
};

const openings = { claimed: 'Of the ', spent: 'Of costs of ', both: 'Of claims and costs of ' };

/** The same in English. */
const en: typeof ja = {
  sentence: (sides, { claimed, paid, own, notOwed, isOpen }) => [
    openings[sides],
    { strong: claimed },
    sides === 'claimed' ? ' claimed, ' : ', ',
    ...(notOwed === null ? [] : [{ strong: notOwed }, ' is not legally owed, ']),
    isOpen ? 'from ' : '',
    { strong: paid },
    ' is paid and ',
    { strong: own },
    ' stays with the company.',
  ],
  part: {
    paid: 'Paid',
    open: 'Not settled',
    deductible: 'Deductible',
    franchise: 'Below the franchise',
    ratio: 'Reduced by a ratio',
    'per-head': 'Over the limit per head',
    limit: 'Over the limit',
    aggregate: 'Over the period limit',
    'only-if-pays': 'No payment it depends on',
    'not-covered': 'Not covered',
    excluded: 'Excluded',
    breach: 'Breach of duty',
    'not-owed': 'Not legally owed',
  },
  cause: (cause, clause) => `${cause} (${clause})`,
  total: 'Total',
  nowhere: 'In no part of the contract',
  later:
    '“Paid” in the bar of a part is before deductibles, limits and open amounts that apply to the whole. The total bar shows what is really paid.',
  example: { lead: 'A case from the sources. Move the deductible and the payment changes.', label: 'Deductible' },
};

export const outcomeWords = { ja, en };
