import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeadBook } from '#casebook/heads.ts';
import type { FactBook, Policy } from '#casebook/policy.ts';
import { compile, trace } from '#domain/assess.ts';
import { formFileOf, formIds, policyFile, SCENARIOS } from '#tools/library.ts';
import { moduleOf } from '#tools/yaml-plugin.ts';
import { benchOfNothing, benchUnder } from '#view/lab-bench.ts';
import { codeOf } from '#view/lab-code.ts';
import { linked, linkOf, tidied } from '#view/lab-link.ts';
import { labOf } from '#view/lab.ts';
import { UNCHANGED } from '#view/what-if.ts';
import { stateOf } from './lab-support.ts';
import { caseAt, ids, sourceOf } from './result-support.ts';

const read = <T>(file: string): T => {
  const made = moduleOf(file, '');
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value as T;
};
const facts = read<FactBook>(`${SCENARIOS}/facts.yaml`);
const heads = read<HeadBook>(`${SCENARIOS}/heads.yaml`);
const wordings = ['it-liability', 'plan-b'].map((id) => read<Policy>(policyFile(id)));
const forms = formIds().map((id) => read<Policy>(formFileOf(id)));

const emptyLab = (policy: Policy) =>
  labOf(
    {
      kind: 'empty',
      bench: benchOfNothing(policy, facts, heads),
      id: policy.id,
      title: policy.title,
      version: 0,
      base: { p: policy.id },
      others: [],
      presets: [],
    },
    {},
  );

describe.each([...wordings, ...forms].map((policy) => [policy.id, policy] as const))('an empty claim under %s', (id, policy) => {
  const lab = emptyLab(policy);

  test('begins with nothing claimed, one item a head and side, and no open question', () => {
    const { traced } = lab.view.live;
    expect([traced.claimed, traced.low, traced.high, traced.verdict]).toEqual([0, 0, 0, 'not-paid']);
    expect(new Set(lab.view.losses.map((loss) => loss.id)).size).toBe(lab.view.losses.length);
    expect(lab.view.losses.map((loss) => loss.id)).toContain('claimed-damages');
    expect(traced.findings.filter(({ kind, result }) => result === 'unknown' && kind !== 'series')).toEqual([]);
    expect(traced.findings.filter(({ kind, result }) => (kind === 'exclusion' || kind === 'duty') && result !== 'not-met')).toEqual([]);
    expect(lab.turns(UNCHANGED).open).toEqual([]);
  });

  test('pays damages less the deductible and never more than the assessment of the same items by hand', () => {
    const { traced } = lab.view.at({ ...UNCHANGED, amounts: { 'claimed-damages': 30_000_000 } }, null) ?? lab.view.live;
    const byHand = trace(compile(policy.wording), {
      facts: policy.plain,
      losses: [{ id: 'x', side: 'claimed', head: 'damages', amount: 30_000_000 }],
    });
    expect(traced.claimed).toBe(30_000_000);
    expect(traced.low).toBe('refused' in byHand ? NaN : byHand.low);
    expect(traced.low).toBeGreaterThan(0);
  });

  test('goes into an address and comes back, whatever is changed', () => {
    for (const rules of Object.values(lab.scope.rules)) expect(new Set([...rules.keys()].map(codeOf)).size).toBe(rules.size);
    fc.assert(
      fc.property(stateOf(lab.scope), (state) => {
        const link = linkOf(lab.scope, state);
        expect(linked(lab.scope, link)).toEqual({ changes: tidied(lab.scope, state), state: 'whole' });
        expect(`#/lab?${new URLSearchParams(link).toString()}&l=en`.length).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    expect(linkOf(lab.scope, UNCHANGED)).toEqual({ p: id });
  });

  test('every yen stands somewhere under random states', () => {
    fc.assert(
      fc.property(stateOf(lab.scope), (state) => {
        const live = lab.view.at(state, UNCHANGED);
        if (!live) return;
        const total = live.outcome.bars.at(-1);
        expect(total?.segments.reduce((sum, { yen }) => sum + yen, 0)).toBe(live.traced.claimed);
      }),
      { numRuns: 200 },
    );
  });
});

test('the items of every case can be reckoned under every form, and nothing there is open', () => {
  for (const id of ids) {
    const { moment } = sourceOf(id);
    for (const form of forms) {
      const { result } = benchUnder(caseAt(id), moment, form, facts);
      expect(result.low, `${id} ${form.id}`).toBe(result.high);
      expect(result.claimed).toBe(caseAt(id).losses.reduce((sum, { amount }) => sum + amount, 0));
    }
  }
});
