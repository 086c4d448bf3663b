/** What a typed amount was read as, or why it could not be. */
export type ParsedYen =
  { readonly ok: true; readonly yen: number } | { readonly ok: false; readonly reason: 'empty' | 'not-an-amount' | 'out-of-range' };

/** The largest amount a person may type: 10^12 yen, 1兆円. */
export const LARGEST_YEN = 1e12;

const UNITS: Readonly<Record<string, number>> = { 兆: 1e12, 億: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3, 百: 1e2 };
const PIECE = /^(\d+(?:\.\d+)?)(兆|億|千万|百万|万|千|百)?/;

/**
 * Reads an amount as people type it: 3,000万円, １億５，０００万, 1.5億, 2千万, 500円, ¥26,800,000. A bare number means 万円,
 * as the field says; an explicit 円 or ¥ makes it yen, so that 500円 never becomes 500万円.
 */
export function parseYen(typed: string): ParsedYen {
  const text = typed.normalize('NFKC').replace(/[\s,、，_]/g, '');
  if (text === '') return { ok: false, reason: 'empty' };
  const inYen = /円|¥/.test(text);
  let rest = text.replace(/^[¥￥]/, '').replace(/円$/, '');
  let total = 0;
  let last = Infinity;
  while (rest !== '') {
    const piece = PIECE.exec(rest);
    if (!piece) return { ok: false, reason: 'not-an-amount' };
    const [all, digits = '', unit] = piece;
    rest = rest.slice(all.length);
    const alone = total === 0 && unit === undefined && rest === '';
    const factor = unit === undefined ? (alone && !inYen ? 1e4 : 1) : (UNITS[unit] ?? 1);
    // 千 and 百 stand before 万 too: 2千5百万 is 2千万 and 5百万.
    const lifted = (unit === '千' || unit === '百') && /^\d+(\.\d+)?百?万/.test(rest) ? factor * 1e4 : factor;
    if (lifted >= last) return { ok: false, reason: 'not-an-amount' };
    last = lifted;
    total += decimal(digits, lifted);
  }
  if (!Number.isInteger(total)) return { ok: false, reason: 'not-an-amount' };
  return total > LARGEST_YEN ? { ok: false, reason: 'out-of-range' } : { ok: true, yen: total };
}

/** Digits times a power of ten, exact where the product is whole: 1.1 × 1e8 in floating point is not 110000000. */
function decimal(digits: string, factor: number): number {
  const [whole = '0', fraction = ''] = digits.split('.');
  const scale = 10 ** fraction.length;
  return (Number(whole + fraction) * factor) / scale;
}
