import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { assess, compile, type Refusal } from '#domain/assess.ts';
import type { Assessment, Claim } from '#domain/assessment.ts';
import { payable, type Payable } from '#domain/payout/payable.ts';
import { paymentDue } from '#domain/payout/due.ts';
import { caseOf } from '#casebook/build/case.ts';
import { drillOf } from '#casebook/build/drill.ts';
import { claimOf as bareClaim, claimShape } from '#casebook/build/claim.ts';
import { inlinePolicy } from '#casebook/build/claim-policy.ts';
import type { Case, Option } from '#casebook/case.ts';
import { changed } from '#casebook/claim.ts';
import { policyOf, situationClaim, situationDue } from '#casebook/drill-claim.ts';
import type { Policy } from '#casebook/policy.ts';
import { advice, listed } from '#casebook/read/nearest.ts';
import { refused, type Fault, type Reading } from '#casebook/read/problem.ts';
import { readYaml, type Source } from '#casebook/read/yaml.ts';
import { isName } from '#casebook/schema/scalars.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { givenFile, policyFile, policyIds, readGround, readPolicyFile, shownAs, textOf, type Ground } from './library.ts';
import { settings, type Setting } from './settings.ts';

/** What `assess` is asked: a file, and what is to be different from it. */
export interface Request {
  readonly file: string;
  readonly policy?: string | undefined;
  /** `schedule.x=…`, `facts.x=…`, `losses.ID.owed=…` as given. */
  readonly set: readonly string[];
  /** The name of an expected end of a case, or the situation of a drill. */
  readonly path?: string | undefined;
}

/** The assessment with the payment date and the part payable now (保険法22条). */
export type Answer = Assessment & Payable & { readonly due: string | null };

export interface Outcome {
  readonly answer: Answer;
  readonly policy: Policy;
  readonly claim: Claim;
  readonly title: string;
}

interface Ready {
  readonly source: Source;
  readonly policy: Policy;
  readonly claim: Claim;
  readonly title: string;
  readonly due: string | null;
}

/** Reads the file, assesses the claim, or says why not. */
export const assessed = (request: Request): Reading<Outcome> => {
  const text = textOf(request.file);
  if (!text.ok) return text;
  const source = readYaml(text.value, shownAs(request.file));
  if (!source.ok) return source;
  const ground = readGround();
  if (!ground.ok) return ground;
  const set = settings(request.set);
  if (!set.ok) return set;
  const has = (key: string): boolean => typeof source.value.value === 'object' && source.value.value !== null && key in source.value.value;
  const ready = (has('decisions') ? ofCase : has('situations') ? ofDrill : ofClaim)(request, source.value, ground.value, set.value);
  if (!ready.ok) return ready;
  const { policy, claim, title, due } = ready.value;
  const result = assess(compile(policy.wording), claim);
  if ('refused' in result) return refused([ready.value.source.place(faultOf(result, claim))]);
  const { payableNow, reserved } = payable(result, claim.losses);
  return { ok: true, value: { answer: Object.assign(result, { due, payableNow, reserved }), policy, claim, title } };
};

const faultOf = (refusal: Refusal, claim: Claim): Fault => {
  switch (refusal.refused) {
    case 'too-many-questions':
      return {
        path: ['facts'],
        found: `${refusal.questions} clauses and terms that are all undecided`,
        allowed: `at most ${refusal.most} at once`,
        remedy: 'say more of the facts',
      };
    case 'amount-unknown':
      return {
        path: ['facts'],
        found: `no value for ${refusal.names.join(', ')}, which an amount of the pool "${refusal.pool}" needs`,
        allowed: 'schedule entries and known facts in the amounts of a pool',
        remedy: `give the value under facts: or schedule:`,
      };
    case 'heads-not-counted':
      return {
        path: ['losses', claim.losses.findIndex(({ id }) => id === refusal.loss)],
        found: `the loss "${refusal.loss}" without a count, in the pool "${refusal.pool}", which has a cap per head`,
        allowed: 'losses with a count of heads there',
        remedy: 'add count: …',
      };
    case 'too-large':
      return {
        path: ['losses'],
        found: `losses of ${refusal.claimed} yen together`,
        allowed: `at most ${Number.MAX_SAFE_INTEGER} yen together`,
        remedy: 'check the amounts',
      };
  }
};

