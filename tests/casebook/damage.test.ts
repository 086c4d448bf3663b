import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, compile } from '#domain/assess.ts';
import { readCase } from '#casebook/build/case.ts';
import { claimOf, claimShape } from '#casebook/build/claim.ts';
import { inlinePolicy } from '#casebook/build/claim-policy.ts';
import { readFacts, readGeneral } from '#casebook/build/ground.ts';
import { readPolicy } from '#casebook/build/policy.ts';
import type { Policy } from '#casebook/policy.ts';
import { written, type Problem, type Reading } from '#casebook/read/problem.ts';
import { readYaml } from '#casebook/read/yaml.ts';
import { caseFileOf, caseIds, policyFile, policyIds, readGround, readPolicyFile, SCENARIOS } from '#tools/library.ts';

const opened = <T>(read: Reading<T>): T => {
  if (!read.ok) throw new Error(read.problems.map(written).join('\n'));
  return read.value;
};
const shelf = join(import.meta.dirname, 'shelf');
const text = (path: string): string => readFileSync(path, 'utf8');

const shelfGround = opened(readGround(shelf));
const ground = opened(readGround());
const policiesOf = (root: string, of: typeof ground): Record<string, Policy> =>
  Object.fromEntries(policyIds(root).map((id) => [id, opened(readPolicyFile(policyFile(id, root), of, { strict: true }))]));
const policies = policiesOf(SCENARIOS, ground);
const shelfPolicies = policiesOf(shelf, shelfGround);

/** A policy that is accepted must also be fit to decide by: neither compiling nor assessing it may throw. */
const used = (policy: Reading<Policy>): Reading<unknown> => {
  if (!policy.ok) return policy;
  const { wording } = policy.value;
  assess(compile(wording), { facts: {}, losses: [{ id: 'a', side: 'claimed', head: 'damages', amount: 1_000_000, count: 3 }] });
  return policy;
};

const CLAIM = `policy:
  schedule: { limit: 1億円, share: 90% }
  clauses:
    - { id: T, kind: trigger, when: { any: [{ leak: yes }, { date: incidentDate, from: 2026-04-01 }] } }
    - { id: X, kind: exclusion, when: { wrongdoer: officer }, except: [{ id: X-i, when: { not: { leak: yes } } }] }
    - { id: D, kind: duty, when: { number: headcount, atLeast: 100 }, breach: { deduct: { percent: 10%, of: 50万円 } } }
  pool:
    id: all
    of:
      - { id: gifts, claimed: [gift], terms: [{ perHead: 400円 }] }
      - { id: rest, claimed: all, spent: [defence], terms: [{ ratio: share }, { limit: { minus: [limit, { result: gifts }] } }] }
facts: { leak: yes, wrongdoer: employee, headcount: 50 }
losses:
  - { id: g, head: gift, each: 500円, count: 300 }
  - { id: d, side: spent, head: defence, amount: '1,000万円', owed: 70%, performed: 50% }
`;

const readClaim = (damaged: string): Reading<unknown> => {
  const source = readYaml(damaged, 'claim.yaml');
  if (!source.ok) return source;
  const shape = claimShape(source.value);
  if (!shape.ok || typeof shape.value.policy !== 'object') return shape;
  const policy = inlinePolicy(shape.value, source.value, ground);
  if (!policy.ok) return policy;
  const claim = claimOf(shape.value, source.value, policy.value, undefined);
  if (claim.ok) assess(compile(policy.value.wording), claim.value.claim);
  return claim;
};

interface Kind {
  readonly files: readonly string[];
  readonly read: (damaged: string) => Reading<unknown>;
  readonly runs: number;
}

/** Small files are damaged often, the real ones, which take longer to read, less often: 10,000 together. */
const KINDS: Readonly<Record<string, Kind>> = {
  'a claim': { files: [CLAIM], read: readClaim, runs: 3250 },
  'a small policy': {
    files: [text(policyFile('small', shelf)), text(join(import.meta.dirname, 'good/policy.yaml'))],
    read: (damaged) => used(readPolicy(damaged, 'p.yaml', { strict: false, ...ground })),
    runs: 3000,
  },
  'a small case': {
    files: [text(caseFileOf('SM-01', shelf))],
    read: (damaged) => readCase(damaged, 'c.yaml', { facts: shelfGround.facts, policies: shelfPolicies }),
    runs: 2000,
  },
  'the vocabulary': { files: [text(join(SCENARIOS, 'facts.yaml'))], read: (damaged) => readFacts(damaged, 'f.yaml'), runs: 500 },
  'the general clauses': { files: [text(policyFile('general'))], read: (damaged) => readGeneral(damaged, 'g.yaml'), runs: 500 },
  'a real policy': {
    files: policyIds().map((id) => text(policyFile(id))),
    read: (damaged) => used(readPolicy(damaged, 'p.yaml', { strict: true, ...ground })),
    runs: 250,
  },
  'a real case': {
    files: caseIds().map((id) => text(caseFileOf(id))),
    read: (damaged) => readCase(damaged, 'c.yaml', { facts: ground.facts, policies }),
    runs: 500,
  },
};

