import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, trace, type Compiled } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import type { Name, Wording } from '#domain/policy/wording.ts';
import { grid } from '#simulation/sweep.ts';
import { assessed } from '#tools/assessing.ts';
import { caseFileOf, caseIds } from '#tools/library.ts';
import { cases, draws } from '../support/arbitrary.ts';
import { damages, deductible, entry, leaf, limit, wordingOf } from '../support/families.ts';

const low = (compiled: Compiled, claim: Claim, schedule: Readonly<Record<Name, number>>): number | null => {
  const found = trace(compiled, { ...claim, schedule: { ...claim.schedule, ...schedule } });
  return 'refused' in found ? null : found.low;
};
const inYen = ({ schedule }: Wording): Name[] => Object.keys(schedule).filter((name) => typeof schedule[name] === 'number');

/** Amounts about which something may happen: parts of what is claimed, and one yen to either side. */
const turns = (total: number) =>
  fc.array(
    fc.tuple(fc.constantFrom(0, 1, 2, 5, 9, 10, 11, 20, 40), fc.constantFrom(-1, 0, 1)).map(([tenths, by]) => {
      return Math.max(0, Math.floor((total * tenths) / 10) + by);
    }),
    { minLength: 1, maxLength: 9 },
  );

test('every cell of a grid is the low of the assessment, for random wordings, claims and any two entries', { timeout: 120_000 }, () => {
  let [cells, paid] = [0, 0];
  const one = cases().chain((drawn) => {
    const total = drawn.claim.losses.reduce((sum, loss) => sum + loss.amount, 0);
    const names = fc.shuffledSubarray(inYen(drawn.wording), { minLength: 2, maxLength: 2 });
    return fc.tuple(fc.constant(drawn), names, turns(total), turns(total));
  });
  fc.assert(
    fc.property(one, ([{ wording, claim }, [row = '', column = ''], rows, columns]) => {
      const compiled = compile(wording);
      const got = grid(compiled, claim, row, rows, column, columns);
      const wanted = rows.flatMap((a) => columns.map((b) => low(compiled, claim, { [row]: a, [column]: b })));
      wanted.forEach((want, i) => {
        if (want === null) return;
        cells++;
        if (want > 0) paid++;
        expect(got[i]).toBe(want);
      });
    }),
    { seed: 7, numRuns: 2000 },
  );
  console.log(`${cells} cells agree, ${paid} of them above 0`);
  expect(paid).toBeGreaterThan(8_000);
});

test('the tables of every case agree with the assessment at 40 random points each', () => {
  const draw = draws(11);
  let points = 0;
  for (const id of caseIds()) {
    const reading = assessed({ file: caseFileOf(id), set: [] });
    if (!reading.ok) throw new Error(id);
    const { policy, claim } = reading.value;
    const compiled = compile(policy.wording);
    const names = inYen(policy.wording);
    const axis = (most: number) => Array.from({ length: 40 }, () => draw(most / 10_000) * (draw(3) === 0 ? 9_999 : 10_000));
    for (const row of names)
      for (const column of names) {
        if (row === column) continue;
        const [rows, columns] = [axis(100_000_000), axis(20_000_000)];
        const got = grid(compiled, claim, row, rows, column, columns);
        for (let i = 0; i < 40; i++) {
          const j = draw(40);
          const want = low(compiled, claim, { [row]: rows[i] as number, [column]: columns[j] as number });
          expect([id, row, column, got[i * 40 + j]]).toEqual([id, row, column, want]);
          points++;
        }
      }
  }
  expect(points).toBeGreaterThan(1000);
});

const simple = leaf('all', { claimed: 'all' }, [deductible(entry('deductible')), limit(entry('limit'))]);

test('several claims that use up nothing of each other are paid each for itself', () => {
  const compiled = compile(wordingOf(simple, { limit: 0, deductible: 0 }));
  const losses = [damages(700, { id: 'a', claim: 'one' }), damages(300, { id: 'b', claim: 'two' })];
  const cells = grid(compiled, { facts: {}, losses }, 'limit', [250, 500], 'deductible', [0, 100, 300]);
  // 700 and 300, each less the deductible, each at most the limit
  expect([...cells]).toEqual([500, 450, 250, 800, 700, 400]);
});

test('an entry that a breach takes is turned too, where it takes nothing as it stands', () => {
  const compiled = compile(
    wordingOf(
      simple,
      { limit: 1000, deductible: 0, late: 0 },
      {
        facts: { told: { type: 'yesno' } },
        clauses: [
          {
            id: 'DUTY',
            kind: 'duty',
            when: { op: 'is', name: 'told', values: [false] },
            scope: {},
            except: [],
            breach: { kind: 'deduct', amount: entry('late') },
          },
        ],
      },
    ),
  );
  const claim = { facts: { told: false }, losses: [damages(700)] };
  expect([...grid(compiled, claim, 'limit', [500, 1000], 'late', [0, 50, 600])]).toEqual([500, 450, 0, 700, 650, 100]);
});
