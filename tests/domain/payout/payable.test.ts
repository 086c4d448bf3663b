import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compile, trace } from '#domain/assess.ts';
import type { Assessment, Loss } from '#domain/assessment.ts';
import { payable } from '#domain/payout/payable.ts';
import { cases } from '../../support/arbitrary.ts';

vi.setConfig({ testTimeout: 60_000 });

const assessed = (losses: readonly Loss[], limit: number): Assessment => {
  const compiled = compile({
    id: 'w',
    version: 1,
    rounding: 'down',
    facts: {},
    schedule: {},
    clauses: [],
    pool: { id: 'p', takes: { claimed: 'all', spent: 'all' }, terms: [{ kind: 'limit', amount: { op: 'yen', yen: limit } }] },
  });
  const found = trace(compiled, { facts: {}, losses });
  if ('refused' in found) throw new Error(found.refused);
  return { ...found, flips: [] };
};
const claimed = (amount: number, performed?: number): Loss => ({
  id: 'c',
  side: 'claimed',
  head: 'damages',
  amount,
  ...(performed === undefined ? {} : { performed }),
});
const spent = (amount: number): Loss => ({ id: 's', side: 'spent', head: 'investigation', amount });
const of = (losses: readonly Loss[], limit = 10 ** 12) => payable(assessed(losses, limit), losses);

test('保険法22条: liability money is reserved for the victim until the insured has paid, or the victim consents', () => {
  expect(of([claimed(53_000_000)])).toEqual({ payableNow: 0, reserved: 53_000_000 });
});

test('what the insured has paid the victim is payable now, the rest stays reserved', () => {
  expect(of([claimed(53_000_000, 20_000_000)])).toEqual({ payableNow: 20_000_000, reserved: 33_000_000 });
  expect(of([claimed(53_000_000, 53_000_000)])).toEqual({ payableNow: 53_000_000, reserved: 0 });
});

test('the insured’s own spending is payable at once', () => {
  expect(of([claimed(1000), spent(300)])).toEqual({ payableNow: 300, reserved: 1000 });
});

test('never more than is paid, though the insured paid the victim more', () => {
  // limit 600 over 1,000 claimed: 600 paid
  expect(of([claimed(1000, 1000)], 600)).toEqual({ payableNow: 600, reserved: 0 });
});

test('the two parts are what is paid, for any claim', () => {
  fc.assert(
    fc.property(cases({ losses: 4 }), fc.nat(100), ({ wording, claim }, percent) => {
      const losses = claim.losses.map((loss) => ({ ...loss, performed: Math.floor((loss.amount * percent) / 100) }));
      const found = trace(compile(wording), { ...claim, losses });
      if ('refused' in found) throw new Error(found.refused);
      const { payableNow, reserved } = payable({ ...found, flips: [] }, losses);
      expect(payableNow + reserved).toBe(found.paid);
      expect(payableNow >= 0 && reserved >= 0).toBe(true);
    }),
    { seed: 1, numRuns: 1_000 },
  );
});
