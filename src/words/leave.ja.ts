/** What the part of a screen says from which one takes a leaflet along, in Japanese. */
export const ja = {
  title: '共有・書き出し',
  lead: 'いまの条件と結果を、そのまま持ち出せます。どれにも前提、出典、ご利用上の注意が入ります。',
  image: '画像を保存',
  csv: 'CSVを保存',
  copyTable: '表をコピー',
  print: '印刷',
  copyLink: 'リンクをコピー',
  linkField: 'この条件のリンク',
  status: {
    drawing: '画像を作成しています。',
    started: (name: string) => `「${name}」のダウンロードを始めました。`,
    noImage: '画像を作成できませんでした。もう一度試すか、印刷を使ってください。',
    notMade: '作成できませんでした。通信を確かめて、もう一度試してください。',
    linkCopied: 'リンクをコピーしました。',
    tableCopied: '表をコピーしました。表計算ソフトに貼り付けられます。',
    noCopy: 'ブラウザーがコピーを許可しませんでした。リンクは下の欄から選んでコピーできます。',
  },
};
