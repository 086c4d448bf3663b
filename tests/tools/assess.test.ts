import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { written } from '#casebook/read/problem.ts';
import { assessed, type Answer } from '#tools/assessing.ts';

const folder = mkdtempSync(join(tmpdir(), 'satei-assess-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const answer = (path: string, set: readonly string[] = [], more: { policy?: string; path?: string } = {}): Answer => {
  const outcome = assessed({ file: path, set, ...more });
  if (!outcome.ok) throw new Error(outcome.problems.map(written).join('\n'));
  return outcome.value.answer;
};
const said = (path: string, set: readonly string[] = [], more: { policy?: string; path?: string } = {}): string[] => {
  const outcome = assessed({ file: path, set, ...more });
  return outcome.ok ? [] : outcome.problems.map((one) => written(one).replace(`${folder}/`, ''));
};

const CLAIM = `policy:
  schedule: { limit: 1億円, deductible: 100万円 }
  clauses:
    - { id: T, kind: trigger, when: { leak: yes } }
    - { id: X, kind: exclusion, when: { wrongdoer: officer } }
  pool:
    id: contract
    claimed: all
    spent: [defence]
    terms:
      - { deductible: deductible }
      - { limit: limit }
facts: { leak: yes, wrongdoer: employee }
losses:
  - { id: a, head: damages, amount: '3,000万円', performed: 50% }
  - { id: b, side: spent, head: defence, each: 500円, count: 2000 }
documentsComplete: 2026-04-13
`;

describe('a bare claim with its policy inside', () => {
  const path = file('claim.yaml', CLAIM);

  it('is assessed: 3,000 + 100 − 100 = 3,000万円', () => {
    expect(answer(path)).toMatchObject({ policy: 'inline', verdict: 'paid', claimed: 31_000_000, paid: 30_000_000, ownCost: 1_000_000 });
  });

  it('is due on the thirtieth day, the first counted: 2026-04-13 and 30 days give 2026-05-12', () => {
    expect(answer(path).due).toBe('2026-05-12');
  });

  it('is payable now as far as it is performed, own spending at once (保険法22条)', () => {
    const { payableNow, reserved, paid } = answer(path);
    expect(payableNow + reserved).toBe(paid);
    expect(payableNow).toBeGreaterThan(15_000_000);
  });

  it('changes by --set', () => {
    expect(answer(path, ['schedule.deductible=200万円']).paid).toBe(29_000_000);
    expect(answer(path, ['facts.wrongdoer=officer'])).toMatchObject({ verdict: 'not-paid', paid: 0 });
    expect(answer(path, ['facts.leak=unknown'])).toMatchObject({ verdict: 'open', low: 0, high: 30_000_000 });
    expect(answer(path, ['losses.a.owed=50%'])).toMatchObject({ notOwed: 15_000_000, paid: 15_000_000 });
  });

  it.each([
    ['facts.leek=yes', '--set facts.leek=yes:1:1: Found the fact "leek", which is not known.'],
    ['facts.leak=maybe', '--set facts.leak=maybe:1:12: Found "maybe" as the value of the fact "leak".'],
    ['schedule.deductible=-5', '--set schedule.deductible=-5:1:21: Found "-5" as the value of the schedule entry "deductible".'],
    ['losses.c.owed=5', '--set losses.c.owed=5:1:1: Found the loss "c", which is not there.'],
    ['limit=5', '--set limit=5:1:1: Found "limit=5".'],
  ])('refuses --set %s', (set, message) => {
    expect(said(path, [set])[0]).toContain(message);
  });

  it('refuses a path, for only a case names any', () => {
    expect(said(path, [], { path: 'best' })[0]).toContain('--path:1:1: Found the path "best" for a file that is not a case');
  });
});

describe('a bare claim for a policy of another file', () => {
  it('takes the id, in JSON with tabs too', () => {
    const path = file(
      'claim.json',
      '{\n\t"policy": "plan-b",\n\t"facts": {"leak": true},\n\t"losses": [{"id": "a", "head": "damages", "amount": 5000000}]\n}\n',
    );
    expect(answer(path)).toMatchObject({ policy: 'plan-b', claimed: 5_000_000, due: null });
  });

  it('finds a file beside it, whose facts are those of the vocabulary and its own', () => {
    file(
      'own.yaml',
      'facts: { flood: { type: yesno } }\nclauses: [{ id: T, kind: trigger, when: { any: [{ flood: yes }, { leak: yes }] } }]\npool: { id: p, claimed: all }\n',
    );
    const path = file('beside.yaml', 'policy: own.yaml\nfacts: { flood: yes }\nlosses: [{ id: a, head: damages, amount: 100 }]\n');
    expect(answer(path)).toMatchObject({ policy: 'own', paid: 100 });
  });

  it('says where a policy is broken, not where it is named', () => {
    file('broken.yaml', 'clauses: [{ id: T, kind: trigger, when: { flod: yes } }]\npool: { id: p, claimed: all }\n');
    const path = file('names-broken.yaml', 'policy: broken.yaml\nlosses: []\n');
    expect(said(path)).toEqual([expect.stringContaining('broken.yaml:1:43: Found "flod", which is neither a fact nor a schedule entry')]);
  });

  it.each([
    ['policy: plan-c\nlosses: []\n', 'claim-x.yaml:1:9: Found the policy "plan-c", which is not there'],
    ['policy: plan-b\nfacts: { leak: perhaps }\nlosses: []\n', 'claim-x.yaml:2:16: Found "perhaps" as the value of the fact "leak"'],
    ['policy: plan-b\nschedule: { limits: 5 }\nlosses: []\n', 'claim-x.yaml:2:13: Found the schedule entry "limits", which is not known'],
    [
      'policy: plan-b\nlosses: [{ id: a, head: x, amount: 5 }, { id: a, head: x, amount: 5 }]\n',
      'claim-x.yaml:2:47: Found the loss id "a" a second time',
    ],
    ['policy: plan-b\nlosses: [{ id: a, head: x, amount: 5, owed: 6 }]\n', 'claim-x.yaml:2:45: Found 6 yen owed of an item of 5'],
    ['policy: plan-b\nlosses: []\nused: { contracts: 5 }\n', 'claim-x.yaml:3:9: Found the pool "contracts", which is not there'],
    ['policy: plan-b\nlosses: []\nenquiries: [abroads]\n', 'claim-x.yaml:3:13: Found the enquiry "abroads", which is not known'],
    ['losses: []\n', 'claim-x.yaml:1:1: Found no policy'],
    ['pool: { id: a }\n', 'claim-x.yaml:1:1: Found a policy, not a claim'],
  ])('refuses %j', (text, message) => {
    expect(said(file('claim-x.yaml', text))[0]).toContain(message);
  });
});

describe('a case file', () => {
  it('gives the two worked examples of the source: 2,680万円 and 5,300万円', () => {
    expect(answer('scenarios/cases/IT-14.yaml')).toMatchObject({ paid: 26_800_000, ownCost: 200_000 });
    expect(answer('scenarios/cases/IT-15.yaml')).toMatchObject({ claimed: 66_000_000, paid: 53_000_000 });
  });

  it('gives a named end, and the other wording', () => {
    expect(answer('scenarios/cases/IT-15.yaml', [], { path: 'paid-ahead' })).toMatchObject({
      verdict: 'open',
      low: 43_000_000,
      high: 53_000_000,
    });
    expect(answer('scenarios/cases/IT-04.yaml', [], { policy: 'plan-b' })).toMatchObject({ policy: 'plan-b', verdict: 'not-paid' });
  });

  it('refuses an end it does not name', () => {
    expect(said('scenarios/cases/IT-15.yaml', [], { path: 'bst' })[0]).toContain('write "best", if that is meant');
  });
});

describe('the command', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', 'src/tools/assess.ts', ...args], { encoding: 'utf8' });

  it('prints one object with --json and ends with 0', () => {
    const { status, stdout, stderr } = run(file('json.yaml', CLAIM), '--json');
    expect([status, stderr]).toEqual([0, '']);
    const printed = JSON.parse(stdout) as Answer;
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining(['policy', 'version', 'verdict', 'claimed', 'notOwed', 'paid', 'open', 'low', 'high', 'ownCost']),
    );
    expect(Object.keys(printed)).toEqual(expect.arrayContaining(['findings', 'pools', 'items', 'flips', 'due', 'payableNow', 'reserved']));
    expect(printed.flips.some(({ fact }) => fact === 'leak')).toBe(true);
  });

  it('prints a summary without it', () => {
    const { status, stdout } = run(file('summary.yaml', CLAIM));
    expect(status).toBe(0);
    expect(stdout).toContain('【支払】請求3,100万円のうち、保険金は3,000万円、自社負担は100万円です。');
  });

  it('prints nothing and ends with 2 on a file it refuses', () => {
    const { status, stdout, stderr } = run(file('bad.yaml', CLAIM.replace('1億円', 'lots')), '--json');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/bad\.yaml:\d+:\d+: Found /u);
  });

  it('ends with 2 on a command it does not understand', () => {
    expect([run().status, run('a', 'b').status, run('a', '--nonsense').status]).toEqual([2, 2, 2]);
  });
}, 60_000);
