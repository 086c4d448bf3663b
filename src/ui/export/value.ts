import type { LeafletRow, LeafletValue } from '#view/leaflet.ts';
import { leafletWords } from '#words/leaflet.ts';
import { locale, pick, words } from '#words/locale.svelte.ts';
import { yenInTable, yenShort } from '#words/yen.ts';

/** A value of a leaflet as words. */
export const valueText = (value: LeafletValue): string => (typeof value === 'number' ? yenShort(value, locale()) : value);

/** Where a value comes from, as a mark behind it: 〔仮定〕. */
export const tagText = (from: LeafletRow['from']): string => pick(leafletWords).tag(words().from[from]);

/** A cell of a table as words; the unit of its yen stands above the table. */
export const cellText = (value: LeafletValue): string => (typeof value === 'number' ? yenInTable(value, locale()) : value);
