import type { Leaflet } from '#view/leaflet.ts';
import { leafletWords } from '#words/leaflet.ts';
import { pick } from '#words/locale.svelte.ts';
import { flowHeight, putFlow } from './flow.ts';
import { barsNeed, putBars } from './layout-bars.ts';
import { putTable, tableNeed } from './layout-table.ts';
import { putTowers } from './layout-towers.ts';
import { type Box, lead, type Mark, type Pen, putLines, SMALLEST, type Type, typeFor, wrapped } from './picture.ts';
import { tagText, valueText } from './value.ts';
import type { Measure } from './wrap.ts';

/** The picture of a leaflet, in px: a slide of a projector. */
export const PICTURE = { width: 1920, height: 1080 } as const;
const MARGIN = 44;
const WIDTH = PICTURE.width - 2 * MARGIN;
/** Between the charts, and between them and the lines below, in px. */
const BETWEEN = 24;
/** How wide the bars are beside the table or the towers, in px. */
const LEFT = 1060;
const APART = 48;
const RIGHT: Pick<Box, 'x' | 'w'> = { x: MARGIN + LEFT + APART, w: WIDTH - LEFT - APART };

const SMALL: Type = { size: SMALLEST };
const FAINT: Type = { size: SMALLEST, faint: true };
const TITLES = [38, 34, 30, 26, 24].map((size): Type => ({ size, weight: 700 })) as [Type, ...Type[]];
const SENTENCES = [32, 30, 28, 26, 24, 22, 20].map((size): Type => ({ size, weight: 700 })) as [Type, ...Type[]];

/** What is drawn where: everything inside the picture, no words over others, no type under 20 px, what has no room counted. */
export const layoutOf = (leaflet: Leaflet, measure: Measure): readonly Mark[] => {
  const t = pick(leafletWords);
  const pen: Pen = { measure, marks: [] };
  const [table] = leaflet.tables;
  const top = head(pen, leaflet) + 16;
  const bottom = foot(pen, leaflet) - 8;
  const assumptions = [
    ...leaflet.assumptions.map(({ label, value, from }) => `${label} ${valueText(value)}${tagText(from)}`),
    ...leaflet.notes,
  ];
  const sources = leaflet.sources.map(({ name, passage, from }) => `${name}${t.gap}${passage}${tagText(from)}`);
  const [high, low] = [flowHeight(pen, t.assumptions, assumptions, WIDTH), flowHeight(pen, t.sources, sources, WIDTH)];
  // The charts get what they need, up to two thirds; the rest is for what they rest on.
  const room = bottom - top - BETWEEN;
  const need = Math.max(barsNeed(pen, leaflet.bars, LEFT), table ? tableNeed(table) : 0);
  const below = Math.min(high + low + 16, Math.max(room - need, room * 0.34));
  const charts = { y: top, h: room - below };
  putBars(pen, leaflet.bars, { x: MARGIN, w: LEFT, ...charts });
  if (table) putTable(pen, table, { ...RIGHT, ...charts });
  else if (leaflet.towers.length > 0) putTowers(pen, leaflet.towers, { ...RIGHT, ...charts });
  const y = bottom - below;
  pen.marks.push({ kind: 'rule', x: MARGIN, y: y - 6, w: WIDTH, h: 0, strong: true });
  const share = Math.min(low, Math.max((below - 16) * 0.4, below - 16 - high));
  const end = putFlow(pen, t.assumptions, assumptions, { x: MARGIN, y, w: WIDTH, h: below - 16 - share }) + 8;
  putFlow(pen, t.sources, sources, { x: MARGIN, y: end, w: WIDTH, h: bottom - 8 - end });
  return pen.marks;
};

/** Title, case and contract, the finding, what was changed; gives where the rest begins. */
const head = (pen: Pen, { title, subtitle, sentences, changes }: Leaflet): number => {
  const t = pick(leafletWords);
  const type = typeFor(pen, title, WIDTH, 1, TITLES);
  let y = putLines(pen, wrapped(pen, title, WIDTH, type), MARGIN, 24, type);
  y = putLines(pen, wrapped(pen, subtitle.join(t.gap), WIDTH, FAINT), MARGIN, y, FAINT) + 10;
  const [finding = '', ...more] = sentences;
  const large = typeFor(pen, finding, WIDTH, 2, SENTENCES);
  y = putLines(pen, wrapped(pen, finding, WIDTH, large), MARGIN, y, large);
  const told = changes.map(({ label, before, after }) => t.change(label, valueText(before), valueText(after)));
  for (let count = told.length; count >= 0; count--) {
    const rest = count < told.length ? [t.more(told.length - count)] : [];
    const list = [...told.slice(0, count), ...rest].join(t.comma);
    const lines = wrapped(pen, [...more, ...(told.length > 0 ? [t.changes, list] : [])].join(t.gap), WIDTH, SMALL);
    if (lines.length <= 2 || count === 0) return putLines(pen, lines, MARGIN, y + 2, SMALL);
  }
  return y;
};

/** The notice and the link, from the foot of the picture up; gives where they begin. */
const foot = (pen: Pen, { notice, link }: Leaflet): number => {
  const t = pick(leafletWords);
  const said = wrapped(pen, `${notice.short} ${notice.full}`, WIDTH, SMALL);
  const links = wrapped(pen, t.linkLine(link), WIDTH, SMALL);
  const y = PICTURE.height - 28 - (said.length + links.length) * lead(SMALL) - 6;
  pen.marks.push({ kind: 'rule', x: MARGIN, y, w: WIDTH, h: 0, strong: true });
  putLines(pen, links, MARGIN, putLines(pen, said, MARGIN, y + 6, SMALL), SMALL);
  return y;
};
