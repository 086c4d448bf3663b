/** One axis in yen: 0 to `max`, a tick at every `step`. Both are whole in the unit its title names. */
export interface YenAxis {
  readonly max: number;
  readonly step: number;
  /** 万円 (million yen in English) or, for ten 億 and more, 億円 (billion). */
  readonly unit: 'man' | 'oku';
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

/** The axis for amounts up to `most` yen with at most five steps: 66,000,000 gives 0, 2,000万 … 8,000万. */
export const axisOf = (most: number): YenAxis => {
  const top = Math.max(most, 10_000);
  const power = 10 ** Math.floor(Math.log10(top / 5));
  const step = power * (STEPS.find((one) => one * power * 5 >= top) ?? 10);
  return { max: Math.ceil(top / step) * step, step, unit: top >= 1e9 ? 'oku' : 'man' };
};
