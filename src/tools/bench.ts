import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import { compile, type Compiled, trace } from '#domain/assess.ts';
import type { Claim } from '#domain/assessment.ts';
import { addMonths } from '#domain/calendar.ts';
import { isPercent } from '#domain/payout/amount.ts';
import type { Condition, Exception, Values, Wording } from '#domain/policy/wording.ts';
import { grid } from '#simulation/sweep.ts';
import { assessed } from './assessing.ts';
import { type Drag, dragged, draggedBare } from './drag.ts';
import { caseFileOf } from './library.ts';
import { onPhone } from './phone.ts';

/** The lab whose limit is dragged: a wording with riders, a tower of two pools and a curve of two bends. */
const DRAGGED = { address: '#/lab?c=IT-15', sliders: '.controls input[type=range]' };
/** What is in sight at 1920 × 1080 once the lab is scrolled to it. */
const IN_SIGHT = { 'sentence, bars and towers': 'article header', 'table and curve': '#table' };

/** What a newcomer on a phone presses first: the open example on the home screen, the first answer in a case. */
const ARRIVALS = {
  home: { address: '', action: 'a.button.main' },
  play: { address: '#/play/PB-06', action: '.task input[type=radio]', next: '.bar .main:enabled' },
};

/** The claim that is raced: a whole wording with most of its clauses to be decided, and a bill of five lines. */
const RACED = 'PB-06';

const read = (id: string) => {
  const reading = assessed({ file: caseFileOf(id), set: [] });
  if (!reading.ok) throw new Error(`${id} cannot be read; run check:cases`);
  return reading.value;
};

/** The best of several rounds, in microseconds a call: what the machine can do when nothing else disturbs it. */
const timed = (calls: number, call: (i: number) => void): number => {
  let best = Infinity;
  for (let round = 0; round < 60; round++) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) call(i);
    best = Math.min(best, ((performance.now() - start) * 1000) / calls);
  }
  return best;
};

/** The same conditions for the peer. It knows no unknown, no months and no amounts: these are worked out for it beforehand. */
const forPeer = (condition: Condition, facts: Values, wording: Wording): TopLevelCondition => {
  const part = (one: Condition): TopLevelCondition => forPeer(one, facts, wording);
  switch (condition.op) {
    case 'all':
      return { all: condition.of.map(part) };
    case 'any':
      return { any: condition.of.map(part) };
    case 'not':
      return { not: part(condition.of) };
    case 'clause':
      return part(wording.clauses.find((clause) => clause.id === condition.clause)?.when ?? { op: 'all', of: [] });
    case 'is':
      return {
        all: [
          { fact: condition.name, operator: 'in', value: condition.values.map((value) => (isPercent(value) ? value.basisPoints : value)) },
        ],
      };
    case 'before':
    case 'from': {
      const than = 'date' in condition.than ? condition.than.date : facts[condition.than.name];
      return { all: [{ fact: condition.name, operator: condition.op === 'before' ? 'isBefore' : 'isFrom', value: than }] };
    }
    case 'within': {
      const after = 'date' in condition.after ? condition.after.date : facts[condition.after.name];
      const last = typeof after === 'string' ? addMonths(after, condition.months) : undefined;
      return {
        all: [
          { fact: condition.name, operator: 'isFrom', value: after },
          { not: { fact: condition.name, operator: 'isAfter', value: last } },
        ],
      };
    }
    case 'atLeast':
    case 'lessThan': {
      const bound = condition.amount.op === 'yen' ? condition.amount.yen : 0;
      return { all: [{ fact: condition.name, operator: condition.op === 'atLeast' ? 'greaterThanInclusive' : 'lessThan', value: bound }] };
    }
  }
};

const peerOf = (wording: Wording, claim: Claim): Engine => {
  const facts: Values = { ...claim.facts, ...wording.schedule, ...claim.schedule };
  const except = (one: Exception): TopLevelCondition => ({ not: forPeer(one.when, facts, wording) });
  const rules = wording.clauses.map((clause): RuleProperties => ({
    conditions: { all: [forPeer(clause.when, facts, wording), ...clause.except.map(except)] },
    event: { type: clause.id },
  }));
  const engine = new Engine(rules, { allowUndefinedFacts: true });
  engine.addOperator<string, string>('isBefore', (a, b) => a < b);
  engine.addOperator<string, string>('isFrom', (a, b) => a >= b);
  engine.addOperator<string, string>('isAfter', (a, b) => a > b);
  return engine;
};

/** The claim with one of its facts the other way round: the clauses are asked anew, and come to the same payment. */
const turnedOf = (compiled: Compiled, claim: Claim): Claim => {
  const paid = (one: Claim): string => {
    const traced = trace(compiled, one);
    return 'refused' in traced ? traced.refused : `${traced.verdict} ${String(traced.low)} ${String(traced.high)}`;
  };
  const others = Object.entries(claim.facts).flatMap(([name, value]): Claim[] =>
    typeof value === 'boolean' ? [{ ...claim, facts: { ...claim.facts, [name]: !value } }] : [],
  );
  const isAsked = (one: Claim): boolean =>
    compiled.know(claim.facts, claim.schedule).findings !== compiled.know(one.facts, one.schedule).findings;
  const found = others.find((one) => isAsked(one) && paid(one) === paid(claim));
  if (!found) throw new Error('every fact of this claim turns its payment');
  return found;
};

