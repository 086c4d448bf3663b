import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutation, mutationsOf } from './mutating/mutations.ts';

/**
 * How many slips in `src/domain` its own tests notice: each is made alone in a copy of the project, and the tests of the domain run on it. Those
 * that decide quickly come first. `--every 5` makes each fifth slip only, `--at 2` begins with the second.
 */
const WHERE = 'src/domain';
const SLOW = ['agreement', 'range', 'properties', 'flips', 'findings', 'split', 'exact'].map((name) => `**/${name}.test.ts`);
const PATIENCE = 120_000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: { every: { type: 'string', default: '1' }, at: { type: 'string', default: '1' }, workers: { type: 'string', default: '2' } },
});

const files = readdirSync(WHERE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const all = files.toSorted().flatMap((name) => mutationsOf(join(WHERE, name), readFileSync(join(WHERE, name), 'utf8')));
const [every, at] = [Number(values.every), Number(values.at)];
if (!Number.isInteger(every) || !Number.isInteger(at) || at < 1 || at > every) throw new Error('--at is a whole number from 1 to --every');
const chosen = all.filter((_, i) => i % every === at - 1);

const copied = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'satei-mutate-'));
  for (const name of ['src', 'tests', 'scenarios', 'package.json', 'tsconfig.json']) cpSync(name, join(root, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const config = (name: string, test: object) =>
    writeFileSync(join(root, name), `export default ${JSON.stringify({ test: { testTimeout: 60_000, bail: 1, ...test } })}`);
  config('quick.config.js', { include: ['tests/domain/**/*.test.ts'], exclude: SLOW });
  config('slow.config.js', { include: SLOW.map((name) => `tests/domain/${name}`) });
  return root;
};

/** How the tests of a configuration end. A slip without an end keeps a worker of theirs busy for ever: they are ended with all they started. */
const endOf = (root: string, config: string): Promise<'pass' | 'fail' | 'never'> =>
  new Promise((done) => {
    const run = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '--no-file-parallelism'], {
      cwd: root,
      stdio: 'ignore',
      detached: true,
    });
    let isLate = false;
    const watch = setTimeout(() => {
      isLate = true;
      if (run.pid !== undefined) process.kill(-run.pid, 'SIGKILL');
    }, PATIENCE);
    run.on('close', (code) => {
      clearTimeout(watch);
      done(isLate ? 'never' : code === 0 ? 'pass' : 'fail');
    });
  });

const bothEnd = async (root: string): Promise<Awaited<ReturnType<typeof endOf>>> => {
  const quick = await endOf(root, 'quick.config.js');
  return quick === 'pass' ? endOf(root, 'slow.config.js') : quick;
};

const left: Mutation[] = [];
let tried = 0;
let endless = 0;
const queue = chosen.values();
const work = async (): Promise<void> => {
  const root = copied();
  try {
    if ((await bothEnd(root)) !== 'pass') throw new Error('the tests fail without a slip');
    for (const mutation of queue) {
      const text = readFileSync(mutation.file, 'utf8');
      writeFileSync(join(root, mutation.file), text.slice(0, mutation.from) + mutation.is + text.slice(mutation.to));
      const end = await bothEnd(root);
      if (end === 'never') endless++;
      if (end === 'pass') {
        left.push(mutation);
        print(`${mutation.file}:${String(mutation.line)}  ${mutation.was.replace(/\s+/g, ' ')}  →  ${mutation.is.replace(/\s+/g, ' ')}`);
      }
      writeFileSync(join(root, mutation.file), text);
      tried++;
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
await Promise.all(Array.from({ length: Number(values.workers) }, work));
print(
  `${String(tried - left.length)} of ${String(tried)} slips noticed (${((100 * (tried - left.length)) / tried).toFixed(1)} %), of ${String(all.length)} that can be made in ${WHERE}   [level: 95 %]\n` +
    `${String(endless)} of them only because the tests did not end within ${String(PATIENCE / 1000)} s: on a busy machine these may be too many`,
);
