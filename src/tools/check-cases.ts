import { written } from '#casebook/read/problem.ts';
import { checkAll } from './checking.ts';
import { givenFile } from './library.ts';
import { writtenJa } from './problem-ja.ts';

const given = process.argv.slice(2);
const say = given.includes('--ja') ? writtenJa : written;
const results = checkAll(given.filter((word) => word !== '--ja').map(givenFile));
for (const { line, map = [] } of results) if (line !== '') process.stdout.write(`${[line, ...map].join('\n')}\n`);
const problems = results.flatMap((one) => one.problems);
for (const problem of problems) process.stderr.write(`${say(problem)}\n`);
if (problems.length > 0) process.exitCode = 2;
