import { compile, trace } from '#domain/assess.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { boundariesOf } from './proving/boundaries.ts';
import { agrees, goldensOf } from './proving/goldens.ts';
import { overMenu } from './proving/menu.ts';
import { isCaught, mutantsOf } from './proving/mutants.ts';
import { readShelf } from './proving/shelf.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const shelf = readShelf();
const policies = Object.values(shelf.policies);
const goldens = [...goldensOf(shelf), ...boundariesOf(shelf)];
let failed = 0;

const shown = new Set<string>();
for (const policy of policies) {
  const compiled = compile(policy.wording);
  for (const golden of goldens.filter((one) => one.policy === policy.id)) {
    const one = trace(compiled, golden.claim);
    if ('refused' in one || !agrees(golden, one)) {
      failed++;
      print(`  not what is written down: ${golden.name}`);
    }
    if (!('refused' in one)) for (const { clause, result } of one.findings) shown.add(`${clause} ${result}`);
  }
}
const decided = policies.flatMap(({ wording }) => wording.clauses.map(({ id }) => id));
const fully = decided.filter((id) => ['met', 'not-met', 'unknown'].every((result) => shown.has(`${id} ${result}`)));
print(
  `${shelf.cases.length} cases, ${shelf.drills.length} drills of ${shelf.drills.reduce((sum, { situations }) => sum + situations.length, 0)} situations`,
);
print(`${goldens.length} golden ends, ${failed} of them not what the engine comes to`);
print(`${decided.length} clauses that facts decide, ${fully.length} of them shown met, not met and unknown`);

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
if (failed > 0 || slips.length > 0) process.exitCode = 1;