const micros = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} µs`;

const main = async (): Promise<void> => {
  const { policy, claim } = read(RACED);
  const compiled = compile(policy.wording);
  const clauses = policy.wording.clauses.length;
  console.log(`claim ${RACED} under ${policy.id}: ${clauses} clauses decided, ${claim.losses.length} items, Node ${process.version}`);

  const bulk = timed(1_000, () => trace(compiled, claim));
  // A fact that leaves the payment as it is, turned each time: nothing can be remembered from the claim before.
  const other = turnedOf(compiled, claim);
  const fresh = timed(1_000, (i) => trace(compiled, i % 2 === 0 ? claim : other));
  const engine = peerOf(policy.wording, claim);
  const facts = Object.fromEntries(
    Object.entries({ ...claim.facts, ...policy.wording.schedule, ...claim.schedule }).map(([name, value]) => [
      name,
      isPercent(value) ? value.basisPoints : value,
    ]),
  );
  let peer = Infinity;
  let met = 0;
  for (let round = 0; round < 30; round++) {
    const start = performance.now();
    for (let i = 0; i < 20; i++) met = (await engine.run(facts)).events.length;
    peer = Math.min(peer, (performance.now() - start) * 50);
  }
  const traced = trace(compiled, claim);
  const ours = 'refused' in traced ? -1 : traced.findings.filter((finding) => finding.result === 'met').length;
  if (met !== ours) throw new Error(`the two decided differently: ${met} clauses met by the peer, ${ours} by us`);
  console.log(`one traced assessment, facts decided once (bulk): ${micros(bulk)}   [level: 2 µs]`);
  console.log(`one traced assessment, every clause decided anew: ${micros(fresh)}`);
  console.log(`json-rules-engine, the clauses alone, no money:   ${micros(peer)}`);
  console.log(`ratio: ${(peer / bulk).toFixed(0)} × in bulk, ${(peer / fresh).toFixed(0)} × with every clause anew   [level: 50 ×]`);

  const limits = Array.from({ length: 256 }, (_, i) => (i + 1) * 1_000_000);
  const deductibles = Array.from({ length: 256 }, (_, i) => i * 100_000);
  const sweep = timed(10, () => grid(compiled, claim, 'liabilityLimit', limits, 'deductible', deductibles)) / 1000;
  const owed = claim.losses.reduce((sum, loss) => sum + (loss.owed ?? loss.amount), 0);
  const kept = 'refused' in traced ? 0 : (traced.pools[0]?.loss ?? 0);
  const closed =
    timed(10, () => {
      const cells = new Float64Array(65_536);
      let at = 0;
      for (const limit of limits) for (const own of deductibles) cells[at++] = Math.min(Math.max(kept - own, 0), limit);
      return cells;
    }) / 1000;
  console.log(`sweep of 256 × 256 contracts: ${sweep.toFixed(2)} ms (${kept} of ${owed} yen covered)   [level: 5 ms]`);
  console.log(`the same contract as a closed form, hand-written: ${closed.toFixed(2)} ms, ratio ${(sweep / closed).toFixed(1)} ×`);

  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  console.log('the lab in Chromium at 4 × CPU slow-down, a slider over its ladder, every view open   [level: 16.7 ms at p95]:');
  const drag = (what: string, { rungs, first, again }: Drag): void => {
    console.log(`  ${what}, ${String(rungs)} rungs, ms of the main thread a frame:`);
    for (const [pass, { median, p95, most }] of [
      ['the first time', first],
      ['the same again', again],
    ] as const)
      console.log(`    ${pass}: ${ms(median)} in the middle, ${ms(p95)} at p95, ${ms(most)} at most`);
  };
  for (const [what, scrolledTo] of Object.entries(IN_SIGHT))
    drag(`${what} in sight`, await dragged(DRAGGED.address, DRAGGED.sliders, scrolledTo));
  drag('a page with a slider, a figure and one bar', await draggedBare());

  const phone = await onPhone(ARRIVALS.home, ARRIVALS.play);
  console.log('a phone of 360 × 740 in Chromium, 4 × CPU slow-down, 1.6 Mbit/s, nothing in the cache, medians:');
  for (const [screen, { site, plain, next }] of [
    ['home', phone.home],
    ['play', phone.play],
  ] as const) {
    console.log(
      `  ${screen} usable after ${site.toFixed(0)} ms, as a plain page after ${plain.toFixed(0)} ms, ratio ${(site / plain).toFixed(2)} ×   [level: 2.4 ×]`,
    );
    if (next !== undefined) console.log(`  ${screen} goes on with an answer given at once after ${next.toFixed(0)} ms`);
  }
  const { choose, take, heap } = phone;
  console.log(`  one step: main thread ${ms(take.median)} in the middle, ${ms(take.p95)} at p95, to take a decision   [level: 60 ms]`);
  console.log(`  one step: main thread ${ms(choose.median)} in the middle, ${ms(choose.p95)} at p95, to choose an answer   [level: 60 ms]`);
  const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
  console.log(
    `  heap over the plain page's: home ${mega(heap.home)}, play ${mega(heap.play)} after three decisions   [level: 2 MB before charts]`,
  );
};

await main();
