import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { changed } from '#casebook/claim.ts';
import type { Claim, Loss } from '#domain/assessment.ts';
import { isPercent } from '#domain/payout/amount.ts';
import type { Value, Values } from '#domain/policy/wording.ts';
import type * as Library from '#tools/library.ts';
import { assessed } from '#tools/assessing.ts';
import { printed } from '#tools/printed.ts';
import { benchAt, labOfCase, stateOf } from '../view/lab-support.ts';
import { ids } from '../view/result-support.ts';

// The wordings are read once, not a thousand times: they are files, and stay as they are.
vi.mock('#tools/library.ts', async (load) => {
  const library = await load<typeof Library>();
  const ground = library.readGround();
  const policies = new Map<string, ReturnType<typeof library.readPolicyFile>>();
  const readPolicyFile: typeof library.readPolicyFile = (file, ...rest) => {
    const found = policies.get(file) ?? library.readPolicyFile(file, ...rest);
    policies.set(file, found);
    return found;
  };
  return { ...library, readGround: () => ground, readPolicyFile };
});

const folder = mkdtempSync(join(tmpdir(), 'satei-lab-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (value: Value): string | number => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return isPercent(value) ? `${String(value.basisPoints / 100)}%` : value;
};
const all = (values: Values): Record<string, string | number> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, written(value)]])));

/** What `npm run -s assess -- FILE --json` prints for this claim, from a file of its own: null where it is refused. */
const printedFor = (policy: string, { facts, schedule, losses }: Claim): { low: number; high: number } | null => {
  const file = join(folder, 'claim.yaml');
  writeFileSync(file, JSON.stringify({ policy, facts: all(facts), schedule: all(schedule ?? {}), losses }));
  const outcome = assessed({ file, set: [] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return JSON.parse(JSON.stringify(printed(outcome.value.answer))) as { low: number; high: number };
};

/** The items so that together they are x yen, each in its proportion; yen that are over go to the largest remainders, the first of equals first. */
const scaled = (losses: readonly Loss[], x: number): readonly Loss[] => {
  const total = losses.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const exact = losses.map(({ amount }) => BigInt(amount) * BigInt(x));
  const floors = exact.map((one) => one / total);
  const over = Number(BigInt(x) - floors.reduce((sum, one) => sum + one, 0n));
  const order = exact.map((one, i) => [one % total, i] as const).toSorted(([a, i], [b, k]) => (a === b ? i - k : a > b ? -1 : 1));
  const more = new Set(order.slice(0, over).map(([, i]) => i));
  // What is performed changes no payment, only whom it goes to.
  return losses.map(({ performed: _, ...loss }, i) => {
    const amount = Number(floors[i]) + (more.has(i) ? 1 : 0);
    return { ...loss, amount, ...(loss.owed === undefined || loss.amount === 0 ? {} : { owed: ownShare(loss, amount) }) };
  });
};
const ownShare = ({ owed = 0, amount: was }: Loss, amount: number): number => Number((BigInt(owed) * BigInt(amount)) / BigInt(was));

const benches = new Map(ids.map((id) => [id, benchAt(id)]));
const claimAt = (id: string): Claim => benches.get(id)?.claim ?? expect.unreachable(id);
const anyLab = fc.constantFrom(...ids).chain((id) => stateOf(labOfCase(id).scope).map((state) => ({ id, state })));

test('500 random cells of the lab’s table are what assess --json prints, to the yen', () => {
  let cells = 0;
  fc.assert(
    fc.property(anyLab, fc.nat(), fc.nat(), fc.nat(), ({ id, state }, which, row, column) => {
      const lab = labOfCase(id);
      const limit = lab.axes?.limits[which % lab.axes.limits.length];
      if (!lab.axes || !limit || !lab.view.at(state, null)) return;
      const table = lab.table(state, limit);
      const [i, k] = [row % (table?.limits.length ?? 1), column % (table?.deductibles.length ?? 1)];
      const schedule = { [limit.name]: table?.limits[i], [lab.axes.deductible.name]: table?.deductibles[k] };
      const claim = changed(changed(claimAt(id), state), { schedule });
      expect(table?.cells[i]?.[k]?.paid).toBe(printedFor(lab.view.policy.id, claim)?.low);
      cells++;
    }),
    { numRuns: 500 },
  );
  expect(cells).toBeGreaterThan(450);
});

test('500 random points of the lab’s curve are what assess --json prints for that sum, to the yen', () => {
  let points = 0;
  fc.assert(
    fc.property(anyLab, fc.nat(), ({ id, state }, at) => {
      const { view } = labOfCase(id);
      const live = view.at(state, null);
      if (!live || live.traced.claimed === 0) return;
      const { low, high } = live.curve;
      const i = at % low.length;
      const claim = changed(claimAt(id), state);
      const found = printedFor(view.policy.id, { ...claim, losses: scaled(claim.losses, low[i]?.x ?? NaN) });
      expect([low[i]?.y, (high ?? low)[i]?.y]).toEqual([found?.low, found?.high]);
      points++;
    }),
    { numRuns: 500 },
  );
  expect(points).toBeGreaterThan(400);
});
