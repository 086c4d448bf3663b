import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { clauseTexts } from '#casebook/policy.ts';
import { trace, compile } from '#domain/assess.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { boundariesOf } from '#tools/proving/boundaries.ts';
import { goldensOf } from '#tools/proving/goldens.ts';
import { readShelf } from '#tools/proving/shelf.ts';

interface Part {
  readonly part: { readonly ja: string; readonly en: string };
  readonly rows: Readonly<Record<string, string>>;
}
const register = parse(readFileSync('scenarios/register.yaml', 'utf8')) as readonly Part[];
const ids = register.flatMap(({ rows }) => Object.keys(rows));
const shelf = readShelf();
const filesIn = (folder: string) => readdirSync(`scenarios/${folder}`).filter((name) => name.endsWith('.yaml'));
/** By file: what it says it covers. */
const covers = ['cases', 'drills'].flatMap((folder) =>
  filesIn(folder).map((name) => [name, (parse(readFileSync(`scenarios/${folder}/${name}`, 'utf8')) as { covers: string[] }).covers] as const),
);
const clauses = Object.values(shelf.policies).flatMap((policy) => [...clauseTexts(policy).keys()]);

test('no id stands in the register twice', () => {
  expect(ids).toEqual([...new Set(ids)]);
});

test('every id of the register is covered by a case or a drill', () => {
  const covered = new Set(covers.flatMap(([, list]) => list));
  expect(ids.filter((id) => !covered.has(id))).toEqual([]);
});

test('no case or drill covers an id that the register does not have', () => {
  expect(covers.flatMap(([name, list]) => list.filter((id) => !ids.includes(id)).map((id) => `${name}: ${id}`))).toEqual([]);
});

test('the register has every clause of the wordings, and every case', () => {
  expect([...clauses, ...shelf.cases.map(({ id }) => id)].filter((id) => !ids.includes(id))).toEqual([]);
});

test('a case that says it covers a case is that case', () => {
  const cases = new Set(shelf.cases.map(({ id }) => id));
  for (const [name, list] of covers) {
    if (cases.has(name.replace('.yaml', ''))) expect(list.filter((id) => cases.has(id))).toEqual([name.replace('.yaml', '')]);
  }
});

test('every clause that facts decide is shown met, not met and unknown, and every exception is shown to restore cover', () => {
  const shown = new Map<string, Set<string>>();
  const saw = (clause: string, result: string) => shown.set(clause, (shown.get(clause) ?? new Set()).add(result));
  const compiled = Object.fromEntries(Object.entries(shelf.policies).map(([id, policy]) => [id, compile(policy.wording)]));
  // A case begins with its given facts alone: what is to be found is unknown on its first screen.
  const begun = shelf.cases.map((of) => {
    const claim = claimOf(of, endOn(of));
    return { policy: of.policy, claim: { ...claim, facts: Object.fromEntries(Object.entries(of.given).map(([name, { value }]) => [name, value])) } };
  });
  for (const { policy, claim } of [...goldensOf(shelf), ...boundariesOf(shelf), ...begun]) {
    const one = trace(compiled[policy] ?? expect.unreachable(), claim);
    if ('refused' in one) continue;
    for (const { clause, result, exceptedBy } of one.findings) {
      saw(clause, result);
      for (const exception of exceptedBy) saw(exception, 'restores');
    }
  }
  const missing = Object.values(shelf.policies).flatMap(({ wording }) =>
    wording.clauses.flatMap((clause) => [
      ...(['met', 'not-met', 'unknown'] as const).filter((result) => !shown.get(clause.id)?.has(result)).map((result) => `${clause.id} ${result}`),
      ...clause.except.filter((exception) => !shown.get(exception.id)?.has('restores')).map(({ id }) => `${id} restores`),
    ]),
  );
  expect(missing).toEqual([]);
});