const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '&a ',
  '*a',
  '!!int ',
  '? ',
  '|\n',
  '"',
  "'",
  '#',
  '\t',
  '\0',
  '\u2028',
  '\ud800',
  '---\n',
  '%',
  '<<: ',
  '{ ja: ',
];
const SCALARS = [
  '',
  '~',
  '-1',
  '0.5',
  '1e999',
  '.nan',
  '0x10',
  '9007199254740993',
  '[]',
  '{}',
  'yes',
  '2026-02-30',
  '150%',
  '-5%',
  '1,000万円',
  'soFar',
  'constructor',
  '__proto__',
  "''",
];

/** One way to damage a text: bytes, lines, or the value of a key. `at` lies between 0 and 1. */
type Damage = (whole: string, at: number, n: number) => string;
const place = (whole: string, at: number): number => Math.floor(whole.length * at);
const lined = (whole: string, at: number, change: (lines: string[], i: number) => void): string => {
  const lines = whole.split('\n');
  change(lines, Math.min(lines.length - 1, Math.floor(lines.length * at)));
  return lines.join('\n');
};
const DAMAGES: readonly Damage[] = [
  (whole, at, n) => whole.slice(0, place(whole, at)) + String.fromCharCode(n % 0x3000) + whole.slice(place(whole, at) + 1),
  (whole, at, n) => whole.slice(0, place(whole, at)) + whole.slice(place(whole, at) + (n % 200)),
  (whole, at) => whole.slice(0, place(whole, at)),
  (whole, at, n) => whole.slice(0, place(whole, at)) + (TOKENS[n % TOKENS.length] ?? '') + whole.slice(place(whole, at)),
  (whole, at) => lined(whole, at, (lines, i) => lines.splice(i, 1)),
  (whole, at) => lined(whole, at, (lines, i) => lines.splice(i, 0, lines[i] ?? '')),
  (whole, at, n) => lined(whole, at, (lines, i) => void (lines[i] = ' '.repeat(n % 9) + (lines[i] ?? '').trimStart())),
  (whole, at, n) => lined(whole, at, (lines, i) => void (lines[i] = lines[n % lines.length] ?? '')),
  (whole, at, n) =>
    lined(whole, at, (lines, i) => void (lines[i] = (lines[i] ?? '').replace(/: [^:]*$/u, `: ${SCALARS[n % SCALARS.length]}`))),
  (whole, at, n) => {
    const words = [...whole.matchAll(/[A-Za-z][A-Za-z-]+/gu)];
    const [one, other] = [words[Math.floor(words.length * at)], words[n % Math.max(1, words.length)]];
    return one && other ? whole.slice(0, one.index) + other[0] + whole.slice(one.index + one[0].length) : whole;
  },
];

const said = (problem: Problem): boolean =>
  problem.line >= 1 && problem.column >= 1 && [problem.found, problem.allowed, problem.remedy].every((part) => part !== '');

const LONGEST = 5000;

describe('a damaged file is read or refused, and nothing else', () => {
  it('is damaged 10,000 times in all', () => {
    expect(Object.values(KINDS).reduce((sum, { runs }) => sum + runs, 0)).toBe(10_000);
  });

  it.each(Object.entries(KINDS))(
    '%s',
    (_name, { files, read, runs }) => {
      const wound = fc.tuple(fc.nat(DAMAGES.length - 1), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(1_000_000));
      let refused = 0;
      fc.assert(
        fc.property(fc.nat(files.length - 1), fc.array(wound, { minLength: 1, maxLength: 3 }), (file, wounds) => {
          const damaged = wounds.reduce((whole, [how, at, n]) => (DAMAGES[how] as Damage)(whole, at, n), files[file] as string);
          const begin = performance.now();
          const result = read(damaged);
          if (!result.ok) refused++;
          return performance.now() - begin < LONGEST && (result.ok || (result.problems.length > 0 && result.problems.every(said)));
        }),
        { numRuns: runs, seed: 20260401 },
      );
      expect(refused).toBeGreaterThan(runs / 4);
    },
    240_000,
  );
});

describe('text that is made to cost much', () => {
  it.each([
    ['brackets', '['.repeat(900_000)],
    ['braces', '{ a: '.repeat(150_000)],
    ['dashes', '- '.repeat(400_000)],
    ['question marks', '? '.repeat(300_000)],
    ['steps to the right', Array.from({ length: 1300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['a file too large', 'x'.repeat(1_000_001)],
    ['keys without end', Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join('\n')],
    [
      'aliases of aliases',
      `a: &a [x, x]\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}`,
    ],
    ['an alias of itself', 'a: &a [*a]'],
    ['nothing', ''],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['a lone value', 'hello'],
  ])('%s', (_name, whole) => {
    const begin = performance.now();
    const read = readPolicy(whole, 'p.yaml', { strict: false, ...ground });
    expect(performance.now() - begin).toBeLessThan(LONGEST);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problems.every(said)).toBe(true);
  });
});
