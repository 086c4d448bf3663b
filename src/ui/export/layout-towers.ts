import type { LeafletTower } from '#view/leaflet.ts';
import { leafletWords } from '#words/leaflet.ts';
import { locale, pick } from '#words/locale.svelte.ts';
import { yenShort } from '#words/yen.ts';
import { type Box, lead, type Pen, put, putLines, SMALLEST, type Type, wrapped } from './picture.ts';

const TITLE: Type = { size: 22, weight: 700 };
const NAME: Type = { size: SMALLEST, weight: 700 };
const LABEL: Type = { size: SMALLEST };
const TANK = 84;
/** What a tower needs beside its tank for words, in px. */
const WORDS = 190;

/** Towers on one scale, each with its layers named beside it from the top down; those that have no room are counted. */
export const putTowers = (pen: Pen, towers: readonly LeafletTower[], { x, y, w, h }: Box): void => {
  const t = pick(leafletWords);
  const most = Math.max(1, Math.floor(w / (TANK + WORDS)));
  const shown = towers.toSorted((a, b) => b.loss - a.loss).slice(0, most);
  const rest = towers.length - shown.length;
  const top = putLines(pen, wrapped(pen, t.towers, w, TITLE), x, y, TITLE) + 8;
  const each = w / shown.length;
  const names = shown.map(({ label }) => wrapped(pen, label, each - 16, NAME));
  const ground = y + h - Math.max(...names.map((lines) => lines.length)) * lead(NAME) - (rest > 0 ? lead(LABEL) : 0) - 8;
  const scale = (ground - top) / Math.max(1, ...shown.map(({ loss }) => loss));
  shown.forEach(({ loss, layers, limit }, i) => {
    const left = x + i * each;
    let at = ground;
    let free = top;
    for (const { part, yen } of layers) {
      const high = yen * scale;
      at -= high;
      pen.marks.push({ kind: 'fill', part, x: left + 6, y: at, w: TANK - 12, h: Math.max(2, high - 2) });
    }
    pen.marks.push({ kind: 'rule', x: left, y: ground - loss * scale, w: TANK, h: 0, strong: true });
    pen.marks.push({ kind: 'rule', x: left, y: ground, w: TANK, h: 0, strong: true });
    const words = layers.toReversed().map(({ cause, yen }) => `${cause} ${yenShort(yen, locale())}`);
    const lines = [...words, ...(limit === null ? [] : [t.limit(yenShort(limit, locale()))])].map((text) =>
      wrapped(pen, text, each - TANK - 24, LABEL),
    );
    lines.forEach((line, k) => {
      const isLast = free + (line.length + (k < lines.length - 1 ? 1 : 0)) * lead(LABEL) > ground;
      if (free + lead(LABEL) > ground) return;
      free = isLast
        ? (put(pen, t.more(lines.length - k), left + TANK + 12, free, { ...LABEL, faint: true }), ground)
        : putLines(pen, line, left + TANK + 12, free, LABEL);
    });
    putLines(pen, names[i] ?? [], left, ground + 8, NAME);
  });
  if (rest > 0) put(pen, t.more(rest), x, y + h - lead(LABEL), { ...LABEL, faint: true });
};