/** The policy of an id or of a file; the file counts from `from`, or from where the command is given. */
const policyCalled = (
  name: string,
  from: string,
  ground: Ground,
  complain: (fault: Omit<Fault, 'path'>) => Reading<never>,
): Reading<Policy> => {
  const ids = policyIds();
  if (ids.includes(name)) return readPolicyFile(policyFile(name), ground);
  const file = [resolve(from, name), resolve(givenFile(name))].find((one) => existsSync(one));
  if (file) return readPolicyFile(file, ground);
  return complain({
    found: `the policy "${name}", which is not there`,
    allowed: `one of ${listed(ids)}, or the name of a policy file, counted from this file`,
    remedy: isName(name) ? advice(name, ids, 'correct the id') : 'correct the name of the file',
  });
};

const ofOption = (file: string, ground: Ground): Reading<Policy> =>
  policyCalled(file, process.cwd(), ground, (fault) => refused([{ file: '--policy', line: 1, column: 1, ...fault }]));

const ofClaim = (request: Request, source: Source, ground: Ground, set: readonly Setting[]): Reading<Ready> => {
  if (request.path !== undefined) {
    return refused([
      {
        file: '--path',
        line: 1,
        column: 1,
        found: `the path "${request.path}" for a file that is not a case`,
        allowed: '--path with a case file, whose ends it names, or with a drill, whose situations it names',
        remedy: 'leave --path out',
      },
    ]);
  }
  const top = source.value;
  if (typeof top === 'object' && top !== null && 'pool' in top && !('losses' in top)) {
    return refused([
      source.place({
        path: ['pool'],
        key: true,
        found: 'a policy, not a claim',
        allowed: 'a case file, or a claim with losses:',
        remedy: `write a claim, and name this file in it as policy: or with --policy`,
      }),
    ]);
  }
  const shape = claimShape(source);
  if (!shape.ok) return shape;
  const raw = shape.value;
  const facts = Object.fromEntries(set.flatMap((one) => (one.part === 'facts' ? [[one.name, one.value]] : [])));
  const policy =
    request.policy !== undefined
      ? ofOption(request.policy, ground)
      : typeof raw.policy === 'string'
        ? policyCalled(raw.policy, dirname(request.file), ground, (fault) => refused([source.place({ path: ['policy'], ...fault })]))
        : raw.policy
          ? inlinePolicy(raw, source, ground, facts)
          : refused([
              source.place({
                path: [],
                found: 'no policy',
                allowed: 'policy: with an id, the name of a file, or the policy itself; or --policy',
                remedy: `add policy: …, for instance ${policyIds()[0] ?? 'an id'}`,
              }),
            ]);
  if (!policy.ok) return policy;
  const rule = ground.general.general.payment;
  const read = bareClaim(raw, source, policy.value, rule);
  if (!read.ok) return read;
  const { claim, documentsComplete, enquiries, obstructedDays } = read.value;
  const after = applied(claim, set, policy.value);
  if (!after.ok) return after;
  const due = documentsComplete === undefined ? null : paymentDue(documentsComplete, rule, enquiries, obstructedDays);
  return { ok: true, value: { source, policy: policy.value, claim: after.value, title: source.file, due } };
};

/** The claim with what --set changes. */
const applied = (claim: Claim, set: readonly Setting[], policy: Policy): Reading<Claim> => {
  let result = claim;
  for (const one of set) {
    const next = one.apply(result, policy);
    if (!next.ok) return next;
    result = next.value;
  }
  return { ok: true, value: result };
};

/** The policies that a case or drill names. */
const policiesOf = (source: Source, ground: Ground): Reading<Readonly<Record<string, Policy>>> => {
  const wanted = source.value as { policy?: unknown; alsoUnder?: { policy?: unknown } | null };
  const policies: Record<string, Policy> = {};
  for (const id of [wanted.policy, wanted.alsoUnder?.policy]) {
    if (typeof id !== 'string' || !policyIds().includes(id)) continue;
    const policy = readPolicyFile(policyFile(id), ground);
    if (!policy.ok) return policy;
    policies[id] = policy.value;
  }
  return { ok: true, value: policies };
};

