import type { LabMoment, MomentState } from '#casebook/moment.ts';
import { changed } from '#casebook/claim.ts';
import type { Text } from '#casebook/text.ts';
import type { Traced } from '#domain/assess.ts';
import { fill } from '#words/fill.ts';
import type { Locale } from '#words/locale.svelte.ts';
import { yen } from '#words/yen.ts';
import type { Preset } from './lab.ts';
import { lookupOf } from './lookup.ts';
import { assessed } from './result-ground.ts';
import type { Bench, WhatIf } from './what-if-bench.ts';

/** One of the two states of a moment, assessed. */
export type MomentEnd = Pick<Bench, 'policy' | 'facts' | 'claim'> & { readonly result: Traced };

/** The bench of a moment's start, turned to one of its states. `other` is the bench of the same case under its other wording. */
export const momentEnd = (state: MomentState, bench: Bench, other: Bench | null): MomentEnd => {
  const of = state.other ? other : bench;
  if (!of) throw new Error('a moment under the other wording needs its bench');
  const claim = changed(of.claim, state);
  return { policy: of.policy, facts: of.facts, claim, result: assessed(of.compiled, claim) };
};

/** The sentence of a moment, its figures from the two assessments. `{difference}` is how far apart the two payments are. */
export const momentSays = ({ says }: Pick<LabMoment, 'says'>, before: MomentEnd, after: MomentEnd): Text => {
  const filled = (locale: Locale): string =>
    fill(
      says,
      (name, as) => {
        if (name === 'difference') return yen(Math.abs(after.result.paid - before.result.paid), as);
        const [state, ...rest] = name.split('.');
        return (state === 'before' ? lookupIn(before) : lookupIn(after))(rest.join('.'), as);
      },
      locale,
    );
  return { ja: filled('ja'), en: filled('en') };
};

const lookupIn = (end: MomentEnd) => lookupOf({ ...end, case: { amounts: {} }, dates: {} });

/** A moment on the benches of its start, as the lab offers it: its sentence filled. One under the other wording is shown at `href`. */
export const presetOf = (moment: LabMoment, bench: Bench, other: Bench | null, href: string): Preset => {
  const { id, title, before, after } = moment;
  const text = momentSays(moment, momentEnd(before, bench, other), momentEnd(after, bench, other));
  return { id, title, text, before: whatIf(before), changes: whatIf(after), href: after.other ? href : null };
};

const whatIf = ({ schedule, facts, amounts }: MomentState): WhatIf => ({ schedule, facts, amounts });
