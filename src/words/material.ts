/** The links to the printed sheets of a case. */
const ja = {
  title: '研修用の資料',
  lead: '授業の準備と配付に使う、A4で1〜2枚の資料です。',
  trainer: '講師用の資料（答えあり）',
  learner: '受講者用の資料',
};

const en: typeof ja = {
  title: 'Material for a class',
  lead: 'One or two A4 pages to prepare a lesson, or to hand out.',
  trainer: 'Sheet for the trainer (with answers)',
  learner: 'Sheet for learners',
};

export const materialWords = { ja, en };
