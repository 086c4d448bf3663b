import { written } from '#casebook/read/problem.ts';
import { checkAll } from './checking.ts';
import { givenFile } from './library.ts';

const results = checkAll(process.argv.slice(2).map(givenFile));
for (const { line } of results) if (line !== '') process.stdout.write(`${line}\n`);
const problems = results.flatMap((one) => one.problems);
for (const problem of problems) process.stderr.write(`${written(problem)}\n`);
if (problems.length > 0) process.exitCode = 2;
