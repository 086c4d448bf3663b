import type { Stair } from '#view/outcome.ts';
import { percent } from '#words/figures.ts';
import { locale, pick } from '#words/locale.svelte.ts';
import { resultWords } from '#words/result.ts';
import { yenShort } from '#words/yen.ts';
import { said } from './outcome-text.ts';

interface Figure {
  readonly label: string;
  readonly yen: number;
}

/** One line of the working in words: what is done, with which figures, and what it takes off. */
export interface StepLine {
  readonly what: string;
  /** What is added up or reckoned with; empty where the line says it all. */
  readonly figures: readonly Figure[];
  /** What it takes off in yen; null for a line that takes nothing off by its kind. */
  readonly cut: number | null;
}

const money = (value: number): string => yenShort(value, locale());

const sum = (figures: readonly { readonly label: { ja: string; en: string }; readonly yen: number }[]): readonly Figure[] =>
  figures.map(({ label, yen }) => ({ label: said(label), yen }));

/** A line of the working as the language on screen says it. */
export function stepLine(stair: Stair): StepLine {
  const t = pick(resultWords).steps;
  switch (stair.kind) {
    case 'claimed':
      return { what: t.claimed, figures: sum(stair.figures), cut: null };
    case 'stop':
      return { what: t.stop[stair.cause], figures: sum(stair.figures), cut: stair.cut };
    case 'open':
      return { what: t.open, figures: sum(stair.figures), cut: stair.cut };
    case 'pool':
      return { what: stair.figures.length === 1 ? said(stair.label) : t.pool(said(stair.label)), figures: sum(stair.figures), cut: null };
    case 'term':
      return {
        what: termLine(stair.step),
        figures: [{ label: said(stair.label), yen: stair.step.before }],
        cut: stair.step.before - stair.step.after,
      };
    case 'paid':
      return { what: t.paid, figures: sum(stair.figures), cut: null };
  }
}

function termLine({ term, amount, of, to }: Extract<Stair, { kind: 'term' }>['step']): string {
  const t = pick(resultWords).steps.term;
  if (term === 'only-if-pays') return t[term];
  if (term !== 'ratio') return t[term](money(amount ?? 0));
  return of !== undefined && to !== undefined ? t.proportion(money(of), money(to)) : t.ratio(percent(amount ?? 0));
}
