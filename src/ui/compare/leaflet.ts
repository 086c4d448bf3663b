import type { Column, Compared, CompareView } from '#view/compare.ts';
import { columnLetter } from '#view/compare.ts';
import { decisive } from '#view/lab-leaflet.ts';
import type { Leaflet, LeafletChange, LeafletRow, LeafletTable } from '#view/leaflet.ts';
import { compareWords } from '#words/compare.ts';
import { date } from '#words/figures.ts';
import { leafletWords } from '#words/leaflet.ts';
import { locale, pick, words } from '#words/locale.svelte.ts';
import { outcomeWords } from '#words/outcome.ts';
import { resultWords } from '#words/result.ts';
import { caseSource, clauseSource, valueOf } from '../lab/leaflet.ts';
import { said } from '../result/outcome-text.ts';
import { causeName } from '../result/text.ts';
import { barsFinding, isSum, noneFinding, rowName, spoken } from './text.ts';

/** The leaflet of a comparison as it stands: `day` is YYYY-MM-DD, `site` the address of the site without what follows the #. */
export const compareLeaflet = (compare: CompareView, now: Compared, day: string, site: string): Leaflet => {
  const [t, l, o] = [pick(compareWords), pick(leafletWords), pick(outcomeWords)];
  const { columns, basis } = now;
  const named = (column: Column, what: string): string => t.inColumn(said(column.name), what);
  return {
    title: t.of(pick(compare.title)),
    subtitle: [
      ...(compare.id === '' ? [] : [l.version(compare.id, compare.version)]),
      ...columns.map(({ name, view: { policy } }) => t.contractVersion(said(name), pick(policy.title), policy.version)),
      l.day(date(day)),
    ],
    day,
    sentences: [
      barsFinding(now),
      spoken(now, null),
      noneFinding(now),
      [...(now.isContrast ? [`${t.contrast}${l.gap}${t.contrastLead}`] : []), t.limits].join(' '),
    ],
    figures: columns.flatMap((column, i) =>
      now.differences.filter(isSum).map((row): LeafletRow => {
        return { label: named(column, rowName(row, now.differences)), value: row.yen[i] ?? 0, from: 'computed' };
      }),
    ),
    changes: changesOf(now),
    bars: {
      caption: t.bars,
      note: null,
      rows: now.bars.rows.map(({ claimed, stretches }, i) => ({
        label: said(columns[i]?.name ?? compare.title),
        claimed,
        stretches: stretches.map((one) => ({ part: one.part, cause: o.part[one.part], name: causeName(now.shared, one), yen: one.yen })),
        ghost: null,
      })),
    },
    towers: [],
    tables: [differenceTable(now), ...noneTable(now)],
    // The working is one contract's: a screen of its own.
    steps: [],
    assumptions: [...schedules(now), ...items(now)],
    notes: [
      ...(basis.source ? [pick(resultWords).assumptions.says[basis.source.says]] : []),
      ...new Set(
        columns.flatMap(({ contract: { policy, why } }) =>
          [policy.basis.note, now.isContrast ? why : null].flatMap((text) => (text ? [pick(text)] : [])),
        ),
      ),
    ],
    sources: [...new Set(columns.flatMap(({ live }) => decisive(live)))]
      .flatMap((id) => clauseSource(now.shared, id) ?? [])
      .concat(basis.source ? [caseSource(basis.source)] : []),
    notice: { short: `${words().notice.notSolicitation}${l.gap}${words().app.source}`, full: words().notice.full },
    link: `${site}#/compare?${new URLSearchParams({ ...compare.linkOf(now.state), l: locale() }).toString()}`,
  };
};

/** What was turned: in one contract, or in the accident and so for all. */
const changesOf = ({ columns, schedule, basis }: Compared): readonly LeafletChange[] => {
  const t = pick(compareWords);
  const turned = columns.flatMap(({ name }, i) =>
    schedule.flatMap(({ cells }): LeafletChange[] => {
      const cell = cells[i];
      if (!cell?.before) return [];
      return [{ label: t.inColumn(said(name), pick(cell.label)), before: valueOf(cell.before), after: valueOf(cell.value) }];
    }),
  );
  return [
    ...turned,
    ...basis.turned.map(({ label, before, after }) => ({ label: pick(label), before: valueOf(before), after: valueOf(after) })),
  ];
};

/** What differs comes first: once for each contract. */
const schedules = ({ columns, schedule }: Compared): readonly LeafletRow[] => {
  const t = pick(compareWords);
  const differing = columns.flatMap(({ name }, i) =>
    schedule.flatMap(({ cells, differs }): LeafletRow[] => {
      const cell = cells[i];
      return differs && cell ? [{ label: t.inColumn(said(name), pick(cell.label)), value: valueOf(cell.value), from: cell.from }] : [];
    }),
  );
  const same = schedule.flatMap(({ label, cells: [cell], differs }): LeafletRow[] =>
    !differs && cell ? [{ label: pick(label), value: valueOf(cell.value), from: cell.from }] : [],
  );
  return [...differing, ...same];
};

const items = ({ amounts, state }: Compared): readonly LeafletRow[] =>
  amounts.map(({ name, label, value, from }) => {
    const now = state.amounts[name] ?? value;
    return { label: pick(label), value: now, from: now === value ? (from ?? 'assumed') : 'assumed' };
  });

const differenceTable = ({ columns, differences }: Compared): LeafletTable => {
  const t = pick(compareWords);
  return {
    caption: t.differences,
    down: t.figure,
    across: t.columns,
    columns: [...columns.map(({ name }) => said(name)), ...columns.slice(1).map((_, i) => t.minus(columnLetter(i + 1), columnLetter(0)))],
    rows: differences.map((row) => ({ head: rowName(row, differences), cells: [...row.yen, ...row.differences.slice(1)] })),
    marked: null,
  };
};

const noneTable = ({ columns, none }: Compared): readonly LeafletTable[] => {
  const t = pick(compareWords);
  if (none.rows.length === 0) return [];
  return [
    {
      caption: t.none(columns.length),
      down: t.item,
      across: t.columns,
      columns: [t.noneYen, ...columns.map(({ name }) => said(name))],
      rows: [
        {
          head: t.total,
          cells: [none.total, ...columns.map((_, i) => none.rows.reduce((sum, row) => sum + (row.columns[i]?.yen ?? 0), 0))],
        },
        ...none.rows.map((row) => ({ head: pick(row.label), cells: [row.yen, ...row.columns.map(({ yen: of }) => of)] })),
      ],
      marked: null,
    },
  ];
};
