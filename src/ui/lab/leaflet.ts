import type { ClaimView, Live } from '#view/claim-view.ts';
import { decisive, type LabBasis } from '#view/lab-leaflet.ts';
import { linkOf } from '#view/lab-link.ts';
import { towersOf } from '#view/lab-tower.ts';
import type { LabView } from '#view/lab.ts';
import type { Leaflet, LeafletRow, LeafletSource, LeafletStretch, LeafletTable, LeafletTower, LeafletValue } from '#view/leaflet.ts';
import type { Outcome } from '#view/outcome.ts';
import type { Shown } from '#view/shown.ts';
import { UNCHANGED } from '#view/what-if.ts';
import { date } from '#words/figures.ts';
import { labWords } from '#words/lab.ts';
import { leafletWords } from '#words/leaflet.ts';
import { locale, pick, words } from '#words/locale.svelte.ts';
import { outcomeWords } from '#words/outcome.ts';
import { resultWords } from '#words/result.ts';
import { barName, paidText, sentenceOf, sentenceText } from '../result/outcome-text.ts';
import { stepLine } from '../result/steps.ts';
import { barsFinding, causeName, clauseName, textOf } from '../result/text.ts';

/** The leaflet of a lab as it stands: `day` is YYYY-MM-DD, `site` the address of the site without what follows the #. */
export const labLeaflet = (lab: LabView, { changes }: Pick<Live, 'changes'>, day: string, site: string): Leaflet => {
  const [t, r] = [pick(leafletWords), pick(resultWords)];
  const { view } = lab;
  const basis = lab.basis(changes);
  const isTurned = basis.turned.length > 0;
  // On paper there is one comparison: with the claim as it was.
  const live = view.at(changes, isTurned ? UNCHANGED : null) ?? view.live;
  const { outcome, bars } = live;
  const stretch = ({ part, clause, yen }: Parameters<typeof causeName>[1] & { readonly yen: number }): LeafletStretch => ({
    part,
    cause: r.part[part],
    name: causeName(view, { part, clause }),
    yen,
  });
  return {
    title: pick(labWords).of(pick(view.title)),
    subtitle: [
      ...(basis.version === null ? [] : [t.version(view.id, basis.version)]),
      t.policy(pick(view.policy.title), view.policy.version),
      t.day(date(day)),
    ],
    day,
    sentences: [
      sentenceText(sentenceOf(outcome, view.sides)),
      ...(outcome.low === outcome.high ? [] : [r.openNote]),
      ...(isTurned ? [r.beforeLine(paidText(view.live.outcome))] : []),
    ],
    figures: figuresOf(outcome),
    changes: basis.turned.map(({ label, before, after }) => ({ label: pick(label), before: valueOf(before), after: valueOf(after) })),
    bars: {
      caption: barsFinding(view, outcome),
      note: bars.later ? pick(outcomeWords).later : null,
      rows: bars.rows.map(({ label, claimed, stretches, ghost }) => ({
        label: barName(label),
        claimed,
        stretches: stretches.map(stretch),
        ghost,
      })),
    },
    towers: towersOf(live.traced.pools, lab.pools).map(({ label, loss, layers, limit }): LeafletTower => ({
      label: pick(label),
      loss,
      layers: layers.map(stretch),
      limit: limit?.yen ?? null,
    })),
    tables: tablesOf(lab, changes),
    steps: outcome.stairs.map((stair) => ({ ...stepLine(stair), stands: stair.yen })),
    assumptions: basis.rows.map(({ label, value, from }): LeafletRow => ({ label: pick(label), value: valueOf(value), from })),
    notes: [...(basis.source ? [r.assumptions.says[basis.source.says]] : []), ...(basis.note ? [pick(basis.note)] : [])],
    sources: [...decisive(live).flatMap((id) => clauseSource(view, id) ?? []), ...(basis.source ? [caseSource(basis.source)] : [])],
    notice: { short: `${words().notice.notSolicitation}${t.gap}${words().app.source}`, full: words().notice.full },
    link: `${site}#/lab?${new URLSearchParams({ ...linkOf(lab.scope, changes), l: locale() }).toString()}`,
  };
};

/** Yen stay a number; everything else becomes words. */
export const valueOf = (value: Shown | null): LeafletValue =>
  value === null ? pick(resultWords).whatIf.unknown : value.kind === 'yen' ? value.yen : textOf(value);

const figuresOf = ({ claimed, notOwed, low, high, ownLow, ownCost }: Outcome): readonly LeafletRow[] => {
  const t = pick(leafletWords);
  const isOpen = low !== high;
  const rows: readonly (readonly [string, number, boolean])[] = [
    [t.claimed, claimed, true],
    [t.notOwed, notOwed, notOwed > 0],
    [isOpen ? t.paidLeast : t.paid, low, true],
    [t.paidMost, high, isOpen],
    [isOpen ? t.ownLeast : t.own, ownLow, true],
    [t.ownMost, ownCost, isOpen],
  ];
  return rows.filter(([, , isShown]) => isShown).map(([label, value]) => ({ label, value, from: 'computed' }));
};

/** The table that the screen opens with: the limit that moves the payment. */
const tablesOf = ({ axes, table }: LabView, changes: Live['changes']): readonly LeafletTable[] => {
  const t = pick(labWords).table;
  const limit = axes?.limits[0];
  const of = limit && table(changes, limit);
  if (!axes || !limit || !of) return [];
  const row = of.cells.findIndex((cells) => cells.some(({ isNow }) => isNow));
  const column = of.cells[row]?.findIndex(({ isNow }) => isNow) ?? -1;
  return [
    {
      caption: t.title,
      down: pick(limit.label),
      across: pick(axes.deductible.label),
      columns: of.deductibles,
      rows: of.limits.map((head, i) => ({ head, cells: (of.cells[i] ?? []).map(({ paid }) => paid) })),
      marked: row < 0 ? null : { row, column, what: t.now },
    },
  ];
};

/** A clause that decides, as a source. */
export const clauseSource = (view: Pick<ClaimView, 'clauses'>, id: string): LeafletSource | undefined => {
  const clause = view.clauses.get(id);
  if (!clause) return undefined;
  const { source } = clause;
  const passage = source.from === 'document' ? source.passage : source.practice;
  return { name: clauseName(view, id), text: pick(clause.plain), passage: pick(passage), from: source.from };
};

/** The document that a case comes from. */
export const caseSource = ({ document, passage, quote }: NonNullable<LabBasis['source']>): LeafletSource => ({
  name: pick(leafletWords).document(document),
  text: pick(quote),
  passage: pick(passage),
  from: 'document',
});
