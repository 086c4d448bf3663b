import type { Leaflet } from '#view/leaflet.ts';
import { plain } from '#words/phrase.ts';

/** What a file of a leaflet is called: its title and day, without the signs that no file may have in its name. */
export const fileName = ({ title, day }: Pick<Leaflet, 'title' | 'day'>, ending: 'png' | 'csv'): string =>
  `${plain(title)
    .replaceAll(/[\\/:*?"<>|：\s]+/gu, '-')
    .slice(0, 60)}-${day}.${ending}`;
