import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { boundariesOf } from './proving/boundaries.ts';
import { goldensOf } from './proving/goldens.ts';
import { overMenu } from './proving/menu.ts';
import { isCaught, mutantsOf } from './proving/mutants.ts';
import { readShelf } from './proving/shelf.ts';
import { shownBy } from './proving/shown.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const shelf = readShelf();
const policies = Object.values(shelf.policies);
const goldens = [...goldensOf(shelf), ...boundariesOf(shelf)];
const { decided, settled, wrong } = shownBy(goldens, shelf);
print(
  `${shelf.cases.length} cases, ${shelf.drills.length} drills of ${shelf.drills.reduce((sum, { situations }) => sum + situations.length, 0)} situations`,
);
print(`${goldens.length} golden ends, ${wrong.length} of them not what the engine comes to`);
for (const name of wrong) print(`  ${name}`);
print(`${decided.length} clauses that facts decide, ${settled.length} of them decided by a golden end`);

let caught = 0;
const alive: string[] = [];
for (const policy of policies) {
  for (const mutant of mutantsOf(policy.wording)) {
    if (isCaught(mutant, goldens)) caught++;
    else alive.push(mutant.name);
  }
}
print(`mutations of the wordings: ${caught} of ${caught + alive.length} caught; left (tests/scenarios/survivors.yaml says why):`);
for (const name of alive) print(`  ${name}`);

const start = performance.now();
let contracts = 0;
const slips: string[] = [];
for (const of of shelf.cases) {
  for (const which of of.alsoUnder ? (['own', 'other'] as const) : (['own'] as const)) {
    const id = which === 'own' ? of.policy : of.alsoUnder?.policy;
    const policy = policies.find((one) => one.id === id);
    if (!policy) continue;
    const ran = overMenu(policy.wording, claimOf(of, endOn(of), which));
    contracts += ran.contracts;
    slips.push(...ran.slips.map(({ contract, what }) => `${of.id} ${policy.id} ${JSON.stringify(contract)}: ${what}`));
  }
}
print(
  `the menu: ${contracts.toLocaleString('en-US')} contracts in ${((performance.now() - start) / 1000).toFixed(1)} s, ${slips.length} slips`,
);
for (const slip of slips.slice(0, 20)) print(`  ${slip}`);
if (wrong.length > 0 || slips.length > 0) process.exitCode = 1;
