import { written } from '#casebook/read/problem.ts';
import { checkAll } from './checking.ts';
import { givenFile } from './library.ts';
import { boundariesOf } from './proving/boundaries.ts';
import { goldensOf } from './proving/goldens.ts';
import { readShelf } from './proving/shelf.ts';
import { shownBy } from './proving/shown.ts';
import { writtenJa } from './problem-ja.ts';

const given = process.argv.slice(2);
const say = given.includes('--ja') ? writtenJa : written;
const files = given.filter((word) => word !== '--ja').map(givenFile);
const results = checkAll(files);
for (const { line, map = [] } of results) if (line !== '') process.stdout.write(`${[line, ...map].join('\n')}\n`);
const problems = results.flatMap((one) => one.problems);
for (const problem of problems) process.stderr.write(`${say(problem)}\n`);
if (problems.length > 0) process.exitCode = 2;

/** What all of scenarios/ comes to, once every file of it is in order. */
const tally = (): string => {
  const shelf = readShelf();
  const { decided, settled } = shownBy([...goldensOf(shelf), ...boundariesOf(shelf)], shelf);
  const sum = (numbers: readonly number[]): string => numbers.reduce((all, one) => all + one, 0).toLocaleString('en-US');
  const situations = sum(shelf.drills.map((drill) => drill.situations.length));
  return `${shelf.cases.length} cases, ${sum(results.map(({ paths = 0 }) => paths))} paths, ${shelf.drills.length} drills of ${situations} situations; ${settled.length} of ${decided.length} clauses that facts decide are decided`;
};
if (files.length === 0 && problems.length === 0) process.stdout.write(`${tally()}\n`);
