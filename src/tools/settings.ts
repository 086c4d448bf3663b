import type { Claim, Loss } from '#domain/assessment.ts';
import type { Rounding } from '#domain/policy/wording.ts';
import { typesOfSchedule, valuesOf } from '#casebook/build/values.ts';
import type { Policy } from '#casebook/policy.ts';
import { shareOf } from '#casebook/claim.ts';
import { advice, listed } from '#casebook/read/nearest.ts';
import { described, refused, type Fault, type Problem, type Reading } from '#casebook/read/problem.ts';
import { toPercent, toShare, toYen, toYesNo, type Bare } from '#casebook/schema/scalars.ts';

/** One `--set name=value`, ready to change a claim. */
export interface Setting {
  readonly part: 'schedule' | 'facts' | 'losses';
  readonly name: string;
  readonly value: Bare;
  readonly apply: (claim: Claim, policy: Policy) => Reading<Claim>;
}

const FORMS = 'schedule.NAME=value, facts.NAME=value, losses.ID.owed=value, losses.ID.performed=value or losses.ID.amount=value';

/** Reads every `--set`. */
export const settings = (texts: readonly string[]): Reading<readonly Setting[]> => {
  const result: Setting[] = [];
  for (const text of texts) {
    const one = settingOf(text);
    if (!one.ok) return one;
    result.push(one.value);
  }
  return { ok: true, value: result };
};

const settingOf = (text: string): Reading<Setting> => {
  const at = text.indexOf('=');
  const column = at + 2;
  const problem = (fault: Omit<Fault, 'path'>, place = 1): Problem => ({ file: `--set ${text}`, line: 1, column: place, ...fault });
  const [part = '', name = '', key = '', ...more] = at < 0 ? [] : text.slice(0, at).split('.');
  const raw = text.slice(at + 1).trim();
  const value: Bare = /^\d+$/.test(raw) ? Number(raw) : raw === 'true' ? true : raw === 'false' ? false : raw;
  const values = part === 'schedule' || part === 'facts';
  const fits =
    name !== '' && more.length === 0 && (values ? key === '' : part === 'losses' && ['owed', 'performed', 'amount'].includes(key));
  if (!fits || raw === '') {
    return refused([problem({ found: described(text), allowed: FORMS, remedy: 'write it in one of these ways' })]);
  }
  const apply = values
    ? (claim: Claim, policy: Policy): Reading<Claim> => {
        const problems: Problem[] = [];
        const types = part === 'facts' ? policy.wording.facts : typesOfSchedule(policy.schedule);
        const report = (fault: Fault): void => void problems.push(problem(fault, fault.key ? 1 : column));
        const result = valuesOf({ [name]: value }, types, part === 'facts' ? 'fact' : 'schedule entry', [], report);
        return problems.length > 0 ? refused(problems) : { ok: true, value: { ...claim, [part]: { ...claim[part], ...result } } };
      }
    : (claim: Claim, policy: Policy): Reading<Claim> =>
        withLoss(claim, name, key as 'owed' | 'performed' | 'amount', value, policy.wording.rounding, (fault, place) =>
          problem(fault, place ?? column),
        );
  return { ok: true, value: { part: part as Setting['part'], name, value, apply } };
};

const withLoss = (
  claim: Claim,
  id: string,
  key: 'owed' | 'performed' | 'amount',
  value: Bare,
  rule: Rounding,
  problem: (fault: Omit<Fault, 'path'>, place?: number) => Problem,
): Reading<Claim> => {
  const ids = claim.losses.map((loss) => loss.id);
  const loss = claim.losses.find((one) => one.id === id);
  if (!loss) {
    return refused([
      problem(
        { found: `the loss "${id}", which is not there`, allowed: `one of: ${listed(ids)}`, remedy: advice(id, ids, 'correct the id') },
        1,
      ),
    ]);
  }
  const whole = key === 'performed' ? toYesNo(value) : null;
  const share =
    whole !== null || typeof value === 'boolean' || (toYen(value) === null && (key === 'amount' || toPercent(value) === null))
      ? null
      : toShare(value);
  const yen = whole !== null ? (whole ? loss.amount : 0) : share === null ? null : shareOf(loss.amount, share, rule);
  if (yen === null || yen < 0 || (key !== 'amount' && yen > loss.amount)) {
    const allowed =
      key === 'amount' ? 'whole yen, as 5000000 or 500万円' : `whole yen up to the amount of the item (${loss.amount}), or 0% to 100%`;
    return refused([problem({ found: `${described(value)} as ${key} of "${id}"`, allowed, remedy: 'write such an amount' })]);
  }
  const most = (said: number | undefined): number | undefined => (said === undefined ? undefined : Math.min(said, yen));
  const changed = (one: Loss): Loss =>
    one.id !== id
      ? one
      : key !== 'amount'
        ? { ...one, [key]: yen }
        : { ...one, amount: yen, ...defined({ owed: most(one.owed), performed: most(one.performed) }) };
  return { ok: true, value: { ...claim, losses: claim.losses.map(changed) } };
};

/** What is said of the two: a smaller amount takes what is owed and performed of it down with it. */
const defined = (of: {
  readonly owed: number | undefined;
  readonly performed: number | undefined;
}): Partial<Pick<Loss, 'owed' | 'performed'>> => ({
  ...(of.owed === undefined ? {} : { owed: of.owed }),
  ...(of.performed === undefined ? {} : { performed: of.performed }),
});
