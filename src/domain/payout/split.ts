/**
 * Parts of `cut` over items in proportion to what each still has, in whole yen: the largest remainder gets the odd yen, ties go to
 * the first. 100 over [200, 100] is [67, 33]. `cut` is at most the sum of `left`; no part is above what its item has.
 */
export const split = (cut: number, left: readonly number[]): number[] => {
  let total = 0;
  let most = 0;
  for (const one of left) {
    total += one;
    if (one > most) most = one;
  }
  if (cut === total) return [...left];
  const parts = left.slice();
  const rests = left.slice();
  const safe = cut * most <= Number.MAX_SAFE_INTEGER;
  let odd = cut;
  for (let i = 0; i < left.length; i++) {
    const one = left[i] as number;
    const rest = safe ? (cut * one) % total : Number((BigInt(cut) * BigInt(one)) % BigInt(total));
    const whole = safe ? (cut * one - rest) / total : Number((BigInt(cut) * BigInt(one)) / BigInt(total));
    parts[i] = whole;
    rests[i] = rest;
    odd -= whole;
  }
  for (; odd > 0; odd--) {
    let at = 0;
    for (let i = 1; i < rests.length; i++) if ((rests[i] as number) > (rests[at] as number)) at = i;
    parts[at] = (parts[at] as number) + 1;
    rests[at] = -1;
  }
  return parts;
};