const onlyKnown = (claim: Claim, policy: Policy): Claim => ({
  ...claim,
  schedule: Object.fromEntries(Object.entries(claim.schedule ?? {}).filter(([name]) => Object.hasOwn(policy.schedule, name))),
});

const ofDrill = (request: Request, source: Source, ground: Ground, set: readonly Setting[]): Reading<Ready> => {
  const policies = policiesOf(source, ground);
  if (!policies.ok) return policies;
  const read = drillOf(source, { facts: ground.facts, policies: policies.value });
  if (!read.ok) return read;
  const { drill } = read.value;
  const names = drill.situations.map(({ id }) => id);
  const situation = drill.situations.find(({ id }) => id === (request.path ?? names[0]));
  if (!situation) return noPath(request.path ?? '', `a situation of ${drill.id}`, names);
  const named = request.policy === undefined ? undefined : ofOption(request.policy, ground);
  if (named && !named.ok) return named;
  const policy = named?.value ?? policies.value[policyOf(drill, situation)];
  if (!policy) throw new Error(`the drill was read without its policy ${policyOf(drill, situation)}`);
  const claim = situationClaim(drill, situation);
  const after = applied(named ? onlyKnown(claim, policy) : claim, set, policy);
  if (!after.ok) return after;
  const due = situationDue(situation, ground.general.general.payment) ?? null;
  return { ok: true, value: { source, policy, claim: after.value, title: `${drill.id} ${drill.title.ja} (${situation.id})`, due } };
};

const ofCase = (request: Request, source: Source, ground: Ground, set: readonly Setting[]): Reading<Ready> => {
  const found = policiesOf(source, ground);
  if (!found.ok) return found;
  const policies = found.value;
  const read = caseOf(source, { facts: ground.facts, policies });
  if (!read.ok) return read;
  const of = read.value.case;
  const path = expectedOf(of, request.path);
  if (!path.ok) return path;
  const named = request.policy === undefined ? undefined : ofOption(request.policy, ground);
  if (named && !named.ok) return named;
  const under = named ? named.value.id : (path.value.under ?? of.policy);
  const policy = named?.value ?? policies[under];
  if (!policy) throw new Error(`the case was read without its policy ${under}`);
  const moment = endOn(of, path.value.choose);
  const base = claimOf(of, moment, under === of.alsoUnder?.policy && under !== of.policy ? 'other' : 'own');
  const claim = changed(onlyKnown(base, policy), path.value.set);
  const after = applied(claim, set, policy);
  if (!after.ok) return after;
  const rule = ground.general.general.payment;
  const complete = moment.dates.documentsComplete;
  const due =
    complete === undefined
      ? null
      : paymentDue(
          complete,
          rule,
          of.enquiries.filter((one) => Object.hasOwn(rule.enquiries, one)),
        );
  return { ok: true, value: { source, policy, claim: after.value, title: `${of.id} ${of.title.ja}`, due } };
};

type Ending = Pick<Case['expected'][number], 'choose' | 'set' | 'under'>;
const BEST: { choose: Readonly<Record<string, Option>>; set: Ending['set'] } = { choose: {}, set: { schedule: {}, facts: {}, owed: {} } };

const expectedOf = (of: Case, name: string | undefined): Reading<Ending> => {
  const names = of.expected.map((one) => one.name);
  const found = of.expected.find((one) => one.name === (name ?? 'best'));
  if (found) return { ok: true, value: found };
  if (name === undefined) return { ok: true, value: BEST };
  return noPath(name, `an expected end of ${of.id}`, names);
};

const noPath = (name: string, what: string, names: readonly string[]): Reading<never> =>
  refused([
    {
      file: '--path',
      line: 1,
      column: 1,
      found: `the path "${name}", which is not there`,
      allowed: `${what}: ${listed(names)}`,
      remedy: advice(name, names, 'name one of these'),
    },
  ]);
