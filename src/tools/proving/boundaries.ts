import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Claim, Loss, Result, Verdict } from '#domain/assessment.ts';
import type { Value, Values } from '#domain/policy/wording.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { SCENARIOS } from '../library.ts';
import type { Golden } from './goldens.ts';
import type { Shelf } from './shelf.ts';

interface Row {
  readonly name: string;
  readonly like: string;
  readonly under?: string;
  readonly bare?: boolean;
  readonly facts?: Readonly<Record<string, Value | null>>;
  readonly schedule?: Values;
  readonly losses?: readonly Loss[];
  readonly verdict?: Verdict;
  readonly paid?: number;
  readonly low?: number;
  readonly high?: number;
  readonly findings?: Readonly<Record<string, Result>>;
}

const KEYS = ['name', 'like', 'under', 'bare', 'facts', 'schedule', 'losses', 'verdict', 'paid', 'low', 'high', 'findings'];

/** The golden ends at the edges of clauses (scenarios/boundaries.yaml), each a standing case with one thing changed. */
export const boundariesOf = ({ cases }: Pick<Shelf, 'cases'>): readonly Golden[] =>
  (parse(readFileSync(join(SCENARIOS, 'boundaries.yaml'), 'utf8')) as readonly Row[]).map((row): Golden => {
    const of = cases.find(({ id }) => id === row.like);
    const strange = Object.keys(row).find((key) => !KEYS.includes(key));
    if (!of || strange !== undefined) throw new Error(`boundaries.yaml, ${row.name}: ${strange ?? `no case ${row.like}`}`);
    const { verdict, paid, low, high, under = of.policy, findings = {} } = row;
    const base = claimOf(of, endOn(of), under === of.policy ? 'own' : 'other');
    const claim: Claim = {
      facts: { ...base.facts, ...Object.fromEntries(Object.entries(row.facts ?? {}).map(([name, value]) => [name, value ?? undefined])) },
      schedule: { ...(row.bare ? {} : base.schedule), ...row.schedule },
      losses: row.losses ?? base.losses,
    };
    const end = Object.fromEntries(Object.entries({ verdict, paid, low, high }).filter(([, value]) => value !== undefined));
    return { name: row.name, policy: under, claim, end, findings };
  });
