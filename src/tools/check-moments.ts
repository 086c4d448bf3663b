import { join } from 'node:path';
import { readMoments, type MomentLibrary, type MomentsSource } from '#casebook/build/moments.ts';
import type { LabMoment, MomentHold } from '#casebook/moment.ts';
import type { Policy } from '#casebook/policy.ts';
import { refused, type Fault, type Reading } from '#casebook/read/problem.ts';
import { endOn } from '#lifecycle/walk.ts';
import { benchOfCase, benchOfNothing } from '#view/lab-bench.ts';
import { momentEnd, momentSays, type MomentEnd } from '#view/moment.ts';

import { pairLibrary } from './check-pairs.ts';
import { readForm, readHeadsFile } from './forms.ts';
import { formIds, shownAs, textOf, type Ground } from './library.ts';

export const momentsFileOf = (root: string): string => join(root, 'moments.yaml');

/** Everything that moments refer to: beside what pairs do, the forms and the heads of loss. */
export const momentLibrary = (root: string, ground: Ground, policies: Readonly<Record<string, Policy>>): Reading<MomentLibrary> => {
  const heads = readHeadsFile(root);
  if (!heads.ok) return heads;
  const forms: Record<string, Policy> = {};
  for (const id of formIds(root)) {
    const form = readForm(id, root, ground);
    if (!form.ok) return form;
    forms[id] = form.value;
  }
  return { ok: true, value: { ...pairLibrary(root, ground, policies), forms, heads: heads.value } };
};

/** Reads the moments.yaml of a folder. */
export const momentsOfFolder = (root: string, library: MomentLibrary): Reading<MomentsSource> => {
  const text = textOf(momentsFileOf(root));
  return text.ok ? readMoments(text.value, shownAs(momentsFileOf(root)), library) : text;
};

/** The two states of a moment, assessed. */
export const momentEnds = (moment: LabMoment, library: MomentLibrary): { readonly before: MomentEnd; readonly after: MomentEnd } => {
  const { facts, policies, forms, heads, cases } = library;
  const found = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error(`the moment ${moment.id} was read without what it starts from`);
    return one;
  };
  if ('form' in moment.start) {
    const bench = benchOfNothing(found(forms[moment.start.form]), facts, heads);
    return { before: momentEnd(moment.before, bench, null), after: momentEnd(moment.after, bench, null) };
  }
  const of = found(cases.get(moment.start.case));
  const also = policies[of.alsoUnder?.policy ?? ''];
  const bench = benchOfCase(of, endOn(of), found(policies[of.policy]), facts);
  const other = also ? benchOfCase(of, endOn(of), also, facts) : null;
  return { before: momentEnd(moment.before, bench, other), after: momentEnd(moment.after, bench, other) };
};

/** What of a moment the engine says otherwise: what is paid in its two states, and what its sentence claims. */
const engineFaults = (moment: LabMoment, i: number, { before, after }: ReturnType<typeof momentEnds>): readonly Fault[] => {
  const fault = (path: Fault['path'], found: string, allowed: string): Fault => ({
    path: ['moments', i, ...path],
    found,
    allowed,
    remedy: 'correct the figure, or what is turned',
  });
  const { gives, holds } = moment;
  momentSays(moment, before, after);
  return [
    ...(gives.before === before.result.paid && gives.after === after.result.paid
      ? []
      : [
          fault(
            ['gives'],
            `${gives.before} and ${gives.after} yen`,
            `${before.result.paid} and ${after.result.paid} yen, which is what the engine computes`,
          ),
        ]),
    ...holds.flatMap((hold, h) => {
      const so = asItIs(hold, before, after);
      return so === null ? [] : [fault(['holds', h], 'something that does not hold', so)];
    }),
  ];
};

/** What the engine says in the place of a claim; null where the claim is true. */
const asItIs = (hold: MomentHold, before: MomentEnd, after: MomentEnd): string | null => {
  const [was, is] = [before, after].map(({ result }) =>
    'goes' in hold
      ? result[hold.figure]
      : result.items
          .flatMap(({ cuts }) => cuts)
          .filter(({ cause, clause }) => cause === hold.cut && clause === hold.clause)
          .reduce((sum, { amount }) => sum + amount, 0),
  ) as [number, number];
  const goes = is === was ? 'same' : is < was ? 'falls' : 'rises';
  const holds = 'goes' in hold ? hold.goes === goes : hold.before === was && hold.after === is;
  return holds ? null : `${was} yen before, ${is} yen after, which is what the engine computes`;
};

/** Checks moments as read: by the engine, that what each sentence claims is true. */
export const checkMoments = ({ moments, source }: MomentsSource, library: MomentLibrary): Reading<string> => {
  const faults = moments.flatMap((moment, i) => engineFaults(moment, i, momentEnds(moment, library)));
  if (faults.length > 0) return refused(faults.map(source.place));
  const ofForms = moments.filter(({ start }) => 'form' in start).length;
  return { ok: true, value: `moments  ${moments.length} moments of the lab, ${ofForms} of them under a form` };
};
