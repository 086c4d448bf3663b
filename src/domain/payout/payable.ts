import type { Assessment, Loss } from '../assessment.ts';

/** 保険法22条: of what is paid, the part the insured may claim now, and the part kept for the victim. In yen, together `paid`. */
export interface Payable {
  readonly payableNow: number;
  readonly reserved: number;
}

/**
 * The insured's own spending is payable at once; liability money only as far as the insured has paid the victim, or the victim consents
 * (`performed`). 5,300万円 of which 0 performed: payable now 0, reserved 5,300万円.
 */
export const payable = (assessment: Assessment, losses: readonly Loss[]): Payable => {
  const payableNow = assessment.items.reduce((sum, item, i) => {
    const loss = losses[i];
    return sum + (loss?.side === 'spent' ? item.paid : Math.min(item.paid, loss?.performed ?? 0));
  }, 0);
  return { payableNow, reserved: assessment.paid - payableNow };
};
