import { count } from './figures.ts';
import type { Locale } from './locale.svelte.ts';

/** 123456789 → 1億2,345万6,789円; 26800000 → 2,680万円. Nothing is rounded; a minus is U+2212. */
export function yenJa(value: number): string {
  const amount = Math.abs(value);
  const cho = Math.floor(amount / 1e12);
  const oku = Math.floor((amount % 1e12) / 1e8);
  const man = Math.floor((amount % 1e8) / 1e4);
  const rest = amount % 1e4;
  const parts = [
    cho > 0 ? `${count(cho)}兆` : '',
    oku > 0 ? `${count(oku)}億` : '',
    man > 0 ? `${count(man)}万` : '',
    rest > 0 || amount === 0 ? count(rest) : '',
  ];
  return `${value < 0 ? '−' : ''}${parts.join('')}円`;
}

/** 26800000 → ¥26.8 million; 12345678 → ¥12,345,678: in millions or billions only where two decimals say it exactly. */
export function yenPlainEn(value: number): string {
  const amount = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (amount >= 1e9 && amount % 1e7 === 0) return `${sign}¥${String(amount / 1e9)} billion`;
  if (amount >= 1e6 && amount % 1e4 === 0) return `${sign}¥${count(amount / 1e6)} million`;
  return `${sign}¥${count(amount)}`;
}

/** English with the Japanese figure in brackets, for rooms in which both are spoken: ¥26.8 million (2,680万円). */
export function yenEn(value: number): string {
  return Math.abs(value) < 1e4 ? yenPlainEn(value) : `${yenPlainEn(value)} (${yenJa(value)})`;
}

const AMOUNT = /([−＋±+]?(?:\d[\d,]*[兆億万]?)+(?:〜(?:\d[\d,]*[兆億万]?)+)?円|¥\d[\d,.]*(?: (?:million|billion))?)/u;

/** A text cut at its amounts: every second piece is one, which a line must not break. */
export function amountPieces(text: string): string[] {
  return text.split(AMOUNT);
}

/** An amount of yen as a sentence shows it. */
export function yen(value: number, locale: Locale): string {
  return locale === 'ja' ? yenJa(value) : yenEn(value);
}

/** An amount without the Japanese in brackets: for tables, bars and controls in the English screen. */
export function yenShort(value: number, locale: Locale): string {
  return locale === 'ja' ? yenJa(value) : yenPlainEn(value);
}

/** A difference: ＋1,300万円 or −1,300万円; ±0円 for none. */
export function yenDifference(value: number, locale: Locale): string {
  if (value === 0) return locale === 'ja' ? '±0円' : '±¥0';
  return `${value > 0 ? (locale === 'ja' ? '＋' : '+') : ''}${yen(value, locale)}`;
}

/** A range: 4,300〜5,300万円, one amount where both ends are equal. */
export function yenRange(low: number, high: number, locale: Locale): string {
  if (low === high) return yen(low, locale);
  if (locale === 'en') return `${yenPlainEn(low)} to ${yenPlainEn(high)} (${rangeJa(low, high)})`;
  return rangeJa(low, high);
}

function rangeJa(low: number, high: number): string {
  const bothInMan = [low, high].every((value) => value >= 1e4 && value < 1e8 && value % 1e4 === 0);
  return `${bothInMan ? count(low / 1e4) : yenJa(low)}〜${yenJa(high)}`;
}

/** An amount in a table whose unit is said above it, 万円 or ¥ million: a bare number; written out where it is no whole 万円, so that nothing is rounded. */
export function yenInTable(value: number, locale: Locale): string {
  return value % 1e4 === 0 ? count(value / (locale === 'ja' ? 1e4 : 1e6)).replace('-', '−') : yenShort(value, locale);
}
