import { parseArgs } from 'node:util';
import { written } from '#casebook/read/problem.ts';
import { assessed } from './assessing.ts';
import { givenFile } from './library.ts';
import { printed } from './printed.ts';
import { summary } from './summary.ts';

const USAGE = 'npm run -s assess -- FILE [--policy ID|FILE] [--set name=value …] [--path NAME] [--json]';

const asked = (): { file: string; policy?: string | undefined; set: string[]; path?: string | undefined; json: boolean } => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      policy: { type: 'string' },
      set: { type: 'string', multiple: true },
      path: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new Error(file === undefined ? 'no file is named' : `one file at a time, not also ${more.join(', ')}`);
  return { file: givenFile(file), policy: values.policy, set: values.set ?? [], path: values.path, json: values.json ?? false };
};

try {
  const { json, ...request } = asked();
  const outcome = assessed(request);
  if (outcome.ok) process.stdout.write(`${json ? JSON.stringify(printed(outcome.value.answer), null, 2) : summary(outcome.value)}\n`);
  else {
    process.stderr.write(outcome.problems.map((one) => `${written(one)}\n`).join(''));
    process.exitCode = 2;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 2;
}
