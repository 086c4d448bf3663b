import type { Assessment, Cause, Cut, PoolResult, Step } from '#domain/assessment.ts';
import { clauseTexts, type Policy } from '#casebook/policy.ts';
import { yenJa, yenRange } from '#words/yen.ts';
import type { Outcome } from './assessing.ts';

const VERDICT = { paid: '支払', 'partly-paid': '一部支払', 'not-paid': '支払なし', open: 'まだ決まらない' } as const;
const CAUSE: Readonly<Record<Cause, string>> = {
  'not-owed': '法律上の損害でない',
  'not-covered': '補償の対象でない',
  excluded: '免責事由',
  'per-head': '1件あたりの上限',
  deductible: '免責金額',
  franchise: 'フランチャイズ',
  limit: '限度額',
  aggregate: '期間中の限度額',
  ratio: '割合',
  'only-if-pays': '支払の条件',
  breach: '義務違反',
};

const clauseNamed = (policy: Policy): ((id: string | null) => string) => {
  const texts = clauseTexts(policy);
  return (id) => (id === null ? '' : `［${id}${texts.get(id) && texts.get(id)?.title.ja !== id ? ` ${texts.get(id)?.title.ja}` : ''}］`);
};

/** The sentence, the steps and the cuts of an assessment, in Japanese, to be read in a terminal. */
export const summary = ({ answer, policy, title }: Outcome): string => {
  const named = clauseNamed(policy);
  return [
    title,
    `約款　${policy.title.ja}（${policy.id} 第${policy.version}版）`,
    '',
    sentence(answer),
    ...(answer.open > 0 || answer.low !== answer.high ? [`支払の幅　${yenRange(answer.low, answer.high, 'ja')}`] : []),
    '',
    '計算',
    ...answer.pools.flatMap((pool) => poolLines(pool, policy, named)),
    '',
    '支払われない額',
    ...cutLines(answer, named),
    ...undecided(answer, named),
    '',
    `いま請求できる額（保険法22条）　${yenJa(answer.payableNow)}　留保　${yenJa(answer.reserved)}`,
    `支払の期限　${answer.due ?? '請求書類がそろった日から数えます'}`,
    '教材上の計算です。実際の補償は約款・保険会社の判断によります。',
  ].join('\n');
};

const sentence = (answer: Assessment): string =>
  answer.verdict === 'open'
    ? `【${VERDICT.open}】請求${yenJa(answer.claimed)}。分かっている事実だけでは、支払うかどうかがまだ決まりません。`
    : `【${VERDICT[answer.verdict]}】請求${yenJa(answer.claimed)}のうち、保険金は${yenJa(answer.paid)}、自社負担は${yenJa(answer.ownCost)}です。`;

const stepLine = (step: Step, named: (id: string | null) => string): string => {
  const figure = step.amount === null ? '' : step.term === 'ratio' ? ` ${step.amount / 100}%` : ` ${yenJa(step.amount)}`;
  return `    ${CAUSE[step.term]}${figure}　${yenJa(step.before)} → ${yenJa(step.after)} ${named(step.clause)}`;
};

const poolLines = (pool: PoolResult, policy: Policy, named: (id: string | null) => string): string[] => {
  if (pool.claimed === 0) return [];
  const claim = pool.claim === null ? '' : `（${pool.claim}）`;
  const label = policy.pools[pool.pool]?.ja ?? pool.pool;
  return [
    `  ${label}${label === pool.pool ? '' : `（${pool.pool}）`}${claim}　請求 ${yenJa(pool.claimed)}　対象 ${yenJa(pool.loss)}　結果 ${yenJa(pool.result)}　支払 ${yenJa(pool.paid)}`,
    ...pool.steps.map((step) => stepLine(step, named)),
  ];
};

const cutLines = (answer: Assessment, named: (id: string | null) => string): string[] => {
  const sums = new Map<string, { cut: Cut; yen: number }>();
  for (const cut of answer.items.flatMap((item) => item.cuts)) {
    const key = `${cut.cause} ${cut.clause} ${cut.pool}`;
    sums.set(key, { cut, yen: (sums.get(key)?.yen ?? 0) + cut.amount });
  }
  const lines = [...sums.values()].map(({ cut, yen }) => `  ${CAUSE[cut.cause]}　${yenJa(yen)} ${named(cut.clause)}`);
  if (answer.open > 0) lines.push(`  まだ決まらない　${yenJa(answer.open)}`);
  return lines.length === 0 ? ['  ありません'] : lines;
};

const undecided = (answer: Assessment, named: (id: string | null) => string): string[] => {
  const open = answer.findings.filter((finding) => finding.result === 'unknown');
  if (open.length === 0) return [];
  return ['', 'まだ分からない条項', ...open.map((finding) => `  ${named(finding.clause)}　必要な事実：${finding.needs.join('、')}`)];
};
