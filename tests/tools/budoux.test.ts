import { expect, test } from 'vitest';
import { withBreaks } from '#tools/budoux.ts';

const pieces = (text: string) => withBreaks(text).split('\u200b');

test('a heading breaks between phrases, never inside a word', () => {
  expect(pieces('損害賠償請求がなされるおそれがある状況を知っていた場合')).toEqual([
    '損害賠償請求が',
    'なされる',
    'おそれが',
    'ある',
    '状況を',
    '知っていた',
    '場合',
  ]);
});

test('a placeholder stays whole', () => {
  const hinted = withBreaks('賠償額のうち{loss.lost-profit}を先に支払う');
  expect(hinted).toContain('{loss.lost-profit}');
  expect(hinted.replaceAll('\u200b', '')).toBe('賠償額のうち{loss.lost-profit}を先に支払う');
});

test('English stays as it is, and hinting twice changes nothing', () => {
  expect(withBreaks('Wait for consent')).toBe('Wait for consent');
  const once = withBreaks('保険会社の承諾を待つと伝える');
  expect(withBreaks(once)).toBe(once);
});
