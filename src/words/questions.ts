/** What goes with the questions to settle before a contract, in Japanese. */
const ja = {
  title: '契約前に確かめる5つの質問',
  lead: (title: string) => `事案「${title}」の結果を左右した条項から選びました。保険会社や代理店に、約款を見ながら確かめるための質問です。`,
  why: {
    open: '支払額が決まらなかった理由の条項',
    cut: '支払額を減らした条項',
    turns: '事実が1つちがうと結論が変わる条項',
    fits: '事実に当てはめた条項',
    acted: '対応の根拠となった条項',
    wording: '同じ約款の条項',
  },
  link: '印刷用の画面を開く',
  best: '進めた記録がないため、望ましい対応をした場合の結果から選んでいます。',
  print: '印刷',
  back: '結果へ',
  basis: (id: string, version: number, policy: string, day: string) => `事案 ${id} 第${String(version)}版・${policy}・${day}`,
};

/** The same in English. */
const en: typeof ja = {
  title: 'Five questions to settle before a contract',
  lead: (title) =>
    `Chosen from the clauses that decided the case “${title}”. They are meant to be asked of an insurer or agency, with the policy form at hand.`,
  why: {
    open: 'clause that left the amount open',
    cut: 'clause that reduced the payment',
    turns: 'clause that would turn the outcome if one fact were different',
    fits: 'clause that the facts were held against',
    acted: 'clause behind a decision',
    wording: 'clause of the same wording',
  },
  link: 'Open the page to print',
  best: 'The case has not been played here, so they come from the outcome with the best choices.',
  print: 'Print',
  back: 'To the result',
  basis: (id, version, policy, day) => `Case ${id}, version ${String(version)} · ${policy} · ${day}`,
};

export const questionWords = { ja, en };
